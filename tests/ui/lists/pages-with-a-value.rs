// errors: 1
//! A list has pages, or it has no pages.

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts", paginated = true)]
pub struct ListContacts {}

fn list(account: &truto_core::Account) {
    let _ = ListContacts::builder().items(account);
}

fn main() {}
