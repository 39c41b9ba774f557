// errors: 1
//! An item may be an error, which the suggestion of rustc ignores.
//! The page on rustc's messages says what to write instead.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

async fn example(account: &Account) {
    let mut contacts = ListContacts::builder().items(account);
    while let Some(contact) = contacts.try_next().await {
        drop(contact);
    }
}

fn main() {}
