//! One call of an endpoint: the request with its common parameters.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::client::account::Handle;
use crate::client::scope::{AccountScope, Target};
use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::maybe;
use crate::contract::common::Common;
use crate::endpoint::document::{finish, object, parse};
use crate::endpoint::{Endpoint, Paginated};
use crate::engine::sending::Sending;
use crate::error::{Error, InvalidRequest};
use crate::paging::{Items, Pages};
use crate::request::decode::RequestReader;
use crate::request::decode::strict::{Numbers, document};
use crate::request::encode::RequestView;
use crate::request::encode::encoded::EncodedRequest;
use crate::response::{Decode, ResponseValue};

/// A request with its common parameters, ready to be sent.
///
/// The `send` of a builder and of a struct are shorthands for it. A call that is read from JSON keeps `remote_data`, for which
/// a struct has no field:
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
    /// Creates a call without common parameters.
    pub fn new(request: E) -> Self {
        Self::with_common(request, Common::default())
    }

    #[doc(hidden)]
    pub fn with_common(request: E, common: Common) -> Self {
        Self { request, common }
    }

    /// Returns the request.
    pub fn request(&self) -> &E {
        &self.request
    }

    /// Returns the request without the common parameters.
    pub fn into_request(self) -> E {
        self.request
    }

    /// Calls `set` with the value if there is one. `None` changes nothing.
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

    /// Reads a call from JSON, as [`Endpoint::from_json`] does, together with `remote_data`, `remote_query`,
    /// `truto_exclude_fields` and `truto_ignore_remote_data`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the document.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        parse(E::CONTRACT, json, Self::from_document)
    }

    /// Reads a call from a JSON tree, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the document.
    pub fn from_value(value: Value) -> Result<Self, Error> {
        Ok(Self::from_document(object(E::CONTRACT, value)?)?)
    }

    pub(crate) fn from_document(mut document: Map<String, Value>) -> Result<Self, InvalidRequest> {
        let (common, failures) = Common::take(E::CONTRACT, &mut document);
        let mut reader = RequestReader::new(E::CONTRACT, document);
        reader.fail_all(failures);
        finish(reader).map(|request| Self { request, common })
    }

    /// Runs `run` with the request as the encoder sees it.
    pub(crate) fn view<T>(&self, run: impl FnOnce(&RequestView<'_>) -> T) -> T {
        with_view(&self.request, &self.common, run)
    }

    /// Sends the request. The response is the unified record, unless the future is given another format.
    ///
    /// The request is encoded now and sent when the future is first polled, inside a tokio runtime: see [`Sending`].
    pub fn send(&self, to: &impl Target<E::Scope>) -> Sending<E::Response> {
        send(&self.request, &self.common, to.handle())
    }
}

/// The common parameters of unified calls.
impl<E: Endpoint<Scope = AccountScope>> Call<E> {
    /// Leaves these fields out of the response (`truto_exclude_fields[]`). A further call adds names.
    #[must_use]
    pub fn exclude_fields(mut self, names: impl TextListOf<String>) -> Self {
        self.common.exclude_fields(names);
        self
    }

    /// Sets whether the response leaves out `remote_data` (`truto_ignore_remote_data`).
    #[must_use]
    pub fn ignore_remote_data(mut self, ignore: bool) -> Self {
        self.common.ignore_remote_data(ignore);
        self
    }

    /// Adds a query parameter for the provider (`remote_query[name]`), or replaces the one of this name.
    #[must_use]
    pub fn remote_query(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.common.remote_query(name, value);
        self
    }

    /// Sets the data that goes to the provider as it is (`remote_data` of the body). A method without a body does not send it,
    /// and a raw body refuses it.
    #[must_use]
    pub fn remote_data(mut self, data: impl Into<Value>) -> Self {
        self.common.remote_data(data);
        self
    }
}

/// A call without common parameters.
impl<E: Endpoint> From<E> for Call<E> {
    fn from(request: E) -> Self {
        Self::new(request)
    }
}

impl<E: Paginated> Call<E> {
    /// Sets the number of items of a page (`limit`). The provider may return fewer or more.
    #[must_use]
    pub fn limit(mut self, items: u32) -> Self {
        self.common.limit(items);
        self
    }

    /// Sets the page to start with (`next_cursor`).
    #[must_use]
    pub fn next_cursor(mut self, cursor: impl Into<String>) -> Self {
        self.common.next_cursor(cursor);
        self
    }

    /// Returns the pages of the list.
    pub fn pages(&self, of: &impl Target<E::Scope>) -> Pages<E::Item> {
        list(&self.request, &self.common, of.handle())
    }

    /// Returns the items of the list, over all its pages.
    pub fn items(&self, of: &impl Target<E::Scope>) -> Items<E::Item> {
        Items::new(self.pages(of))
    }
}

/// The common parameters of unified lists.
impl<E: Paginated + Endpoint<Scope = AccountScope>> Call<E> {
    /// Keys the items of the response by this field (`truto_key_by`). Decoding is unaffected.
    #[must_use]
    pub fn key_by(mut self, field: impl Into<String>) -> Self {
        self.common.key_by(field);
        self
    }

    /// Sets whether the provider ignores `limit` (`truto_ignore_limit`).
    #[must_use]
    pub fn ignore_limit(mut self, ignore: bool) -> Self {
        self.common.ignore_limit(ignore);
        self
    }
}

impl<'de, E: Endpoint> Deserialize<'de> for Call<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = document(E::CONTRACT, Numbers::MayBeRounded, deserializer)?;
        Self::from_document(document).map_err(|invalid| D::Error::custom(invalid.listed()))
    }
}

pub(crate) fn send<E: Endpoint>(request: &E, common: &Common, handle: &Handle) -> Sending<E::Response> {
    let encoded = with_view(request, common, |view| encode(view, handle));
    Sending::record(handle.prepare(encoded.map(EncodedRequest::with_cursor)))
}

pub(crate) fn list<E: Paginated>(request: &E, common: &Common, handle: &Handle) -> Pages<E::Item> {
    let listing = with_view(request, common, |view| {
        let parts = encode(view, handle)?;
        let identity = view.identity().map_err(|failure| view.invalid(vec![failure]))?;
        Ok((parts, identity))
    });
    Pages::new(handle, listing, decoder::<E>())
}

/// Decodes an answer of the endpoint. In `list`, the bounds hide that `E::Response` is a `ResponseValue`.
fn decoder<E: Endpoint>() -> Decode<E::Response> {
    E::Response::from_answer
}

fn encode(view: &RequestView<'_>, handle: &Handle) -> Result<EncodedRequest, Error> {
    view.encode(handle.id(), handle.provider, handle.caller.engine.random)
}

pub(crate) fn with_view<E: Endpoint, T>(request: &E, common: &Common, run: impl FnOnce(&RequestView<'_>) -> T) -> T {
    run(&RequestView {
        contract: E::CONTRACT,
        names: None,
        entity: request.entity_id(),
        value_at: &|index| request.field_ref(index),
        common,
    })
}
