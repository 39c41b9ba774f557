//! Attio: every member is a list of values, each with its history and its type.

use serde_json::{Map, Value, json};

use super::{objects, text};

#[allow(clippy::too_many_lines, reason = "one line for each member of the format")]
pub(super) fn write(record: &mut Map<String, Value>, resource: &str, fields: &Map<String, Value>) {
    record.insert("created_at".to_owned(), fields.get("created_at").cloned().unwrap_or_default());
    let url = format!("https://app.attio.example/{resource}/{}", text(fields, "id"));
    record.insert("web_url".to_owned(), Value::from(url));
    let Some(Value::Object(values)) = record.get_mut("values") else { return };
    let actor = json!({ "type": "workspace-member", "id": fields.get("owner").and_then(|owner| owner.get("id")) });
    let since = fields.get("updated_at").cloned().unwrap_or_default();
    let mut put = |name: &str, held: Vec<Value>| {
        let dated = held.into_iter().map(|mut value| {
            value["active_from"] = since.clone();
            value["active_until"] = Value::Null;
            value["created_by_actor"] = actor.clone();
            value
        });
        values.insert(name.to_owned(), dated.collect());
    };
    let reference = |object: &str, id: &Value| json!({ "attribute_type": "record-reference", "target_object": object, "target_record_id": id });
    let references = |object: &str, value: &Value| match value {
        Value::Array(items) => items.iter().map(|item| reference(object, &item["id"])).collect(),
        Value::Null => Vec::new(),
        one => vec![reference(object, &one["id"])],
    };
    for (name, value) in fields {
        match name.as_str() {
            "id" | "created_at" | "etag" | "urls" | "first_name" | "last_name" => {}
            "name" if resource == "contacts" => put(
                "name",
                vec![json!({
                    "attribute_type": "personal-name",
                    "first_name": text(fields, "first_name"),
                    "last_name": text(fields, "last_name"),
                    "full_name": value,
                })],
            ),
            "account" => put("company", references("companies", value)),
            "contact" => put("associated_people", references("people", value)),
            "opportunity" => put("associated_deals", references("deals", value)),
            "owner" => put(
                "owner",
                vec![json!({
                    "attribute_type": "actor-reference",
                    "referenced_actor_type": "workspace-member",
                    "referenced_actor_id": value["id"],
                })],
            ),
            "stage" => put(
                "stage",
                vec![json!({
                    "attribute_type": "status",
                    "status": { "title": value["name"], "id": { "status_id": value["id"] } },
                })],
            ),
            "amount" => put(
                "value",
                vec![json!({
                    "attribute_type": "currency",
                    "currency_value": value,
                    "currency_code": fields.get("currency"),
                })],
            ),
            "email_addresses" => {
                put(
                    name,
                    objects(value)
                        .map(|email| {
                            json!({
                                "attribute_type": "email-address",
                                "email_address": email.get("email"),
                                "original_email_address": email.get("email"),
                                "email_domain": text(email, "email").split('@').next_back(),
                            })
                        })
                        .collect(),
                );
            }
            "phone_numbers" => {
                put(
                    name,
                    objects(value)
                        .map(|phone| {
                            json!({
                                "attribute_type": "phone-number",
                                "phone_number": phone.get("number"),
                                "original_phone_number": phone.get("number"),
                            })
                        })
                        .collect(),
                );
            }
            "addresses" => {
                put(
                    "primary_location",
                    objects(value)
                        .take(1)
                        .map(|address| {
                            json!({
                                "attribute_type": "location",
                                "line_1": address.get("street_1"),
                                "locality": address.get("city"),
                                "region": address.get("state"),
                                "postcode": address.get("postal_code"),
                                "country": address.get("country"),
                            })
                        })
                        .collect(),
                );
            }
            "website" => put(
                "domains",
                vec![json!({
                    "attribute_type": "domain",
                    "domain": value.as_str().map(|url| url.trim_start_matches("https://www.")),
                })],
            ),
            "custom_fields" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    put(name, vec![json!({ "attribute_type": attribute(value), "value": value })]);
                }
            }
            _ => put(name, vec![json!({ "attribute_type": attribute(value), "value": value })]),
        }
    }
}

fn attribute(value: &Value) -> &'static str {
    match value {
        Value::Number(_) => "number",
        Value::Bool(_) => "checkbox",
        _ => "text",
    }
}
