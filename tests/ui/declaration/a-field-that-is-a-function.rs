// errors: 1
//! A function cannot be sent.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: fn() -> String,
}

fn main() {}
