//! Pages of a list: `limit` and `next_cursor`, and the items by a key of theirs.
//!
//! A cursor names the item before the page, so that what is added or removed elsewhere shifts nothing. It is opaque to
//! clients, and one that the sandbox did not give is refused.

use serde_json::{Map, Value, json};

use crate::endpoints::Item;
use crate::query::boolean;
use crate::refusal::{Failure, Refusal};

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

/// Reads it from the query; what is wrong with it goes to `failures`.
pub(crate) fn read(query: &Map<String, Value>, failures: &mut Vec<Failure>) -> Paging {
    let mut paging = Paging { limit: Some(DEFAULT_LIMIT), ..Paging::default() };
    match query.get("limit").and_then(Value::as_str).filter(|limit| !limit.is_empty()).map(str::parse::<usize>) {
        None => {}
        Some(Ok(limit @ 1..)) => paging.limit = Some(limit.min(MOST)),
        Some(_) => failures.push(Failure::new("limit", "expected a number of items")),
    }
    if query.get("truto_ignore_limit").and_then(boolean) == Some(true) {
        paging.limit = None;
    }
    match query.get("next_cursor").and_then(Value::as_str) {
        // The vendor's SDK asks for the first page with an empty one.
        None | Some("") => {}
        Some(cursor) => match cursor.strip_prefix(CURSOR) {
            Some(id) => paging.after = Some(id.to_owned()),
            None => failures.push(Failure::new("next_cursor", "expected a cursor from an answer")),
        },
    }
    paging.key_by = query.get("truto_key_by").and_then(Value::as_str).filter(|key| !key.is_empty()).map(str::to_owned);
    paging
}

/// One page of a list, and the cursor of the next one.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
    next_cursor: Option<String>,
    key_by: Option<String>,
}

impl Paging {
    /// The page of `items` that was asked for.
    ///
    /// # Errors
    /// When the item before it is not there any more.
    pub(crate) fn page(&self, mut items: Vec<Item>) -> Result<Page, Refusal> {
        if let Some(after) = &self.after {
            let expired = || Refusal::new(http::StatusCode::GONE, "The cursor has expired");
            let at = items.iter().position(|item| id(item) == Some(after)).ok_or_else(expired)?;
            items.drain(..=at);
        }
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
