// errors: 1
//! A fragment is for the reader of a page.
//! The path without it is shown.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes#latest")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

fn main() {}
