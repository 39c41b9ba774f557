// errors: 1
//! A call may outlive what it was built from.
//! The type is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: &'static str,
}

fn main() {}
