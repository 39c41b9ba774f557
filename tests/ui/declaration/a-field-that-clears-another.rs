// errors: 1
//! `clear_name` is the setter that clears `name`.
//! The field is underlined.

use truto_core::{Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/notes/{id}")]
pub struct ChangeNote {
    pub id: String,
    pub name: Patch<String>,
    pub clear_name: Option<bool>,
}

fn main() {}
