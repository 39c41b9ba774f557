// errors: 1
//! serde's derive is not used for an endpoint.
//! The message says what to use.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[serde(rename = "Title")]
    pub title: String,
}

fn main() {}
