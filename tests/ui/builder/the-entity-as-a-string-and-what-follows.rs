// errors: 1
//! The same, with the rest of its chain.
//! No other errors follow.

use truto_core::crm::{Association, CreateAssociation};
use truto_core::{Account, Sending};

fn link(account: &Account) -> Sending<Association> {
    CreateAssociation::builder().entity_id("003").entity("contacts").accounts(["001"]).send(account)
}

fn main() {}
