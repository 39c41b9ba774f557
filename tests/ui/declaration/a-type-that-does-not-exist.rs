// errors: 1
//! rustc does not know the type of a field.
//! rustc reports it, on the user's token.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: Strng,
}

fn main() {}
