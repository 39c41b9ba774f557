//! A value of a list that the server may extend at any time.

use core::marker::PhantomData;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::contract::record::UnifiedEnum;
use crate::contract::shape::{Shape, Shaped};
use crate::util::visit::visit_plain;

/// A known value, or the name of a value that was added later.
///
/// `E` derives [`UnifiedEnum`] or [`UnifiedEntity`](crate::UnifiedEntity). A setter takes a value of `E`, and text for a value
/// that this version does not know.
///
/// ```
/// use truto_core::types::Open;
/// use truto_core::crm::CrmEntity;
///
/// let known: Open<CrmEntity> = serde_json::from_str("\"leads\"").unwrap();
/// assert_eq!(known, Open::Known(CrmEntity::Leads));
/// let later: Open<CrmEntity> = serde_json::from_str("\"deals\"").unwrap();
/// assert_eq!(later, Open::Unknown("deals".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Open<E> {
    /// A value that this version knows.
    Known(E),
    /// The name of a value that this version does not know.
    Unknown(String),
}

impl<E: UnifiedEnum> Open<E> {
    /// Wire name.
    #[must_use]
    pub fn wire_name(&self) -> &str {
        match self {
            Self::Known(value) => value.as_str(),
            Self::Unknown(name) => name,
        }
    }

    /// The value, if this version knows it.
    #[must_use]
    pub fn known(&self) -> Option<E> {
        match self {
            Self::Known(value) => Some(value.clone()),
            Self::Unknown(_) => None,
        }
    }
}

/// A value of `E` itself.
impl<E: UnifiedEnum> PartialEq<E> for Open<E>
where
    E: PartialEq,
{
    fn eq(&self, other: &E) -> bool {
        matches!(self, Self::Known(value) if value == other)
    }
}

impl<E: UnifiedEnum> From<E> for Open<E> {
    fn from(value: E) -> Self {
        Self::Known(value)
    }
}

impl<E: UnifiedEnum> From<&str> for Open<E> {
    fn from(name: &str) -> Self {
        E::from_name(name).map_or_else(|| Self::Unknown(name.to_owned()), Self::Known)
    }
}

impl<E: UnifiedEnum> From<String> for Open<E> {
    fn from(name: String) -> Self {
        E::from_name(&name).map_or_else(|| Self::Unknown(name), Self::Known)
    }
}

impl<E: UnifiedEnum> core::fmt::Display for Open<E> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.wire_name())
    }
}

impl<E: UnifiedEnum> Shaped for Open<E> {
    const SHAPE: Shape = Shape::Choice(E::VALUES);
}

impl<E: UnifiedEnum> Serialize for Open<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.wire_name())
    }
}

impl<'de, E: UnifiedEnum> Deserialize<'de> for Open<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name<V>(PhantomData<V>);

        impl<V: UnifiedEnum> Visitor<'_> for Name<V> {
            type Value = Open<V>;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("a string")
            }

            visit_plain! {
                // Only an unknown name is copied.
                visit_str(name: &str) => Ok(name.into());
                visit_string(name: String) => Ok(name.into());
            }
        }

        deserializer.deserialize_str(Name(PhantomData))
    }
}
