//! Visitors of serde that differ in few words, as macros, and the key of a member.

use std::borrow::Cow;

/// A key of an object. It is copied only if it holds escapes: a `Cow` by itself is always copied.
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Key<'k>(#[serde(borrow)] pub(crate) Cow<'k, str>);

/// Implements `Deserialize` for a type that is read from the members of an object. A derived implementation reads a list too.
macro_rules! deserialize_object {
    ($ty:ty, $expected:literal, |$members:ident| $read:expr) => {
        crate::util::visit::deserialize_object!($ty, deserialize_map(), $expected, |$members| $read);
    };
    ($ty:ty, $method:ident($($argument:expr),*), $expected:literal, |$members:ident| $read:expr) => {
        impl<'de> serde::Deserialize<'de> for $ty {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $ty;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut $members: A) -> Result<$ty, A::Error> {
                        $read
                    }
                }

                deserializer.$method($($argument,)* Object)
            }
        }
    };
}

/// Methods of a visitor, each for a plain value.
macro_rules! visit_plain {
    ($($method:ident($value:ident: $ty:ty) => $read:expr;)+) => {$(
        fn $method<E: serde::de::Error>(self, $value: $ty) -> Result<Self::Value, E> {
            $read
        }
    )+};
}

pub(crate) use {deserialize_object, visit_plain};
