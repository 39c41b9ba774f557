// errors: 1
//! The provider of the account does not support the entity.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::provider::Attio;
use truto_core::{Account, Error};

async fn link(account: &Account<Attio>) -> Result<(), Error> {
    let link = CreateAssociation::builder().entity_id("00Q1").entity(crm_entity::Leads).contacts(["0031"]);
    link.send(account).await?;
    Ok(())
}

fn main() {}
