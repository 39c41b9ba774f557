// errors: 1
//! A literal is not a type.
//! The literal is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", response = 5)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
