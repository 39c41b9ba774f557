//! The `OpenAPI` document: parameters, bodies, and the envelope of lists.

use serde_json::{Value, json};

use crate::every_shape::EVERY_SHAPE;

fn operation(path: &str, method: &str) -> Value {
    EVERY_SHAPE.openapi("Every shape", "1.0.0")["paths"][path][method].clone()
}

/// Returns the parameters of an operation: name, place, style and `explode`, or the name of a common parameter.
fn parameters(operation: &Value) -> Vec<String> {
    let all = operation["parameters"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let shown = |parameter: &Value| match parameter["$ref"].as_str() {
        Some(reference) => reference.replace("#/components/parameters/", "common "),
        None => {
            let explode = if parameter["explode"] == json!(false) { " joined" } else { "" };
            let required = if parameter["required"] == json!(true) { " required" } else { "" };
            let style = text(&parameter["style"]);
            format!("{} {} {style}{explode}{required}", text(&parameter["in"]), text(&parameter["name"]))
        }
    };
    all.map(shown).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn each_parameter_is_described_as_the_client_sends_it() {
    let find = operation("/unified/{model}/things/{id}/parts/{part}", "get");
    assert_eq!(
        parameters(&find),
        [
            "path model required",
            "path id required",
            "path part required",
            "query limit form",
            "query limit[gt] form",
            "query flag form required",
            "query price form",
            "query letter form",
            "query at form",
            "query kind form required",
            "query owner[id] form",
            "query joined form joined",
            "query repeated form",
            "query listed[] form",
            "query names[] form",
            "query links deepObject",
            "query link deepObject",
            "query pair[] form",
            "query pairs deepObject",
            "query map deepObject",
            "query status deepObject",
            "query amount deepObject",
            "query created_at deepObject",
            "query sort_by deepObject",
            "query tree deepObject",
            "query cleared form",
            "query count form",
            "header X-Scope required",
            "common integrated_account_id",
            "common truto_response_format",
            "common truto_exclude_fields",
            "common truto_ignore_remote_data",
            "common remote_query",
        ]
    );
    let schema = |name: &str| {
        let all = find["parameters"].as_array().unwrap();
        all.iter().find(|parameter| parameter["name"] == name).unwrap()["schema"].clone()
    };
    assert_eq!(
        schema("limit"),
        json!({"type": "integer", "minimum": 0, "maximum": u32::MAX}),
        "an unset field is not `null`"
    );
    assert_eq!(schema("cleared")["type"], json!(["integer", "null"]), "`null` is sent");
    assert_eq!(schema("owner[id]")["description"], "Only when the entity is `leads`");
    let amount = schema("amount");
    assert_eq!(amount["anyOf"][0]["type"], "integer", "a single value means equality");
    assert_eq!(amount["anyOf"][1]["properties"]["gt"]["type"], "integer");
    assert_eq!(amount["anyOf"][1]["properties"]["exists"]["type"], "boolean");
    let created = schema("created_at")["anyOf"][1]["properties"].clone();
    assert!(created.get("in").is_none(), "{created}");
    assert_eq!(created["gte"]["anyOf"], json!([{"format": "date-time"}, {"format": "date"}]));
    assert_eq!(schema("sort_by")["additionalProperties"]["enum"], json!(["asc", "desc"]));
    assert_eq!(schema("X-Scope"), json!({"type": "string", "writeOnly": true}));
}

#[test]
fn paths_with_other_placeholder_names_are_merged() {
    let put = operation("/unified/{model}/things/{id}/parts/{part}", "put");
    assert_eq!(parameters(&put)[..3], ["path model required", "path id required", "path part required"]);
    assert_eq!(put["requestBody"]["content"]["application/json"]["schema"]["properties"]["rank"]["minimum"], 1);
}

#[test]
fn a_list_has_its_parameters_and_its_envelope() {
    let list = operation("/unified/crm/contacts", "get");
    let common = ["limit", "next_cursor", "truto_key_by", "truto_ignore_limit"].map(|name| format!("common {name}"));
    assert_eq!(parameters(&list)[5..], common);
    assert_eq!(list["responses"]["2XX"]["$ref"], "#/components/responses/Page");
    let own = parameters(&operation("/unified/crm/notes", "get"));
    assert_eq!(
        own.iter().filter(|name| name.contains("limit")).collect::<Vec<_>>(),
        ["query limit form", "common truto_ignore_limit"]
    );
    let document = EVERY_SHAPE.openapi("Every shape", "1.0.0");
    let page = &document["components"]["responses"]["Page"]["content"]["application/json"]["schema"];
    assert_eq!(page["required"], json!(["result"]));
    let text = document.to_string();
    for name in text.split("#/components/").skip(1).filter_map(|rest| rest.split('"').next()) {
        let found = document.pointer(&format!("/components/{name}"));
        assert!(found.is_some(), "there is no {name}");
    }
}

#[test]
fn bodies_of_other_kinds_are_described() {
    let upload = operation("/unified/file-storage/drive-items", "post");
    let parts = &upload["requestBody"]["content"]["multipart/form-data"]["schema"];
    assert_eq!(parts["required"], json!(["name", "file", "document", "tree", "of"]));
    let file = json!({"type": "string", "contentMediaType": "application/octet-stream"});
    for name in ["file", "thumbnail", "document"] {
        assert_eq!(parts["properties"][name], file, "{name}");
    }
    assert_eq!(parts["properties"]["more"], json!({"type": "array", "items": file}));
    let tags = &parts["properties"]["tags"];
    assert_eq!(
        (&tags["contentMediaType"], &tags["contentSchema"]["items"]["type"]),
        (&json!("application/json"), &json!("string"))
    );
    assert_eq!(parts["properties"]["owner"]["type"], "object");

    let raw = operation("/unified/file-storage/drive-items/{id}", "put");
    assert!(parameters(&raw).contains(&"common truto_body_passthrough".to_owned()));
    assert_eq!(raw["requestBody"], json!({"required": true, "content": {"*/*": {}}}));

    let schemas = EVERY_SHAPE.schemas();
    let names: Vec<&String> = schemas.keys().collect();
    let with_body = [
        "POST /custom/a:b/c,d;e=f@g",
        "POST /unified/crm/associations",
        "POST /unified/file-storage/drive-items",
        "PUT /unified/file-storage/drive-items/{id}",
        "PUT /unified/{kind}/things/{thing}/parts/{name}",
    ];
    assert_eq!(names, with_body, "all endpoints with a body");
}
