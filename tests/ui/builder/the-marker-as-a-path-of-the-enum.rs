// errors: 1
//! A variant is a value, so its rules are checked at run time: `build` yields a `Result`.
//! The type shows it.

use truto_core::crm::{CreateAssociation, CrmEntity};

fn main() {
    let request: CreateAssociation = CreateAssociation::builder().entity_id("003").entity(CrmEntity::Leads).build();
}
