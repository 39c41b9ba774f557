//! The trait that a declaration implements, and one call of it.
//!
//! Code that is generic over endpoints needs nothing else:
//!
//! ```
//! use truto_core::Endpoint;
//! use truto_core::crm::CreateAssociation;
//!
//! fn check_rows<E: Endpoint>(rows: &[&str]) -> usize {
//!     rows.iter().filter(|row| E::from_json(row.as_bytes()).is_ok()).count()
//! }
//!
//! let good = r#"{"entity_id": "003Ux000004TbQd", "entity": "contacts"}"#;
//! let bad = r#"{"entity_id": "003Ux000004TbQd", "entity": "contact"}"#;
//! assert_eq!(check_rows::<CreateAssociation>(&[good, bad]), 1);
//! ```

pub(crate) mod access;
pub(crate) mod call;
pub(crate) mod document;
pub(crate) mod service;

use serde_json::Value;

use crate::client::account::Account;
use crate::contract::Contract;
use crate::contract::common::Common;
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
/// Anybody may have set the fields of a struct value, so [`send`](Self::send) checks the entity rules first: it returns
/// [`Error::Invalid`] and sends nothing when one is broken. A builder needs no such check where the compiler made it.
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
    note = "a builder becomes the struct with `.build()`"
)]
pub trait Endpoint: Sized + 'static {
    /// What the answer holds.
    type Response: ResponseValue;

    /// The endpoint as data.
    const CONTRACT: &'static Contract;

    /// The value of the field at this index of the contract.
    fn field_ref(&self, index: usize) -> FieldRef<'_>;

    /// Builds the request from the values of `reader`; `None` if `reader` has noted a failure.
    fn decode(reader: &mut RequestReader) -> Option<Self>;

    /// [`UnifiedEntity::id`](crate::UnifiedEntity::id) of the request's entity, where the endpoint has one.
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
    /// `null` for an `Option` field leaves the field out, unless its type holds `null` itself, as [`Json`](crate::Json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it: missing and unknown keys, values that cannot be taken,
    /// broken entity rules.
    fn from_json(json: &[u8]) -> Result<Self, Error> {
        document::parse(Self::CONTRACT, json, |found| document::finish(RequestReader::new(Self::CONTRACT, found)))
    }

    /// Reads a request from a JSON tree, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it.
    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(document::finish(RequestReader::new(Self::CONTRACT, document::object(Self::CONTRACT, value)?))?)
    }

    /// This request as a call, to add common parameters to.
    fn into_call(self) -> Call<Self> {
        Call::new(self)
    }

    /// See [`Call::send`].
    fn send(&self, account: &Account<impl Sized>) -> Sending<Self::Response> {
        send(self, &Common::default(), account.handle())
    }
}

/// An endpoint that answers a list, page by page: one that is declared `paginated`.
///
/// ```no_run
/// use serde::Deserialize;
/// use truto_core::{Paginated, unified_endpoint};
///
/// #[derive(Deserialize)]
/// pub struct Contact { pub name: Option<String> }
///
/// #[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// pub struct ListContacts {}
///
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut contacts = ListContacts {}.items(account);
/// while let Some(contact) = contacts.try_next().await? {
///     println!("{:?}", contact.name);
/// }
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not answer a list",
    label = "has no pages",
    note = "write `paginated` in its `#[unified_endpoint(GET, \"/path\", paginated)]`"
)]
pub trait Paginated: Endpoint<Response = Page<Self::Item>> {
    /// What the list holds.
    type Item: Send + 'static;

    /// See [`Call::pages`].
    fn pages(&self, account: &Account<impl Sized>) -> Pages<Self::Item> {
        list(self, &Common::default(), account.handle())
    }

    /// See [`Call::items`].
    fn items(&self, account: &Account<impl Sized>) -> Items<Self::Item> {
        Items::new(self.pages(account))
    }
}

/// What no builder has: the pages of an endpoint `E` that does not say that it has any.
///
/// Only derived code uses it: rustc knows no text for a method that is not there, and this is the text for one that asks for
/// what is never true.
///
/// ```compile_fail,E0599
/// # use truto_core::{Account, unified_endpoint};
/// #[unified_endpoint(GET, "/unified/crm/contacts")]
/// pub struct ListContacts {}
///
/// # fn example(account: &Account) {
/// ListContacts::builder().items(account);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{E}` does not answer a list",
    label = "has no pages",
    note = "write `paginated` in its `#[unified_endpoint(GET, \"/path\", paginated)]`"
)]
pub trait PagesOf<E> {}
