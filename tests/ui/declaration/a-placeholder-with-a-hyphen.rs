// errors: 1
//! A spelling of other routers.
//! The message writes it as a field is named.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{note-id}")]
pub struct ReadNote {
    pub note_id: String,
}

fn main() {}
