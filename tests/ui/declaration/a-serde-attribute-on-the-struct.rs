// errors: 1
//! The same for the whole struct.
//! The message says what to use.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[serde(rename_all = "camelCase")]
pub struct CreateNote {
    pub note_title: String,
}

fn main() {}
