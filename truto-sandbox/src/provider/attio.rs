//! Attio: everything under `data`, ids in three parts, attributes under `values` as lists of references.

use serde_json::{Map, Value, json};

use super::{LinkedRecord, fields, ids, kinds};

const WORKSPACE: &str = "14beef7a-99f7-4534-a87e-70b564330a4c";

fn object(entity: &str) -> &str {
    match entity {
        "accounts" | "organizations" => "companies",
        "contacts" => "people",
        "opportunities" => "deals",
        other => other,
    }
}

pub(super) fn record(linked: LinkedRecord<'_>) -> Map<String, Value> {
    let mut values = Map::new();
    for kind in kinds(linked) {
        let references: Vec<Value> = ids(linked, kind)
            .into_iter()
            .map(|id| json!({ "target_object": object(kind), "target_record_id": id }))
            .collect();
        values.insert(format!("associated_{kind}"), Value::Array(references));
    }
    fields(json!({
        "id": { "workspace_id": WORKSPACE, "object_id": object(linked.entity), "record_id": linked.id },
        "values": values,
    }))
}

pub(super) fn envelope(record: &Map<String, Value>) -> Value {
    json!({ "data": record })
}

pub(super) fn error(message: &str) -> Value {
    json!({ "status_code": 400, "type": "invalid_request_error", "code": "validation_type", "message": message })
}
