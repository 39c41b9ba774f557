// errors: 2
//! The same, with the rest of its chain.
//! The first error is the one to mend; rustc adds that `build` cannot be reached.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::builder().entity_id("003").entity("contacts").build();
}
