//! Close: flat records without an envelope, ids of related records in plain lists, errors split by field.

use serde_json::{Map, Value, json};

use super::{LinkedRecord, fields, ids, kinds};

fn singular(kind: &str) -> &str {
    match kind {
        "opportunities" => "opportunity",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

pub(super) fn record(linked: LinkedRecord<'_>) -> Map<String, Value> {
    let mut record = fields(json!({ "id": linked.id, "object_type": singular(linked.entity) }));
    for kind in kinds(linked) {
        record.insert(format!("{}_ids", singular(kind)), json!(ids(linked, kind)));
    }
    record
}

pub(super) fn error(field: &str, message: &str) -> Value {
    let mut by_field = Map::new();
    by_field.insert(field.to_owned(), Value::from(message));
    json!({ "errors": [], "field-errors": by_field })
}
