// errors: 1
//! The method is forgotten.
//! The message does not take the path for a method.

use truto_core::unified_endpoint;

#[unified_endpoint("/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
