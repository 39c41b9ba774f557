// errors: 1
//! One of the two values would be lost.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
pub struct Contact {
    pub id: String,
    pub kind: Option<String>,
    #[truto(rename = "kind")]
    pub r#type: Option<String>,
}

fn main() {}
