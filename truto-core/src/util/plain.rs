//! A JSON tree whose numbers are numbers, to every type and to every format.
//!
//! A program may turn on `arbitrary_precision` of `serde_json` for all of its crates. Then a number is its text, and serde's own
//! buffers (`untagged`, `flatten`, an internal `tag`) and every other format get an object of one text in its place.

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Error, Map, Number, Value};

use crate::util::json::NUMBER;

/// How `serde_json` calls a value that is to be given as its text.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// How many digits every `f64` keeps.
const EXACT_DIGITS: usize = 15;

/// A tree, to be read or written.
pub(crate) struct Plain<V>(pub(crate) V);

/// Whether a float has room for all digits of a number.
pub(crate) fn has_few_digits(number: &str) -> bool {
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    digits.count() <= EXACT_DIGITS
}

/// The same tree with the nearest float in place of every number that no buffer of serde's holds: it is that to everybody where
/// numbers are no texts.
pub(crate) fn rounded(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(rounded).collect()),
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(key, value)| (key, rounded(value))).collect())
        }
        Value::Number(number) if !number.is_u64() && !number.is_i64() => {
            Value::Number(number.as_f64().and_then(Number::from_f64).unwrap_or(number))
        }
        other => other,
    }
}

/// What a number is, if that is all there is of it.
enum Kind {
    Unsigned(u128),
    Signed(i128),
    Float(f64),
    Longer,
}

impl Kind {
    fn of(number: &Number) -> Self {
        match (number.as_u128(), number.as_i128(), number.as_f64()) {
            (Some(unsigned), ..) => Self::Unsigned(unsigned),
            // It is `-0`, which is a float.
            (_, Some(0), _) => Self::Float(-0.0),
            (_, Some(signed), _) => Self::Signed(signed),
            (.., Some(float)) if Number::from_f64(float).as_ref() == Some(number) => Self::Float(float),
            (.., Some(float)) if has_few_digits(&number.to_string()) => Self::Float(float),
            _ => Self::Longer,
        }
    }
}

impl Serialize for Plain<&Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&Plain(item)))?;
                list.end()
            }
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(key, value)| map.serialize_entry(key, &Plain(value)))?;
                map.end()
            }
            Value::Number(number) => match Kind::of(number) {
                Kind::Unsigned(unsigned) => match u64::try_from(unsigned) {
                    Ok(unsigned) => serializer.serialize_u64(unsigned),
                    Err(_) => serializer.serialize_u128(unsigned),
                },
                Kind::Signed(signed) => match i64::try_from(signed) {
                    Ok(signed) => serializer.serialize_i64(signed),
                    Err(_) => serializer.serialize_i128(signed),
                },
                Kind::Float(float) => serializer.serialize_f64(float),
                Kind::Longer => number.serialize(serializer),
            },
            other => other.serialize(serializer),
        }
    }
}

impl IntoDeserializer<'_, Error> for Plain<Value> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn list<'de, V: Visitor<'de>>(items: Vec<Value>, visitor: V) -> Result<V::Value, Error> {
    let length = items.len();
    let mut items = SeqDeserializer::new(items.into_iter().map(Plain));
    let value = visitor.visit_seq(&mut items)?;
    match items.end() {
        Ok(()) => Ok(value),
        Err(_) => Err(Error::invalid_length(length, &"fewer elements in array")),
    }
}

fn object<'de, V: Visitor<'de>>(members: Map<String, Value>, visitor: V) -> Result<V::Value, Error> {
    let length = members.len();
    let mut members = MapDeserializer::new(members.into_iter().map(|(key, value)| (Key(key), Plain(value))));
    let value = visitor.visit_map(&mut members)?;
    match members.end() {
        Ok(()) => Ok(value),
        Err(_) => Err(Error::invalid_length(length, &"fewer elements in map")),
    }
}

fn number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (Kind::of(number), number.as_u64(), number.as_i64()) {
        (Kind::Unsigned(_), Some(unsigned), _) => visitor.visit_u64(unsigned),
        (Kind::Signed(_), _, Some(signed)) => visitor.visit_i64(signed),
        (Kind::Float(float), ..) => visitor.visit_f64(float),
        // Under `arbitrary_precision` alone, for types that keep every digit. No buffer of serde's holds 128 bits.
        _ => visitor.visit_map(MapDeserializer::new([(NUMBER, number.to_string())].into_iter())),
    }
}

/// A number for an integer of whatever size.
fn wide<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (number.as_u64(), number.as_i64(), number.as_u128(), number.as_i128()) {
        (None, None, Some(unsigned), _) => visitor.visit_u128(unsigned),
        (None, None, None, Some(signed)) => visitor.visit_i128(signed),
        _ => self::number(number, visitor),
    }
}

/// The key of an object, which may spell a number.
struct Key(String);

impl IntoDeserializer<'_, Error> for Key {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! spelt {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let is_number = self.0.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit())
                && self.0.ends_with(|letter: char| letter.is_ascii_digit());
            let mut number = serde_json::Deserializer::from_reader(if is_number { self.0.as_bytes() } else { b"" });
            let value = number.$method(visitor);
            match (value, number.end()) {
                (Ok(value), Ok(())) => Ok(value),
                (Err(error), _) if is_number => Err(error),
                _ => Err(Error::custom("invalid value: expected key to be a number in quotes")),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.0)
    }

    spelt!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_i128,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64,
        deserialize_u128,
        deserialize_f32,
        deserialize_f64
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0.parse() {
            Ok(flag) => visitor.visit_bool(flag),
            Err(_) => visitor.visit_string(self.0),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// What is there in place of an enum.
fn unexpected(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(flag) => Unexpected::Bool(*flag),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(unsigned), ..) => Unexpected::Unsigned(unsigned),
            (_, Some(signed), _) => Unexpected::Signed(signed),
            (.., Some(float)) => Unexpected::Float(float),
            _ => Unexpected::Other("number"),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

macro_rules! floats {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                // A float keeps the digits that it has room for.
                Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                    (None, None, Some(float)) => visitor.visit_f64(float),
                    (None, None, None) => Err(Error::custom("number out of range")),
                    _ => self::number(&number, visitor),
                },
                other => Plain(other).deserialize_any(visitor),
            }
        }
    )*};
}

macro_rules! integers {
    ($($method:ident),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Value::Number(number) => wide(&number, visitor),
                other => Plain(other).deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Plain<Value> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(flag),
            Value::Number(number) => self::number(&number, visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => list(items, visitor),
            Value::Object(members) => object(members, visitor),
        }
    }

    floats!(deserialize_f32, deserialize_f64);
    integers!(
        deserialize_i8,
        deserialize_i16,
        deserialize_i32,
        deserialize_i64,
        deserialize_i128,
        deserialize_u8,
        deserialize_u16,
        deserialize_u32,
        deserialize_u64,
        deserialize_u128
    );

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match name {
            RAW_VALUE => self.0.deserialize_newtype_struct(name, visitor),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.into_deserializer()),
            Value::Object(members) if members.len() == 1 => {
                let members = members.into_iter().map(|(key, value)| (key, Plain(value)));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(members)))
            }
            Value::Object(_) => Err(Error::invalid_value(Unexpected::Map, &"map with a single key")),
            other => Err(Error::invalid_type(unexpected(&other), &"string or map")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::Debug;
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    use super::Plain;
    use crate::types::raw_json::RawJson;
    use crate::util::json::numbers_are_texts;

    #[derive(Debug, PartialEq, Deserialize)]
    enum Choice {
        Unit,
        Newtype(Option<f64>),
        Tuple(u8, String),
        Struct { a: i64 },
    }

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    enum Name {
        Unit,
    }

    /// The same value, or the same error, as from the tree itself.
    fn same<T: DeserializeOwned + Debug>(value: &Value) {
        let plain = T::deserialize(Plain(value.clone())).map_err(|error| error.to_string());
        let tree = serde_json::from_value::<T>(value.clone()).map_err(|error| error.to_string());
        if plain.is_ok() || !numbers_are_texts() {
            assert_eq!(format!("{plain:?}"), format!("{tree:?}"), "{value}");
        }
    }

    #[test]
    fn every_type_is_read_as_from_the_tree_itself() {
        for value in [
            json!(null),
            json!(true),
            json!(7),
            json!(-7),
            json!(1.5),
            json!(u64::MAX),
            json!("Unit"),
            json!("x"),
            json!([1, "b"]),
            json!([1, "b", 3]),
            json!({"a": 1}),
            json!({"Unit": null}),
            json!({"Newtype": 1.5}),
            json!({"Newtype": null}),
            json!({"Tuple": [1, "b"]}),
            json!({"Struct": {"a": -1}}),
            json!({"Other": 1, "Struct": 2}),
            json!({}),
            json!({"1": 2}),
            json!({"-1": 2}),
            json!({"1.5": 2}),
            json!({" 1": 2}),
            json!({"1 ": 2}),
            json!({"": 2}),
            json!({"true": 2}),
            json!({"300": 2}),
            json!({"18446744073709551616": 2}),
            json!({"Unit": 2}),
        ] {
            same::<BTreeMap<u8, i64>>(&value);
            same::<BTreeMap<i64, i64>>(&value);
            same::<BTreeMap<u128, i64>>(&value);
            same::<BTreeMap<Option<i8>, i64>>(&value);
            same::<BTreeMap<bool, i64>>(&value);
            same::<BTreeMap<Name, i64>>(&value);
            same::<BTreeMap<char, i64>>(&value);
            same::<Choice>(&value);
            same::<Option<Choice>>(&value);
            same::<Value>(&value);
            same::<u8>(&value);
            same::<i128>(&value);
            same::<f32>(&value);
            same::<f64>(&value);
            same::<char>(&value);
            same::<String>(&value);
            same::<()>(&value);
            same::<(u8, String)>(&value);
            same::<BTreeMap<String, i64>>(&value);
            same::<Vec<Value>>(&value);
            same::<RawJson>(&value);
            same::<serde_json::Number>(&value);
        }
    }

    #[test]
    fn a_float_has_the_digits_that_it_has_room_for() {
        for text in ["100000000000000000000", "0.12345678901234567890123", "-0", "1e300", "-12345678901234567890123"] {
            let number: Value = serde_json::from_str(text).unwrap();
            let read = f64::deserialize(Plain(number)).unwrap();
            assert_eq!(read.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
    }

    #[test]
    fn a_tree_is_plain_to_every_serializer() {
        let text = r#"{"a": [0.1, 1.50, 7, -7, 1e20, -0, null, true, "x"], "b": {}}"#;
        let value: Value = serde_json::from_str(text).unwrap();
        let plain = r#"{"a":[0.1,1.5,7,-7,1e+20,-0.0,null,true,"x"],"b":{}}"#;
        assert_eq!(serde_json::to_string(&Plain(&value)).unwrap(), plain);
    }
}
