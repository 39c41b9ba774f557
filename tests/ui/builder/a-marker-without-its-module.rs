// errors: 1
//! The module of the markers is not imported.
//! Nothing that follows is an error of its own.

use truto_core::crm::CreateAssociation;

fn main() {
    let link = CreateAssociation::builder().entity(crm_entity::Contacts).accounts(["001"]).entity_id("003").build();
    println!("{}", link.entity_id);
}
