// errors: 1
//! The struct cannot be parsed.
//! Only rustc reports it, once.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title String,
}

fn main() {}
