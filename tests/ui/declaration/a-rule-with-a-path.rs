// errors: 1
//! The variants are written without their enum.
//! The path is underlined, and the rule is not mentioned.

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
    #[truto(only_for(CrmEntity::Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
