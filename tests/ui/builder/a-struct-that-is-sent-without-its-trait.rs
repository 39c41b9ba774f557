// errors: 1
//! The method that sends a struct is in a trait, which must be imported.
//! rustc says so.

use truto_core::Account;
use truto_core::crm::{CreateAssociation, crm_entity};

fn example(account: &Account) {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build();
    let _ = link.send(account);
}

fn main() {}
