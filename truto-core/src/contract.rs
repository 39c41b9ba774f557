//! The contract of an endpoint as `const` data: method, path template, fields, entity rules.
//!
//! `#[unified_endpoint]` writes one [`Contract`] for each struct. The encoder, the decoder, the rule check and the
//! sandbox all read it, so nothing about an endpoint is written down twice.
//!
//! ```
//! use truto_core::Endpoint;
//! use truto_core::contract::Field;
//! use truto_core::crm::CreateAssociation;
//!
//! let contract = CreateAssociation::CONTRACT;
//! let required = contract.fields().iter().filter(|field| field.is_required()).map(Field::json_path);
//! assert_eq!(required.collect::<Vec<_>>(), ["entity_id", "entity"]);
//! let accounts = contract.field("accounts").unwrap();
//! assert_eq!(contract.allowed_wire_names(accounts), ["leads", "contacts"]);
//! ```

pub(crate) mod builder;
pub(crate) mod common;
pub mod entity;
pub mod provider;
pub(crate) mod rules;
pub mod shape;

use crate::contract::entity::EntityName;
use crate::contract::shape::Shape;

/// HTTP method of an endpoint.
///
/// ```
/// use truto_core::contract::Method;
///
/// // Fields without a place of their own: into the body, or into the query.
/// assert!(Method::Patch.has_body() && !Method::Delete.has_body());
/// // What is not safe carries an idempotency key.
/// assert!(!Method::Delete.is_safe());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`: reads, has no body.
    Get,
    /// `POST`: creates, or calls a custom method.
    Post,
    /// `PUT`: replaces.
    Put,
    /// `PATCH`: changes what is sent and leaves the rest.
    Patch,
    /// `DELETE`: removes, has no body.
    Delete,
}

impl Method {
    /// The method as it stands on the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether a request of this method carries a body: fields without a place of their own go there.
    #[must_use]
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    /// Whether the method only reads (RFC 9110 section 9.2.1). Every other one carries an idempotency key.
    #[must_use]
    pub const fn is_safe(self) -> bool {
        matches!(self, Self::Get)
    }
}

impl core::fmt::Display for Method {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a field travels.
///
/// ```
/// use truto_core::contract::Place;
/// use truto_core::{Endpoint, unified_endpoint};
///
/// #[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
/// pub struct RenameContact {
///     pub id: String,
///     pub name: String,
///     #[truto(query)]
///     pub notify: Option<bool>,
/// }
///
/// let place = |name| RenameContact::CONTRACT.field(name).unwrap().place();
/// assert_eq!([place("id"), place("name"), place("notify")], [Place::Path, Place::Body, Place::Query]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// In the path, in place of `{name}`.
    Path,
    /// In the query string.
    Query,
    /// In the header of the field's wire name.
    Header,
    /// In the JSON body.
    Body,
}

/// What a field holds, as far as its spelling in the declaration tells.
///
/// `Option<T>`, `Vec<T>` and `Patch<T>` have the kind of their `T`. An alias of a type is [`Any`](Self::Any).
///
/// ```
/// use truto_core::contract::Kind;
/// use truto_core::{Endpoint, Reference, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/contacts")]
/// pub struct ListContacts {
///     pub limit: Option<u32>,
///     pub owners: Option<Vec<Reference>>,
/// }
///
/// let kind = |name| ListContacts::CONTRACT.field(name).unwrap().kind();
/// assert_eq!([kind("limit"), kind("owners")], [Kind::Integer, Kind::Any]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A string.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// The name of an entity.
    Entity,
    /// A [`File`](crate::File).
    File,
    /// Whatever the field's own type encodes to.
    Any,
}

/// Whether a field is there, and how many values it holds.
///
/// ```
/// use truto_core::contract::Presence;
/// use truto_core::{Endpoint, Patch, unified_endpoint};
///
/// #[unified_endpoint(POST, "/unified/crm/contacts/{id}/merge")]
/// pub struct MergeContacts {
///     pub id: String,
///     pub phone: Patch<String>,
///     pub tags: Vec<String>,
/// }
///
/// let presence = |name| MergeContacts::CONTRACT.field(name).unwrap().presence();
/// assert_eq!(presence("id"), Presence::Required);
/// assert_eq!([presence("phone"), presence("tags")], [Presence::Patch, Presence::List]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Presence {
    /// Exactly one value, always sent.
    Required,
    /// `Option<T>`: left out when `None`.
    Optional,
    /// `Vec<T>`: left out when empty.
    List,
    /// [`Patch<T>`](crate::Patch): left alone, set, or cleared with `null`.
    Patch,
    /// Always sent, with the type's default unless it was set.
    Defaulted,
}

/// How a query field that holds a list or an object is spelt.
///
/// Names and values are percent-encoded, brackets included (`k%5B%5D=a`). `null` is `k=`. A query cannot hold an empty list or
/// object, so a request with an empty list, set or map in its query is refused when it is sent (<https://www.truto.one/docs/api-reference/overview/querying.md>).
///
/// ```
/// use truto_core::contract::Style;
/// use truto_core::{Endpoint, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/contacts")]
/// pub struct ListContacts {
///     #[truto(style = comma, rename = "id[in]")]
///     pub ids: Option<Vec<String>>,
/// }
///
/// let ids = ListContacts::CONTRACT.field("ids").unwrap();
/// assert_eq!((ids.wire_name(), ids.query_style()), ("id[in]", Style::Comma));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// `k[]=a&k[]=b` and `k[x]=1`: the form that the API documents.
    #[default]
    Brackets,
    /// `k=a&k=b`.
    Repeat,
    /// `k=a,b`; an item that holds a comma is refused.
    Comma,
}

/// How a method that has a body spells it.
///
/// ```
/// use truto_core::contract::BodyForm;
/// use truto_core::{Endpoint, File, unified_endpoint};
///
/// #[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
/// pub struct UploadFile {
///     pub name: String,
///     pub file: File,
/// }
///
/// assert_eq!(UploadFile::CONTRACT.body(), BodyForm::Multipart);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyForm {
    /// One JSON object.
    #[default]
    Json,
    /// The bytes of one [`File`](crate::File), with its content type and `truto_body_passthrough=true` in the query. They
    /// have no name: that of the field, renamed or not, is its name in the JSON form of the request.
    Raw,
    /// `multipart/form-data` (RFC 7578), a part for each field.
    Multipart,
}

/// One field of an endpoint.
///
/// ```
/// use truto_core::contract::{Field, Kind, Place};
///
/// const LIMIT: Field = Field::optional("limit", Kind::Integer).query();
/// assert_eq!(LIMIT.place(), Place::Query);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    name: &'static str,
    wire: &'static str,
    place: Place,
    within: &'static [&'static str],
    kind: Kind,
    presence: Presence,
    style: Style,
    encodes_slash: bool,
    secret: bool,
    only_for: Option<&'static [usize]>,
    shape: Option<Shape>,
}

impl Field {
    const fn new(name: &'static str, kind: Kind, presence: Presence) -> Self {
        Self {
            name,
            wire: name,
            place: Place::Body,
            within: &[],
            kind,
            presence,
            style: Style::Brackets,
            encodes_slash: false,
            secret: false,
            only_for: None,
            shape: None,
        }
    }

    /// A body field that is always sent.
    #[must_use]
    pub const fn required(name: &'static str, kind: Kind) -> Self {
        Self::new(name, kind, Presence::Required)
    }

    /// A body field declared as `Option<T>`.
    #[must_use]
    pub const fn optional(name: &'static str, kind: Kind) -> Self {
        Self::new(name, kind, Presence::Optional)
    }

    /// A body field declared as `Vec<T>`; `kind` is that of an item.
    #[must_use]
    pub const fn list(name: &'static str, kind: Kind) -> Self {
        Self::new(name, kind, Presence::List)
    }

    /// A body field declared as `Patch<T>`.
    #[must_use]
    pub const fn patch(name: &'static str, kind: Kind) -> Self {
        Self::new(name, kind, Presence::Patch)
    }

    /// A body field with a default.
    #[must_use]
    pub const fn defaulted(name: &'static str, kind: Kind) -> Self {
        Self::new(name, kind, Presence::Defaulted)
    }

    /// The same field under another wire name.
    #[must_use]
    pub const fn renamed(mut self, wire: &'static str) -> Self {
        self.wire = wire;
        self
    }

    /// The same field in the path.
    #[must_use]
    pub const fn path(mut self) -> Self {
        self.place = Place::Path;
        self
    }

    /// The same field in the query.
    #[must_use]
    pub const fn query(mut self) -> Self {
        self.place = Place::Query;
        self
    }

    /// The same field in the header of this name.
    #[must_use]
    pub const fn header(mut self, name: &'static str) -> Self {
        self.place = Place::Header;
        self.wire = name;
        self
    }

    /// The same field inside these nested objects of the body, outermost first.
    #[must_use]
    pub const fn within(mut self, objects: &'static [&'static str]) -> Self {
        self.within = objects;
        self
    }

    /// The same field with another query style.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The same path field, sending `%2F` for a slash instead of refusing it.
    #[must_use]
    pub const fn encoding_slash(mut self) -> Self {
        self.encodes_slash = true;
        self
    }

    /// The same field, hidden from `Debug` and from errors.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// The same field, allowed only when the endpoint's entity is one of these ([`UnifiedEntity::id`]).
    ///
    /// [`UnifiedEntity::id`]: crate::UnifiedEntity::id
    #[must_use]
    pub const fn only_for(mut self, entities: &'static [usize]) -> Self {
        self.only_for = Some(entities);
        self
    }

    /// The same field, whose type, or that of an item, says this of its JSON.
    #[must_use]
    pub const fn shaped(mut self, shape: Shape) -> Self {
        self.shape = Some(shape);
        self
    }

    /// Name of the field in Rust.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Name of the field on the wire.
    #[must_use]
    pub const fn wire_name(&self) -> &'static str {
        self.wire
    }

    /// Where the field travels.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// Nested objects of the body that hold the field, outermost first; empty at top level.
    #[must_use]
    pub const fn objects(&self) -> &'static [&'static str] {
        self.within
    }

    /// What the field, or an item of it, holds.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The JSON that the field, or an item of it, is read from; that of the endpoint's entity is
    /// [`Contract::entity_names`].
    #[must_use]
    pub const fn shape(&self) -> Shape {
        match (self.shape, self.kind) {
            (Some(shape), _) => shape,
            (None, Kind::String) => Shape::String,
            (None, Kind::Integer) => Shape::Integer { min: i64::MIN, max: u64::MAX },
            (None, Kind::Number) => Shape::Number,
            (None, Kind::Boolean) => Shape::Boolean,
            (None, Kind::File) => Shape::File,
            (None, Kind::Entity | Kind::Any) => Shape::Any,
        }
    }

    /// Whether the field is there, and how many values it holds.
    #[must_use]
    pub const fn presence(&self) -> Presence {
        self.presence
    }

    /// Whether a request without this field is refused.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required)
    }

    /// Spelling of lists and objects in the query.
    #[must_use]
    pub const fn query_style(&self) -> Style {
        self.style
    }

    /// Whether a slash in this path field is sent as `%2F` instead of being refused.
    #[must_use]
    pub const fn encodes_slash(&self) -> bool {
        self.encodes_slash
    }

    /// Whether the field is hidden from `Debug` and from errors.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        self.secret
    }

    /// The entities that this field is allowed for, or `None` where there is no rule.
    #[must_use]
    pub const fn allowed_entities(&self) -> Option<&'static [usize]> {
        self.only_for
    }

    /// Where the field stands in the JSON form of the request: `associations.contacts`.
    #[must_use]
    pub fn json_path(&self) -> String {
        let mut path = String::new();
        for object in self.within {
            path.push_str(object);
            path.push('.');
        }
        path.push_str(self.wire);
        path
    }
}

/// What a provider supports of an endpoint.
///
/// ```
/// use truto_core::Endpoint;
/// use truto_core::crm::CreateAssociation;
///
/// let contract = CreateAssociation::CONTRACT;
/// let close = contract.support_of("close").unwrap();
/// let names = close.entities().unwrap().iter().filter_map(|id| contract.entity_wire_name(*id));
/// assert_eq!(names.collect::<Vec<_>>(), ["opportunities", "contacts"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    provider: &'static str,
    entities: Option<&'static [usize]>,
}

impl Support {
    /// A provider that supports every entity of the endpoint.
    #[must_use]
    pub const fn all(provider: &'static str) -> Self {
        Self { provider, entities: None }
    }

    /// A provider that supports these entities ([`UnifiedEntity::id`]).
    ///
    /// [`UnifiedEntity::id`]: crate::UnifiedEntity::id
    #[must_use]
    pub const fn only(provider: &'static str, entities: &'static [usize]) -> Self {
        Self { provider, entities: Some(entities) }
    }

    /// Name of the provider.
    #[must_use]
    pub const fn provider(&self) -> &'static str {
        self.provider
    }

    /// The entities that are supported; `None` where all are.
    #[must_use]
    pub const fn entities(&self) -> Option<&'static [usize]> {
        self.entities
    }

    /// Whether this entity is supported.
    #[must_use]
    pub fn includes(&self, entity: usize) -> bool {
        self.entities.is_none_or(|entities| entities.contains(&entity))
    }
}

/// The contract of one endpoint.
///
/// ```
/// use truto_core::Endpoint;
/// use truto_core::contract::Method;
/// use truto_core::crm::CreateAssociation;
///
/// let contract = CreateAssociation::CONTRACT;
/// assert_eq!(contract.method(), Method::Post);
/// assert_eq!(contract.path(), "/unified/crm/associations");
/// assert_eq!(contract.field("contacts").unwrap().json_path(), "associations.contacts");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    name: &'static str,
    method: Method,
    path: &'static str,
    fields: &'static [Field],
    entities: &'static [EntityName],
    providers: &'static [Support],
    body: BodyForm,
    paginated: bool,
}

impl Contract {
    /// A contract without an entity.
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str, fields: &'static [Field]) -> Self {
        Self { name, method, path, fields, entities: &[], providers: &[], body: BodyForm::Json, paginated: false }
    }

    /// The same contract for an endpoint with an entity field of these entities.
    #[must_use]
    pub const fn entities(mut self, entities: &'static [EntityName]) -> Self {
        self.entities = entities;
        self
    }

    /// The same contract for an endpoint that only these providers support.
    #[must_use]
    pub const fn supported_by(mut self, providers: &'static [Support]) -> Self {
        self.providers = providers;
        self
    }

    /// The same contract with a body of another form.
    #[must_use]
    pub const fn with_body(mut self, body: BodyForm) -> Self {
        self.body = body;
        self
    }

    /// The same contract for an endpoint that answers a list, page by page.
    #[must_use]
    pub const fn paginated(mut self) -> Self {
        self.paginated = true;
        self
    }

    /// Whether the endpoint answers a list, page by page.
    #[must_use]
    pub const fn is_paginated(&self) -> bool {
        self.paginated
    }

    /// Name of the declaring struct.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// HTTP method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Path template, with `{name}` for each path field.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// How the body is spelt, where the method has one.
    #[must_use]
    pub const fn body(&self) -> BodyForm {
        self.body
    }

    /// Every declared field, in the order of the declaration.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// Every entity of the endpoint's entity field; empty where there is none.
    #[must_use]
    pub const fn entity_names(&self) -> &'static [EntityName] {
        self.entities
    }

    /// What each provider supports, where the endpoint has provider rules; empty where it has none.
    #[must_use]
    pub const fn providers(&self) -> &'static [Support] {
        self.providers
    }

    /// What the provider of this name supports.
    #[must_use]
    pub fn support_of(&self, provider: &str) -> Option<&'static Support> {
        self.providers.iter().find(|support| support.provider == provider)
    }

    /// The field of this name in Rust.
    ///
    /// ```
    /// use truto_core::Endpoint;
    /// use truto_core::contract::Field;
    /// use truto_core::crm::CreateAssociation;
    ///
    /// const LEADS: Option<&Field> = CreateAssociation::CONTRACT.field("leads");
    /// assert_eq!(LEADS.unwrap().objects(), ["associations"]);
    /// ```
    #[must_use]
    pub const fn field(&self, name: &str) -> Option<&'static Field> {
        let mut at = 0;
        while at < self.fields.len() {
            if are_equal(self.fields[at].name, name) {
                return Some(&self.fields[at]);
            }
            at += 1;
        }
        None
    }

    /// The declared field that replaces a common parameter of this wire name, if there is one.
    #[must_use]
    pub fn replaces(&self, place: Place, wire_name: &str) -> bool {
        self.fields.iter().any(|field| field.place == place && field.within.is_empty() && field.wire == wire_name)
    }

    /// The name on the wire of the entity with this id.
    #[must_use]
    pub fn entity_wire_name(&self, id: usize) -> Option<&'static str> {
        self.entities.iter().find(|entity| entity.id == id).map(|entity| entity.wire)
    }

    /// Wire names of the entities that `field` is allowed for, in the order of the rule.
    #[must_use]
    pub fn allowed_wire_names(&self, field: &Field) -> Vec<&'static str> {
        field.only_for.unwrap_or_default().iter().filter_map(|id| self.entity_wire_name(*id)).collect()
    }
}

/// `==`, which strings have not got in a constant.
const fn are_equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

impl core::fmt::Display for Contract {
    /// `POST /unified/crm/associations`
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}
