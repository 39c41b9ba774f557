// errors: 1
//! The type has no default to send.
//! The type is underlined.

use truto_core::unified_endpoint;

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Priority(u8);

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[truto(default)]
    pub priority: Priority,
}

fn main() {}
