// errors: 1
//! The same holds for values of the enum.
//! The message is the same.

use truto_core::crm::{CreateAssociation, CrmEntity};

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity(CrmEntity::Leads).entity(CrmEntity::Leads).build();
}
