// errors: 1
//! Another entity was probably meant.
//! The second one is underlined.

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
    #[truto(only_for(Contacts, Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
