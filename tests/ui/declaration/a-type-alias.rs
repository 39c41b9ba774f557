// errors: 1
//! There are no fields at all.
//! The message says what it is.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub type CreateNote = String;

fn main() {}
