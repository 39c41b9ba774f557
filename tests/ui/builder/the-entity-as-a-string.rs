// errors: 1
//! The wire name of an entity is not an entity.
//! The message says what is.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity("contacts");
}
