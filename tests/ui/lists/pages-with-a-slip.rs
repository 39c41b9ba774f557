// errors: 1
//! The key is known by its slip, and by what other crates call it.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts", paginate)]
pub struct ListContacts {}

fn main() {}
