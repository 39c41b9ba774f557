// errors: 1
//! Then nothing could be sent.
//! The message says what else is meant by it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes", providers())]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
