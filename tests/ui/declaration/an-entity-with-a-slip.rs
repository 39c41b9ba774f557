// errors: 1
//! rustc knows the variants, and suggests the one that is meant.
//! Only rustc reports it, on the user's token.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    pub id: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Contcts))]
    pub accounts: Vec<Reference>,
}

fn main() {
    let _ = Link::builder().id("1").entity(crm_entity::Contacts).build();
}
