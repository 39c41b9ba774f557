// errors: 1
//! A tuple is not an enum.
//! The type is underlined.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: (CrmEntity, CrmEntity),
    #[truto(only_for(Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
