// errors: 1
//! The value behind it cannot be read back.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: dyn std::fmt::Display,
}

fn main() {}
