//! One field of a request, borrowed and without its type: what the encoder sees.

use serde::Serialize;
use serde_json::Value;

use crate::patch::Patch;

/// What a field of a request holds at the moment of sending.
///
/// Only derived code uses it: the encoder asks an [`Endpoint`](crate::Endpoint) for each field of its contract.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::{Endpoint, Slot};
///
/// let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).contacts(["2"]).build();
/// let names = CreateAssociation::CONTRACT.fields().iter().enumerate();
/// let sent = names.filter(|(index, _)| !link.slot(*index).is_absent()).map(|(_, field)| field.name());
/// assert_eq!(sent.collect::<Vec<_>>(), ["entity_id", "entity", "contacts"]);
/// # assert!(Slot::list(&Vec::<String>::new()).is_absent());
/// ```
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Nothing: the field is left out.
    Absent,
    /// `null`: the field is cleared.
    Null,
    /// A value.
    Value(&'a dyn Encode),
}

impl<'a> Slot<'a> {
    /// A field that is always sent.
    pub fn required<T: Serialize>(value: &'a T) -> Self {
        Self::Value(value)
    }

    /// A field that is left out when it is `None`.
    pub fn optional<T: Serialize>(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Absent, |value| Self::Value(value))
    }

    /// A field that is left out when it is empty.
    #[must_use]
    pub fn list<T: Serialize>(values: &'a Vec<T>) -> Self {
        if values.is_empty() { Self::Absent } else { Self::Value(values) }
    }

    /// A field with three states.
    pub fn patch<T: Serialize>(value: &'a Patch<T>) -> Self {
        match value {
            Patch::Leave => Self::Absent,
            Patch::Set(value) => Self::Value(value),
            Patch::Clear => Self::Null,
        }
    }

    /// Whether the field is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl core::fmt::Debug for Slot<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value(..)",
        })
    }
}

/// A value of any type that serde can serialize.
///
/// Only derived code uses it: it is serde's `Serialize` without the type parameter.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::{Endpoint, Slot};
///
/// let link = CreateAssociation::builder().entity_id("00Q1").entity(crm_entity::Leads).build();
/// let Slot::Value(id) = link.slot(0) else { panic!("the first field is required") };
/// assert_eq!(id.to_json().unwrap(), "00Q1");
/// ```
pub trait Encode {
    /// Appends the value to `out` as JSON text.
    ///
    /// # Errors
    /// What the type's own `Serialize` refuses.
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error>;

    /// The value as a JSON tree.
    ///
    /// # Errors
    /// What the type's own `Serialize` refuses.
    fn to_json(&self) -> Result<Value, serde_json::Error>;
}

impl<T: Serialize> Encode for T {
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
        serde_json::to_writer(out, self)
    }

    fn to_json(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}
