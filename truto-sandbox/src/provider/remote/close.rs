//! Close: `snake_case` with words of its own, money in cents, and custom fields with a prefix.

use serde_json::{Map, Value, json};

use super::{day, id_of, objects};

pub(super) fn write(record: &mut Map<String, Value>, resource: &str, fields: &Map<String, Value>) {
    let mut put = |name: &str, value: Value| drop(record.insert(name.to_owned(), value));
    for (name, value) in fields {
        match name.as_str() {
            "id" | "etag" | "tags" => {}
            "created_at" => put("date_created", moment(value)),
            "updated_at" => put("date_updated", moment(value)),
            "completed_at" => put("date_completed", moment(value)),
            "due_date" => put("due_date", day(value)),
            "close_date" => put("date_won", day(value)),
            "owner" => put("user_id", id_of(value).into()),
            "account" => put("organization_id", id_of(value).into()),
            "contact" => put("contact_id", id_of(value).into()),
            "opportunity" => put("opportunity_id", id_of(value).into()),
            "lead" => put("lead_id", id_of(value).into()),
            "stage" => {
                put("status_id", id_of(value).into());
                put("status_label", value["name"].clone());
            }
            "status" if resource == "opportunities" => put("status_type", status(value)),
            #[expect(clippy::cast_possible_truncation, reason = "Close keeps whole cents")]
            "amount" => put("value", value.as_f64().map(|amount| (amount * 100.0).round() as i64).into()),
            "currency" => put("value_currency", value.clone()),
            "name" => {
                put("name", value.clone());
                put("display_name", value.clone());
            }
            "content" => put(if resource == "tasks" { "text" } else { "note" }, value.clone()),
            "email_addresses" => {
                put(
                    "emails",
                    objects(value)
                        .map(|email| {
                            json!({
                                "email": email.get("email"), "type": "office", "is_unsubscribed": false,
                            })
                        })
                        .collect(),
                );
            }
            "phone_numbers" => {
                put(
                    "phones",
                    objects(value)
                        .map(|phone| {
                            json!({
                                "phone": phone.get("number"), "type": phone.get("type"), "country": null,
                            })
                        })
                        .collect(),
                );
            }
            "addresses" => {
                put(
                    "addresses",
                    objects(value)
                        .map(|address| {
                            json!({
                                "address_1": address.get("street_1"),
                                "address_2": address.get("street_2"),
                                "city": address.get("city"),
                                "state": address.get("state"),
                                "zipcode": address.get("postal_code"),
                                "country": address.get("country"),
                                "label": "business",
                            })
                        })
                        .collect(),
                );
            }
            "custom_fields" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    put(&format!("custom.{name}"), value.clone());
                }
            }
            _ => put(name, value.clone()),
        }
    }
}

/// `2024-09-01T10:00:00.000000+00:00`
fn moment(value: &Value) -> Value {
    value.as_str().map(|moment| moment.replace('Z', "000+00:00")).into()
}

/// Close says `active` for an open opportunity.
fn status(value: &Value) -> Value {
    if value == "open" { "active".into() } else { value.clone() }
}
