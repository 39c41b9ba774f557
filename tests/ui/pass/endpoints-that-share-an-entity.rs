//! Several endpoints share an enum of entities, each with its own rules.
//! The rules must not be mixed up.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Contacts))]
    pub records: Vec<Reference>,
}

#[unified_endpoint(DELETE, "/unified/crm/links")]
pub struct Unlink {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Accounts))]
    pub records: Option<Vec<String>>,
}

#[test]
fn each_has_its_own_rules() {
    assert_eq!(Link::builder().entity(crm_entity::Contacts).records(["1"]).build().records.len(), 1);
    assert_eq!(Unlink::builder().entity(crm_entity::Accounts).records(["1"]).build().records.unwrap().len(), 1);
    assert!(Unlink::builder().entity(CrmEntity::Contacts).records(["1"]).build().is_err());
}
