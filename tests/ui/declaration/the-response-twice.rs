// errors: 1
//! One request has one answer.
//! The second key is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes", response = String, response = u32)]
pub struct CreateNote {
    pub title: String,
}

fn main() {}
