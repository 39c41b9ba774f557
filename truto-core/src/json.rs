//! JSON as text and as a tree, in which no number becomes another one.
//!
//! A program may turn on `arbitrary_precision` of `serde_json` for all of its crates. Then a number is its text, and serde's own
//! buffers (`untagged`, `flatten`, an internal `tag`) hold an object of one text in its place, which no type of a number reads.
//! So a number becomes a plain one here wherever that loses nothing.

use std::sync::LazyLock;

use serde::de::DeserializeSeed;
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Error, Number, Value};

/// The only key of the object that a number is to a visitor under `arbitrary_precision`.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// How many digits every `f64` keeps.
const EXACT_DIGITS: usize = 15;

/// Reads a whole text: what `serde_json::from_slice` is for a type, for a seed.
///
/// # Errors
/// When the text is not what the seed reads, or goes on behind it.
pub(crate) fn from_slice_seed<'de, S: DeserializeSeed<'de> + Copy>(
    text: &'de [u8],
    seed: S,
) -> Result<S::Value, Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let read = seed.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    match read {
        // A buffer of serde's may have asked for a number, and got its text.
        Err(error) if error.is_data() && numbers_are_texts() => {
            let again = serde_json::from_slice(text).and_then(|tree| seed.deserialize(with_plain_numbers(tree)));
            again.map_err(|_| error)
        }
        read => read,
    }
}

/// The tree of a text.
///
/// # Errors
/// When the text is not JSON, or holds an integer that the tree would round.
pub(crate) fn tree(text: &[u8]) -> Result<Value, Error> {
    if has_wide_integer(text) {
        return Err(Error::custom(WIDE));
    }
    serde_json::from_slice(text)
}

pub(crate) const WIDE: &str = "a number is larger than 64 bits hold, and would be rounded: write it as a string";

/// Whether a JSON text holds an integer that a tree would round. A float is what its type makes of it.
pub(crate) fn has_wide_integer(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'"' => behind_string(after),
            b'-' | b'0'..=b'9' => {
                let length = rest.iter().take_while(|byte| b"+-.0123456789Ee".contains(byte)).count();
                let (number, after) = rest.split_at(length);
                if is_wide(number) {
                    return true;
                }
                after
            }
            _ => after,
        };
    }
    false
}

fn behind_string(mut rest: &[u8]) -> &[u8] {
    while let Some(at) = memchr::memchr2(b'"', b'\\', rest) {
        if rest[at] == b'"' {
            return &rest[at + 1..];
        }
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    &[]
}

/// Whether the text of a number is an integer that [`Number`] does not hold.
fn is_wide(number: &[u8]) -> bool {
    // Whatever has up to 18 digits fits.
    if number.len() <= 18 || number.iter().any(|byte| b".Ee".contains(byte)) {
        return false;
    }
    let text = str::from_utf8(number).unwrap_or_default();
    text.parse::<Number>().is_ok_and(|number| number.to_string() != text)
}

/// The number that a text spells; `None` if it spells none, or an integer that would be rounded.
pub(crate) fn number(text: &str) -> Option<Number> {
    let is_integer = !text.contains(['.', 'e', 'E']);
    let number: Number = text.parse().ok().filter(|_| !is_wide(text.as_bytes()))?;
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    if is_integer || digits > EXACT_DIGITS {
        return Some(number);
    }
    number.as_f64().and_then(Number::from_f64).or(Some(number))
}

/// Whether `arbitrary_precision` of `serde_json` is on.
pub(crate) fn numbers_are_texts() -> bool {
    const WIDE: &str = "18446744073709551616";
    static ARE_TEXTS: LazyLock<bool> =
        LazyLock::new(|| WIDE.parse::<Number>().is_ok_and(|number| number.to_string() == WIDE));
    *ARE_TEXTS
}

/// The same tree, with numbers that every buffer of serde's takes.
pub(crate) fn with_plain_numbers(tree: Value) -> Value {
    if numbers_are_texts() { plain(tree) } else { tree }
}

fn plain(tree: Value) -> Value {
    match tree {
        Value::Number(text) => Value::Number(number(&text.to_string()).unwrap_or(text)),
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, plain(value))).collect(),
        other => other,
    }
}

/// A tree for any serializer: [`Value`] writes a number of arbitrary precision as a struct that only `serde_json` knows.
pub(crate) struct Plain<'a>(pub(crate) &'a Value);

impl Serialize for Plain<'_> {
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
            Value::Number(number) => match (number.as_u64(), number.as_i64(), plain_float(number)) {
                (Some(integer), ..) => serializer.serialize_u64(integer),
                (_, Some(integer), _) => serializer.serialize_i64(integer),
                (.., Some(float)) => serializer.serialize_f64(float),
                _ => number.serialize(serializer),
            },
            plain => plain.serialize(serializer),
        }
    }
}

/// The float that is all there is of a number.
fn plain_float(text: &Number) -> Option<f64> {
    let float = text.as_f64()?;
    (number(&text.to_string())? == Number::from_f64(float)?).then_some(float)
}

#[cfg(test)]
mod tests {
    use core::marker::PhantomData;
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::Value;

    use super::{Plain, from_slice_seed, has_wide_integer, number, numbers_are_texts, tree};

    #[test]
    fn an_integer_that_would_be_rounded_is_found_outside_of_strings() {
        for text in [
            "18446744073709551616",
            "-9223372036854775809",
            r#"{"a\"": [1, {"b": 12345678901234567890123}]}"#,
            r#"["\\", 100000000000000000000]"#,
        ] {
            assert_eq!(has_wide_integer(text.as_bytes()), !numbers_are_texts(), "{text}");
            assert_eq!(tree(text.as_bytes()).is_err(), !numbers_are_texts(), "{text}");
        }
        for text in [
            "18446744073709551615",
            "-9223372036854775808",
            r#""18446744073709551616""#,
            r#"["\"18446744073709551616", 1e300, 100000000000000000000.0, -0, 0.1234567890123456789012]"#,
            r#"{"18446744073709551616": "\\"}"#,
            "",
            "\"",
            "\"\\",
        ] {
            assert!(!has_wide_integer(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_number_is_plain_where_that_loses_nothing() {
        for (text, plain) in [("1", "1"), ("0.1", "0.1"), ("1.50", "1.5"), ("0.000000000000000000001500", "1.5e-21")] {
            assert_eq!(number(text).unwrap().to_string(), plain);
        }
        for text in ["", "a", "1.", "01"] {
            assert_eq!(number(text), None, "{text}");
        }
        let long = "0.12345678901234567890123";
        let kept = if numbers_are_texts() { long } else { "0.12345678901234568" };
        assert_eq!(number(long).unwrap().to_string(), kept);
    }

    #[derive(Debug, Deserialize)]
    struct Record {
        #[serde(flatten)]
        amount: Amount,
        guess: Guess,
        #[serde(flatten)]
        more: BTreeMap<String, Value>,
    }

    #[derive(Debug, Deserialize)]
    struct Amount {
        amount: f64,
        rate: Option<f32>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Guess {
        Number(f64),
        Text(String),
    }

    #[test]
    fn a_number_reaches_a_type_through_the_buffers_of_serde() {
        let text = br#"{"amount": 0.1, "guess": 1.50, "rate": 2.5, "x": 7}"#;
        let record: Record = from_slice_seed(text, PhantomData).unwrap();
        assert_eq!((record.amount.amount, record.amount.rate, record.guess), (0.1, Some(2.5), Guess::Number(1.5)));
        assert_eq!(record.more["x"], 7);
    }

    #[test]
    fn a_tree_is_plain_to_every_serializer() {
        let text = r#"{"a": [0.1, 1.50, 7, -7, 1e20, null, true, "x"], "b": {}}"#;
        let value: Value = serde_json::from_str(text).unwrap();
        let plain = r#"{"a":[0.1,1.5,7,-7,1e+20,null,true,"x"],"b":{}}"#;
        assert_eq!(serde_json::to_string(&Plain(&value)).unwrap(), plain);
    }
}
