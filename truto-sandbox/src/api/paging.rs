//! Pages of a list: `limit`, `next_cursor` and `truto_key_by`.
//!
//! A cursor names the item before the page and the values that it was sorted by. So items that are added, removed or changed
//! elsewhere do not shift the pages, and a change of that item neither ends the list nor hides items.

use std::fmt;

use serde_json::{Map, Value, json};
use truto_core::contract::{Contract, Place};

use crate::answer::refusal::{Failure, Refusal};
use crate::api::endpoints::{Item, List};
use crate::api::filter::{Listed, Selection};
use crate::api::query::{parse_bool, plain_text};

/// The documented size of a page without `limit`.
const DEFAULT_LIMIT: usize = 25;
const MAX_LIMIT: usize = 1000;
/// The prefix of a cursor of a list in the order of its ids.
const CURSOR_PREFIX: &str = "after_";
/// The prefix of a cursor of a sorted list.
const SORTED_PREFIX: &str = "sorted_";
const EXPECTED_CURSOR: &str = "expected a cursor from an answer";

/// The place where a page starts: behind an item.
#[derive(Clone, Debug)]
struct Cursor {
    id: String,
    /// The values that the item was sorted by.
    values: Vec<Value>,
}

impl Cursor {
    fn parse(text: &str) -> Option<Self> {
        if let Some(id) = text.strip_prefix(CURSOR_PREFIX) {
            return Some(Self { id: id.to_owned(), values: Vec::new() });
        }
        let hex = text.strip_prefix(SORTED_PREFIX)?.as_bytes();
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let byte = |pair: &[u8]| Some(digit(pair.first()?)? << 4 | digit(pair.get(1)?)?);
        let bytes: Vec<u8> = hex.chunks(2).map(byte).collect::<Option<_>>()?;
        let (id, values) = serde_json::from_slice(&bytes).ok()?;
        Some(Self { id, values })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.values.is_empty() {
            return write!(f, "{CURSOR_PREFIX}{}", self.id);
        }
        f.write_str(SORTED_PREFIX)?;
        json!([self.id, self.values]).to_string().bytes().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The paging parameters of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paging {
    limit: Option<usize>,
    after: Option<Cursor>,
    key_by: Option<String>,
}

/// Reads the paging parameters of a query, and adds their errors to `failures`.
///
/// Parameters that the endpoint declares itself are left to its contract, and an endpoint without pages ignores all of them.
pub(crate) fn read(contract: &Contract, query: &Map<String, Value>, failures: &mut Vec<Failure>) -> Paging {
    let mut wrong = Vec::new();
    let size = |text: &str| text.parse().ok().filter(|limit: &usize| *limit > 0);
    let limit = read_one(query, ("limit", "expected a number of items"), &mut wrong, size);
    let ignore = read_one(query, ("truto_ignore_limit", "expected `true` or `false`"), &mut wrong, parse_bool);
    let key_by =
        read_one(query, ("truto_key_by", "expected the name of a field"), &mut wrong, |key| Some(key.to_owned()));
    wrong.retain(|(name, _)| !contract.replaces(Place::Query, name));
    // A cursor must be one of the sandbox, even if the endpoint declares it.
    let after = read_one(query, ("next_cursor", EXPECTED_CURSOR), &mut wrong, Cursor::parse);
    if contract.is_paginated() {
        failures.extend(wrong.into_iter().map(|(name, expected)| Failure::new(name, expected)));
    }
    let limit = if ignore == Some(true) { None } else { Some(limit.unwrap_or(DEFAULT_LIMIT).min(MAX_LIMIT)) };
    Paging { limit, after, key_by }
}

/// Reads a parameter. An empty value counts as absent, because the vendor's SDK sends an empty cursor for the first page.
fn read_one<T>(
    query: &Map<String, Value>,
    (name, expected): (&'static str, &'static str),
    wrong: &mut Vec<(&'static str, &'static str)>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = query.get(name).filter(|value| value.as_str() != Some(""))?;
    let read = value.as_str().and_then(read);
    if read.is_none() {
        wrong.push((name, expected));
    }
    read
}

/// A page of a list, with the cursor of the next page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
    next_cursor: Option<String>,
    key_by: Option<String>,
}

impl Paging {
    /// Selects the `items` of the requested page.
    ///
    /// # Errors
    /// If the item before the page was removed, or a filter cannot be applied.
    pub(crate) fn page(&self, list: List, selection: &Selection) -> Result<Page, Refusal> {
        let (items, next_cursor) = match list {
            List::Items(items) => self.select(items, selection)?,
            List::Records(records, view) => {
                let (records, next_cursor) = self.select(records, selection)?;
                (records.iter().map(|record| view.item(record)).collect(), next_cursor)
            }
        };
        Ok(Page { items, next_cursor, key_by: self.key_by.clone() })
    }

    /// Selects what the page holds, with the cursor of the next page.
    fn select<T: Listed>(&self, items: Vec<T>, selection: &Selection) -> Result<(Vec<T>, Option<String>), Refusal> {
        let sorted = selection.apply(items).map_err(|failures| Refusal::invalid(&failures))?;
        // A program may change the items that it lists, so the item of the cursor need not be selected any more.
        let start = match &self.after {
            Some(Cursor { values, .. }) if !values.is_empty() && values.len() != sorted.steps() => {
                let failure = Failure::new("next_cursor", format!("{EXPECTED_CURSOR} with the same `sort_by`"));
                return Err(Refusal::invalid(&[failure]));
            }
            Some(Cursor { id, values }) => {
                let expired = || Refusal::new(http::StatusCode::GONE, "The cursor has expired");
                sorted.up_to(id, values).ok_or_else(expired)?
            }
            None => 0,
        };
        let limit = self.limit.unwrap_or(usize::MAX);
        let mut rest = sorted.rows.into_iter().skip(start).filter(|row| row.selected);
        let mut items = Vec::new();
        let mut last = None;
        for row in rest.by_ref().take(limit) {
            last = id(&row.item).cloned().map(|id| Cursor { id, values: row.sorted_by() });
            items.push(row.item);
        }
        let next_cursor = last.filter(|_| rest.next().is_some()).map(|cursor| cursor.to_string());
        Ok((items, next_cursor))
    }
}

impl Page {
    /// Wraps the items, each as `show` converts it, in the envelope of a list.
    pub(crate) fn envelope(self, show: impl Fn(Item) -> Value) -> Value {
        let count = self.items.len();
        let result: Value = match &self.key_by {
            None => self.items.into_iter().map(show).collect(),
            Some(key) => {
                let keyed = self.items.into_iter().map(|item| {
                    let name = item.unified.get(key).map(plain_text).unwrap_or_default();
                    (name, show(item))
                });
                Value::Object(keyed.collect())
            }
        };
        json!({ "result": result, "next_cursor": self.next_cursor, "prev_cursor": null, "result_count": count })
    }
}

fn id(item: &impl Listed) -> Option<&String> {
    match item.members().get("id") {
        Some(Value::String(id)) => Some(id),
        _ => None,
    }
}
