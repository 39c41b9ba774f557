//! Every route of the description answers, and every answer has the members that the description promises.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::{Map, Value, json};
use truto_core::server::Registration;
use truto_core::unified_endpoint;
use truto_sandbox::{AccountStatus, Sandbox};

use crate::caller::{self, exchange, get, post, text};

fn model() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../truto-codegen/models/platform.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A value of a member of a body.
fn sample(name: &str, member: &Value, known: &BTreeMap<&str, String>) -> Value {
    if let Some(id) = known.get(name) {
        return if member["type"] == "uuid[]" { json!([id]) } else { json!(id) };
    }
    if let Some(first) = member["enum"].get(0) {
        return first.clone();
    }
    match member["type"].as_str().unwrap().trim_end_matches("|null") {
        "uuid" => json!("0f0e0d0c-0b0a-4908-8706-050403020100"),
        "date-time" => json!("2099-01-01T00:00:00.000Z"),
        "integer" | "number" => json!(1),
        "boolean" => json!(true),
        "object" => json!({}),
        "array" | "string[]" | "uuid[]" => json!([]),
        "any" => json!({ "any": 1 }),
        _ if name == "cron_expression" => json!("0 * * * *"),
        _ if name == "status" => json!("created"),
        _ => json!("text"),
    }
}

/// The ids of rows that a body or a path may name.
async fn known(sandbox: &Sandbox) -> BTreeMap<&'static str, String> {
    let first = async |target: &str| text(&get(sandbox, target).await.rows()[0], "id");
    let job = text(&post(sandbox, "/sync-job", json!({ "label": "a" })).await.ok(), "id");
    BTreeMap::from([
        ("integrated_account_id", sandbox.accounts().attio.to_owned()),
        ("environment_integration_id", first("/environment-integration").await),
        ("integration_id", first("/integration").await),
        ("unified_model_id", first("/unified-model").await),
        ("environment_id", first("/environment").await),
        ("sync_job_id", job),
        ("slug_or_id", "attio".to_owned()),
        ("model", "crm".to_owned()),
        ("resource", "contacts".to_owned()),
        ("integration", "attio".to_owned()),
        ("state_key", "nightly".to_owned()),
    ])
}

fn body_of(method: &Value, known: &BTreeMap<&str, String>) -> Value {
    let members = method["body"].as_object().cloned().unwrap_or_default();
    let plain = members.iter().filter(|(name, _)| !name.contains(['.', '<']));
    Value::Object(plain.map(|(name, member)| (name.clone(), sample(name, member, known))).collect::<Map<_, _>>())
}

/// Checks that a row has what the description promises, in the promised types.
fn check(name: &str, resource: &Value, row: &Value) {
    for (field, declared) in resource["fields"].as_object().unwrap() {
        let is_promised = declared["nullable"] == false && declared["optional"] != true && !field.contains(['.', '[']);
        let Some(value) = row.get(field) else {
            assert!(!is_promised, "{name} lacks {field}: {row}");
            continue;
        };
        let is_right = match declared["type"].as_str().unwrap() {
            // The description itself says that any JSON may stand here.
            _ if name == "sync-job-run-state" && field == "value" => true,
            "string" | "uuid" | "date-time" => value.is_string(),
            "integer" | "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "object" | "group" => value.is_object(),
            list if list == "array" || list.ends_with("[]") => value.is_array(),
            _ => true,
        };
        let is_null = value.is_null() && !is_promised;
        assert!(is_right || is_null, "{field} of {name} is {value}, and not {}", declared["type"]);
        if let Some(known) = declared["enum"].as_array().filter(|_| !is_null) {
            assert!(known.contains(value), "{field} of {name} is {value}");
        }
    }
}

#[tokio::test]
async fn the_rows_of_the_start_are_as_described() {
    let sandbox = Sandbox::builder().in_process();
    let model = model();
    for name in [
        "integrated-account",
        "integration",
        "environment",
        "environment-integration",
        "unified-model",
        "environment-unified-model",
        "user",
        "team",
        "api-token",
        "category",
    ] {
        let rows = get(&sandbox, &format!("/{name}")).await.rows();
        assert!(!rows.is_empty(), "{name}");
        for row in &rows {
            check(name, &model["resources"][name], row);
        }
    }
}

#[tokio::test]
async fn every_resource_keeps_rows_with_the_members_of_its_description() {
    let model = model();
    for (name, resource) in model["resources"].as_object().unwrap() {
        // A deleted installation takes its accounts along.
        let sandbox = Sandbox::builder().in_process();
        let known = known(&sandbox).await;
        let methods = &resource["methods"];
        if methods.get("create").is_none() || ["link-token", "batch-request"].contains(&name.as_str()) {
            continue;
        }
        let path = resource["path"].as_str().unwrap().replace("{integrated_account_id}", sandbox.accounts().attio);
        let query = if name == "sync-job-run-state" { "?state_key=nightly" } else { "" };
        let mut body = body_of(&methods["create"], &known);
        if name == "sandbox-integrated-account" {
            body["id"] = json!(sandbox.accounts().attio);
        } else {
            // Some creates take an id of the caller; the sandbox keeps it.
            body.as_object_mut().unwrap().remove("id");
        }
        let created = post(&sandbox, &format!("{path}{query}"), body).await;
        let row = created.ok();
        check(name, resource, &row);
        let id = row.get("id").or_else(|| row.get("key")).and_then(Value::as_str).unwrap().to_owned();
        let target = format!("{path}/{id}{query}");
        let found = get(&sandbox, &target).await.ok();
        assert_eq!(found.get("id"), row.get("id"), "{name}");
        if methods.get("update").is_some() {
            let mut change = body_of(&methods["update"], &known);
            change["version"] = found["version"].clone();
            let changed = caller::patch(&sandbox, &target, change).await;
            assert_eq!(changed.status, StatusCode::OK, "{name}: {}", String::from_utf8_lossy(&changed.bytes));
        }
        if methods.get("delete").is_some() {
            let deleted = caller::delete(&sandbox, &target).await.ok();
            let shown = deleted.get("id").or_else(|| deleted.get("key")).and_then(Value::as_str);
            assert_eq!(shown, Some(id.as_str()), "{name}: {deleted}");
        }
    }
}

#[tokio::test]
async fn every_route_is_served() {
    let sandbox = Sandbox::builder().in_process();
    let known = known(&sandbox).await;
    let mcp = format!("/integrated-account/{}/mcp", sandbox.accounts().attio);
    let mcp = text(&post(&sandbox, &mcp, json!({ "name": "a", "config": {} })).await.ok(), "token");
    let account = sandbox.accounts().attio;
    let account_token = post(&sandbox, "/integrated-account/token", json!({ "integrated_account_id": account })).await;
    let account_token = text(&account_token.ok(), "integrated_account_token");
    let mut served = BTreeSet::new();
    let model = model();
    for (name, resource) in model["resources"].as_object().unwrap() {
        for (method, route) in resource["methods"].as_object().unwrap() {
            let (verb, mut path) = (route["verb"].as_str().unwrap(), route["path"].as_str().unwrap().to_owned());
            for (placeholder, value) in &known {
                path = path.replace(&format!("{{{placeholder}}}"), value);
            }
            path = path.replace("{token}", &mcp).replace("{method}", "list");
            let is_of_account = path.contains("/me") && name == "integrated-account" || path.ends_with("-form");
            let token = if is_of_account { account_token.as_str() } else { sandbox.token() };
            let separator = if path.contains('?') { '&' } else { '?' };
            let target = format!("{path}{separator}state_key=nightly&log_type=webhook");
            let target = if name == "unified-meta" {
                format!("{path}?integrated_account_id={}", sandbox.accounts().attio)
            } else if name == "documentation" {
                format!("{path}?integration_id={}", known["integration_id"])
            } else if name == "log" {
                format!("{path}?log_type=webhook")
            } else if name == "sync-job-run-state" {
                target
            } else {
                path.clone()
            };
            let request = Request::builder().method(Method::from_bytes(verb.as_bytes()).unwrap()).uri(&target);
            let request = request.header("authorization", format!("Bearer {token}"));
            let request = request.header("content-type", "application/json");
            let body = body_of(route, &known).to_string();
            let answer = exchange(&sandbox, request.body(Body::from(body)).unwrap()).await;
            let said = String::from_utf8_lossy(&answer.bytes).into_owned();
            // A route that does not exist says so in these words. A row that does not exist is fine here.
            assert!(!said.contains("There is no endpoint"), "{verb} {target}: {said}");
            assert_ne!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{verb} {target}: {said}");
            assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{verb} {target}: {said}");
            assert!(!answer.status.is_server_error(), "{verb} {target}: {said}");
            served.insert(format!("{name} {method}"));
        }
    }
    assert_eq!(served.len(), 178, "the description has 178 methods");
    assert_eq!(sandbox.account_status(account), Some(AccountStatus::Active));
}

/// Lists webhooks, as a program may declare it.
#[unified_endpoint(GET, "/webhook")]
struct ListWebhooks {
    is_active: Option<bool>,
}

#[tokio::test]
async fn a_declaration_of_a_route_of_the_platform_is_served_by_the_platform() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<ListWebhooks>()).in_process();
    post(&sandbox, "/webhook", json!({ "target_url": "http://127.0.0.1:9" })).await.ok();
    assert_eq!(get(&sandbox, "/webhook?is_active=true").await.rows().len(), 1);
    assert!(get(&sandbox, "/webhook?is_active=false").await.rows().is_empty());
    let answered = Sandbox::builder().answer::<ListWebhooks>(|_| truto_sandbox::Answer::ok(json!({ "mine": true })));
    let answered = answered.in_process();
    let target = format!("/webhook?integrated_account_id={}", answered.accounts().attio);
    assert_eq!(get(&answered, &target).await.ok(), json!({ "mine": true }), "the answer of a test comes first");
}

#[tokio::test]
async fn a_path_names_its_methods() {
    let sandbox = Sandbox::builder().in_process();
    let answer = caller::send(&sandbox, Method::PUT, "/webhook", sandbox.token(), Body::empty()).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers["allow"], "POST, GET");
    let head = caller::send(&sandbox, Method::HEAD, "/webhook", sandbox.token(), Body::empty()).await;
    assert_eq!(head.status, StatusCode::OK);
    assert_eq!(get(&sandbox, "/webhooks").await.status, StatusCode::NOT_FOUND);
    let open = caller::send(&sandbox, Method::GET, "/webhook", "wrong", Body::empty()).await;
    assert_eq!(open.status, StatusCode::UNAUTHORIZED);
}
