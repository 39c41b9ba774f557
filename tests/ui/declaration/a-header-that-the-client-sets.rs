// errors: 1
//! The token is the client's, and would be overwritten.
//! The message says where to give it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    #[truto(header = "Authorization")]
    pub token: String,
}

fn main() {}
