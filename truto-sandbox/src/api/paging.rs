//! Pages of a list: `limit`, `next_cursor` and `truto_key_by`.
//!
//! A cursor names the item before the page, so that items added or removed elsewhere do not shift the pages.

use serde_json::{Map, Value, json};
use truto_core::contract::{Contract, Place};

use crate::answer::refusal::{Failure, Refusal};
use crate::api::endpoints::Item;
use crate::api::filter::Selection;
use crate::api::query::{parse_bool, plain_text};

/// The documented size of a page without `limit`.
const DEFAULT_LIMIT: usize = 25;
const MAX_LIMIT: usize = 1000;
const CURSOR_PREFIX: &str = "after_";

/// The paging parameters of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paging {
    limit: Option<usize>,
    after: Option<String>,
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
    let id_of = |cursor: &str| cursor.strip_prefix(CURSOR_PREFIX).map(str::to_owned);
    let after = read_one(query, ("next_cursor", "expected a cursor from an answer"), &mut wrong, id_of);
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
    pub(crate) fn page(&self, mut items: Vec<Item>, selection: &Selection) -> Result<Page, Refusal> {
        let selected = selection.apply(&mut items).map_err(|failures| Refusal::invalid(&failures))?;
        // A program may change the items that it lists, so the item of the cursor need not be selected any more.
        let start = match &self.after {
            Some(after) => {
                let expired = || Refusal::new(http::StatusCode::GONE, "The cursor has expired");
                items.iter().position(|item| id(item) == Some(after)).ok_or_else(expired)? + 1
            }
            None => 0,
        };
        let rest = items.into_iter().zip(selected).skip(start);
        let mut items: Vec<Item> = rest.filter_map(|(item, selected)| selected.then_some(item)).collect();
        let limit = self.limit.unwrap_or(usize::MAX);
        let is_last = items.len() <= limit;
        items.truncate(limit);
        let last = items.last().filter(|_| !is_last).and_then(id);
        let next_cursor = last.map(|id| format!("{CURSOR_PREFIX}{id}"));
        Ok(Page { items, next_cursor, key_by: self.key_by.clone() })
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

fn id(item: &Item) -> Option<&String> {
    match item.unified.get("id") {
        Some(Value::String(id)) => Some(id),
        _ => None,
    }
}
