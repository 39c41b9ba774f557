// errors: 1
//! Two letters of a key are swapped.
//! The message suggests the one that is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub id: String,
    #[truto(withni = "note")]
    pub title: String,
}

fn main() {}
