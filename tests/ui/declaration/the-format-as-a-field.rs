// errors: 1
//! The format is the method that is called.
//! The message says so.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    pub truto_response_format: Option<String>,
}

fn main() {}
