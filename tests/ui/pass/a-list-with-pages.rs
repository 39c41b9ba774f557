//! A list with its own parameters, the common parameters of lists, and a parameter that replaces a common one.

use serde::Deserialize;
use truto_core::paging::{Items, Pages};
use truto_core::{Account, Endpoint, Page, Paginated, unified_endpoint};

#[derive(Deserialize)]
pub struct Contact {
    pub name: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub struct ListContacts {
    pub limit: Option<u16>,
    pub search: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/notes", paginated)]
pub struct ListNotes {}

fn of_any<E: Paginated<Scope = truto_core::scope::AccountScope>>(endpoint: &E, account: &Account) -> Items<E::Item> {
    endpoint.items(account)
}

async fn names(account: Account) -> Result<Vec<Option<String>>, truto_core::Error> {
    let page: Page<Contact> = ListContacts::builder().send(&account).await?;
    Ok(page.into_items().into_iter().map(|contact| contact.name).collect())
}

#[test]
fn pages_and_items_know_their_type() {
    let client = truto_core::Client::builder().token("token").base_url("http://127.0.0.1:1").build().unwrap();
    let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
    let list = || ListContacts::builder().limit(7_u16).search("Ada").key_by("id").ignore_limit(true);
    let items: Items<Contact> = list().items(&account);
    let pages: Pages<Contact> = list().next_cursor("c").pages(&account).prefetch(2);
    let notes: Items<truto_core::Json> = ListNotes::builder().limit(7).items(&account);
    let any: Items<Contact> = of_any(&list().build(), &account);
    let read = [items.checkpoint(), pages.checkpoint(), notes.checkpoint(), any.checkpoint()].map(|at| at.items());
    assert_eq!(read, [0; 4], "nothing is read before it is asked for");
    drop(names(account));
}

#[test]
fn the_contract_says_so() {
    assert!(ListContacts::CONTRACT.is_paginated() && ListNotes::CONTRACT.is_paginated());
}
