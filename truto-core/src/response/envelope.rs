//! The JSON around the items of a list: `{"result": [...], "next_cursor": ..., "is_partial_response": ...}`.
//!
//! The API and its providers use several forms. The items stand in `result` or in `results`, as a list or as an object by key
//! (`truto_key_by`); or the whole answer is the list.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::util::json::{NUMBER, numbers_are_texts};

/// The most items that a page may have. Real pages have a few hundred, and each item takes more memory than bytes on the wire.
pub(crate) const MAX_ITEMS: usize = 100_000;

/// The envelope of a list.
#[derive(Debug)]
pub(crate) struct Envelope<T> {
    pub(crate) items: Vec<T>,
    /// Whether the list has more than [`MAX_ITEMS`] items. The others are skipped.
    pub(crate) is_too_long: bool,
    pub(crate) next_cursor: Option<String>,
    pub(crate) partial: bool,
}

impl<T> Default for Envelope<T> {
    fn default() -> Self {
        Self { items: Vec::new(), is_too_long: false, next_cursor: None, partial: false }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Envelope<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EnvelopeVisitor(PhantomData))
    }
}

struct EnvelopeVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EnvelopeVisitor<T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object with its items in `result`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        ItemsVisitor(PhantomData).visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        let mut items: Option<Vec<T>> = None;
        while let Some(member) = members.next_key()? {
            match member {
                Member::Result => {
                    let more = members.next_value_seed(ItemsVisitor(PhantomData))?;
                    let items = items.get_or_insert_default();
                    envelope.is_too_long |= more.is_too_long;
                    if items.is_empty() {
                        *items = more.items;
                    } else if !more.items.is_empty() {
                        return Err(A::Error::custom("two lists of items, expected one"));
                    }
                }
                Member::NextCursor => envelope.next_cursor = members.next_value::<Cursor>()?.0,
                Member::Partial => envelope.partial = members.next_value::<Option<bool>>()?.unwrap_or_default(),
                Member::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        envelope.items = items.ok_or_else(|| A::Error::missing_field("result"))?;
        Ok(envelope)
    }
}

/// Whether the items follow this key, which is given as JSON, with its quotes.
pub(crate) fn is_key_of_items(key: &[u8]) -> bool {
    // Most keys are neither short enough nor escaped, and need no parser.
    let may_be = key.len() <= "\"results\"".len() || key.contains(&b'\\');
    may_be && matches!(serde_json::from_slice(key), Ok(Member::Result))
}

/// Whether an object has a cursor, or says that something is missing.
pub(crate) fn says_more(object: &[u8]) -> bool {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Says {
        next_cursor: Cursor,
        is_partial_response: Option<bool>,
    }

    serde_json::from_slice::<Says>(object)
        .is_ok_and(|says| says.next_cursor.0.is_some() || says.is_partial_response == Some(true))
}

/// A key of the envelope.
#[derive(Deserialize)]
#[serde(field_identifier)]
enum Member {
    #[serde(rename = "result", alias = "results")]
    Result,
    #[serde(rename = "next_cursor")]
    NextCursor,
    #[serde(rename = "is_partial_response")]
    Partial,
    #[serde(other)]
    Other,
}

/// A cursor. An empty cursor ends the list. Some providers use numbers beyond 64 bits, so a number keeps its digits as they came.
#[derive(Debug, Default)]
struct Cursor(Option<String>);

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Box::<RawValue>::deserialize(deserializer)?;
        let cursor = match value.get().as_bytes() {
            [b'-' | b'0'..=b'9', ..] => Some(value.get().to_owned()),
            _ => serde_json::from_str::<Option<String>>(value.get())
                .map_err(|_| D::Error::custom("expected a cursor: a string, a number or null"))?,
        };
        Ok(Self(cursor.filter(|cursor| !cursor.is_empty())))
    }
}

/// Reads the items of a list, or of an object by key, into an envelope that says nothing else.
struct ItemsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for ItemsVisitor<T> {
    type Value = Envelope<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items, or an object of items by key")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Envelope::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        while let Some(item) = list.next_element()? {
            if envelope.items.len() == MAX_ITEMS {
                envelope.is_too_long = true;
                while list.next_element::<IgnoredAny>()?.is_some() {}
                break;
            }
            envelope.items.push(item);
        }
        Ok(envelope)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        while skip_key(&mut object)? {
            if envelope.items.len() == MAX_ITEMS {
                envelope.is_too_long = true;
                object.next_value::<IgnoredAny>()?;
            } else {
                envelope.items.push(object.next_value()?);
            }
        }
        Ok(envelope)
    }
}

/// Skips the next key of an object of items. Returns whether there is one.
fn skip_key<'de, A: MapAccess<'de>>(object: &mut A) -> Result<bool, A::Error> {
    if !numbers_are_texts() {
        return Ok(object.next_key::<IgnoredAny>()?.is_some());
    }
    // With `arbitrary_precision`, a number looks like an object.
    match object.next_key::<String>()? {
        Some(key) if key == NUMBER => Err(A::Error::custom("invalid type: number, expected a list or an object")),
        key => Ok(key.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<(Vec<u32>, Option<String>, bool), String> {
        let envelope: Envelope<u32> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let Envelope { items, is_too_long, next_cursor, partial } = envelope;
        if is_too_long { Err("too many".to_owned()) } else { Ok((items, next_cursor, partial)) }
    }

    #[test]
    fn a_page_is_read_in_every_form() {
        let next = |cursor: &str| Some(cursor.to_owned());
        for (json, page) in [
            (r#"{"result": [1, 2], "next_cursor": "a"}"#, (vec![1, 2], next("a"), false)),
            (r#"{"next_cursor": "a", "results": [1, 2], "x": {"result": [3]}}"#, (vec![1, 2], next("a"), false)),
            (r#"{"result": {"k1": 1, "k2": 2}, "next_cursor": 7}"#, (vec![1, 2], next("7"), false)),
            (r#"{"result": [], "next_cursor": "a", "is_partial_response": true}"#, (vec![], next("a"), true)),
            (r#"{"result": [1], "next_cursor": ""}"#, (vec![1], None, false)),
            (r#"{"result": [1], "next_cursor": null, "is_partial_response": null}"#, (vec![1], None, false)),
            (r#"{"result": [1]}"#, (vec![1], None, false)),
            (r#"{"result": null}"#, (vec![], None, false)),
            (r#"{"result": [1], "results": null}"#, (vec![1], None, false)),
            (r#"{"result": [1], "results": [], "result": {}}"#, (vec![1], None, false)),
            (r#"{"results": [], "result": [1, 2]}"#, (vec![1, 2], None, false)),
            (r#"{"result": [], "next_cursor": 100000000000000000001}"#, (vec![], next("100000000000000000001"), false)),
            (r#"{"result": [], "next_cursor": -1.50e3}"#, (vec![], next("-1.50e3"), false)),
            (r#"{"result": [], "next_cursor": "a\"\u00e9"}"#, (vec![], next("a\"é"), false)),
            ("[1, 2]", (vec![1, 2], None, false)),
        ] {
            assert_eq!(read(json), Ok(page), "{json}");
        }
    }

    #[test]
    fn what_is_no_page_is_an_error() {
        for json in [
            "{}",
            r#"{"next_cursor": "a"}"#,
            "7",
            r#"{"result": 7}"#,
            r#"{"result": 7.5}"#,
            r#"{"result": 100000000000000000000}"#,
            r#"{"result": [], "next_cursor": {}}"#,
            r#"{"result": [], "next_cursor": true}"#,
            r#"{"result": [1], "results": [2]}"#,
            r#"{"result": [1], "result": {"k": 2}}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
        for (before, item, after) in
            [("[", "0", "]"), (r#"{"result": ["#, "0", "]}"), (r#"{"result": {"#, r#""k": 0"#, "}}")]
        {
            let list = |items: usize| format!("{before}{}{after}", vec![item; items].join(","));
            for items in [MAX_ITEMS + 1, MAX_ITEMS + 3] {
                assert_eq!(read(&list(items)), Err("too many".to_owned()));
            }
            assert_eq!(read(&list(MAX_ITEMS)).unwrap().0.len(), MAX_ITEMS);
        }
    }
}
