//! A list of a resource.

use core::fmt;
use core::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::maybe;
use crate::dynamic::Unified;
use crate::dynamic::draft::Draft;
use crate::dynamic::request::shared_setters;
use crate::engine::sending::Sending;
#[cfg(feature = "saved")]
use crate::error::Error;
use crate::paging::{Items, Pages};
use crate::request::encode::encoded::EncodedRequest;
#[cfg(feature = "saved")]
use crate::request::encode::unaddressed::UnaddressedRequest;
use crate::response::ResponseValue;
use crate::response::page::Page;

/// A list of records. Its items are of type `T`: [`Json`](crate::Json), unless [`decode_as`](Self::decode_as) names a type.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), Box<dyn std::error::Error>> {
/// use truto_core::{DateFilter, SortBy};
///
/// #[derive(serde::Deserialize)]
/// struct Ticket { id: String }
///
/// let list = || account.unified("ticketing", "tickets").list().query("created_at", DateFilter::gt("2024-01-01"));
/// let mut tickets = list().query("sort_by", SortBy::asc("created_at")).decode_as::<Ticket>().items().prefetch(2);
/// let first = tickets.try_next().await?;
/// let saved = tickets.checkpoint().to_string(); // belongs to this model, resource and query
/// # let _ = (first.map(|ticket| ticket.id), saved);
/// # Ok(()) }
/// ```
#[must_use = "nothing is sent until a page is asked for"]
pub struct List<A, T = Value> {
    draft: Draft,
    types: PhantomData<fn() -> (A, T)>,
}

impl<A, T> List<A, T> {
    pub(super) fn new(draft: Draft) -> Self {
        Self { draft, types: PhantomData }
    }

    fn with(mut self, change: impl FnOnce(&mut Draft)) -> Self {
        change(&mut self.draft);
        self
    }

    /// Sets the number of items of a page (`limit`). The provider may return fewer or more.
    pub fn limit(self, items: u32) -> Self {
        self.with(|draft| draft.common.limit(items))
    }

    /// Sets the page to start with (`next_cursor`).
    pub fn next_cursor(self, cursor: impl Into<String>) -> Self {
        self.with(|draft| draft.common.next_cursor(cursor))
    }
}

shared_setters!(List);

impl<T> List<Unified, T> {
    /// Keys the items of the answer by this field (`truto_key_by`). Decoding is unaffected.
    pub fn key_by(self, field: impl Into<String>) -> Self {
        self.with(|draft| draft.common.key_by(field))
    }

    /// Sets whether the provider ignores `limit` (`truto_ignore_limit`).
    pub fn ignore_limit(self, ignore: bool) -> Self {
        self.with(|draft| draft.common.ignore_limit(ignore))
    }
}

impl<A, T: DeserializeOwned + Send + 'static> List<A, T> {
    /// The same list, with items of another type.
    pub fn decode_as<U: DeserializeOwned + Send + 'static>(self) -> List<A, U> {
        List::new(self.draft)
    }

    /// Asks for one page. The future takes the format and the options of the call: see [`Sending`].
    pub fn send(&self) -> Sending<Page<T>> {
        let encoded = self.draft.encode().map(EncodedRequest::with_cursor);
        Sending::record(self.draft.account.prepare(encoded))
    }

    /// Returns the pages of the list.
    pub fn pages(&self) -> Pages<T> {
        Pages::new(&self.draft.account, self.draft.encode_list(), Page::from_answer)
    }

    /// Returns the items of the list, over all its pages.
    pub fn items(&self) -> Items<T> {
        Items::new(self.pages())
    }
}
