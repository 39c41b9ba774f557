// errors: 1
//! A request goes to one account, and a client has many.
//! The argument is underlined.

use truto_core::crm::{CreateAssociation, crm_entity};

fn client() -> &'static truto_core::Client {
    unimplemented!()
}

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity(crm_entity::Leads).send(client());
}
