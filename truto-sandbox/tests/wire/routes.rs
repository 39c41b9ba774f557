//! A registered endpoint owns its path, even if the sandbox has a route of its own there.

use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use truto_core::server::Registration;
use truto_core::{File, unified_endpoint};
use truto_sandbox::Sandbox;

use crate::client::{Answer, get, request, send};

/// Writes to the path of a meta route.
#[unified_endpoint(POST, "/unified/crm/contacts/meta/sync")]
struct SyncMeta {
    full: bool,
}

/// Reads a record whose path looks like a meta route.
#[unified_endpoint(GET, "/unified/crm/contacts/meta/{id}")]
struct GetMeta {
    id: String,
    depth: u8,
}

/// Reads the path of a built-in route.
#[unified_endpoint(GET, "/ping")]
struct Ping {
    depth: u8,
}

/// Creates a note outside of the unified API.
#[unified_endpoint(POST, "/custom/{name}/notes")]
struct CreateNote {
    name: String,
    text: String,
}

/// Lists notes.
#[unified_endpoint(GET, "/custom/{name}/notes", paginated)]
struct ListNotes {
    name: String,
}

/// Reads a note by an id with another name.
#[unified_endpoint(GET, "/custom/{name}/notes/{note}")]
struct GetNote {
    name: String,
    note: String,
}

/// Changes a note, with another id in the body.
#[unified_endpoint(PUT, "/custom/{name}/notes/{note}")]
struct PutNote {
    name: String,
    note: String,
    text: String,
    id: Option<u64>,
}

/// Uploads a file through the proxy.
#[unified_endpoint(POST, "/proxy/files", body = raw)]
struct ProxyUpload {
    file: File,
}

/// Lists records of any kind.
#[unified_endpoint(GET, "/unified/{model}/{resource}")]
struct ListAny {
    model: String,
    resource: String,
}

/// Lists records of a provider.
#[unified_endpoint(GET, "/proxy/{resource}")]
struct ProxyList {
    resource: String,
}

fn sandbox() -> Sandbox {
    Sandbox::builder()
        .endpoint(Registration::of::<ListAny>())
        .endpoint(Registration::of::<ProxyList>())
        .endpoint(Registration::of::<SyncMeta>())
        .endpoint(Registration::of::<GetMeta>())
        .endpoint(Registration::of::<Ping>())
        .endpoint(Registration::of::<CreateNote>())
        .endpoint(Registration::of::<ListNotes>())
        .endpoint(Registration::of::<GetNote>())
        .endpoint(Registration::of::<PutNote>())
        .endpoint(Registration::of::<ProxyUpload>())
        .in_process()
}

async fn call(sandbox: &Sandbox, method: Method, path: &str, body: Value) -> Answer {
    let target = format!(
        "{path}{}integrated_account_id={}",
        if path.contains('?') { "&" } else { "?" },
        sandbox.accounts().close
    );
    let request = request(sandbox, method, &target).header("content-type", "application/json");
    send(sandbox, request.body(Body::from(body.to_string())).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_registered_endpoint_wins_over_the_routes_of_the_sandbox() {
    let sandbox = sandbox();
    let path = "/unified/crm/contacts/meta/sync";
    assert_eq!(call(&sandbox, Method::POST, path, json!({ "full": true })).await.json()["result"]["full"], true);
    assert_eq!(call(&sandbox, Method::POST, path, json!({})).await.failures(), ["full"]);
    // Only the endpoint can report this failure.
    assert_eq!(call(&sandbox, Method::GET, "/unified/crm/contacts/meta/7", json!({})).await.failures(), ["depth"]);
    assert_eq!(call(&sandbox, Method::GET, "/ping", json!({})).await.failures(), ["depth"]);
    let open = send(&sandbox, Request::get("/ping?depth=1").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(open.status, StatusCode::UNAUTHORIZED, "a registered endpoint needs the token");
    assert_eq!(call(&sandbox, Method::GET, "/ping?depth=1", json!({})).await.status, StatusCode::OK);
}

#[tokio::test]
async fn other_methods_of_a_path_keep_their_routes() {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<SyncMeta>()).in_process();
    let account = sandbox.accounts().close;
    let meta = get(&sandbox, &format!("/unified/crm/contacts/meta/sync?integrated_account_id={account}")).await;
    assert_eq!(meta.json()["request_body_schema"]["required"], json!(["full"]), "a meta route can describe it");
    let put = call(&sandbox, Method::PUT, "/unified/crm/contacts/meta/sync", json!({})).await;
    assert_eq!((put.status, put.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
    assert_eq!(get(&sandbox, "/ping").await.json()["message"], "pong");
}

#[tokio::test]
async fn an_endpoint_outside_of_the_unified_api_works_like_any_other() {
    let sandbox = sandbox();
    let created = call(&sandbox, Method::POST, "/custom/ada%20l/notes", json!({ "text": "a" })).await;
    assert_eq!(created.status, StatusCode::CREATED);
    let created = created.json();
    assert_eq!((&created["next_cursor"], &created["prev_cursor"]), (&Value::Null, &Value::Null), "the envelope");
    let id = created["result"]["id"].as_str().unwrap().to_owned();
    let list = async |name: &str| call(&sandbox, Method::GET, &format!("/custom/{name}/notes"), json!({})).await.json();
    assert_eq!(list("ada%20l").await["result"][0]["id"], id);
    assert_eq!(list("eve").await["result"], json!([]), "another path is another resource");
    assert_eq!(sandbox.records(sandbox.accounts().close)[0].resource, "custom/ada l/notes");

    let path = format!("/custom/ada%20l/notes/{id}");
    assert_eq!(call(&sandbox, Method::GET, &path, json!({})).await.json()["result"]["text"], "a");
    let changed = call(&sandbox, Method::PUT, &path, json!({ "text": "b", "id": 9 })).await.json()["result"].clone();
    assert_eq!((&changed["text"], &changed["id"]), (&json!("b"), &json!(id)), "the id in the path wins");
    assert_eq!(call(&sandbox, Method::GET, "/custom/ada%20l/notes/0", json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(call(&sandbox, Method::POST, "/proxy/files", json!("x")).await.json()["file"]["base64"], "Ingi");
}

#[tokio::test]
async fn the_resource_can_be_a_placeholder() {
    let sandbox = sandbox();
    let account = sandbox.accounts().close;
    sandbox.keep(account, "crm/contacts", json!({ "name": "Ada" }));
    sandbox.keep(account, "proxy/tickets", json!({ "name": "Eve" }));
    for (path, names) in [
        ("/unified/crm/contacts", json!(["Ada"])),
        ("/unified/crm/leads", json!([])),
        ("/proxy/tickets", json!(["Eve"])),
    ] {
        let page = call(&sandbox, Method::GET, path, json!({})).await.json();
        let found: Vec<&Value> = page["result"].as_array().unwrap().iter().map(|record| &record["name"]).collect();
        assert_eq!(json!(found), names, "{path}");
    }
}
