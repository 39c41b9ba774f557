//! A list: its own parameters, those that every list has, and one that takes the place of a common one.
#![allow(dead_code, reason = "it has to compile, and nothing more")]

use serde::Deserialize;
use truto_core::{Account, Endpoint, Items, Page, Paginated, Pages, unified_endpoint};

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

pub fn contacts(account: &Account) -> (Items<Contact>, Pages<Contact>) {
    let list = || ListContacts::builder().limit(7_u16).search("Ada").key_by("id").ignore_limit(true);
    (list().items(account), list().next_cursor("c").pages(account).prefetch(2))
}

pub fn notes(account: &Account) -> Items<truto_core::Json> {
    ListNotes::builder().limit(7).items(account)
}

pub fn of_any<E: Paginated>(endpoint: &E, account: &Account) -> Items<E::Item> {
    endpoint.items(account)
}

pub async fn one_page(account: &Account) -> Result<Page<Contact>, truto_core::Error> {
    ListContacts::builder().send(account).await
}

#[test]
fn the_contract_says_so() {
    assert!(ListContacts::CONTRACT.is_paginated() && ListNotes::CONTRACT.is_paginated());
}
