// errors: 1
//! `header` already names the field.
//! The other one is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    #[truto(header = "X-Trace", rename = "trace")]
    pub id: String,
}

fn main() {}
