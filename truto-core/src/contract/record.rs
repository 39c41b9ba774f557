//! Records: what an answer holds, as `const` data. `#[derive(UnifiedRecord)]` writes it.
//!
//! A [`Contract`](crate::contract::Contract) describes a request. A [`RecordContract`] describes a record of an answer: its
//! fields with their wire names, shapes and documentation. Schemas, the sandbox and mirrors read it.
//!
//! ```
//! use truto_core::record::{Record, UnifiedEnum};
//! use truto_core::shape::Shape;
//! use truto_core::types::{Id, Open, RawJson, Unknown};
//! use truto_core::{Timestamp, UnifiedRecord};
//!
//! /// A project.
//! #[derive(Clone, Default, PartialEq, UnifiedRecord)]
//! #[non_exhaustive]
//! pub struct Project {
//!     /// Id of the project.
//!     pub id: Id<Project>,
//!     /// How it is going.
//!     pub status: Option<Open<ProjectStatus>>,
//!     /// Moment of the last change.
//!     pub updated_at: Option<Timestamp>,
//!     /// The provider's own record.
//!     pub remote_data: Option<RawJson>,
//!     /// Everything else.
//!     #[truto(unknown)]
//!     pub unknown: Unknown,
//! }
//!
//! /// How a project is going.
//! #[derive(Clone, Copy, Debug, PartialEq, Eq, UnifiedEnum)]
//! pub enum ProjectStatus {
//!     /// Work goes on.
//!     Open,
//!     /// It costs more than planned.
//!     OverBudget,
//! }
//!
//! let answer = r#"{"id": 7, "status": "over_budget", "updated_at": null, "colour": "red"}"#;
//! let project: Project = serde_json::from_str(answer).unwrap();
//! assert_eq!(project.id, "7");
//! assert_eq!(project.status, Some(Open::Known(ProjectStatus::OverBudget)));
//! assert_eq!(project.unknown.get::<String>("colour").unwrap().as_deref(), Some("red"));
//!
//! let status = Project::RECORD.field("status").unwrap();
//! assert_eq!((status.doc(), status.is_required()), ("How it is going.", false));
//! assert_eq!(status.shape(), Shape::Choice(&["open", "over_budget"]));
//! ```

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserializer, Serialize};

use crate::contract::shape::Shape;
use crate::error::quoted_list;
use crate::util::escaped::Escaped;
use crate::util::visit::visit_plain;

#[cfg(feature = "macros")]
#[doc(inline)]
pub use truto_macros::{UnifiedEnum, UnifiedRecord};

/// A record of an answer. [`UnifiedRecord`] derives it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a unified record",
    label = "expected a struct of fields",
    note = "write `#[derive(truto_core::UnifiedRecord)]` on it"
)]
pub trait Record: Serialize + DeserializeOwned + 'static {
    /// The record as data.
    const RECORD: &'static RecordContract;
}

/// The contract of a record.
#[derive(Clone, Copy)]
pub struct RecordContract {
    name: &'static str,
    doc: &'static str,
    fields: &'static [RecordField],
    unknown: Option<&'static str>,
}

impl RecordContract {
    /// A record of these fields, which skips unknown members.
    #[must_use]
    pub const fn new(name: &'static str, doc: &'static str, fields: &'static [RecordField]) -> Self {
        Self { name, doc, fields, unknown: None }
    }

    /// The same record, which keeps unknown members in the field of this name in Rust.
    #[must_use]
    pub const fn keeping_unknown_in(mut self, field: &'static str) -> Self {
        self.unknown = Some(field);
        self
    }

    getters! {
        /// Name of the declaring struct.
        name -> &'static str = name;
        /// Documentation of the struct; empty if it has no documentation.
        doc -> &'static str = doc;
        /// Every declared field, in the order of the declaration.
        fields -> &'static [RecordField] = fields;
        /// Name in Rust of the field that keeps unknown members.
        unknown_field -> Option<&'static str> = unknown;
    }

    /// Returns `true` if the record keeps unknown members.
    #[must_use]
    pub const fn keeps_unknown(&self) -> bool {
        self.unknown.is_some()
    }

    /// The field of this wire name.
    #[must_use]
    pub fn field(&self, wire_name: &str) -> Option<&'static RecordField> {
        self.fields.iter().find(|field| field.wire == wire_name)
    }
}

// A record may contain itself, so neither looks into the shapes of the fields.

impl PartialEq for RecordContract {
    /// Returns `true` for the same declaration.
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.fields, other.fields)
            && (self.name, self.doc, self.unknown) == (other.name, other.doc, other.unknown)
    }
}

impl Eq for RecordContract {}

impl fmt::Debug for RecordContract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<&str> = self.fields.iter().map(|field| field.wire).collect();
        f.debug_struct("RecordContract").field("name", &self.name).field("fields", &fields).finish_non_exhaustive()
    }
}

/// A record inside of a [`Shape`]: a reference to a contract that is looked up when it is used, because a record may contain
/// itself. It dereferences to the contract.
///
/// ```
/// use truto_core::UnifiedRecord;
/// use truto_core::record::Record;
/// use truto_core::shape::Shape;
///
/// #[derive(UnifiedRecord)]
/// pub struct Employee {
///     pub manager: Option<Box<Employee>>,
/// }
///
/// let Shape::Record(manager) = Employee::RECORD.field("manager").unwrap().shape() else { panic!() };
/// assert_eq!(manager.fields()[0].wire_name(), "manager");
/// ```
#[derive(Clone, Copy)]
pub struct RecordRef(fn() -> &'static RecordContract);

impl RecordRef {
    /// The contract of `R`.
    #[must_use]
    pub const fn of<R: Record>() -> Self {
        Self(|| R::RECORD)
    }

    /// The contract.
    #[must_use]
    pub fn contract(self) -> &'static RecordContract {
        (self.0)()
    }
}

impl core::ops::Deref for RecordRef {
    type Target = RecordContract;

    fn deref(&self) -> &RecordContract {
        self.contract()
    }
}

impl PartialEq for RecordRef {
    fn eq(&self, other: &Self) -> bool {
        self.contract() == other.contract()
    }
}

impl Eq for RecordRef {}

impl fmt::Debug for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.contract().fmt(f)
    }
}

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordField {
    name: &'static str,
    wire: &'static str,
    doc: &'static str,
    shape: Shape,
    required: bool,
    secret: bool,
}

impl RecordField {
    /// An optional field of this shape.
    #[must_use]
    pub const fn new(name: &'static str, wire: &'static str, doc: &'static str, shape: Shape) -> Self {
        Self { name, wire, doc, shape, required: false, secret: false }
    }

    setters! {
        /// The same field in a record that does not exist without it.
        required() required = true;
        /// The same field, hidden from `Debug`.
        secret() secret = true;
    }

    getters! {
        /// Name in Rust.
        name -> &'static str = name;
        /// Name on the wire.
        wire_name -> &'static str = wire;
        /// Documentation of the field; empty if it has no documentation.
        doc -> &'static str = doc;
        /// Shape of the value, if there is a value: `Option<T>` has the shape of `T`.
        shape -> Shape = shape;
        /// Returns `true` if a record without the field is refused.
        is_required -> bool = required;
        /// Returns `true` if `Debug` hides the value.
        is_secret -> bool = secret;
    }
}

/// An enum whose variants are names on the wire. Derive it.
///
/// An answer holds it as [`Open<E>`](crate::types::Open), because the server may add values. The enum alone refuses an unknown
/// name. The name on the wire is the variant in `snake_case`, unless `#[truto(rename = "…")]` gives another. An enum with
/// [`UnifiedEntity`](crate::UnifiedEntity) implements it too.
///
/// ```
/// use truto_core::record::UnifiedEnum;
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, UnifiedEnum)]
/// enum TaskStatus {
///     ToDo,
///     #[truto(rename = "in progress")]
///     InProgress,
/// }
///
/// assert_eq!(TaskStatus::VALUES, ["to_do", "in progress"]);
/// assert_eq!(TaskStatus::ToDo.as_str(), "to_do");
/// assert_eq!(TaskStatus::from_name("in progress"), Some(TaskStatus::InProgress));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of names",
    label = "expected an enum whose variants are names on the wire",
    note = "write `#[derive(Clone, Debug, truto_core::record::UnifiedEnum)]` on it"
)]
pub trait UnifiedEnum: Clone + 'static {
    /// The names on the wire, in the order of the declaration.
    const VALUES: &'static [&'static str];

    /// Returns the name of this value on the wire.
    fn as_str(&self) -> &'static str;

    /// Returns the value of this name on the wire.
    fn from_name(name: &str) -> Option<Self>;
}

/// Deserializes a value from its name on the wire.
///
/// # Errors
/// Anything but the name of a value.
pub fn deserialize_enum<'de, E: UnifiedEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Name<V>(PhantomData<V>);

    impl<V: UnifiedEnum> Visitor<'_> for Name<V> {
        type Value = V;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "one of {}", quoted_list(V::VALUES))
        }

        visit_plain! {
            visit_str(name: &str) => V::from_name(name).ok_or_else(|| unknown(name, V::VALUES));
        }
    }

    deserializer.deserialize_str(Name(PhantomData))
}

fn unknown<E: Error>(name: &str, known: &[&str]) -> E {
    let near = truto_names::nearest(name, known).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    E::custom(format_args!("unknown value `{}`, {near}expected one of {}", Escaped(name), quoted_list(known)))
}
