// errors: 1
//! The struct cannot be parsed.
//! rustc's own words, once.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title String,
}

fn main() {}
