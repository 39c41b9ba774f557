//! Reads the body of a write, and checks its members by the table.
//!
//! Members that the API does not document are not stored.

use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::Call;
use super::resource::{Field, Kind};
use crate::answer::refusal::{Failure, Refusal};
use crate::api::upload::members;

/// What a write does to the members of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    New,
    Change,
}

/// Reads the body as a JSON object. No body is an empty object.
pub(super) fn object(call: &Call<'_>) -> Result<Map<String, Value>, Refusal> {
    let content_type = call.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if content_type.contains("yaml") {
        let message = "The sandbox reads JSON only: send the same as JSON";
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
    }
    if call.body.is_empty() { Ok(Map::new()) } else { members(call.body) }
}

/// Reads the members of a row from the body.
pub(super) fn row(call: &Call<'_>, writing: Writing) -> Result<Map<String, Value>, Refusal> {
    let fields = match writing {
        Writing::New => call.resource.create,
        Writing::Change => call.resource.update,
    };
    let sent = object(call)?;
    let mut failures = Vec::new();
    let mut row = Map::new();
    for field in fields {
        match sent.get(field.name) {
            None if field.required => failures.push(Failure::new(field.name, "is required")),
            None => {}
            Some(value) => match check(call, field, value, writing) {
                Ok(()) => drop(row.insert(field.name.to_owned(), value.clone())),
                Err(reason) => failures.push(Failure::new(field.name, reason)),
            },
        }
    }
    if failures.is_empty() { Ok(row) } else { Err(Refusal::invalid(&failures)) }
}

/// The text of a required member of an action.
pub(super) fn required_text(call: &Call<'_>, name: &str) -> Result<String, Refusal> {
    match object(call)?.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
        Some(_) => Err(Refusal::invalid(&[Failure::new(name, "expected a text")])),
        None => Err(Refusal::invalid(&[Failure::new(name, "is required")])),
    }
}

fn check(call: &Call<'_>, field: &Field, value: &Value, writing: Writing) -> Result<(), String> {
    let of_row = call.resource.field(field.name);
    if value.is_null() {
        let is_needed = field.required || (writing == Writing::Change && of_row.is_some_and(|field| field.required));
        return if is_needed { Err("cannot be `null`".to_owned()) } else { Ok(()) };
    }
    let is_right = match field.kind {
        Kind::Text | Kind::Uuid | Kind::Moment => value.is_string(),
        Kind::Number => value.is_number() || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok()),
        Kind::Bool => value.is_boolean(),
        Kind::Object => value.is_object(),
        // The SDKs send some lists as an object or as a text.
        Kind::List => !(value.is_boolean() || value.is_number()),
        Kind::Any => true,
    };
    if !is_right {
        return Err(format!("expected {}", noun(field.kind)));
    }
    let is_known = |text: &str| field.values.is_empty() || field.values.contains(&text);
    if value.as_str().is_some_and(|text| !is_known(text)) {
        return Err(format!("expected one of `{}`", field.values.join("`, `")));
    }
    Ok(())
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Uuid | Kind::Moment => "a text",
        Kind::Number => "a number",
        Kind::Bool => "`true` or `false`",
        Kind::Object => "an object",
        Kind::List => "a list",
        Kind::Any => "a value",
    }
}

/// A body as JSON, or as text if it is not JSON.
pub(super) fn anything(body: &Bytes) -> Value {
    serde_json::from_slice(body).unwrap_or_else(|_| Value::from(String::from_utf8_lossy(body)))
}
