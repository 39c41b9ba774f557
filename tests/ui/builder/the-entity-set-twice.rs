// errors: 1
//! What was set since the first entity was checked against it.
//! The second call is refused, not silently the last one to win.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity(crm_entity::Leads).entity(crm_entity::Contacts).build();
}
