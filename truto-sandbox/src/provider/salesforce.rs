//! Salesforce: records are flat with `attributes`, related records come as query results, errors are an array.

use serde_json::{Map, Value, json};

use super::{LinkedRecord, fields, ids, kinds};

fn object(entity: &str) -> &str {
    match entity {
        "accounts" | "organizations" => "Account",
        "contacts" => "Contact",
        "leads" => "Lead",
        "opportunities" => "Opportunity",
        other => other,
    }
}

fn attributes(entity: &str, id: &str) -> Value {
    let object = object(entity);
    json!({ "type": object, "url": format!("/services/data/v62.0/sobjects/{object}/{id}") })
}

pub(super) fn record(linked: LinkedRecord<'_>) -> Map<String, Value> {
    let mut record = fields(json!({ "attributes": attributes(linked.entity, linked.id), "Id": linked.id }));
    for kind in kinds(linked) {
        let records: Vec<Value> =
            ids(linked, kind).into_iter().map(|id| json!({ "attributes": attributes(kind, id), "Id": id })).collect();
        let mut name = kind.to_owned();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        record.insert(name, json!({ "totalSize": records.len(), "done": true, "records": records }));
    }
    record
}

pub(super) fn error(field: &str, message: &str) -> Value {
    json!([{ "message": message, "errorCode": "FIELD_INTEGRITY_EXCEPTION", "fields": [field] }])
}
