// errors: 3
//! Inside another type, `Patch::Leave` cannot be left out.

use truto_core::{Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/notes/{id}")]
pub struct ChangeNote {
    pub id: String,
    pub title: Option<Patch<String>>,
    pub tags: Vec<Patch<String>>,
    pub owner: Patch<Option<String>>,
}

fn main() {}
