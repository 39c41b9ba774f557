//! JSON as text and as a tree, without a change of any number.

use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Error as _};
use serde_json::{Error, Number, Value};

#[cfg(feature = "server")]
use crate::util::plain_numbers::has_few_digits;
use crate::util::plain_numbers::{Plain, rounded};

/// The key of the object that a visitor gets for a number under `arbitrary_precision`.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Reads a whole text with a seed, as `serde_json::from_slice` does for a type.
pub(crate) fn from_slice_seed<'de, S: DeserializeSeed<'de>>(text: &'de [u8], seed: S) -> Result<S::Value, Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// The same for a seed that reads a type of the caller.
pub(crate) fn from_slice_for_caller<'de, S: DeserializeSeed<'de> + Copy>(
    text: &'de [u8],
    seed: S,
) -> Result<S::Value, Error> {
    match from_slice_seed(text, seed) {
        // A buffer of serde may have got the text of a number in place of the number.
        Err(error) if error.is_data() && numbers_are_texts() => from_tree(text, seed, error),
        read => read,
    }
}

/// Reads the tree of a text, whose numbers are numbers.
#[cold]
fn from_tree<'de, S: DeserializeSeed<'de> + Copy>(text: &'de [u8], seed: S, error: Error) -> Result<S::Value, Error> {
    let again = |as_read: fn(Value) -> Value| {
        serde_json::from_slice(text).and_then(|tree| seed.deserialize(Plain(as_read(tree))))
    };
    // The first try keeps every digit for the values that can hold them.
    again(|tree| tree).or_else(|_| again(rounded)).map_err(|_| error)
}

/// The tree of a text. Refuses an integer that the tree would round.
pub(crate) fn tree(text: &[u8]) -> Result<Value, Error> {
    if has_wide_integer(text) {
        return Err(Error::custom(WIDE));
    }
    serde_json::from_slice(text)
}

pub(crate) const WIDE: &str = "a number does not fit into 64 bits and would be rounded: write it as a string";

/// Whether a JSON text holds an integer that a tree would round. Floats may be rounded.
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
    // Up to 18 digits always fit.
    if number.len() <= 18 || number.iter().any(|byte| b".Ee".contains(byte)) {
        return false;
    }
    let text = str::from_utf8(number).unwrap_or_default();
    text.parse::<Number>().is_ok_and(|number| number.to_string() != text)
}

/// The number that a text spells, as serde writes it; `None` if the text is not a number, or an integer that would be rounded.
#[cfg(feature = "server")]
pub(crate) fn number(text: &str) -> Option<Number> {
    let number: Number = text.parse().ok().filter(|_| !is_wide(text.as_bytes()))?;
    if !text.contains(['.', 'e', 'E']) || !has_few_digits(text) {
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

/// The kind of a value, for a message.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use core::marker::PhantomData;
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::Value;

    #[cfg(feature = "server")]
    use super::number;
    use super::{from_slice_for_caller, has_wide_integer, numbers_are_texts, tree};

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

    #[cfg(feature = "server")]
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
        let record: Record = from_slice_for_caller(text, PhantomData).unwrap();
        assert_eq!((record.amount.amount, record.amount.rate, record.guess), (0.1, Some(2.5), Guess::Number(1.5)));
        assert_eq!(record.more["x"], 7);
    }

    #[derive(Debug, Deserialize)]
    struct Rates {
        #[serde(flatten)]
        amount: Amount,
        by_year: BTreeMap<u16, f64>,
    }

    #[test]
    fn a_buffer_holds_the_digits_that_it_has_room_for() {
        let read = |text: &str| from_slice_for_caller::<PhantomData<Vec<Guess>>>(text.as_bytes(), PhantomData).unwrap();
        for number in
            ["0.12345678901234567890123", "1.10000000000000000000", "123456789012345678901", "-9223372036854775809"]
        {
            let text = format!("[{number}, \"x\"]");
            let number: f64 = number.parse().unwrap();
            assert_eq!(read(&text), [Guess::Number(number), Guess::Text("x".to_owned())]);
        }
        let rates: Rates = from_slice_for_caller(br#"{"amount": 0.1, "by_year": {"2024": 0.5}}"#, PhantomData).unwrap();
        assert_eq!((rates.amount.amount, rates.by_year[&2024]), (0.1, 0.5));
        // Of the same text, a tree keeps every digit that it can.
        let text = br#"{"amount": 1, "guess": 0.1, "wide": 123456789012345678901234567890}"#;
        let record: Record = from_slice_for_caller(text, PhantomData).unwrap();
        let kept = if numbers_are_texts() { "123456789012345678901234567890" } else { "1.2345678901234568e+29" };
        assert_eq!(record.more["wide"].to_string(), kept);
    }
}
