// errors: 2
//! Links take the ids of their own kind of record.
//! The argument is underlined, and both types of record are named.

use truto_core::crm::{Contact, CreateAssociation, Opportunity, crm_entity};
use truto_core::types::Id;

fn link(contact: Contact, deals: &[Id<Opportunity>]) {
    let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Contacts);
    let _ = link.accounts([contact.id]).organizations(deals);
}

fn main() {}
