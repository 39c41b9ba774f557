// errors: 2
//! Two enums may have entities of one name.
//! The message names the enum that is expected.

use truto_core::UnifiedEntity;
use truto_core::crm::CreateAssociation;

#[derive(UnifiedEntity)]
pub enum HrisEntity {
    Employees,
    Contacts,
}

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity(hris_entity::Contacts);
    let _ = CreateAssociation::builder().entity_id("003").entity(HrisEntity::Contacts);
}
