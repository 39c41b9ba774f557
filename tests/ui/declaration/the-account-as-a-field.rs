// errors: 1
//! The account is the handle that a request is sent with.
//! The message says so.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct Notes {
    pub integrated_account_id: String,
}

fn main() {}
