//! Finding a record by a filter that the provider may ignore.

use truto_core::crm::{self, Contact, ListAccounts, ListContacts};
use truto_core::paging::Items;
use truto_core::{Account, Error};

/// Records in a page of an answer.
const PAGE: u32 = 100;

/// What a search found.
#[derive(Debug)]
pub(crate) struct Found<T> {
    /// The record, if the account has it.
    pub(crate) record: Option<T>,
    /// How many other records came although the filter excludes them. If there are some, the provider ignores the filter.
    pub(crate) others: usize,
}

/// Finds the contact with this email address.
pub(crate) async fn contact(account: &Account, email: &str, most: usize) -> Result<Found<Contact>, Error> {
    let list = ListContacts::builder().email(email).limit(PAGE).items(account);
    let is_wanted = |contact: &Contact| {
        let mut addresses = contact.email_addresses.iter().filter_map(|address| address.email.as_deref());
        addresses.any(|address| address.eq_ignore_ascii_case(email))
    };
    first(list, is_wanted, most).await
}

/// Finds the company with this name.
pub(crate) async fn company(account: &Account, name: &str, most: usize) -> Result<Found<crm::Account>, Error> {
    let list = ListAccounts::builder().name(name).limit(PAGE).items(account);
    first(list, |company| company.name.as_deref() == Some(name), most).await
}

/// The first wanted record of a list. A provider that ignores a filter returns every record, so each record is checked.
async fn first<T: Send + 'static>(
    mut list: Items<T>,
    is_wanted: impl Fn(&T) -> bool,
    most: usize,
) -> Result<Found<T>, Error> {
    let mut others = 0;
    while others < most
        && let Some(record) = list.try_next().await?
    {
        if is_wanted(&record) {
            return Ok(Found { record: Some(record), others });
        }
        others += 1;
    }
    Ok(Found { record: None, others })
}
