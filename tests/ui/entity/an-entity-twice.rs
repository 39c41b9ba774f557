// errors: 1
//! rustc reports a variant that occurs twice.
//! Only rustc reports it.

use std::error::Error;

use truto_core::provider::Attio;
use truto_core::{Account, Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts,
    Accounts,
}

#[unified_endpoint(POST, "/unified/crm/links", providers(Attio(Accounts)))]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Accounts))]
    pub contacts: Vec<Reference>,
}

async fn link(account: &Account<Attio>, entity: CrmEntity) -> Result<(), Box<dyn Error>> {
    Link::builder().entity(crm_entity::Accounts).contacts(["1"]).send(account).await?;
    Link::builder().entity(entity).contacts(["1"]).build()?;
    println!("{:?} {}", CrmEntity::Accounts, "accounts".parse::<CrmEntity>()?);
    Ok(())
}

fn main() {}
