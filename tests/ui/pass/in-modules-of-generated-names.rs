//! Declarations in modules with the names of generated modules.
//! A relative path would find the wrong module.

pub mod crm_entity {
    use truto_core::UnifiedEntity;

    #[derive(UnifiedEntity)]
    pub enum CrmEntity {
        Accounts,
        Contacts,
    }
}

pub mod link_builder {
    use super::crm_entity::{CrmEntity, crm_entity};
    use truto_core::{Reference, unified_endpoint};

    #[unified_endpoint(POST, "/unified/crm/links")]
    pub struct Link {
        pub id: String,
        #[truto(entity)]
        pub entity: CrmEntity,
        #[truto(only_for(Contacts))]
        pub accounts: Vec<Reference>,
    }

    #[test]
    fn they_are_told_apart() {
        let link = Link::builder().id("1").entity(crm_entity::Contacts).accounts(["2"]).build();
        assert_eq!(link.accounts.len(), 1);
    }
}
