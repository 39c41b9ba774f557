// errors: 3
//! Three calls with a slip each give three errors.
//! No error hides another.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).leads(["2"]).build();
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).build();
    let _ = CreateAssociation::builder().entity_id("1").contacts(["2"]);
}
