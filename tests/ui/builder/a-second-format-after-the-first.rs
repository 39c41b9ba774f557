// errors: 2
//! Raw answers and streams are not decoded.
//! The message says what may follow them.

use truto_core::crm::{CreateAssociation, crm_entity};

fn account() -> &'static truto_core::Account {
    unimplemented!()
}

fn main() {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads);
    let _ = link.clone().send(account()).raw().normalized();
    let _ = link.send(account()).stream().raw();
}
