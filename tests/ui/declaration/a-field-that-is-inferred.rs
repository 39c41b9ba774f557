// errors: 1
//! There is nothing to infer it from.
//! The message says so once, and the builder is there anyway.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: _,
}

fn main() {}
