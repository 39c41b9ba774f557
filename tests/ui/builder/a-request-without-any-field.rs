// errors: 1
//! Both required fields are forgotten.
//! One message names both.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::builder().build();
}
