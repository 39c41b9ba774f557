// errors: 1
//! An empty name between two dots.
//! The string is underlined.

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
    #[truto(within = "a..b")]
    pub accounts: Vec<Reference>,
}

fn main() {}
