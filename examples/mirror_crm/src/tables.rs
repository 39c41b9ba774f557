//! Which record goes into which table, column by column.
//!
//! A column holds the value as the API gave it: an amount and a time stay text, so that nothing is rounded or moved to another
//! zone. Lists and objects are JSON text, which SQLite can query. A member that no column takes is in the column `unknown`.

use std::collections::BTreeMap;

use serde::Serialize;
use truto_core::crm::{
    Account, Contact, GetAccount, GetContact, GetOpportunity, ListAccounts, ListContacts, ListOpportunities,
    Opportunity,
};
use truto_core::paging::Pages;
use truto_core::types::{Id, Unknown};
use truto_core::{DateFilter, Error, Timestamp};

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
}

/// The value of a column in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Text(Option<String>),
    Integer(Option<i64>),
}

/// A column of the table of `R`.
#[derive(Debug)]
pub(crate) struct Column<R: 'static> {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) read: fn(&R) -> Cell,
}

const fn text<R>(name: &'static str, read: fn(&R) -> Cell) -> Column<R> {
    Column { name, kind: Kind::Text, read }
}

const fn integer<R>(name: &'static str, read: fn(&R) -> Cell) -> Column<R> {
    Column { name, kind: Kind::Integer, read }
}

/// A record that has a table.
pub(crate) trait Mirrored: Sized + Send + 'static {
    /// Name of the table, and of the resource.
    const TABLE: &'static str;
    /// The columns after `id`.
    const COLUMNS: &'static [Column<Self>];

    fn id(&self) -> &str;

    fn updated_at(&self) -> Option<&Timestamp>;

    /// Lists the records that changed after a time, or all records.
    fn list(account: &truto_core::Account, changed_after: Option<&str>, page: u32) -> Pages<Self>;

    /// Gets one record.
    fn get(account: &truto_core::Account, id: &str) -> impl Future<Output = Result<Self, Error>> + Send;
}

/// Implements the calls, which are alike for all records.
macro_rules! calls {
    ($List:ident, $Get:ident) => {
        fn id(&self) -> &str {
            self.id.as_str()
        }

        fn updated_at(&self) -> Option<&Timestamp> {
            self.updated_at.as_ref()
        }

        fn list(account: &truto_core::Account, changed_after: Option<&str>, page: u32) -> Pages<Self> {
            let list = $List::builder().limit(page);
            list.maybe_with(changed_after, |list, after| list.updated_at(DateFilter::gt(after))).pages(account)
        }

        async fn get(account: &truto_core::Account, id: &str) -> Result<Self, Error> {
            $Get::builder().id(id).send(account).await
        }
    };
}

impl Mirrored for Account {
    const TABLE: &'static str = "accounts";
    const COLUMNS: &'static [Column<Self>] = &[
        text("name", |account| plain(account.name.as_ref())),
        text("description", |account| plain(account.description.as_ref())),
        text("industry", |account| plain(account.industry.as_ref())),
        text("website", |account| plain(account.website.as_ref())),
        integer("number_of_employees", |account| Cell::Integer(account.number_of_employees)),
        text("owner_id", |account| id(account.owner.as_ref().and_then(|owner| owner.id.as_ref()))),
        text("owner", |account| json(account.owner.as_ref())),
        text("addresses", |account| list(&account.addresses)),
        text("phone_numbers", |account| list(&account.phone_numbers)),
        text("urls", |account| list(&account.urls)),
        text("tags", |account| list(&account.tags)),
        text("last_activity_at", |account| time(account.last_activity_at.as_ref())),
        text("created_at", |account| time(account.created_at.as_ref())),
        text("updated_at", |account| time(account.updated_at.as_ref())),
        text("custom_fields", |account| json(account.custom_fields.as_ref())),
        text("unknown", |account| unknown(&account.unknown)),
        text("remote_data", |account| json(account.remote_data.as_ref())),
    ];
    calls!(ListAccounts, GetAccount);
}

impl Mirrored for Contact {
    const TABLE: &'static str = "contacts";
    const COLUMNS: &'static [Column<Self>] = &[
        text("first_name", |contact| plain(contact.first_name.as_ref())),
        text("last_name", |contact| plain(contact.last_name.as_ref())),
        text("name", |contact| plain(contact.name.as_ref())),
        text("title", |contact| plain(contact.title.as_ref())),
        text("account_id", |contact| id(contact.account.as_ref().and_then(|account| account.id.as_ref()))),
        text("account", |contact| json(contact.account.as_ref())),
        text("owner_id", |contact| id(contact.owner.as_ref().and_then(|owner| owner.id.as_ref()))),
        text("owner", |contact| json(contact.owner.as_ref())),
        text("email_addresses", |contact| list(&contact.email_addresses)),
        text("phone_numbers", |contact| list(&contact.phone_numbers)),
        text("addresses", |contact| list(&contact.addresses)),
        text("urls", |contact| list(&contact.urls)),
        text("tags", |contact| list(&contact.tags)),
        text("last_activity_at", |contact| time(contact.last_activity_at.as_ref())),
        text("etag", |contact| plain(contact.etag.as_ref())),
        text("created_at", |contact| time(contact.created_at.as_ref())),
        text("updated_at", |contact| time(contact.updated_at.as_ref())),
        text("custom_fields", |contact| json(contact.custom_fields.as_ref())),
        text("unknown", |contact| unknown(&contact.unknown)),
        text("remote_data", |contact| json(contact.remote_data.as_ref())),
    ];
    calls!(ListContacts, GetContact);
}

impl Mirrored for Opportunity {
    const TABLE: &'static str = "opportunities";
    const COLUMNS: &'static [Column<Self>] = &[
        text("name", |deal| plain(deal.name.as_ref())),
        text("description", |deal| plain(deal.description.as_ref())),
        text("amount", |deal| json(deal.amount.as_ref())),
        text("currency", |deal| plain(deal.currency.as_ref())),
        text("status", |deal| plain(deal.status.as_ref())),
        text("account_id", |deal| id(deal.account.as_ref().and_then(|account| account.id.as_ref()))),
        text("account", |deal| json(deal.account.as_ref())),
        text("owner_id", |deal| id(deal.owner.as_ref().and_then(|owner| owner.id.as_ref()))),
        text("owner", |deal| json(deal.owner.as_ref())),
        text("stage_id", |deal| id(deal.stage.as_ref().and_then(|stage| stage.id.as_ref()))),
        text("stage", |deal| json(deal.stage.as_ref())),
        text("contact", |deal| list(&deal.contact)),
        text("urls", |deal| list(&deal.urls)),
        text("tags", |deal| list(&deal.tags)),
        text("close_date", |deal| time(deal.close_date.as_ref())),
        text("last_activity_at", |deal| time(deal.last_activity_at.as_ref())),
        text("created_at", |deal| time(deal.created_at.as_ref())),
        text("updated_at", |deal| time(deal.updated_at.as_ref())),
        text("custom_fields", |deal| json(deal.custom_fields.as_ref())),
        text("unknown", |deal| unknown(&deal.unknown)),
        text("remote_data", |deal| json(deal.remote_data.as_ref())),
    ];
    calls!(ListOpportunities, GetOpportunity);
}

fn plain(value: Option<&String>) -> Cell {
    Cell::Text(value.cloned())
}

fn id<R>(id: Option<&Id<R>>) -> Cell {
    Cell::Text(id.map(|id| id.as_str().to_owned()))
}

/// The text of the API, even if it is not a valid time: a mirror does not judge.
fn time(value: Option<&Timestamp>) -> Cell {
    Cell::Text(value.map(|time| time.as_str().to_owned()))
}

/// The value as JSON text. An amount is such a text too: a column of real numbers would lose digits.
fn json(value: Option<&impl Serialize>) -> Cell {
    Cell::Text(value.and_then(|value| serde_json::to_string(value).ok()))
}

fn list(items: &[impl Serialize]) -> Cell {
    json(Some(&items).filter(|items| !items.is_empty()))
}

fn unknown(members: &Unknown) -> Cell {
    let members: BTreeMap<_, _> = members.iter().collect();
    json(Some(&members).filter(|members| !members.is_empty()))
}
