//! Creates, updates and deletes of rows, and what differs between resources.

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::{Value, json};
use truto_sandbox::{Fault, Sandbox};

use crate::caller::{delete, exchange, get, patch, post, text};

#[tokio::test]
async fn a_body_is_checked_by_the_description() {
    let sandbox = Sandbox::builder().in_process();
    assert_eq!(post(&sandbox, "/daemon", json!({})).await.failures(), ["group_key", "label", "status"]);
    let wrong = json!({ "label": 7, "status": "tired", "group_key": "a" });
    assert_eq!(post(&sandbox, "/daemon", wrong).await.failures(), ["label", "status"]);
    let row = json!({ "label": "a", "status": "active", "group_key": "b", "id": "mine", "unheard": 1 });
    let created = post(&sandbox, "/daemon", row).await;
    assert_eq!(created.status, StatusCode::CREATED);
    let row = created.json();
    assert!(row.get("unheard").is_none() && row["id"] != "mine", "{row}");
    let target = format!("/daemon/{}", text(&row, "id"));
    let changed = patch(&sandbox, &target, json!({ "label": "c" })).await.ok();
    assert_eq!((&changed["label"], &changed["status"]), (&json!("c"), &json!("active")));
    assert_eq!(delete(&sandbox, &target).await.ok(), json!({ "id": row["id"] }));
    assert_eq!(get(&sandbox, &target).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_create_may_bring_its_id() {
    let sandbox = Sandbox::builder().in_process();
    let id = "0F0E0D0C-0B0A-4908-8706-050403020100";
    let row = json!({ "id": id, "type": "s3", "label": "a", "config": {} });
    assert_eq!(post(&sandbox, "/datastore", row).await.ok()["id"], id);
    let tested = post(&sandbox, &format!("/datastore/{id}/test/uploadObject"), json!({ "key": "a" })).await.ok();
    assert_eq!((&tested["success"], &tested["data"]["method"]), (&json!(true), &json!("uploadObject")));
    let row = json!({ "type": "qdrant", "label": "a", "config": {} });
    let other = text(&post(&sandbox, "/datastore", row).await.ok(), "id");
    let refused = post(&sandbox, &format!("/datastore/{other}/test/uploadObject"), json!({})).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_integration_is_locked_by_its_version() {
    let sandbox = Sandbox::builder().in_process();
    let new = json!({ "name": "acme", "config": { "label": "Acme" } });
    let row = post(&sandbox, "/integration", new).await.ok();
    let target = format!("/integration/{}", text(&row, "id"));
    assert_eq!(patch(&sandbox, &target, json!({ "category": "crm" })).await.failures(), ["version"]);
    let changed = patch(&sandbox, &target, json!({ "category": "crm", "version": 1 })).await.ok();
    assert_eq!((&changed["category"], &changed["version"]), (&json!("crm"), &json!(2)));
    assert_eq!(patch(&sandbox, &target, json!({ "category": "hris", "version": 1 })).await.failures(), ["version"]);
}

#[tokio::test]
async fn an_installation_exists_once() {
    let sandbox = Sandbox::builder().in_process();
    let row = post(&sandbox, "/integration", json!({ "name": "acme", "config": {} })).await.ok();
    let body = json!({ "integration_id": row["id"] });
    let first = post(&sandbox, "/environment-integration", body.clone()).await;
    let again = post(&sandbox, "/environment-integration", body).await;
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(first.json()["id"], again.json()["id"]);
    assert_eq!(first.json()["integration"]["name"], "acme");
    let unknown = json!({ "integration_id": "0f0e0d0c-0b0a-4908-8706-050403020100" });
    assert_eq!(post(&sandbox, "/environment-integration", unknown).await.failures(), ["integration_id"]);
}

#[tokio::test]
async fn updates_merge_as_deep_as_the_api_says() {
    let sandbox = Sandbox::builder().in_process();
    let installed = text(&get(&sandbox, "/environment-integration").await.rows()[0], "id");
    let target = format!("/environment-integration/{installed}");
    patch(&sandbox, &target, json!({ "override": { "a": { "b": 1 } } })).await.ok();
    let replaced = patch(&sandbox, &target, json!({ "override": { "c": 2 } })).await.ok();
    assert_eq!(replaced["override"], json!({ "c": 2 }), "an override is replaced");

    let model = text(&get(&sandbox, "/unified-model").await.rows()[0], "id");
    let mapping = json!({
        "unified_model_id": model, "integration_name": "attio", "resource_name": "contacts", "method_name": "list",
        "config": { "query": { "a": 1, "b": 2 } },
    });
    let mapping = post(&sandbox, "/unified-model-resource-method", mapping).await.ok();
    let target = format!("/unified-model-resource-method/{}", text(&mapping, "id"));
    let merged = patch(&sandbox, &target, json!({ "config": { "query": { "b": 3 } } })).await.ok();
    assert_eq!(merged["config"], json!({ "query": { "a": 1, "b": 3 } }), "a mapping is merged to its end");

    let target = format!("/integrated-account/{}", sandbox.accounts().attio);
    let context = json!({ "api_key": "secret", "deep": { "a": 1 }, "environment_variables": { "x": 1 } });
    patch(&sandbox, &target, json!({ "context": context })).await.ok();
    let merged = patch(&sandbox, &target, json!({ "context": { "deep": { "b": 2 } } })).await.ok();
    assert_eq!(merged["context"]["deep"], json!({ "b": 2 }), "a context is merged one level deep");
    assert_eq!(merged["context"]["environment_variables"], json!({}), "they belong to the environment");
    assert_eq!(merged["context"]["api_key"], "********", "a secret is not shown");
}

#[tokio::test]
async fn deletes_answer_as_the_api_documents_them() {
    let sandbox = Sandbox::builder().in_process();
    let run = json!({ "daemon_job_id": "a", "daemon_id": "b" });
    let run = post(&sandbox, "/daemon-job-run", run).await.ok();
    let target = format!("/daemon-job-run/{}", text(&run, "id"));
    assert_eq!(delete(&sandbox, &target).await.ok()["status"], "stopped");
    assert_eq!(get(&sandbox, &target).await.ok()["status"], "stopped", "the row stays");

    let state = "/sync-job-run-state?state_key=nightly";
    assert_eq!(get(&sandbox, "/sync-job-run-state").await.status, StatusCode::BAD_REQUEST);
    post(&sandbox, state, json!({ "key": "cursor", "value": "7" })).await.ok();
    post(&sandbox, state, json!({ "key": "cursor", "value": "8" })).await.ok();
    assert_eq!(get(&sandbox, state).await.rows().len(), 1, "a second write replaces the entry");
    assert!(get(&sandbox, "/sync-job-run-state?state_key=other").await.rows().is_empty());
    let entry = "/sync-job-run-state/cursor?state_key=nightly";
    assert_eq!(delete(&sandbox, entry).await.ok()["value"], "8", "the whole entry");
    assert_eq!(get(&sandbox, entry).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_platform_call_has_no_idempotency_and_meets_faults() {
    let sandbox = Sandbox::builder().in_process();
    let create = || {
        let request = Request::post("/daemon-job").header("authorization", format!("Bearer {}", sandbox.token()));
        let request = request.header("idempotency-key", "1").header("content-type", "application/json");
        exchange(&sandbox, request.body(Body::from(r#"{"label":"a"}"#)).unwrap())
    };
    assert_ne!(create().await.ok()["id"], create().await.ok()["id"]);
    sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).path("/daemon-job"));
    assert_eq!(create().await.status, StatusCode::BAD_GATEWAY);
    assert_eq!(get(&sandbox, "/daemon-job").await.rows().len(), 2);
    assert_eq!(sandbox.requests().len(), 4);
    sandbox.reset();
    assert!(get(&sandbox, "/daemon-job").await.rows().is_empty());
}

#[tokio::test]
async fn secrets_are_shown_once() {
    let sandbox = Sandbox::builder().in_process();
    let webhook = post(&sandbox, "/webhook", json!({ "target_url": "http://127.0.0.1:9" })).await.ok();
    assert_eq!((text(&webhook, "secret").len(), &webhook["is_active"]), (36, &json!(true)));
    let shown = get(&sandbox, &format!("/webhook/{}", text(&webhook, "id"))).await.ok();
    assert_eq!(shown.get("secret"), None);
    let environment = text(&get(&sandbox, "/environment").await.rows()[0], "id");
    let gate = json!({ "name": "a", "domain": "a.example", "environment_id": environment });
    let gate = post(&sandbox, "/static-gate", gate).await.ok();
    assert!(gate["api_token"].is_string());
    let shown = get(&sandbox, &format!("/static-gate/{}", text(&gate, "id"))).await.ok();
    assert!(!shown.to_string().contains(&text(&gate, "api_token")), "{shown}");
}

#[tokio::test]
async fn a_file_is_shown_to_anybody() {
    let sandbox = Sandbox::builder().in_process();
    let form = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\ncontent-type: text/plain\r\n\r\nhello\r\n--b--\r\n";
    let request = Request::post("/file").header("authorization", format!("Bearer {}", sandbox.token()));
    let request = request.header("content-type", "multipart/form-data; boundary=b").header("host", "localhost:1");
    let answer: Value = exchange(&sandbox, request.body(Body::from(form)).unwrap()).await.ok();
    let path = text(&answer, "url").replace("http://localhost:1", "");
    let shown = exchange(&sandbox, Request::get(path).body(Body::empty()).unwrap()).await;
    assert_eq!(
        (shown.bytes.as_slice(), &shown.headers["content-type"]),
        (&b"hello"[..], &"text/plain".parse().unwrap())
    );
}
