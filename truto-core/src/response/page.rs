//! One page of a list: its items, the cursor of the next one, and whether the server had to leave something out.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::meta::Meta;
use crate::util::json::{NUMBER, numbers_are_texts};

/// The most items that a page may have. Real ones have a few hundred, and each takes more room in memory than on the wire.
pub(crate) const MOST_ITEMS: usize = 100_000;

/// One page of a list (<https://truto.one/docs/api-reference/overview/pagination>).
///
/// ```no_run
/// # #[derive(serde::Deserialize)] pub struct Contact { pub name: Option<String> }
/// # #[truto_core::unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
/// # pub struct ListContacts {}
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// let mut pages = ListContacts::builder().limit(100).pages(account);
/// while let Some(page) = pages.try_next().await? {
///     println!("{} contacts, {:?}", page.items().len(), page.meta().rate_limit());
///     for contact in &page {
///         println!("{:?}", contact.name);
///     }
///     if page.is_partial() {
///         println!("the provider did not answer in full");
///     }
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Page<T> {
    items: Vec<T>,
    next_cursor: Option<String>,
    partial: bool,
    meta: Meta,
}

impl<T> Page<T> {
    pub(crate) fn new(envelope: Envelope<T>, meta: Meta) -> Self {
        let Envelope { items, next_cursor, partial } = envelope;
        Self { items, next_cursor, partial, meta }
    }

    /// A page of these items, which no server had to leave anything out of.
    pub(crate) fn of(items: Vec<T>, next_cursor: Option<String>, meta: Meta) -> Self {
        Self { items, next_cursor, partial: false, meta }
    }

    /// The items.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The items, without the page.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.items
    }

    /// The cursor of the next page; `None` on the last one. An empty page may well have one.
    #[must_use]
    pub fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    /// Whether the server says that this page does not hold all that there is (`is_partial_response`): what is missing is
    /// unknown, and a synchronisation must not take it for deleted.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

#[expect(clippy::into_iter_without_iter, reason = "`items` is a slice, which has one")]
impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// The envelope of a list, in every form that is in use: `result` or `results`; items in a list, or in an object by key
/// (`truto_key_by`); or the list alone.
#[derive(Debug)]
pub(crate) struct Envelope<T> {
    items: Vec<T>,
    next_cursor: Option<String>,
    partial: bool,
}

impl<T> Envelope<T> {
    #[cfg(test)]
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    pub(crate) fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    pub(crate) fn is_partial(&self) -> bool {
        self.partial
    }
}

impl<T> Default for Envelope<T> {
    fn default() -> Self {
        Self { items: Vec::new(), next_cursor: None, partial: false }
    }
}

/// Reads an [`Envelope`], and notes when it has too many items.
#[derive(Debug)]
pub(crate) struct EnvelopeSeed<'a, T> {
    too_many: &'a Cell<bool>,
    item: PhantomData<fn() -> T>,
}

impl<'a, T> EnvelopeSeed<'a, T> {
    pub(crate) fn new(too_many: &'a Cell<bool>) -> Self {
        Self { too_many, item: PhantomData }
    }
}

impl<T> Clone for EnvelopeSeed<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for EnvelopeSeed<'_, T> {}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for EnvelopeSeed<'_, T> {
    type Value = Envelope<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for EnvelopeSeed<'_, T> {
    type Value = Envelope<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or an object with its items in `result`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        let items = ItemsSeed(self).visit_seq(items)?;
        Ok(Envelope { items, ..Envelope::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        let mut items: Option<Vec<T>> = None;
        while let Some(member) = members.next_key()? {
            match member {
                Member::Result => {
                    let more = members.next_value_seed(ItemsSeed(self))?;
                    let items = items.get_or_insert_default();
                    if items.is_empty() {
                        *items = more;
                    } else if !more.is_empty() {
                        return Err(serde::de::Error::custom("two lists of items, expected one"));
                    }
                }
                Member::NextCursor => envelope.next_cursor = members.next_value::<Cursor>()?.0,
                Member::Partial => envelope.partial = members.next_value::<Option<bool>>()?.unwrap_or_default(),
                Member::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        envelope.items = items.ok_or_else(|| serde::de::Error::missing_field("result"))?;
        Ok(envelope)
    }
}

/// Whether this is the key of the items, as it stands in the JSON with its quotes.
pub(crate) fn holds_items(key: &[u8]) -> bool {
    // Nearly every key is spelt without an escape, and is another one.
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

/// A cursor; an empty one is none. Some providers count, beyond what 64 bits hold: a number keeps its digits as they came.
#[derive(Debug, Default)]
struct Cursor(Option<String>);

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Box::<RawValue>::deserialize(deserializer)?;
        let cursor = match value.get().as_bytes() {
            [b'-' | b'0'..=b'9', ..] => Some(value.get().to_owned()),
            _ => serde_json::from_str::<Option<String>>(value.get())
                .map_err(|_| serde::de::Error::custom("expected a cursor: a string, a number or null"))?,
        };
        Ok(Self(cursor.filter(|cursor| !cursor.is_empty())))
    }
}

/// Reads the items of a list, or of an object by key.
struct ItemsSeed<'a, T>(EnvelopeSeed<'a, T>);

impl<T> ItemsSeed<'_, T> {
    fn check<E: serde::de::Error>(&self, items: &[T]) -> Result<(), E> {
        if items.len() < MOST_ITEMS {
            return Ok(());
        }
        self.0.too_many.set(true);
        Err(E::custom("too many items"))
    }
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for ItemsSeed<'_, T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for ItemsSeed<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items, or an object of items by key")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            self.check(&items)?;
            items.push(item);
        }
        Ok(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while key(&mut object)?.is_some() {
            self.check(&items)?;
            items.push(object.next_value()?);
        }
        Ok(items)
    }
}

/// The next key of an object of items, of which nobody wants to know it.
fn key<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<()>, A::Error> {
    if !numbers_are_texts() {
        return Ok(object.next_key::<IgnoredAny>()?.map(drop));
    }
    match object.next_key::<String>()? {
        Some(key) if key == NUMBER => {
            Err(serde::de::Error::custom("invalid type: number, expected a list or an object"))
        }
        key => Ok(key.map(drop)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<(Vec<u32>, Option<String>, bool), String> {
        let too_many = Cell::new(false);
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let envelope = EnvelopeSeed::<u32>::new(&too_many).deserialize(&mut deserializer);
        envelope
            .map(|envelope| (envelope.items, envelope.next_cursor, envelope.partial))
            .map_err(|error| format!("{}{error}", if too_many.get() { "too many: " } else { "" }))
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
        let list = |items: usize| format!("[{}0]", "0,".repeat(items - 1));
        assert!(read(&list(MOST_ITEMS + 1)).unwrap_err().starts_with("too many: "));
        assert_eq!(read(&list(MOST_ITEMS)).unwrap().0.len(), MOST_ITEMS);
    }
}
