//! A marker converts into a value of its enum, and prints as its variant.
//! Generic code can pass on both forms of an entity.

use truto_core::entity::EntityChoice;
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};

fn link<E: EntityChoice<CrmEntity>>(entity: E) -> CrmEntity {
    entity.entity()
}

#[test]
fn they_are_the_same_entity() {
    assert_eq!(CrmEntity::from(crm_entity::Leads), CrmEntity::Leads);
    assert_eq!((link(crm_entity::Leads), link(CrmEntity::Leads)), (CrmEntity::Leads, CrmEntity::Leads));
    assert_eq!(CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build().entity, CrmEntity::Leads);
    assert_eq!(format!("{:?} {}", crm_entity::Leads, CrmEntity::Leads), "Leads leads");
}
