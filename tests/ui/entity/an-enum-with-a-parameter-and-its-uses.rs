// errors: 1
//! The parameter is underlined.
//! Endpoints that give it an argument are not further mistakes.

use truto_core::{Account, Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity<T> {
    Accounts,
    Other(T),
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity<String>,
    #[truto(only_for(Accounts))]
    pub contacts: Vec<Reference>,
}

async fn link(account: &Account) -> Result<(), truto_core::Error> {
    Link::builder().entity(crm_entity::Accounts).contacts(["1"]).send(account).await?;
    Ok(())
}

fn main() {}
