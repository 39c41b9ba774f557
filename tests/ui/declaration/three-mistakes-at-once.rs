// errors: 3
//! Each is reported, in one compile.
//! No error hides another, and the rest can still be used.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
}

#[unified_endpoint(POTS, "/unified/crm/links")]
pub struct Link {
    pub id: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only-for(Contacts))]
    pub accounts: Vec<Reference>,
    #[truto(withn = "associations", only_for(Contacts))]
    pub contacts: Vec<Reference>,
}

fn main() {
    let _ = Link::builder().id("1").entity(crm_entity::Contacts).contacts(["2"]).build();
}
