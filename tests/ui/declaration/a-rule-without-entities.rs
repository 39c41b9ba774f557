// errors: 1
//! A field without allowed entities could never be sent.
//! The message says what is missing.

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
    #[truto(only_for())]
    pub accounts: Vec<Reference>,
}

fn main() {}
