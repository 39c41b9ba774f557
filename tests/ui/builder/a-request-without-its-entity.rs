// errors: 1
//! The entity is forgotten, and nothing that depends on it is set.
//! The message names it, and shows that the id is given.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").build();
}
