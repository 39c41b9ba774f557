// errors: 1
//! The method and the path are missing.
//! The message shows how it is written.

use truto_core::unified_endpoint;

#[unified_endpoint]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
