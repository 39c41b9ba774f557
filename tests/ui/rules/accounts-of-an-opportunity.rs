// errors: 1
//! The page allows `accounts` for `leads` and `contacts`.
//! An opportunity cannot have them, and the message shows which entities can.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("1").entity(crm_entity::Opportunities).accounts(["2"]).build();
}
