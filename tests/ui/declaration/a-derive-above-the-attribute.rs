// errors: 1
//! What stands above is expanded first, so the attribute cannot take it out.
//! The message still says whose mistake it is.

use truto_core::unified_endpoint;

#[derive(Clone)]
#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
