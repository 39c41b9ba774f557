// errors: 1
//! The entity is not marked.
//! The message says how to mark it.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    pub entity: CrmEntity,
    #[truto(only_for(Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
