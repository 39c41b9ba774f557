// errors: 1
//! One required field is forgotten.
//! The message names it, and shows that the other is given.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).accounts(["001"]).build();
}
