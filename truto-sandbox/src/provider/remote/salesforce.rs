//! Salesforce: `PascalCase` members, an id member for each reference, and the first of each list.

use serde_json::{Map, Value};

use super::{day, id_of, objects, text};

pub(super) fn write(record: &mut Map<String, Value>, resource: &str, fields: &Map<String, Value>) {
    let mut put = |name: &str, value: Value| drop(record.insert(name.to_owned(), value));
    for (name, value) in fields {
        match name.as_str() {
            "id" | "etag" | "urls" | "tags" | "stages" | "field_groups" => {}
            "created_at" => put("CreatedDate", moment(value)),
            "updated_at" => {
                put("LastModifiedDate", moment(value));
                put("SystemModstamp", moment(value));
            }
            "last_activity_at" => put("LastActivityDate", day(value)),
            "close_date" => put("CloseDate", day(value)),
            "due_date" => put("ActivityDate", day(value)),
            "stage" => put("StageName", value.get("name").cloned().unwrap_or_default()),
            "contact" | "lead" if value.is_array() => put("WhoId", id_of(value).into()),
            "opportunity" if value.is_array() => put("WhatId", id_of(value).into()),
            "owner" | "account" | "contact" | "opportunity" | "lead" | "project" | "pipeline" | "converted_contact"
            | "converted_account" => put(&format!("{}Id", pascal(name)), id_of(value).into()),
            "custom_fields" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    put(&format!("{}__c", pascal(name)), value.clone());
                }
            }
            "email_addresses" => {
                put("Email", objects(value).next().and_then(|email| email.get("email")).cloned().unwrap_or_default());
            }
            "phone_numbers" => {
                for phone in objects(value) {
                    let name = match text(phone, "type") {
                        "mobile" => "MobilePhone",
                        "fax" => "Fax",
                        _ => "Phone",
                    };
                    put(name, phone.get("number").cloned().unwrap_or_default());
                }
            }
            "addresses" => {
                let kind = match resource {
                    "accounts" => "Billing",
                    "contacts" => "Mailing",
                    _ => "",
                };
                for address in objects(value).take(1) {
                    for (part, remote) in [
                        ("street_1", "Street"),
                        ("city", "City"),
                        ("state", "State"),
                        ("postal_code", "PostalCode"),
                        ("country", "Country"),
                    ] {
                        put(&format!("{kind}{remote}"), address.get(part).cloned().unwrap_or_default());
                    }
                }
            }
            _ => put(&pascal(name), value.clone()),
        }
    }
}

/// `2024-09-01T10:00:00.000+0000`
fn moment(value: &Value) -> Value {
    value.as_str().map(|moment| moment.replace('Z', "+0000")).into()
}

/// `number_of_employees` is `NumberOfEmployees`.
fn pascal(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}
