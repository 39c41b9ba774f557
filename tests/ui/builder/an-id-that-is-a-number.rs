// errors: 1
//! Ids are strings, even if the provider has numbers.
//! The argument is underlined.

use truto_core::crm::CreateAssociation;

fn main() {
    let _ = CreateAssociation::builder().entity_id(3);
}
