// errors: 1
//! There is an item to wait for, and not a list.
//! The page on rustc's messages says how to go through them.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

async fn example(account: &Account) {
    let _ = ListContacts::builder().items(account).await;
}

fn main() {}
