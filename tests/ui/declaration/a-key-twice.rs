// errors: 1
//! One of two values would be lost.
//! The second key is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(rename = "Title", rename = "name")]
    pub title: String,
}

fn main() {}
