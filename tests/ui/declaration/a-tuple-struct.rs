// errors: 1
//! A field without a name has no wire name.
//! The name of the struct is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote(String);

fn main() {}
