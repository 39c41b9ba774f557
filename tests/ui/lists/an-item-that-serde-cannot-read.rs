// errors: 1
//! The type of an item is what a page is decoded into.

use truto_core::unified_endpoint;

pub struct Contact {
    pub name: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub struct ListContacts {}

fn main() {}
