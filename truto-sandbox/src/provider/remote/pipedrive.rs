//! Pipedrive: numeric ids, references with their names, moments without a zone, and custom fields under hashed keys.

use serde_json::{Map, Value, json};

use super::{day, objects, text};
use crate::random::{Random, hash};

pub(super) fn write(record: &mut Map<String, Value>, resource: &str, fields: &Map<String, Value>) {
    let mut put = |name: &str, value: Value| drop(record.insert(name.to_owned(), value));
    for (name, value) in fields {
        match name.as_str() {
            "id" => put("id", number(value)),
            "etag" | "urls" => {}
            "created_at" => put("add_time", moment(value)),
            "updated_at" => put("update_time", moment(value)),
            "last_activity_at" => put("last_activity_date", day(value)),
            "close_date" => put("expected_close_date", day(value)),
            "due_date" => put("due_date", day(value)),
            "owner" => put("owner_id", reference(value)),
            "account" => put("org_id", reference(value)),
            "contact" => put("person_id", reference(value)),
            "opportunity" => put("deal_id", reference(value)),
            "lead" => put("lead_id", reference(value)),
            "pipeline" => put("pipeline_id", number(&value["id"])),
            "stage" => put("stage_id", number(&value["id"])),
            "amount" => put("value", value.clone()),
            "content" => put(if resource == "tasks" { "note" } else { "content" }, value.clone()),
            "name" if resource == "opportunities" => put("title", value.clone()),
            "tags" => put("label_ids", objects(value).filter_map(|tag| tag.get("id")).map(number).collect()),
            "email_addresses" => put("email", labelled(value, "email")),
            "phone_numbers" => put("phone", labelled(value, "number")),
            "addresses" => {
                let address = objects(value).next().map(|address| {
                    let parts = ["street_1", "city", "state", "postal_code", "country"].map(|part| text(address, part));
                    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
                });
                put("address", address.into());
            }
            "custom_fields" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    put(&hashed(name), value.clone());
                }
            }
            _ => put(name, value.clone()),
        }
    }
}

/// A numeric id as a number.
fn number(id: &Value) -> Value {
    let parsed = id.as_str().and_then(|id| id.parse::<u64>().ok());
    parsed.map_or_else(|| id.clone(), Value::from)
}

/// The first reference, with its name if it is known.
fn reference(value: &Value) -> Value {
    let one = value.as_array().map_or(Some(value), |items| items.first());
    one.filter(|one| one.is_object()).map(|one| json!({ "value": number(&one["id"]), "name": one["name"] })).into()
}

/// A list of values, the first of which is the primary one.
fn labelled(value: &Value, member: &str) -> Value {
    let items = objects(value)
        .enumerate()
        .map(|(index, item)| json!({ "value": item.get(member), "label": item.get("type"), "primary": index == 0 }));
    items.collect()
}

/// `2024-09-01 10:00:00`
fn moment(value: &Value) -> Value {
    value.as_str().and_then(|moment| moment.get(..19)).map(|moment| moment.replace('T', " ")).into()
}

/// The key of a custom field: 40 hexadecimal digits.
fn hashed(name: &str) -> String {
    let mut random = Random::new(hash(name));
    let [a, b, c] = [random.next(), random.next(), random.next()];
    format!("{a:016x}{b:016x}{:08x}", c >> 32)
}
