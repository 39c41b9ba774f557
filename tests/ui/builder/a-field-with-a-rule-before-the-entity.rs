// errors: 1
//! Without the entity it is unclear whether the field is allowed.
//! The message says what to call first.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").contacts(["001"]).entity(crm_entity::Leads).build();
}
