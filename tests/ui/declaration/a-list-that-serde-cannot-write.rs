// errors: 1
//! The same inside a list.
//! The field's type is underlined.

use truto_core::unified_endpoint;

#[derive(Clone, Debug, serde::Deserialize)]
pub struct Tag;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub tags: Vec<Tag>,
}

fn main() {}
