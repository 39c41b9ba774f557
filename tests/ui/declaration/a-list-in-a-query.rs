// errors: 4
//! A query cannot contain an empty list, and without it everything would be listed.
//! The setters take plain lists as before, so their uses are not further mistakes.

use std::collections::BTreeSet;

use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/contacts")]
pub struct ListContacts {
    pub ids: Vec<String>,
    #[truto(rename = "truto_exclude_fields")]
    pub excluded: std::vec::Vec<String>,
    #[truto(default)]
    pub tags: BTreeSet<String>,
}

#[unified_endpoint(POST, "/unified/crm/contacts/find")]
pub struct FindContacts {
    #[truto(query, style = comma)]
    pub ids: Vec<u32>,
    pub emails: Vec<String>,
}

fn main() {
    let list = ListContacts::builder().ids(["1"]).excluded(["a"]).tags(["b".to_owned()]).build();
    let find = FindContacts::builder().ids([1]).emails(["c"]).build();
    println!("{} {}", list.ids.len(), find.ids.len());
}
