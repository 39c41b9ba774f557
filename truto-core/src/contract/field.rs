//! A field of an endpoint: where it travels, what it holds, and whether it may be missing.

use crate::contract::shape::Shape;

/// Where a field travels.
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

/// The kind of value in a field, as far as the spelling of its type tells. [`Field::shape`] knows the type itself.
///
/// `Option<T>`, `Vec<T>` and `Patch<T>` have the kind of their `T`. An alias of a type is [`Any`](Self::Any).
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
    /// Anything that the field's own type encodes to.
    Any,
}

/// Whether a field may be missing, and how many values it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Presence {
    /// Exactly one value, always sent.
    Required,
    /// `Option<T>`: left out if it is `None`.
    Optional,
    /// `Vec<T>`: left out if it is empty.
    List,
    /// [`Patch<T>`](crate::Patch): left alone, set, or cleared with `null`.
    Patch,
    /// Always sent, with the type's default unless it was set.
    Defaulted,
}

/// Spelling of a list or an object in the query.
///
/// Names and values are percent-encoded, brackets included (`k%5B%5D=a`). `null` is `k=`. A query cannot hold an empty list or
/// object, so a request with an empty list, set or map in its query is refused when it is sent
/// (<https://www.truto.one/docs/api-reference/overview/querying.md>).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// `k[]=a&k[]=b` and `k[x]=1`: the form that the API documents.
    #[default]
    Brackets,
    /// `k=a&k=b`.
    Repeat,
    /// `k=a,b`. An item with a comma is refused.
    Comma,
}

/// A field of an endpoint.
///
/// ```
/// use truto_core::contract::{Field, Kind, Place, Presence, Style};
/// use truto_core::{Endpoint, Patch, unified_endpoint};
///
/// #[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
/// pub struct UpdateContact {
///     pub id: u64,
///     pub phone: Patch<String>,
///     #[truto(query, style = comma, rename = "tag[in]")]
///     pub tags: Option<Vec<String>>,
/// }
///
/// let field = |name| UpdateContact::CONTRACT.field(name).unwrap();
/// assert_eq!((field("id").place(), field("id").kind()), (Place::Path, Kind::Integer));
/// assert_eq!((field("phone").place(), field("phone").presence()), (Place::Body, Presence::Patch));
/// assert_eq!((field("tags").wire_name(), field("tags").query_style()), ("tag[in]", Style::Comma));
/// # assert_eq!(Field::optional("limit", Kind::Integer).query().place(), Place::Query);
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
    spans_segments: bool,
    secret: bool,
    only_for: Option<&'static [usize]>,
    shape: Option<Shape>,
}

/// A constructor for each presence.
macro_rules! constructors {
    ($($(#[$doc:meta])+ $name:ident $presence:ident;)+) => {$(
        $(#[$doc])+
        #[must_use]
        pub const fn $name(name: &'static str, kind: Kind) -> Self {
            Self::new(name, kind, Presence::$presence)
        }
    )+};
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
            spans_segments: false,
            secret: false,
            only_for: None,
            shape: None,
        }
    }

    constructors! {
        /// A body field that is always sent.
        required Required;
        /// A body field declared as `Option<T>`.
        optional Optional;
        /// A body field declared as `Vec<T>`; `kind` is that of an item.
        list List;
        /// A body field declared as `Patch<T>`.
        patch Patch;
        /// A body field with a default.
        defaulted Defaulted;
    }

    setters! {
        /// The same field under another wire name.
        renamed(wire: &'static str) wire = wire;
        /// The same field in the path.
        path() place = Place::Path;
        /// The same field in the query.
        query() place = Place::Query;
        /// The same field in the header of this name.
        header(name: &'static str) place = Place::Header, wire = name;
        /// The same field inside these nested objects of the body, outermost first.
        within(objects: &'static [&'static str]) within = objects;
        /// The same field with another query style.
        style(style: Style) style = style;
        /// The same path field, sending `%2F` for a slash instead of refusing it.
        encoding_slash() encodes_slash = true;
        /// The same path field, whose value may be several segments. Each segment is checked and encoded by itself.
        spanning_segments() spans_segments = true;
        /// The same field, hidden from `Debug` and from errors.
        secret() secret = true;
        /// The same field, allowed only when the endpoint's entity is one of these ([`UnifiedEntity::id`]).
        ///
        /// [`UnifiedEntity::id`]: crate::UnifiedEntity::id
        only_for(entities: &'static [usize]) only_for = Some(entities);
        /// The same field with the JSON shape of its type, or of the type of an item.
        shaped(shape: Shape) shape = Some(shape);
    }

    getters! {
        /// Name of the field in Rust.
        name -> &'static str = name;
        /// Name of the field on the wire.
        wire_name -> &'static str = wire;
        /// Where the field travels.
        place -> Place = place;
        /// Nested objects of the body that hold the field, outermost first; empty at top level.
        objects -> &'static [&'static str] = within;
        /// Kind of the field's value, or of an item of it.
        kind -> Kind = kind;
        /// Whether the field may be missing, and how many values it holds.
        presence -> Presence = presence;
        /// Spelling of lists and objects in the query.
        query_style -> Style = style;
        /// Returns `true` if a slash in this path field is sent as `%2F` instead of being refused.
        encodes_slash -> bool = encodes_slash;
        /// Returns `true` if the value of this path field may be several segments.
        spans_segments -> bool = spans_segments;
        /// Returns `true` if the field is hidden from `Debug` and from errors.
        is_secret -> bool = secret;
        /// The entities that this field is allowed for; `None` if it has no rule.
        allowed_entities -> Option<&'static [usize]> = only_for;
    }

    /// JSON shape of the field's value, or of an item of it. [`Contract::entity_names`] is the shape of the endpoint's entity.
    ///
    /// [`Contract::entity_names`]: crate::contract::Contract::entity_names
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

    /// Returns `true` if a request without this field is refused.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required)
    }

    /// Path of the field in the JSON form of the request: `associations.contacts`.
    #[must_use]
    pub fn json_path(&self) -> String {
        self.within.iter().flat_map(|object| [object, "."]).chain([self.wire]).collect()
    }
}
