// errors: 1
//! `entity` marks the entity, and `only_for` lists the entities of a field.
//! There is an entity already, so a rule is meant.

use truto_core::provider::{Attio, Close};
use truto_core::{Account, Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
    Leads,
}

#[unified_endpoint(POST, "/unified/crm/links", providers(Attio(Contacts), Close))]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(entity = Leads)]
    pub contacts: Vec<Reference>,
    #[truto(only_for(Leads, Contacts))]
    pub accounts: Vec<Reference>,
    #[truto(only_for(Leads))]
    pub note: Option<String>,
}

async fn link(account: &Account, attio: &Account<Attio>) -> Result<(), truto_core::Error> {
    Link::builder().entity(crm_entity::Leads).contacts(["1"]).note("n").send(account).await?;
    Link::builder().entity(crm_entity::Contacts).accounts(["1"]).send(attio).await?;
    Ok(())
}

fn main() {}
