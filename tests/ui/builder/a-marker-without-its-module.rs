// errors: 1
//! The module of the markers is not imported.
//! No other errors follow.

use truto_core::crm::CreateAssociation;

fn main() {
    let link = CreateAssociation::builder().entity(crm_entity::Contacts).accounts(["001"]).entity_id("003").build();
    println!("{}", link.entity_id);
}
