// errors: 1
//! rustc knows the setters, and suggests the one that is meant.
//! Only rustc reports it.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).contcts(["001"]);
}
