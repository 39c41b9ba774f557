// errors: 1
//! `paginated` makes the page of an item.
//! The message names both, and calls on the pages are not further mistakes.

use serde::Deserialize;
use truto_core::{Account, unified_endpoint};

#[derive(Deserialize)]
pub struct Contact {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = truto_core::Page<Contact>)]
pub struct ListContacts {
    pub owner: Option<String>,
}

async fn example(account: &Account) {
    while let Ok(Some(contact)) = ListContacts::builder().owner("o").items(account).try_next().await {
        println!("{}", contact.id);
    }
}

fn main() {}
