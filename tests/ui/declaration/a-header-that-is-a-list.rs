// errors: 1
//! A header has one value.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    #[truto(header = "X-Trace")]
    pub traces: Vec<String>,
}

fn main() {}
