// errors: 1
//! The type is not there.
//! A call is not reported for the other providers.

use truto_core::provider::Attio;
use truto_core::{Account, Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
    Leads,
}

#[unified_endpoint(POST, "/unified/crm/links", providers(Attio(Contacts), Closse))]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Leads))]
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
