// errors: 1
//! The attribute writes both.
//! One message names them, and rustc does not find two implementations.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[derive(serde::Serialize, serde::Deserialize)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
