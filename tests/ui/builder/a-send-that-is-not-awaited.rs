// errors: 1
//! A future that is not polled sends nothing.
//! rustc says so where the user asks it to.

#![deny(unused_must_use)]

use truto_core::crm::{CreateAssociation, crm_entity};

fn account() -> &'static truto_core::Account {
    unimplemented!()
}

fn main() {
    CreateAssociation::builder().entity_id("003").entity(crm_entity::Leads).send(account());
}
