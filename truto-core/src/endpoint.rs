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

pub mod access;
pub(crate) mod service;

use serde::de::Error as _;
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::client::account::{Account, Handle};
use crate::contract::Contract;
use crate::contract::builder::maybe;
use crate::contract::builder::setter::TextListOf;
use crate::contract::common::Common;
use crate::contract::rules;
use crate::engine::sending::Sending;
use crate::error::{Error, Failure, InvalidRequest};
use crate::paging::{Items, Pages};
use crate::request::decode::received::Received;
use crate::request::decode::{Fields, Numbers, document, kind_of};
use crate::request::encode::slot::Slot;
use crate::request::encode::{Member, Parts, Source, json};
use crate::response::page::Page;
use crate::response::{Reader, ResponseValue};
use crate::util::json::has_wide_integer;
use crate::util::plain::Plain;

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

    /// The field at this index of the contract.
    fn slot(&self, index: usize) -> Slot<'_>;

    /// The request that `fields` holds; `None` when `fields` has noted why there is none.
    fn decode(fields: &mut Fields) -> Option<Self>;

    /// [`UnifiedEntity::id`](crate::UnifiedEntity::id) of the request's entity, where the endpoint has one.
    fn entity_id(&self) -> Option<usize> {
        None
    }

    /// Checks the entity rules.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that the request's entity forbids.
    fn check(&self) -> Result<(), Error> {
        let violations = rules::violations(Self::CONTRACT, self.entity_id(), |index| !self.slot(index).is_absent());
        if violations.is_empty() {
            return Ok(());
        }
        Err(InvalidRequest::new(Self::CONTRACT.to_string(), violations).into())
    }

    /// Reads a request from JSON: the body that is sent, with path, query and header fields at top level.
    ///
    /// `null` for an `Option` field leaves the field out, unless its type holds `null` itself, as [`Json`](crate::Json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it: missing and unknown keys, values that cannot be taken,
    /// broken entity rules.
    fn from_json(json: &[u8]) -> Result<Self, Error> {
        parse(Self::CONTRACT, json, |document| finish(Fields::new(Self::CONTRACT, document)))
    }

    /// Reads a request from a JSON tree, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// [`Error::Invalid`] with everything that is wrong with it.
    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(finish(Fields::new(Self::CONTRACT, object(Self::CONTRACT, value)?))?)
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

    /// A call with these common parameters.
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

    fn from_document(mut document: Map<String, Value>) -> Result<Self, InvalidRequest> {
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

fn send<E: Endpoint>(request: &E, common: &Common, account: &Handle) -> Sending<E::Response> {
    Sending::record(account.prepare(encode(request, common, account).map(Parts::with_cursor)))
}

fn list<E: Paginated>(request: &E, common: &Common, account: &Handle) -> Pages<E::Item> {
    let listing = with_source(request, common, |source| {
        let parts = source.encode(account.id(), account.provider(), account.random())?;
        let identity = source.identity().map_err(|failure| source.invalid(vec![failure]))?;
        Ok((parts, identity))
    });
    Pages::new(account, listing, reader::<E>())
}

/// How the answer of an endpoint is read, whatever else is known of its type.
fn reader<E: Endpoint>() -> Reader<E::Response> {
    E::Response::READER
}

fn encode<E: Endpoint>(request: &E, common: &Common, account: &Handle) -> Result<Parts, Error> {
    with_source(request, common, |source| source.encode(account.id(), account.provider(), account.random()))
}

fn with_source<E: Endpoint, T>(request: &E, common: &Common, run: impl FnOnce(&Source<'_>) -> T) -> T {
    run(&Source { contract: E::CONTRACT, entity: request.entity_id(), slot: &|index| request.slot(index), common })
}

impl<'de, E: Endpoint> Deserialize<'de> for Call<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = document(E::CONTRACT, Numbers::MayBeRounded, deserializer)?;
        Self::from_document(document).map_err(|invalid| D::Error::custom(invalid.listed()))
    }
}

/// Serializes a request, for derived code.
///
/// Path, query and header fields stand at top level, body fields where the body has them.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).contacts(["2"]).build();
/// let json = truto_core::endpoint::serialize(&link, serde_json::value::Serializer).unwrap();
/// assert_eq!(json["associations"]["contacts"][0]["id"], "2");
/// ```
///
/// # Errors
/// Those of `serializer`, those of the fields' own `Serialize`, and two fields of one name that differ, also in whether they
/// are set: the document has room for one value, and both are read from it.
pub fn serialize<E: Endpoint, S: Serializer>(request: &E, serializer: S) -> Result<S::Ok, S::Error> {
    with_source(request, &Common::default(), |source| Tree { source, within: &[] }.serialize(serializer))
}

/// Deserializes a request, for derived code.
///
/// What [`serialize`] writes, it reads. A common parameter is refused: [`Call`] keeps those.
///
/// ```
/// use truto_core::crm::CreateAssociation;
///
/// let json = serde_json::json!({"entity_id": "1", "entity": "leads", "associations": {"leads": [{"id": "2"}]}});
/// let refused = truto_core::endpoint::deserialize::<CreateAssociation, _>(json).unwrap_err();
/// assert!(refused.to_string().starts_with("`associations.leads` is not allowed when the entity is `leads`"));
/// ```
///
/// # Errors
/// Everything that is wrong with the document, in one message.
pub fn deserialize<'de, E: Endpoint, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let document = document(E::CONTRACT, Numbers::MayBeRounded, deserializer)?;
    finish(Fields::new(E::CONTRACT, document)).map_err(|invalid| D::Error::custom(invalid.listed()))
}

/// Reads JSON text as one document, and `read`s a request from it.
fn parse<T>(
    contract: &Contract,
    json: &[u8],
    read: impl FnOnce(Map<String, Value>) -> Result<T, InvalidRequest>,
) -> Result<T, Error> {
    let mut reader = serde_json::Deserializer::from_slice(json);
    let numbers = if has_wide_integer(json) { Numbers::MayBeRounded } else { Numbers::AsWritten };
    // Behind the document there is nothing.
    let document = document(contract, numbers, &mut reader).and_then(|document| reader.end().map(|()| document));
    let document = document
        .map_err(|error| InvalidRequest::new(contract.to_string(), vec![Failure::value("", error.to_string())]))?;
    Ok(read(document)?)
}

/// The object that a document has to be.
fn object(contract: &Contract, document: Value) -> Result<Map<String, Value>, InvalidRequest> {
    match document {
        Value::Object(object) => Ok(object),
        other => {
            let reason = format!("expected an object, found {}", kind_of(&other));
            Err(InvalidRequest::new(contract.to_string(), vec![Failure::value("", reason)]))
        }
    }
}

/// Puts a request together and checks its rules.
fn finish<E: Endpoint>(mut fields: Fields) -> Result<E, InvalidRequest> {
    // A request that cannot be put together may break rules as well: both are reported.
    let broken = fields.rule_violations();
    let request = E::decode(&mut fields);
    let mut failures = fields.into_failures();
    failures.extend(broken);
    match request {
        Some(request) if failures.is_empty() => Ok(request),
        _ => Err(InvalidRequest::new(E::CONTRACT.to_string(), failures)),
    }
}

/// One object of a request, for any serializer.
struct Tree<'s, 'a> {
    source: &'s Source<'a>,
    within: &'static [&'static str],
}

impl Serialize for Tree<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut written: Vec<(&str, Value)> = Vec::new();
        for member in self.source.members(self.within, |_| true) {
            match member {
                Member::Leaf(field, slot) => {
                    let name = field.wire_name();
                    let Some(value) = json(field, slot).map_err(S::Error::custom)? else { continue };
                    // A parameter may travel in the body and in the query: one document has room for one value.
                    let known = written.iter().find(|(known, _)| *known == name);
                    if known.is_some_and(|(_, known)| *known != value) || self.source.has_unset_twin(field) {
                        return Err(S::Error::custom(format_args!("two fields named `{name}` differ")));
                    }
                    if known.is_none() {
                        map.serialize_entry(name, &Plain(&value))?;
                        written.push((name, value));
                    }
                }
                Member::Object(name, within) => {
                    map.serialize_entry(name, &Tree { source: self.source, within })?;
                }
            }
        }
        map.end()
    }
}

/// An endpoint as a server sees it: its contract, and a check of incoming requests against it.
///
/// ```
/// use truto_core::endpoint::Registration;
/// use truto_core::crm::CreateAssociation;
///
/// const ASSOCIATIONS: Registration = Registration::of::<CreateAssociation>();
/// let body = serde_json::json!({"entity_id": "1", "entity": "leads", "associations": {"leads": [{"id": "2"}]}});
/// let refused = ASSOCIATIONS.validate(&body).unwrap_err();
/// assert_eq!(refused.failures()[0].path(), "associations.leads");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    contract: &'static Contract,
    validate: fn(&Value) -> Result<(), InvalidRequest>,
    receive: fn(Received<'_>) -> Result<Map<String, Value>, InvalidRequest>,
}

impl Registration {
    /// The registration of an endpoint.
    #[must_use]
    pub const fn of<E: Endpoint>() -> Self {
        Self { contract: E::CONTRACT, validate: validate::<E>, receive: receive::<E> }
    }

    /// The endpoint as data.
    #[must_use]
    pub const fn contract(&self) -> &'static Contract {
        self.contract
    }

    /// Checks a request in its JSON form: path, query and header fields at top level, body fields as in the body.
    ///
    /// # Errors
    /// Every failure at once.
    pub fn validate(&self, document: &Value) -> Result<(), InvalidRequest> {
        (self.validate)(document)
    }

    /// Checks a request as it was received, each field in its place, and gives its body as the endpoint understands it: what
    /// came as text is what the fields' types make of it, and files are in their JSON form.
    ///
    /// Query parameters and headers that the endpoint does not declare are left alone, as the API leaves them. The common
    /// parameters are the server's business; of `remote_data` it is checked that it is an object.
    ///
    /// # Errors
    /// Every failure at once. What the client would not send is one: a date that does not exist.
    pub fn receive(&self, received: Received<'_>) -> Result<Map<String, Value>, InvalidRequest> {
        (self.receive)(received)
    }
}

impl Received<'_> {
    /// The request that was sent.
    ///
    /// # Errors
    /// Everything that is wrong with it, as for [`Registration::receive`].
    pub fn read<E: Endpoint>(self) -> Result<E, InvalidRequest> {
        finish(Fields::received(E::CONTRACT, self))
    }
}

fn receive<E: Endpoint>(received: Received<'_>) -> Result<Map<String, Value>, InvalidRequest> {
    let request: E = received.read()?;
    let (slot, common) = (|index| request.slot(index), Common::default());
    Source { contract: E::CONTRACT, entity: request.entity_id(), slot: &slot, common: &common }.body_as_json()
}

fn validate<E: Endpoint>(document: &Value) -> Result<(), InvalidRequest> {
    Call::<E>::from_document(object(E::CONTRACT, document.clone())?).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Field, Kind, Method};

    /// One name in the path and in the body, which the attribute does not let pass.
    struct Twice {
        id: String,
        other: Option<String>,
    }

    impl Endpoint for Twice {
        type Response = Value;

        const CONTRACT: &'static Contract = &Contract::new(
            "Twice",
            Method::Post,
            "/things/{id}",
            &[Field::required("id", Kind::String).path(), Field::optional("other", Kind::String).renamed("id")],
        );

        fn slot(&self, index: usize) -> Slot<'_> {
            if index == 0 { Slot::required(&self.id) } else { Slot::optional(&self.other) }
        }

        fn decode(fields: &mut Fields) -> Option<Self> {
            Some(Self { id: fields.required(0)?, other: fields.optional(1)? })
        }
    }

    #[test]
    fn a_document_is_written_only_where_reading_it_gives_the_same_request() {
        let written = |other: Option<&str>| {
            let request = Twice { id: "1".to_owned(), other: other.map(str::to_owned) };
            serialize(&request, serde_json::value::Serializer)
        };
        let read = Twice::from_value(written(Some("1")).unwrap()).unwrap();
        assert_eq!((read.id.as_str(), read.other.as_deref()), ("1", Some("1")));
        for other in [None, Some("2")] {
            assert_eq!(written(other).unwrap_err().to_string(), "two fields named `id` differ");
        }
    }

    #[test]
    fn what_was_received_has_each_field_in_its_place() {
        let (path, body) = (serde_json::json!({"id": "1"}), serde_json::json!({"id": "2"}));
        let query = crate::request::decode::received::ReceivedQuery::default();
        let received = Received { path: path.as_object().unwrap(), ..Received::of_query(&query) };
        let read: Twice = Received { body: body.as_object().unwrap(), ..received }.read().unwrap();
        assert_eq!((read.id.as_str(), read.other.as_deref()), ("1", Some("2")));
        assert_eq!(received.read::<Twice>().unwrap().other, None);
        let refused = Received { body: body.as_object().unwrap(), ..Received::of_query(&query) }.read::<Twice>();
        assert_eq!(refused.err().unwrap().failures()[0].to_string(), "`id` is missing");
    }
}
