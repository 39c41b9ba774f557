//! A JSON tree whose numbers are numbers, to every type and to every format.
//!
//! Any crate of a program may turn on `arbitrary_precision` of `serde_json`, for all crates. Then a number is its text, and serde's
//! own buffers (`untagged`, `flatten`, an internal `tag`) and every other format get an object with that text in its place.

use core::fmt;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Error, Map, Number, Value};

use crate::util::json::NUMBER;

/// The name under which a type asks `serde_json` for the text of a value.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// The number of digits that every `f64` keeps.
const EXACT_DIGITS: usize = 15;

/// A tree to read a type from, or to write.
pub(crate) struct Plain<V>(pub(crate) V);

/// Whether a float keeps all digits of a number.
pub(crate) fn has_few_digits(number: &str) -> bool {
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    digits.count() <= EXACT_DIGITS
}

/// The same tree with the nearest float in place of each number that serde's buffers do not hold. Without `arbitrary_precision`
/// every tree is like that.
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

/// The type that holds every digit of a number.
enum Kind {
    Unsigned(u128),
    Signed(i128),
    Float(f64),
    /// No type does.
    Longer,
}

impl Kind {
    fn of(number: &Number) -> Self {
        match (number.as_u128(), number.as_i128(), number.as_f64()) {
            (Some(unsigned), ..) => Self::Unsigned(unsigned),
            // `-0` is a float.
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

fn list<'de, V: Visitor<'de>>(items: Vec<Value>, visitor: V) -> Result<V::Value, Error> {
    let length = items.len();
    let mut items = SeqDeserializer::new(items.into_iter().map(Plain));
    let value = visitor.visit_seq(&mut items)?;
    items.end().map_err(|_: Error| Error::invalid_length(length, &"fewer elements in array"))?;
    Ok(value)
}

fn object<'de, V: Visitor<'de>>(members: Map<String, Value>, visitor: V) -> Result<V::Value, Error> {
    let length = members.len();
    let mut members = Members { rest: members.into_iter(), value: Value::Null };
    let value = visitor.visit_map(&mut members)?;
    match members.rest.len() {
        0 => Ok(value),
        _ => Err(Error::invalid_length(length, &"fewer elements in map")),
    }
}

/// The members of an object.
struct Members {
    rest: serde_json::map::IntoIter,
    /// The value of the key that was read last.
    value: Value,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        // A key may be a number or a name of an enum. `serde_json` reads one only as a part of an object.
        Value::from_iter([(key, Value::Null)]).deserialize_map(OnlyKey(seed)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(Plain(self.value.take()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// Reads the key of an object that has one member.
struct OnlyKey<K>(K);

impl<'de, K: DeserializeSeed<'de>> Visitor<'de> for OnlyKey<K> {
    type Value = K::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<K::Value, A::Error> {
        object.next_key_seed(self.0)?.ok_or_else(|| A::Error::custom("the object is empty"))
    }
}

/// A number for any type.
fn number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (Kind::of(number), number.as_u64(), number.as_i64()) {
        (Kind::Unsigned(_), Some(unsigned), _) => visitor.visit_u64(unsigned),
        (Kind::Signed(_), _, Some(signed)) => visitor.visit_i64(signed),
        (Kind::Float(float), ..) => visitor.visit_f64(float),
        // Only under `arbitrary_precision`, for types that keep every digit. serde's buffers hold no 128 bits.
        _ => visitor.visit_map(MapDeserializer::new([(NUMBER, number.to_string())].into_iter())),
    }
}

/// A number for an integer type of any size.
fn integer<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (number.as_u64(), number.as_i64(), number.as_u128(), number.as_i128()) {
        (None, None, Some(unsigned), _) => visitor.visit_u128(unsigned),
        (None, None, None, Some(signed)) => visitor.visit_i128(signed),
        _ => self::number(number, visitor),
    }
}

/// A number for a float type, which drops the digits that it has no room for.
fn float<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (None, None, Some(float)) => visitor.visit_f64(float),
        (None, None, None) => Err(Error::custom("number out of range")),
        _ => self::number(number, visitor),
    }
}

macro_rules! read_as {
    ($read:ident: $($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Value::Number(number) => $read(&number, visitor),
                _ => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Plain<Value> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Number(number) => self::number(&number, visitor),
            Value::Array(items) => list(items, visitor),
            Value::Object(members) => object(members, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    read_as! { float: deserialize_f32 deserialize_f64 }
    read_as! {
        integer: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

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
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) if members.len() == 1 => {
                let members = members.into_iter().map(|(key, value)| (key, Plain(value)));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(members)))
            }
            other => other.deserialize_enum(name, variants, visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

impl IntoDeserializer<'_, Error> for Plain<Value> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
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
    fn a_float_keeps_the_digits_that_it_has_room_for() {
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
