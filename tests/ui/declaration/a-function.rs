// errors: 1
//! There are no fields at all.
//! One message, and the function stays what it is.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub fn create_note(title: String) -> String {
    title
}

fn main() {}
