// errors: 1
//! The builder of a list has a method of this name.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts", paginated)]
pub struct ListContacts {
    pub items: Option<String>,
}

fn main() {}
