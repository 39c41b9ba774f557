//! Types that hold nothing, such as `()`: for calls whose answer does not matter.

use core::marker::PhantomData;

use serde::de::value::Error as NotNothing;
use serde::de::{DeserializeOwned, Deserializer, Error as _, IgnoredAny, Visitor};
use serde::forward_to_deserialize_any;

use crate::util::json::from_slice_for_caller;

/// Reads a type. A type that holds nothing, such as `()` or a unit struct, accepts any JSON.
pub(crate) fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T, serde_json::Error> {
    match from_slice_for_caller(text, PhantomData) {
        Err(error) if error.is_data() => from_nothing(text, error),
        read => read,
    }
}

#[cold]
fn from_nothing<T: DeserializeOwned>(text: &[u8], error: serde_json::Error) -> Result<T, serde_json::Error> {
    match T::deserialize(Nothing) {
        Ok(nothing) => serde_json::from_slice::<IgnoredAny>(text).map(|_| nothing),
        Err(_) => Err(error),
    }
}

/// A value without content. Only a type that holds nothing can be read from it.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = NotNothing;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotNothing> {
        Err(NotNothing::custom("the type holds something"))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotNothing> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotNothing> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotNothing> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotNothing> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple tuple_struct map
        struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Deleted;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Wrapped(());

    #[derive(Debug, Deserialize, PartialEq)]
    struct Contact {
        id: String,
    }

    #[test]
    fn a_type_that_holds_nothing_accepts_any_json() {
        for text in ["null", "{}", "[]", "7", "\"gone\"", "true", r#"{"id": "1", "deleted": [true, {}]}"#] {
            from_slice::<()>(text.as_bytes()).unwrap();
            assert_eq!(from_slice::<Deleted>(text.as_bytes()).unwrap(), Deleted, "{text}");
            assert_eq!(from_slice::<Wrapped>(text.as_bytes()).unwrap(), Wrapped(()), "{text}");
            let something = (text != "null").then_some(());
            assert_eq!(from_slice::<Option<()>>(text.as_bytes()).unwrap(), something, "{text}");
            from_slice::<IgnoredAny>(text.as_bytes()).unwrap();
        }
        for text in ["<html>", "{", "{} {}", "{\"a\":}", "nothing"] {
            assert!(!from_slice::<()>(text.as_bytes()).unwrap_err().is_data(), "{text}");
            from_slice::<Option<Deleted>>(text.as_bytes()).unwrap_err();
        }
    }

    #[test]
    fn a_type_that_holds_something_accepts_only_that() {
        let read = |text: &str| from_slice::<Option<Contact>>(text.as_bytes());
        assert_eq!(read("null").unwrap(), None);
        assert_eq!(read(r#"{"id": "1"}"#).unwrap(), Some(Contact { id: "1".to_owned() }));
        for text in ["{}", "[]", "7", r#"{"deleted": true}"#] {
            assert!(read(text).unwrap_err().is_data(), "{text}");
            assert!(from_slice::<Contact>(text.as_bytes()).unwrap_err().is_data(), "{text}");
            assert!(from_slice::<[(); 3]>(text.as_bytes()).unwrap_err().is_data(), "{text}");
        }
    }
}
