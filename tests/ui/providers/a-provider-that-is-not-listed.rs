// errors: 1
//! The user's own provider, which the endpoint does not list.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::provider::Provider;
use truto_core::response::ByteStream;
use truto_core::{Account, Error};

pub struct Zoho;

impl Provider for Zoho {
    const NAME: &'static str = "zohocrm";
}

async fn link(account: &Account<Zoho>) -> Result<ByteStream, Error> {
    CreateAssociation::builder().entity_id("00Q1").entity(crm_entity::Leads).send(account).stream().await
}

fn main() {}
