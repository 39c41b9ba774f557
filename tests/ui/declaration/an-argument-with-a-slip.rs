// errors: 1
//! The only key of the attribute, misspelt.
//! The message suggests the one that is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", respose = String)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
