//! A field with three states, for updates: leave it, set it, clear it (RFC 7396, JSON merge patch).

use core::fmt;
use core::marker::PhantomData;

use serde::de::Visitor;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::util::encoder::names;

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
/// # In a struct of your own
///
/// A request leaves out what was not given, at any depth, and writes `null` where a key or a place was given:
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
/// `#[serde(default)]` makes `Leave` of a field that is missing when the struct is read; without it, a missing field is an error.
/// Every other serializer refuses `Leave`, because `null` would clear. For one, write
/// `#[serde(default, skip_serializing_if = "Patch::is_leave")]` on the field.
///
/// serde calls a struct with `#[serde(flatten)]` a map. Its own fields, and those of the structs that are flattened into it, are
/// left out all the same, and the members of a flattened map are kept. A `Serialize` by hand that writes a struct as a map keeps
/// every `None` as `null`, if it gives the length of the map.
///
/// `Option<Option<T>>` does the same as a `Patch` with `#[serde(default, skip_serializing_if = "Option::is_none")]`:
/// `Some(None)` writes `null`. Read it with `deserialize_with = "serde_with::rust::double_option::deserialize"`, and not with
/// `with = "serde_with::rust::double_option"`: that module writes `Some(None)` in the way that serde has for `None`, and the field
/// would be left out.
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

    /// The value to set, which is the default of its type where there was none: to change a value in its place.
    ///
    /// ```
    /// use truto_core::Patch;
    ///
    /// let mut tags: Patch<Vec<&str>> = Patch::Clear;
    /// tags.get_or_insert_default().push("new");
    /// assert_eq!(tags, Patch::Set(vec!["new"]));
    /// ```
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

    /// Hands `target` on to `set` with the value, to `clear`, or back where the field is left as it is.
    ///
    /// It is how a builder's `patch_with` forwards one, and does the same for a struct of your own:
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

/// A request leaves out a field that is `Leave`, at any depth. Any other serializer, and a place that cannot be left out, such
/// as an item of a list, refuses it: `null` would clear.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leave => serializer.serialize_newtype_struct(names::LEAVE, &Left),
            Self::Set(value) => serializer.serialize_newtype_struct("Patch", &Some(value)),
            Self::Clear => serializer.serialize_newtype_struct(names::CLEAR, &None::<T>),
        }
    }
}

/// What a serializer finds that writes the value of `Leave`.
struct Left;

impl Serialize for Left {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(LEFT))
    }
}

const LEFT: &str = "`Patch::Leave` has no value to write: put \
                    `#[serde(default, skip_serializing_if = \"Patch::is_leave\")]` on the field that holds it";

/// `null` is `Clear`; a field that is not there is `Leave` under `#[serde(default)]`, and an error without it.
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

        // An option that is not there is `None` to serde, and would clear.
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
