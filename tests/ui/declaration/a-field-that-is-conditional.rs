// errors: 1
//! A contract is the same in every build.
//! The message says what to do.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[cfg(unix)]
    pub owner: Option<String>,
}

fn main() {}
