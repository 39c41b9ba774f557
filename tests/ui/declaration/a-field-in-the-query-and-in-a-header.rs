// errors: 1
//! A value is sent once.
//! One of the two keys is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    #[truto(query, header = "X-Trace")]
    pub trace: String,
}

fn main() {}
