// errors: 1
//! The record shows its fields without its secrets.

use truto_core::UnifiedRecord;

#[derive(UnifiedRecord)]
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Contact {
    pub id: String,
}

fn main() {}
