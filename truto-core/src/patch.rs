//! A field with three states, for updates: leave it, set it, clear it (RFC 7396, JSON merge patch).

use serde::ser::Error as _;
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
///
/// Inside a struct of your own:
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use truto_core::Patch;
///
/// #[derive(Clone, Debug, Default, Serialize, Deserialize)]
/// struct Owner {
///     #[serde(default, skip_serializing_if = "Patch::is_leave")]
///     name: Patch<String>,
/// }
///
/// assert_eq!(serde_json::to_string(&Owner::default()).unwrap(), "{}");
/// assert!(serde_json::to_string(&Patch::<String>::Leave).is_err()); // `null` would clear it
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

/// `Leave` is refused: only what holds the field can leave it out, and `null` would clear it. A field of an endpoint is left
/// out by itself; in a struct of your own, write `#[serde(default, skip_serializing_if = "Patch::is_leave")]` on it.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leave => Err(S::Error::custom(LEFT)),
            Self::Set(value) => serializer.serialize_some(value),
            Self::Clear => serializer.serialize_none(),
        }
    }
}

const LEFT: &str = "`Patch::Leave` has no value to write: put \
                    `#[serde(default, skip_serializing_if = \"Patch::is_leave\")]` on the field that holds it";

/// `null` is `Clear`; a field that is not there is `Leave` under `#[serde(default)]`.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}
