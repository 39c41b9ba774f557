// errors: 2
//! An `Option` has a default, which is not needed; another one would be sent as `null`.

use truto_core::{Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/notes/{id}")]
pub struct ChangeNote {
    pub id: String,
    #[truto(default)]
    pub title: Patch<String>,
    #[truto(default)]
    pub owner: Option<String>,
}

fn main() {}
