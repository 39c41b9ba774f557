// errors: 2
//! A request is sent to an account, not by it.
//! The page on rustc's messages shows the right order.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{Account, Client};

fn example(client: &Client, account: &Account) {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let _ = account.send(link.clone());
    let _ = client.send(link);
}

fn main() {}
