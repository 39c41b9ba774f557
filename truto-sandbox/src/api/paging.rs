//! Pages of a list: `limit` and `next_cursor`, and the items by a key of theirs.
//!
//! A cursor names the item before the page, so that what is added or removed elsewhere shifts nothing. It is opaque to
//! clients, and one that the sandbox did not give is refused.

use serde_json::{Map, Value, json};
use truto_core::contract::{Contract, Place};

use crate::answer::refusal::{Failure, Refusal};
use crate::api::endpoints::Item;
use crate::api::filter::Selection;
use crate::api::query::truth;

/// The size of a page unless `limit` says otherwise, as the API documents it.
const DEFAULT_LIMIT: usize = 25;
const MOST: usize = 1000;
const CURSOR: &str = "after_";

/// What a request says about pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paging {
    limit: Option<usize>,
    after: Option<String>,
    key_by: Option<String>,
}

/// Reads it from the query of this endpoint; what is wrong with it goes to `failures`. What the endpoint declares itself, and
/// what one without pages is sent, is no business of ours.
pub(crate) fn read(contract: &Contract, query: &Map<String, Value>, failures: &mut Vec<Failure>) -> Paging {
    let mut wrong = Vec::new();
    let size = |text: &str| text.parse().ok().filter(|limit: &usize| *limit > 0);
    let limit = one(query, ("limit", "expected a number of items"), &mut wrong, size);
    let ignore = one(query, ("truto_ignore_limit", "expected `true` or `false`"), &mut wrong, truth);
    let key_by = one(query, ("truto_key_by", "expected the name of a field"), &mut wrong, |key| Some(key.to_owned()));
    wrong.retain(|(name, _)| !contract.replaces(Place::Query, name));
    // Whoever declares it, a cursor that the sandbox did not give leads nowhere.
    let behind = |cursor: &str| cursor.strip_prefix(CURSOR).map(str::to_owned);
    let after = one(query, ("next_cursor", "expected a cursor from an answer"), &mut wrong, behind);
    if contract.is_paginated() {
        failures.extend(wrong.into_iter().map(|(name, expected)| Failure::new(name, expected)));
    }
    let limit = if ignore == Some(true) { None } else { Some(limit.unwrap_or(DEFAULT_LIMIT).min(MOST)) };
    Paging { limit, after, key_by }
}

/// One value; the empty one is none, as the vendor's SDK asks for the first page with an empty cursor.
fn one<T>(
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

/// One page of a list, and the cursor of the next one.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
    next_cursor: Option<String>,
    key_by: Option<String>,
}

impl Paging {
    /// The page that was asked for of those `items` that are selected.
    ///
    /// # Errors
    /// When the item before it is not there any more, and when the selection cannot be judged.
    pub(crate) fn page(&self, mut items: Vec<Item>, selection: &Selection) -> Result<Page, Refusal> {
        let selected = selection.judge(&mut items).map_err(|failures| Refusal::invalid(&failures))?;
        // An item that is selected no longer is still a place: a program may well change what it lists.
        let behind = match &self.after {
            Some(after) => {
                let expired = || Refusal::new(http::StatusCode::GONE, "The cursor has expired");
                items.iter().position(|item| id(item) == Some(after)).ok_or_else(expired)? + 1
            }
            None => 0,
        };
        let rest = items.into_iter().zip(selected).skip(behind);
        let mut items: Vec<Item> = rest.filter_map(|(item, selected)| selected.then_some(item)).collect();
        let limit = self.limit.unwrap_or(usize::MAX);
        let is_last = items.len() <= limit;
        items.truncate(limit);
        let last = items.last().filter(|_| !is_last).and_then(id);
        let next_cursor = last.map(|id| format!("{CURSOR}{id}"));
        Ok(Page { items, next_cursor, key_by: self.key_by.clone() })
    }
}

impl Page {
    /// The envelope of the list; `show` says what an item looks like in it.
    pub(crate) fn envelope(self, show: impl Fn(Item) -> Value) -> Value {
        let count = self.items.len();
        let result: Value = match &self.key_by {
            None => self.items.into_iter().map(show).collect(),
            Some(key) => {
                let keyed = self.items.into_iter().map(|item| {
                    let name = item.unified.get(key).map(text).unwrap_or_default();
                    (name, show(item))
                });
                Value::Object(keyed.collect())
            }
        };
        json!({ "result": result, "next_cursor": self.next_cursor, "prev_cursor": null, "result_count": count })
    }
}

fn id(item: &Item) -> Option<&String> {
    match item.unified.get("id") {
        Some(Value::String(id)) => Some(id),
        _ => None,
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
