// errors: 5
//! The lists of the API have an envelope, which no list of Rust has.
//! The message says `paginated`, and calls on the pages are not further mistakes.

use std::collections::VecDeque;

use serde::Deserialize;
use truto_core::{Account, unified_endpoint};

#[derive(Deserialize)]
pub struct Contact {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Vec<Contact>)]
pub struct ListContacts {}

#[unified_endpoint(GET, "/proxy/tickets", response = VecDeque<Contact>)]
pub struct ListTickets {}

#[unified_endpoint(GET, "/unified/crm/accounts/{id}/notes", response = std::option::Option<Vec<Contact>>)]
pub struct ListNotes {
    pub id: String,
}

#[unified_endpoint(GET, "/unified/crm/leads", response = Box<[Contact]>)]
pub struct ListLeads {}

#[unified_endpoint(GET, "/unified/crm/stages", response = [Contact; 3])]
pub struct ListStages {}

async fn example(account: &Account) -> Result<(), truto_core::Error> {
    while let Some(contact) = ListContacts::builder().limit(5).items(account).try_next().await? {
        println!("{}", contact.id);
    }
    for contact in ListTickets::builder().send(account).await?.items() {
        println!("{}", contact.id);
    }
    Ok(())
}

fn main() {}
