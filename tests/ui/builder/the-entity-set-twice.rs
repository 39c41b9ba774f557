// errors: 1
//! The fields that were set since then depend on the first entity.
//! The second call is refused, not silently the last one to win.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity(crm_entity::Leads).entity(crm_entity::Contacts).build();
}
