// errors: 1
//! Nothing is similar enough for a suggestion.
//! The message lists the methods.

use truto_core::unified_endpoint;

#[unified_endpoint(FETCH, "/unified/crm/notes")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
