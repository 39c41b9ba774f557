// errors: 1
//! A builder that is neither built nor sent does nothing.
//! rustc says so where the user asks it to.

#![deny(unused_must_use)]

use truto_core::crm::CreateAssociation;

fn main() {
    CreateAssociation::builder().entity_id("003");
}
