// errors: 1
//! A slice has no size.
//! The message names a type that has one.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: [String],
}

fn main() {}
