// errors: 1
//! The field is spelt otherwise.
//! The message suggests the one that is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{noteid}")]
pub struct ReadNote {
    pub note_id: String,
}

fn main() {}
