//! A field with three states, for updates: leave it, set it, clear it (RFC 7396, JSON merge patch).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What an update does to a field.
///
/// ```
/// use truto_core::Patch;
///
/// let phone: Patch<String> = Patch::default();
/// assert!(phone.is_leave());
/// assert_eq!(Patch::from("x"), Patch::Set("x"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// Leaves the field as it is: it is not sent.
    #[default]
    Leave,
    /// Sets the field.
    Set(T),
    /// Clears the field: `null` is sent.
    Clear,
}

impl<T> Patch<T> {
    /// Whether the field is left as it is.
    pub const fn is_leave(&self) -> bool {
        matches!(self, Self::Leave)
    }

    /// The value to set, if there is one.
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Leave | Self::Clear => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// `Leave` serializes as `null` where the surrounding format cannot leave the field out: use
/// `#[serde(skip_serializing_if = "Patch::is_leave")]` in structs of your own.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_set().serialize(serializer)
    }
}

/// `null` is `Clear`; a field that is not there is `Leave` under `#[serde(default)]`.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}
