//! The traits of a declared endpoint, and one call of it.

pub(crate) mod access;
pub(crate) mod call;
pub(crate) mod document;
pub(crate) mod service;

use serde_json::Value;

use crate::client::scope::{Scope, Target};
use crate::contract::Contract;
use crate::contract::common::Common;
use crate::endpoint::access::Member;
use crate::endpoint::call::{Call, list, send, with_view};
use crate::engine::sending::Sending;
use crate::error::Error;
use crate::paging::{Items, Pages};
use crate::request::decode::RequestReader;
use crate::request::encode::field_ref::FieldRef;
use crate::response::ResponseValue;
use crate::response::page::Page;

/// An endpoint of the API, declared with `#[unified_endpoint]`.
///
/// Only the macro implements this trait: its hidden methods may change in any release.
///
/// The fields of a struct can be set to anything, so [`send`](Self::send) checks the entity rules first. If a rule is broken,
/// it returns [`Error::Invalid`] and sends nothing.
///
/// ```no_run
/// use truto_core::Endpoint;
/// use truto_core::crm::CreateAssociation;
///
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let row = r#"{"entity_id": "003Ux000004TbQd", "entity": "contacts", "associations": {"accounts": [{"id": "001Ux"}]}}"#;
/// let link = CreateAssociation::from_json(row.as_bytes())?.send(account).await?;
/// println!("{:?}", link.associations.accounts);
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    label = "expected a struct with `#[unified_endpoint(METHOD, \"/path\")]`",
    note = "call `.build()` to turn a builder into the struct"
)]
pub trait Endpoint: Sized + 'static {
    /// The type of the response.
    type Response: ResponseValue;

    /// What the request is sent to: [`AccountScope`](crate::scope::AccountScope) or [`ClientScope`](crate::scope::ClientScope).
    type Scope: Scope;

    /// The endpoint as data.
    const CONTRACT: &'static Contract;

    #[doc(hidden)]
    fn member(&self, _index: usize) -> Option<Member<'_>> {
        None
    }

    #[doc(hidden)]
    fn field_ref(&self, index: usize) -> FieldRef<'_> {
        self.member(index).map_or(FieldRef::Absent, |member| member.value)
    }

    #[doc(hidden)]
    fn decode(reader: &mut RequestReader) -> Option<Self>;

    #[doc(hidden)]
    fn entity_id(&self) -> Option<usize> {
        None
    }

    /// Checks the entity rules.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that the request's entity forbids.
    fn check(&self) -> Result<(), Error> {
        with_view(self, &Common::default(), |view| match view.rule_violations() {
            broken if broken.is_empty() => Ok(()),
            broken => Err(view.invalid(broken).into()),
        })
    }

    /// Reads a request from JSON: the body that is sent, with path, query and header fields at top level.
    ///
    /// `null` for an `Option` field leaves the field out, unless its type has a value for `null`, as [`Json`](crate::Json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the document: missing and unknown keys, values of the wrong type, broken entity
    /// rules.
    fn from_json(json: &[u8]) -> Result<Self, Error> {
        document::parse(Self::CONTRACT, json, |found| document::finish(RequestReader::new(Self::CONTRACT, found)))
    }

    /// Reads a request from a JSON tree, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the document.
    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(document::finish(RequestReader::new(Self::CONTRACT, document::object(Self::CONTRACT, value)?))?)
    }

    /// Converts the request into a call, which takes common parameters.
    fn into_call(self) -> Call<Self> {
        Call::new(self)
    }

    /// Sends the request, see [`Call::send`].
    fn send(&self, to: &impl Target<Self::Scope>) -> Sending<Self::Response> {
        send(self, &Common::default(), to.handle())
    }
}

/// An endpoint that answers with a list, page by page. It is declared `paginated`:
///
/// ```
/// use truto_core::{Json, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/contacts", response = Json, paginated)]
/// pub struct ListContacts {}
/// ```
///
/// Its builder has the same two methods: see [`Pages`] and [`Items`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not paginated",
    label = "has no pages",
    note = "add `paginated` to its attribute: `#[unified_endpoint(GET, \"/path\", paginated)]`"
)]
pub trait Paginated: Endpoint<Response = Page<Self::Item>> {
    /// The type of an item.
    type Item: Send + 'static;

    /// Returns the pages of the list.
    fn pages(&self, of: &impl Target<Self::Scope>) -> Pages<Self::Item> {
        list(self, &Common::default(), of.handle())
    }

    /// Returns the items of the list, over all its pages.
    fn items(&self, of: &impl Target<Self::Scope>) -> Items<Self::Item> {
        Items::new(self.pages(of))
    }
}

/// An endpoint that writes: each declaration whose method is not `GET`. It bounds what writes in bulk, as `writes` of `truto-jobs` does.
///
/// ```
/// use truto_core::builder::Writes;
/// use truto_core::crm::CreateAssociation;
/// use truto_core::scope::AccountScope;
///
/// fn write_all<E: Writes<Scope = AccountScope>>(_requests: &[E]) {}
///
/// write_all::<CreateAssociation>(&[]);
/// ```
///
/// A list reads:
///
/// ```compile_fail,E0277
/// # use truto_core::builder::Writes;
/// # use truto_core::crm::ListContacts;
/// # fn write_all<E: Writes>(_requests: &[E]) {}
/// write_all::<ListContacts>(&[]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written in bulk: it is not an endpoint that writes",
    label = "expected an endpoint of `POST`, `PUT`, `PATCH` or `DELETE`",
    note = "an endpoint of `GET` reads; to read a list in bulk, mirror it: `jobs.run(\"name\").mirror(list, Table::new(\"name\"))`"
)]
pub trait Writes: Endpoint {}

/// Holds for no builder. `pages` and `items` of a builder whose endpoint `E` is not paginated exist under this bound, because rustc
/// has no text of ours for a method that does not exist.
#[diagnostic::on_unimplemented(
    message = "`{E}` is not paginated",
    label = "has no pages",
    note = "add `paginated` to its attribute: `#[unified_endpoint(GET, \"/path\", paginated)]`"
)]
pub trait PagesOf<E> {}
