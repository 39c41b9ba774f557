// errors: 2
//! `send` returns a future of the response.
//! The page on rustc's messages says `.await`.

use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::Account;

fn example(account: &Account) -> Result<(), truto_core::Error> {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    println!("{:?}", link.clone().send(account).associations);
    let _ = link.send(account)?;
    Ok(())
}

fn main() {}
