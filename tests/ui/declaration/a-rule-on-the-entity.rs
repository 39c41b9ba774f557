// errors: 1
//! The entity cannot depend on itself.
//! The rule is underlined.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity, only_for(Contacts))]
    pub entity: CrmEntity,
    pub accounts: Vec<Reference>,
}

fn main() {}
