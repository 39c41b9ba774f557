// errors: 1
//! A method chooses the format.
//! The message says so.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    pub truto_response_format: Option<String>,
}

fn main() {}
