// errors: 2
//! A page is its items, and what the server says about them.
//! The page on rustc's messages says how to get at them.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

async fn example(account: &Account) -> Result<(), truto_core::Error> {
    let page = ListContacts::builder().send(account).await?;
    println!("{} contacts, the first is {}", page.len(), page[0]);
    Ok(())
}

fn main() {}
