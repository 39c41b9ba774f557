// errors: 1
//! Rules depend on one entity.
//! The second one is underlined, and the first keeps its rules.

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
    #[truto(entity)]
    pub other: CrmEntity,
    #[truto(only_for(Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
