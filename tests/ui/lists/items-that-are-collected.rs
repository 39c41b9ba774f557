// errors: 3
//! Items do not have the methods of an iterator.
//! The page on rustc's messages says what they have.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

fn example(account: &Account) {
    let _: Vec<u32> = ListContacts::builder().items(account).collect();
    let _ = ListContacts::builder().items(account).map(|contact| contact);
    let _ = ListContacts::builder().items(account).into_iter();
}

fn main() {}
