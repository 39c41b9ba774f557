// errors: 1
//! A spelling of other crates.
//! The message says to leave the quotes out.

use truto_core::unified_endpoint;

#[unified_endpoint("POST", "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
