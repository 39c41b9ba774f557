// errors: 1
//! Something that is not a key after the path.
//! The literal is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", "Note")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
