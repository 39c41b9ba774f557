// errors: 1
//! `send` needs the same fields as `build`.
//! The message is the same, and comes once although two things are chained.

use truto_core::crm::{CreateAssociation, crm_entity};

fn account() -> &'static truto_core::Account {
    unimplemented!()
}

fn main() {
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).send(account());
}
