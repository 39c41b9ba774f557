// errors: 4
//! Keys as attributes, and a misspelt `truto`.
//! Each is taken for what it was meant to be, so the rule has its entity.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Leads,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[entity]
    pub entity: CrmEntity,
    #[within = "links"]
    #[only_for(Leads)]
    pub accounts: Vec<Reference>,
    #[trutto(within = "links")]
    pub leads: Vec<Reference>,
}

fn main() {
    let _ = Link::builder().entity(crm_entity::Leads).accounts(["1"]).leads(["2"]).build();
}
