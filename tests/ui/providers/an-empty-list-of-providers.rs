// errors: 1
//! Nothing could be sent then.
//! The message says what else is meant by it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes", providers())]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
