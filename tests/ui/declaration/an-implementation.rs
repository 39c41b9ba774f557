// errors: 1
//! There are no fields at all.
//! The message says what it is.

use truto_core::unified_endpoint;

pub struct CreateNote;

#[unified_endpoint(POST, "/unified/crm/notes")]
impl CreateNote {}

fn main() {}
