// errors: 1
//! Two letters of a style are swapped.
//! The message suggests the one that is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    #[truto(style = comam)]
    pub ids: Vec<String>,
}

fn main() {}
