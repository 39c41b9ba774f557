// errors: 1
//! A spelling of other crates.
//! The message says how the same is said here.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(optional)]
    pub title: String,
}

fn main() {}
