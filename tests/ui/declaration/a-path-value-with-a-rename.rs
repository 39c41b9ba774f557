// errors: 1
//! A path has no names, so the placeholder is the name of the field.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct GetNote {
    #[truto(rename = "note_id")]
    pub id: String,
}

fn main() {}
