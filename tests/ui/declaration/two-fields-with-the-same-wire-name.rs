// errors: 1
//! One of two values would be lost.
//! The name that is given explicitly is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[truto(rename = "title")]
    pub name: Option<String>,
}

fn main() {}
