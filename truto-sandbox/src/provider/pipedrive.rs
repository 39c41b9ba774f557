//! Pipedrive: `success` and `data` around every record, errors as a sentence beside `success: false`.

use serde_json::{Map, Value, json};

use super::{LinkedRecord, fields, ids, kinds};

fn relation(kind: &str) -> &str {
    match kind {
        "accounts" | "organizations" => "org_ids",
        "contacts" => "person_ids",
        "leads" => "lead_ids",
        "opportunities" => "deal_ids",
        other => other,
    }
}

pub(super) fn record(linked: LinkedRecord<'_>) -> Map<String, Value> {
    let mut record = fields(json!({ "id": linked.id }));
    for kind in kinds(linked) {
        let entry = record.entry(relation(kind)).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(known) = entry {
            known.extend(ids(linked, kind).into_iter().map(Value::from));
        }
    }
    record
}

pub(super) fn envelope(record: &Map<String, Value>) -> Value {
    json!({ "success": true, "data": record, "additional_data": null })
}

pub(super) fn error(message: &str) -> Value {
    json!({
        "success": false,
        "error": message,
        "error_info": "Please check developers.pipedrive.com for more information about Pipedrive API.",
        "data": null,
        "additional_data": null,
    })
}
