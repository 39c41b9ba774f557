// errors: 1
//! A second `paginated` adds nothing.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts", paginated, paginated)]
pub struct ListContacts {}

fn main() {}
