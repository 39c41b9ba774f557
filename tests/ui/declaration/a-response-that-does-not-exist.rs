// errors: 1
//! rustc does not know the type.
//! rustc reports it, on the user's token.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", response = Note)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
