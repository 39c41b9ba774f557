//! A page of a list: `limit`, `next_cursor`, `sort` and `select`, in the envelope of the platform.

use std::cmp::Ordering;

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::Call;
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::query::plain_text;
use crate::state::platform::tables::Row;

/// The prefix of a cursor. The rest is the id of the last row of a page.
const CURSOR: &str = "after_";
const DEFAULT_LIMIT: usize = 25;
const MAX_LIMIT: usize = 1000;
/// The limit of short lists, as the API documents it.
const LONG: usize = 5000;
const LOG_LIMIT: usize = 100;

/// Answers a page of rows, each with the id that a cursor names it by.
pub(super) fn answer(call: &Call<'_>, mut rows: Vec<(String, Row)>) -> Result<Answer, Refusal> {
    let limit = limit(call)?;
    if let Some(sort) = parameter(&call.query, "sort") {
        for name in sort.rsplit(',') {
            let (name, is_descending) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
            rows.sort_by(|(_, one), (_, other)| {
                let order = compare(one.get(name), other.get(name));
                if is_descending { order.reverse() } else { order }
            });
        }
    }
    let start = match parameter(&call.query, "next_cursor") {
        None => 0,
        Some(cursor) => {
            let id = cursor
                .strip_prefix(CURSOR)
                .ok_or_else(|| Refusal::invalid(&[Failure::new("next_cursor", "expected a cursor from an answer")]))?;
            let last = rows.iter().position(|(known, _)| known == id);
            last.ok_or_else(|| Refusal::new(StatusCode::GONE, "The cursor has expired"))? + 1
        }
    };
    let is_last = start + limit >= rows.len();
    let page: Vec<(String, Row)> = rows.into_iter().skip(start).take(limit).collect();
    let next = page.last().filter(|_| !is_last).map(|(id, _)| format!("{CURSOR}{id}"));
    let selected =
        parameter(&call.query, "select").map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>());
    let shown: Vec<Value> = page
        .into_iter()
        .map(|(_, mut row)| {
            if let Some(selected) = &selected {
                row.retain(|name, _| selected.contains(name));
            }
            Value::Object(row)
        })
        .collect();
    let key = call.shared.settings.platform.list_key.name();
    Ok(Answer::ok(json!({ (key): shown, "next_cursor": next, "limit": limit })))
}

/// A parameter. An empty one counts as absent, because the SDKs send an empty cursor for the first page.
pub(super) fn parameter<'a>(query: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    query.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn limit(call: &Call<'_>) -> Result<usize, Refusal> {
    let (default, most) = match call.name() {
        "environment" | "api-token" => (LONG, LONG),
        "log" => (LOG_LIMIT, LOG_LIMIT),
        _ => (DEFAULT_LIMIT, MAX_LIMIT),
    };
    let Some(sent) = parameter(&call.query, "limit") else { return Ok(default) };
    match sent.parse() {
        // Only the log documents its largest page. A larger page of another list is cut.
        Ok(limit) if limit > most && call.name() != "log" => Ok(most),
        Ok(limit) if (1..=most).contains(&limit) => Ok(limit),
        _ => Err(Refusal::invalid(&[Failure::new("limit", format!("expected a number from 1 to {most}"))])),
    }
}

fn compare(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    match (one, other) {
        (Some(Value::Number(one)), Some(Value::Number(other))) => {
            one.as_f64().partial_cmp(&other.as_f64()).unwrap_or(Ordering::Equal)
        }
        (one, other) => one.map(plain_text).cmp(&other.map(plain_text)),
    }
}
