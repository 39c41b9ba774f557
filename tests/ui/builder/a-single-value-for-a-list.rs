// errors: 1
//! A list takes anything that yields items, and a string slice does not.
//! The argument is underlined.

use truto_core::crm::{CreateAssociation, crm_entity};

fn main() {
    let _ = CreateAssociation::builder().entity(crm_entity::Leads).contacts("001");
}
