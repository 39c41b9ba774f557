//! A field with three states, for updates: leave it, set it, clear it (RFC 7396, JSON merge patch).

use core::fmt;
use core::marker::PhantomData;

use serde::de::Visitor;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::util::encoder::names;

/// The effect of an update on a field.
///
/// ```
/// use truto_core::Patch;
///
/// let mut phone: Patch<String> = Patch::default();
/// assert!(phone.is_leave());
/// phone.get_or_insert_default().push_str("555");
/// assert_eq!(phone, Patch::from("555".to_owned()));
/// ```
///
/// # In a struct of your own
///
/// A request leaves out a value that is not set, at any depth. It writes `null` if the value has a key or a place:
///
/// | value | as a field of a struct | as an item of a list, as a member of a map |
/// |---|---|---|
/// | `None` | left out | `null` |
/// | `Some(None)`, `()`, `Json::Null` | `null` | `null` |
/// | `Patch::Leave` | left out | refused |
/// | `Patch::Clear` | `null` | `null` |
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use truto_core::{Patch, unified_endpoint};
///
/// #[derive(Clone, Debug, Default, Serialize, Deserialize)]
/// #[serde(default)]
/// pub struct Owner {
///     pub name: Patch<String>,
///     pub phone: Patch<String>,
///     pub email: Option<String>,
/// }
///
/// #[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
/// pub struct UpdateContact {
///     pub id: String,
///     pub owner: Option<Owner>,
/// }
///
/// let owner = Owner { name: Patch::from("Ada".to_owned()), phone: Patch::Clear, ..Owner::default() };
/// let update = UpdateContact::builder().id("7").owner(owner).build();
/// assert_eq!(serde_json::to_string(&update).unwrap(), r#"{"id":"7","owner":{"name":"Ada","phone":null}}"#);
/// ```
///
/// With `#[serde(default)]`, a missing field is read as `Leave`; without it, a missing field is an error. Every other serializer
/// refuses `Leave`, because `null` would clear. For other serializers, write
/// `#[serde(default, skip_serializing_if = "Patch::is_leave")]` on the field.
///
/// serde calls a struct with `#[serde(flatten)]` a map. Its own fields and the fields of flattened structs are still left out, and
/// the members of a flattened map are kept. A manual `Serialize` that writes a struct as a map keeps every `None` as `null`, if it
/// gives the length of the map.
///
/// `Option<Option<T>>` works like a `Patch` with `#[serde(default, skip_serializing_if = "Option::is_none")]`: `Some(None)` writes
/// `null`. Read it with `deserialize_with = "serde_with::rust::double_option::deserialize"`. Do not use
/// `with = "serde_with::rust::double_option"`, which writes `Some(None)` as serde's `None`: the field would be left out.
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
    /// Returns `true` if the field is left as it is.
    pub const fn is_leave(&self) -> bool {
        matches!(self, Self::Leave)
    }

    /// The value to set, for changes in place. If no value is set, the default of its type is inserted.
    pub fn get_or_insert_default(&mut self) -> &mut T
    where
        T: Default,
    {
        loop {
            match self {
                Self::Set(value) => return value,
                Self::Leave | Self::Clear => *self = Self::Set(T::default()),
            }
        }
    }

    /// Passes `target` to `set` with the value, or to `clear`, or returns it unchanged.
    ///
    /// A builder's `patch_with` uses it. It works for your own structs too:
    ///
    /// ```
    /// use truto_core::Patch;
    ///
    /// let rename = |patch: Patch<String>| patch.apply("before".to_owned(), |_, name| name, |_| String::new());
    /// assert_eq!(rename(Patch::Leave), "before");
    /// assert_eq!(rename(Patch::Set("after".to_owned())), "after");
    /// assert_eq!(rename(Patch::Clear), "");
    /// ```
    pub fn apply<B>(self, target: B, set: impl FnOnce(B, T) -> B, clear: impl FnOnce(B) -> B) -> B {
        match self {
            Self::Leave => target,
            Self::Set(value) => set(target, value),
            Self::Clear => clear(target),
        }
    }

    /// The value to set; `None` for `Leave` and `Clear`.
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

/// A request leaves out a field that is `Leave`, at any depth. Other serializers refuse it, and so do places that cannot be left
/// out, such as an item of a list: `null` would clear.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leave => serializer.serialize_newtype_struct(names::LEAVE, &Left),
            Self::Set(value) => serializer.serialize_newtype_struct("Patch", &Some(value)),
            Self::Clear => serializer.serialize_newtype_struct(names::CLEAR, &None::<T>),
        }
    }
}

/// The value of `Leave`, which a serializer that does not know [`Patch`] tries to write.
struct Left;

impl Serialize for Left {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(
            "`Patch::Leave` has no value to write: put \
             `#[serde(default, skip_serializing_if = \"Patch::is_leave\")]` on the field that holds it",
        ))
    }
}

/// `null` is `Clear`. A missing field is `Leave` with `#[serde(default)]`, and an error without it.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct State<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for State<T> {
            type Value = Patch<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or `null`")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Patch<T>, D::Error> {
                Ok(Option::deserialize(deserializer)?.map_or(Patch::Clear, Patch::Set))
            }
        }

        // serde reads a missing `Option` as `None`, which would clear.
        deserializer.deserialize_newtype_struct("Patch", State(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    use super::Patch;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Bare {
        name: Patch<u8>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Defaulted {
        #[serde(default)]
        name: Patch<u8>,
    }

    #[test]
    fn a_field_that_is_missing_is_never_cleared() {
        assert_eq!(serde_json::from_str::<Defaulted>("{}").unwrap().name, Patch::Leave);
        let error = serde_json::from_str::<Bare>("{}").unwrap_err().to_string();
        assert!(error.starts_with("missing field `name`"), "{error}");
        assert!(serde_json::from_value::<Bare>(json!({})).is_err());
        for (json, name) in [(json!({"name": null}), Patch::Clear), (json!({"name": 1}), Patch::Set(1))] {
            assert_eq!(serde_json::from_value::<Bare>(json.clone()).unwrap().name, name);
            assert_eq!(serde_json::from_str::<Bare>(&json.to_string()).unwrap().name, name);
            assert_eq!(serde_json::to_value(Bare { name }).unwrap(), json);
        }
    }

    #[test]
    fn leave_is_refused_by_other_serializers() {
        let refused = serde_json::to_string(&Bare { name: Patch::Leave }).unwrap_err().to_string();
        assert!(refused.contains("Patch::is_leave"), "{refused}");
    }
}
