// errors: 2
//! The page and the list around an item come by themselves.
//! The item is sent, and its uses are not further mistakes.

use serde::Deserialize;
use truto_core::{Account, Page, unified_endpoint};

#[derive(Deserialize)]
pub struct Contact {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Vec<Contact>, paginated)]
pub struct ListContacts {}

#[unified_endpoint(GET, "/unified/crm/leads", paginated, response = Page<Contact>)]
pub struct ListLeads {}

async fn example(account: &Account) {
    while let Ok(Some(contact)) = ListContacts::builder().items(account).try_next().await {
        println!("{}", contact.id);
    }
    let page: Page<Contact> = ListLeads::builder().send(account).await.unwrap();
    println!("{}", page.items().len());
}

fn main() {}
