// errors: 1
//! It is unclear which object is meant.
//! The message shows the form.

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
    #[truto(within)]
    pub accounts: Vec<Reference>,
}

fn main() {}
