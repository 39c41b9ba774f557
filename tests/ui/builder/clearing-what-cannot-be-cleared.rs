// errors: 1
//! Only a `Patch` has three states.
//! An `Option` has no `clear_`.

use truto_core::unified_endpoint;

#[unified_endpoint(PATCH, "/unified/crm/accounts/{id}")]
pub struct RenameAccount {
    pub id: String,
    pub name: Option<String>,
}

fn main() {
    let _ = RenameAccount::builder().id("1").clear_name();
}
