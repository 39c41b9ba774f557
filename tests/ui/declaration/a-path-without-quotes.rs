// errors: 1
//! A path is a string.
//! The token that is in its place is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, unified)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
