//! An endpoint that the test declares. It needs only its registration: the contract validates its requests, and the generic
//! behaviour keeps its records.

use axum::body::Body;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use truto_core::server::Registration;
use truto_core::unified_endpoint;
use truto_sandbox::Sandbox;

use crate::client::{Answer, get, request, send};

/// Creates a note.
#[unified_endpoint(POST, "/unified/crm/notes")]
struct CreateNote {
    /// Title of the note.
    title: String,
    /// Whether to notify people.
    #[truto(query)]
    notify: Option<bool>,
}

/// Changes a note.
#[unified_endpoint(PATCH, "/unified/crm/notes/{id}")]
struct UpdateNote {
    /// Id of the note.
    id: String,
    /// Title of the note.
    title: Option<String>,
}

/// Reads a note.
#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
struct GetNote {
    /// Id of the note.
    id: String,
}

/// Lists notes.
#[unified_endpoint(GET, "/unified/crm/notes")]
struct ListNotes {
    /// Size of a page.
    limit: Option<u32>,
}

/// Deletes a note.
#[unified_endpoint(DELETE, "/unified/crm/notes/{id}")]
struct DeleteNote {
    /// Id of the note.
    id: String,
}

fn sandbox() -> Sandbox {
    Sandbox::builder()
        .endpoint(Registration::of::<CreateNote>())
        .endpoint(Registration::of::<UpdateNote>())
        .endpoint(Registration::of::<GetNote>())
        .endpoint(Registration::of::<ListNotes>())
        .endpoint(Registration::of::<DeleteNote>())
        .in_process()
}

async fn call(sandbox: &Sandbox, method: Method, path: &str, query: &str, body: Option<Value>) -> Answer {
    let account = sandbox.accounts().close;
    let target = format!("/unified/crm/notes{path}?integrated_account_id={account}{query}");
    let request = request(sandbox, method, &target).header("content-type", "application/json");
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    send(sandbox, request.body(body).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_record_lives_from_create_to_delete() {
    let sandbox = sandbox();
    let body = json!({ "title": "a", "remote_data": { "x": 1 } });
    let created = call(&sandbox, Method::POST, "", "&notify=true&truto_ignore_remote_data=1", Some(body)).await;
    assert_eq!(created.status, StatusCode::CREATED);
    let note = created.json();
    let id = note["id"].as_str().unwrap();
    assert_eq!(note, json!({ "id": id, "title": "a" }), "the query is not part of the record");
    let path = format!("/{id}");

    let changed = call(&sandbox, Method::PATCH, &path, "", Some(json!({ "title": "b" }))).await.json();
    assert_eq!((&changed["id"], &changed["title"]), (&note["id"], &json!("b")));
    assert_eq!(call(&sandbox, Method::GET, &path, "", None).await.json()["title"], "b");
    let list = call(&sandbox, Method::GET, "", "&limit=10&next_cursor=", None).await.json();
    assert_eq!((list["result"][0]["id"].as_str(), &list["next_cursor"]), (Some(id), &Value::Null));
    assert_eq!(sandbox.records(sandbox.accounts().close)[0].resource, "crm/notes");

    assert_eq!(call(&sandbox, Method::DELETE, &path, "", None).await.json(), json!({ "id": id }));
    assert_eq!(call(&sandbox, Method::GET, &path, "", None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(call(&sandbox, Method::DELETE, &path, "", None).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn its_contract_is_checked() {
    let sandbox = sandbox();
    let answer = call(&sandbox, Method::POST, "", "&notify=maybe", Some(json!({ "titel": "a" }))).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let mut failures = answer.failures();
    failures.sort();
    assert_eq!(failures, ["notify", "titel", "title"]);
    assert_eq!(call(&sandbox, Method::GET, "", "&limit=ten", None).await.failures(), ["limit"]);
    let method = call(&sandbox, Method::PUT, "/1", "", None).await;
    assert_eq!((method.status, method.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "DELETE, GET, PATCH"));
}

#[tokio::test]
async fn meta_routes_describe_it() {
    let sandbox = sandbox();
    let account = sandbox.accounts().close;
    let target = format!("/unified/crm/notes/meta/create?integrated_account_id={account}");
    let meta = get(&sandbox, &target).await.json();
    assert_eq!(meta["query_schema"]["properties"]["notify"], json!({ "type": ["boolean", "null"] }));
    assert_eq!(meta["request_body_schema"]["required"], json!(["title"]));
    let target = format!("/integrated-account/{account}/capabilities?resource=notes");
    let methods = get(&sandbox, &target).await.json()["unified"][0]["methods"].clone();
    assert_eq!(methods, json!(["list", "get", "create", "update", "delete"]));
}
