//! JSON of an error, read without a tree: the tree of one megabyte of JSON takes fifty.

use core::fmt;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::util::byte_order_mark;

/// The most entries of a list that are kept.
const MOST_ENTRIES: usize = 100;

/// Some members of an object. If a key occurs twice, the last member counts.
#[derive(Debug, Default)]
pub(super) struct Members<'a>(BTreeMap<&'static str, &'a RawValue>);

impl<'a> Members<'a> {
    /// The members with these `keys`; empty if `text` is not an object.
    pub(super) fn read(text: &'a [u8], keys: &'static [&'static str]) -> Self {
        let mut json = serde_json::Deserializer::from_slice(byte_order_mark::skip(text));
        let members = json.deserialize_map(Wanted(keys));
        members.ok().filter(|_| json.end().is_ok()).unwrap_or_default()
    }

    /// A member, unless it is null.
    pub(super) fn raw(&self, key: &str) -> Option<&'a RawValue> {
        self.0.get(key).copied().filter(|value| value.get() != "null")
    }

    /// A member, if it has this type.
    pub(super) fn get<T: Deserialize<'a>>(&self, key: &str) -> Option<T> {
        serde_json::from_str(self.raw(key)?.get()).ok()
    }
}

/// Reads the members with these keys.
struct Wanted(&'static [&'static str]);

impl<'de> Visitor<'de> for Wanted {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = Members::default();
        while let Some(key) = object.next_key::<String>()? {
            match self.0.iter().find(|wanted| **wanted == key) {
                Some(wanted) => drop(members.0.insert(*wanted, object.next_value()?)),
                None => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        Ok(members)
    }
}

/// The first entries of a list, and the number of the others.
#[derive(Debug, Default)]
pub(super) struct Entries<'a> {
    pub(super) first: Vec<&'a RawValue>,
    pub(super) more: usize,
}

impl Entries<'_> {
    /// The text of the first entries, joined; `None` if the list is empty.
    pub(super) fn joined(&self) -> Option<String> {
        let text = |entry: &&RawValue| serde_json::from_str(entry.get()).unwrap_or_else(|_| entry.get().to_owned());
        let parts: Vec<String> = self.first.iter().map(text).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;

        impl<'de> Visitor<'de> for List {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut entries = Entries::default();
                while let Some(entry) = list.next_element()? {
                    if entries.first.len() < MOST_ENTRIES { entries.first.push(entry) } else { entries.more += 1 }
                }
                Ok(entries)
            }
        }

        deserializer.deserialize_seq(List)
    }
}

/// A value that is parsed when it is asked for.
#[derive(Clone)]
pub(super) struct Unparsed {
    text: Bytes,
    tree: OnceLock<Option<Value>>,
}

impl Unparsed {
    /// This part of `body`.
    pub(super) fn of(body: &Bytes, part: &RawValue) -> Self {
        Self { text: body.slice_ref(part.get().as_bytes()), tree: OnceLock::new() }
    }

    /// The tree; `None` if it is nested too deep, or has a number that no type holds.
    pub(super) fn tree(&self) -> Option<&Value> {
        self.tree.get_or_init(|| serde_json::from_slice(&self.text).ok()).as_ref()
    }
}

impl PartialEq for Unparsed {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
