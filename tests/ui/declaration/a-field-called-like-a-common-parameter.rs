// errors: 1
//! Another parameter has the name of the setter.
//! The message keeps the name on the wire.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub exclude_fields: Vec<String>,
}

fn main() {}
