// errors: 1
//! The page allows `leads` for `opportunities` and `contacts`.
//! A lead cannot have them, and the message shows which entities can.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).leads(["2"]).build();
}
