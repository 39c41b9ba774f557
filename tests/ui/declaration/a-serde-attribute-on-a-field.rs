// errors: 1
//! serde writes nothing of an endpoint.
//! The message says what to use.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[serde(rename = "Title")]
    pub title: String,
}

fn main() {}
