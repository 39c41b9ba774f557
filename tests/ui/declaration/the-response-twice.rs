// errors: 1
//! A request has one response.
//! The second key is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", response = String, response = u32)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
