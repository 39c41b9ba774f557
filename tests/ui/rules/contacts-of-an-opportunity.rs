// errors: 1
//! The page allows `contacts` for `leads`.
//! An opportunity cannot have them, and the message shows which entities can.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("1").entity(crm_entity::Opportunities).contacts(["2"]).build();
}
