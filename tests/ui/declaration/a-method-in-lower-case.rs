// errors: 1
//! Methods are case-sensitive in HTTP.
//! The message suggests the one that is meant.

use truto_core::unified_endpoint;

#[unified_endpoint(post, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
