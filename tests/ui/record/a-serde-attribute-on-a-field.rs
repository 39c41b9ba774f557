// errors: 1
//! serde does not read the fields.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
pub struct Contact {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

fn main() {}
