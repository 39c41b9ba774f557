// errors: 1
//! Nothing is near enough to be suggested.
//! The message lists the methods.

use truto_core::unified_endpoint;

#[unified_endpoint(FETCH, "/unified/crm/notes")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
