//! A JSON object in which no key occurs twice and no integer is rounded.
//!
//! `serde_json` has no such mode: into a `Value` it keeps the last of two equal keys.

use core::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::contract::shape::Shape;
use crate::contract::{Contract, Field};
use crate::util::escaped::Escaped;
use crate::util::json::{self, WIDE, kind_of};
use crate::util::visit::visit_plain;

/// Whether the reader of a document may have rounded its numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// Each number is as it was written.
    AsWritten,
    /// A large number may have been an integer that the reader rounded. Only a field of floats accepts it.
    MayBeRounded,
}

/// Reads a JSON object in which no key occurs twice at any depth, because one of the two values would be lost.
pub(crate) fn document<'de, D: Deserializer<'de>>(
    contract: &Contract,
    numbers: Numbers,
    deserializer: D,
) -> Result<Map<String, Value>, D::Error> {
    match (Strict { contract, numbers, depth: Some(0), secret: false }).deserialize(deserializer)? {
        Value::Object(object) => Ok(object),
        other => Err(de::Error::custom(format_args!("expected an object, found {}", kind_of(&other)))),
    }
}

/// The first integers beyond `i64` and `u64`, as `serde_json` rounds them.
const BEYOND_I64: f64 = 9_223_372_036_854_775_808.0;
const BEYOND_U64: f64 = 18_446_744_073_709_551_616.0;

/// Reads a [`Value`]. Refuses repeated keys and rounded integers.
#[derive(Clone, Copy)]
struct Strict<'a> {
    contract: &'a Contract,
    numbers: Numbers,
    /// Number of objects of the contract around this value; `None` inside of a field.
    depth: Option<usize>,
    /// `true` inside of a secret field, whose keys no error may name.
    secret: bool,
}

impl Strict<'_> {
    /// The reader for the value of this key.
    fn below(self, key: &str) -> Self {
        let named = || self.contract.fields().iter().filter(|field| field.wire_name() == key);
        let secret = self.secret || named().any(Field::is_secret);
        let here = || named().filter(|field| Some(field.objects().len()) == self.depth);
        if here().next().is_none() {
            return Self { secret, depth: self.depth.map(|depth| depth + 1), ..self };
        }
        let numbers = if here().all(|field| is_float(field.shape())) { Numbers::AsWritten } else { self.numbers };
        Self { secret, numbers, depth: None, ..self }
    }
}

/// Returns `true` if every number in a value of this shape is a float, which may be rounded.
fn is_float(shape: Shape) -> bool {
    match shape {
        Shape::Number => true,
        Shape::List(value) | Shape::Map(value) | Shape::Nullable(value) | Shape::Filter { value, .. } => {
            is_float(*value)
        }
        Shape::Tuple(items) => items.iter().all(|item| is_float(*item)),
        _ => false,
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    visit_plain! {
        visit_bool(value: bool) => Ok(value.into());
        visit_i64(value: i64) => Ok(value.into());
        visit_u64(value: u64) => Ok(value.into());
        visit_u128(value: u128) => Number::from_u128(value).map(Value::Number).ok_or_else(|| E::custom(WIDE));
        visit_i128(value: i128) => Number::from_i128(value).map(Value::Number).ok_or_else(|| E::custom(WIDE));
        visit_str(value: &str) => Ok(value.into());
        visit_string(value: String) => Ok(value.into());
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        // An integer beyond 64 bits arrives here rounded, and an id would become another id.
        if self.numbers == Numbers::MayBeRounded && (value <= -BEYOND_I64 || value >= BEYOND_U64) {
            return Err(E::custom(WIDE));
        }
        // JSON would write `null`, which clears.
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number is not finite"))
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if key == json::NUMBER && json::numbers_are_texts() {
                return members.next_value::<String>()?.parse().map(Value::Number).map_err(de::Error::custom);
            }
            let value = members.next_value_seed(self.below(&key))?;
            if !object.contains_key(&key) {
                object.insert(key, value);
            } else if self.secret {
                return Err(de::Error::custom("a key of a secret field occurs twice"));
            } else {
                return Err(de::Error::custom(format_args!("the key `{}` occurs twice", Escaped(&key))));
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, document};
    use crate::contract::shape::Shaped;
    use crate::contract::{Contract, Field, Kind, Method};

    const FIELDS: &[Field] = &[Field::optional("a", Kind::Any), Field::optional("pin", Kind::Any).secret()];
    const CONTRACT: Contract = Contract::new("X", Method::Post, "/x", FIELDS);

    #[test]
    fn a_key_that_occurs_twice_is_named_but_for_those_of_a_secret() {
        let refused = |text: &str| {
            let mut reader = serde_json::Deserializer::from_str(text);
            document(&CONTRACT, Numbers::AsWritten, &mut reader).unwrap_err().to_string()
        };
        for (text, said) in [
            (r#"{"a": 1, "a": 2}"#, "the key `a` occurs twice"),
            (r#"{"a": [{"b": 1, "b": 2}]}"#, "the key `b` occurs twice"),
            (r#"{"pin": {"b": {"c": 1, "c": 2}}}"#, "a key of a secret field occurs twice"),
            (r#"{"a": {"pin": [{"b": 1, "b": 2}]}}"#, "a key of a secret field occurs twice"),
        ] {
            assert!(refused(text).starts_with(said), "{text}: {}", refused(text));
        }
    }

    fn read(numbers: Numbers, number: &str) -> Result<String, String> {
        let text = format!(r#"{{"a": [{{"n": {number}}}]}}"#);
        let object = document(&CONTRACT, numbers, &mut serde_json::Deserializer::from_str(&text));
        object.map(|object| object["a"][0]["n"].to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn numbers_are_read_as_they_are_written_or_refused() {
        for number in ["18446744073709551615", "-9223372036854775808", "9007199254740993", "0.1", "122.416294033786585"]
        {
            for numbers in [Numbers::AsWritten, Numbers::MayBeRounded] {
                let read = read(numbers, number).unwrap();
                assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits());
                assert!(number.contains('.') || read == number, "{number}");
            }
        }
        for number in ["18446744073709551616", "-9223372036854775809", "12345678901234567890123", "1e300", "1e20"] {
            match read(Numbers::MayBeRounded, number) {
                // Where numbers are texts, nothing is rounded.
                Ok(read) => {
                    assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits());
                }
                Err(error) => assert!(error.contains("write it as a string"), "{number}"),
            }
        }
        for number in ["1e300", "-1e20", "1e20", "5e-324", "-0.0"] {
            let read = read(Numbers::AsWritten, number).unwrap();
            assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits(), "{number}");
        }
    }

    #[test]
    fn a_field_of_floats_takes_what_a_reader_rounded() {
        const FIELDS: &[Field] = &[
            Field::optional("price", Kind::Number).shaped(<Option<f64> as Shaped>::SHAPE),
            Field::optional("id", Kind::Any),
        ];
        const CONTRACT: Contract = Contract::new("X", Method::Post, "/x", FIELDS);
        let read = |text: &str| {
            document(&CONTRACT, Numbers::MayBeRounded, &mut serde_json::Deserializer::from_str(text)).is_ok()
        };
        assert!(read(r#"{"price": 1e20}"#) && read(r#"{"price": 100000000000000000000}"#));
        assert!(!read(r#"{"id": 100000000000000000000}"#) || crate::util::json::numbers_are_texts());
    }
}
