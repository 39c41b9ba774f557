// errors: 1
//! A number is not a reference.
//! The argument is underlined.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).contacts([1, 2]);
}
