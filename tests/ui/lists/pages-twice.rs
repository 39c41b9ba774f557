// errors: 1
//! Said twice it means no more.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts", paginated, paginated)]
pub struct ListContacts {}

fn main() {}
