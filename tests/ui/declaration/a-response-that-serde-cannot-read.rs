// errors: 1
//! The answer is decoded into this type.
//! The type is underlined.

use truto_core::unified_endpoint;

pub struct Note;

#[unified_endpoint(POST, "/unified/crm/notes", response = Note)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
