// errors: 1
//! The path is forgotten.
//! The message shows how it is written.

use truto_core::unified_endpoint;

#[unified_endpoint(POST)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
