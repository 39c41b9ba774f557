// errors: 1
//! One key cannot be a string and an object.
//! The field is underlined.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub note: String,
    #[truto(within = "note")]
    pub title: Option<String>,
}

fn main() {}
