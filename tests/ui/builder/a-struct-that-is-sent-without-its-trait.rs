// errors: 1
//! A struct value is sent by a trait, which has to be imported.
//! rustc says so.

use truto_core::Account;
use truto_core::crm::{CreateAssociation, crm_entity};

fn example(account: &Account) {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build();
    let _ = link.send(account);
}

fn main() {}
