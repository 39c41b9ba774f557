//! One call of an endpoint: the request with its common parameters.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::client::account::{Account, Handle};
use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::maybe;
use crate::contract::common::Common;
use crate::endpoint::document::{finish, object, parse};
use crate::endpoint::{Endpoint, Paginated};
use crate::engine::sending::Sending;
use crate::error::{Error, InvalidRequest};
use crate::paging::{Items, Pages};
use crate::request::decode::{Fields, Numbers, document};
use crate::request::encode::{Parts, Source};
use crate::response::{Decode, ResponseValue};

/// A request with its common parameters, ready to be sent.
///
/// A builder's `send` and a struct's `send` are shorthands for it. Read one from JSON to keep `remote_data`, which a
/// struct has no field for:
///
/// ```
/// use truto_core::Call;
/// use truto_core::crm::CreateAssociation;
///
/// let page = r#"{"entity_id": "1", "entity": "accounts", "associations": {}, "remote_data": {"note": "x"}}"#;
/// let call: Call<CreateAssociation> = serde_json::from_str(page).unwrap();
/// assert_eq!(call.request().entity_id, "1");
/// ```
#[derive(Clone, Debug)]
pub struct Call<E> {
    request: E,
    common: Common,
}

impl<E: Endpoint> Call<E> {
    /// A call without common parameters.
    pub fn new(request: E) -> Self {
        Self::with_common(request, Common::default())
    }

    #[doc(hidden)]
    pub fn with_common(request: E, common: Common) -> Self {
        Self { request, common }
    }

    /// The request.
    pub fn request(&self) -> &E {
        &self.request
    }

    /// The request, without the common parameters.
    pub fn into_request(self) -> E {
        self.request
    }

    /// Forwards a value that there may be: `set` is called with it, and for `None` nothing changes.
    ///
    /// ```
    /// use truto_core::Endpoint;
    /// use truto_core::crm::{CreateAssociation, crm_entity};
    ///
    /// let excluded: Option<Vec<String>> = None;
    /// let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build();
    /// let call = link.into_call().maybe_with(excluded, |call, names| call.exclude_fields(names));
    /// # let _ = call;
    /// ```
    #[must_use]
    pub fn maybe_with<T>(self, value: Option<T>, set: impl FnOnce(Self, T) -> Self) -> Self {
        maybe(self, value, set)
    }

    /// Names of fields that the answer shall leave out (`truto_exclude_fields[]`). A further call adds names.
    #[must_use]
    pub fn exclude_fields(mut self, names: impl TextListOf<String>) -> Self {
        self.common.exclude_fields(names);
        self
    }

    /// Whether the answer shall leave out `remote_data` (`truto_ignore_remote_data`).
    #[must_use]
    pub fn ignore_remote_data(mut self, ignore: bool) -> Self {
        self.common.ignore_remote_data(ignore);
        self
    }

    /// Adds a query parameter for the provider (`remote_query[name]`). A name given again has its value replaced.
    #[must_use]
    pub fn remote_query(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.common.remote_query(name, value);
        self
    }

    /// Data for the provider, passed on as it is (`remote_data` of the body). Not sent by a method without a body, refused by
    /// a raw body.
    #[must_use]
    pub fn remote_data(mut self, data: impl Into<Value>) -> Self {
        self.common.remote_data(data);
        self
    }

    /// Reads a call from JSON, as [`Endpoint::from_json`] does, together with `remote_data`, `remote_query`,
    /// `truto_exclude_fields` and `truto_ignore_remote_data`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        parse(E::CONTRACT, json, Self::from_document)
    }

    /// Reads a call from a JSON tree, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it.
    pub fn from_value(value: Value) -> Result<Self, Error> {
        Ok(Self::from_document(object(E::CONTRACT, value)?)?)
    }

    pub(crate) fn from_document(mut document: Map<String, Value>) -> Result<Self, InvalidRequest> {
        let (common, failures) = Common::take(E::CONTRACT, &mut document);
        let mut fields = Fields::new(E::CONTRACT, document);
        fields.fail_all(failures);
        finish(fields).map(|request| Self { request, common })
    }

    /// Sends the request; the answer is the unified record, unless the future is given another format.
    ///
    /// The request is encoded now and sent when the future is first polled. Until then the future takes the format of the answer
    /// and the options of the call. Dropping it ends the call. It has to be polled inside a tokio runtime with time and io
    /// enabled: see [`Sending`].
    pub fn send(&self, account: &Account<impl Sized>) -> Sending<E::Response> {
        send(&self.request, &self.common, account.handle())
    }
}

impl<E: Paginated> Call<E> {
    /// How many items a page shall have (`limit`). The provider has the last word.
    #[must_use]
    pub fn limit(mut self, items: u32) -> Self {
        self.common.limit(items);
        self
    }

    /// The page to begin with (`next_cursor`).
    #[must_use]
    pub fn next_cursor(mut self, cursor: impl Into<String>) -> Self {
        self.common.next_cursor(cursor);
        self
    }

    /// The field that the answer shall have its items by (`truto_key_by`); they are read all the same.
    #[must_use]
    pub fn key_by(mut self, field: impl Into<String>) -> Self {
        self.common.key_by(field);
        self
    }

    /// Whether the provider shall ignore `limit` (`truto_ignore_limit`).
    #[must_use]
    pub fn ignore_limit(mut self, ignore: bool) -> Self {
        self.common.ignore_limit(ignore);
        self
    }

    /// The pages of the list.
    pub fn pages(&self, account: &Account<impl Sized>) -> Pages<E::Item> {
        list(&self.request, &self.common, account.handle())
    }

    /// The items of the list, over all its pages.
    pub fn items(&self, account: &Account<impl Sized>) -> Items<E::Item> {
        Items::new(self.pages(account))
    }
}

impl<'de, E: Endpoint> Deserialize<'de> for Call<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = document(E::CONTRACT, Numbers::MayBeRounded, deserializer)?;
        Self::from_document(document).map_err(|invalid| D::Error::custom(invalid.listed()))
    }
}

pub(crate) fn send<E: Endpoint>(request: &E, common: &Common, account: &Handle) -> Sending<E::Response> {
    Sending::record(account.prepare(encode(request, common, account).map(Parts::with_cursor)))
}

pub(crate) fn list<E: Paginated>(request: &E, common: &Common, account: &Handle) -> Pages<E::Item> {
    let listing = with_source(request, common, |source| {
        let parts = source.encode(account.id(), account.provider(), account.random())?;
        let identity = source.identity().map_err(|failure| source.invalid(vec![failure]))?;
        Ok((parts, identity))
    });
    Pages::new(account, listing, decoder::<E>())
}

/// Decodes an answer of the endpoint. In `list`, the bounds hide that `E::Response` is a `ResponseValue`.
fn decoder<E: Endpoint>() -> Decode<E::Response> {
    E::Response::from_answer
}

fn encode<E: Endpoint>(request: &E, common: &Common, account: &Handle) -> Result<Parts, Error> {
    with_source(request, common, |source| source.encode(account.id(), account.provider(), account.random()))
}

pub(crate) fn with_source<E: Endpoint, T>(request: &E, common: &Common, run: impl FnOnce(&Source<'_>) -> T) -> T {
    run(&Source { contract: E::CONTRACT, entity: request.entity_id(), slot: &|index| request.slot(index), common })
}
