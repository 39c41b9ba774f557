// errors: 1
//! A rule needs an entity to depend on.
//! The type is underlined, and the rule is not called wrong as well.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: Option<CrmEntity>,
    #[truto(only_for(Contacts))]
    pub accounts: Vec<Reference>,
}

fn main() {}
