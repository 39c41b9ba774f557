// errors: 2
//! Items and pages arrive later, and a `for` loop does not wait.
//! The page on rustc's messages says how to go through them.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

fn example(account: &Account) {
    for contact in ListContacts::builder().items(account) {
        drop(contact);
    }
    for page in ListContacts::builder().pages(account) {
        drop(page);
    }
}

fn main() {}
