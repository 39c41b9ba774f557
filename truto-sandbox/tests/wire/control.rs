//! The control routes, the meta routes, and the life of a sandbox on a socket.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use crate::client::{associate, body, control, get, send};
use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::json;
use truto_core::Endpoint;
use truto_core::crm::CreateAssociation;
use truto_sandbox::{Fault, Sandbox};

#[tokio::test]
async fn links_can_be_read_back() {
    let sandbox = Sandbox::builder().in_process();
    let (salesforce, attio) = (sandbox.accounts().salesforce, sandbox.accounts().attio);
    associate(&sandbox, salesforce, "&remote_query[a]=b", &body()).await;
    associate(&sandbox, attio, "", &body()).await;
    let links =
        control(&sandbox, Method::GET, &format!("/_sandbox/links?account={salesforce}"), &json!({})).await.json();
    assert_eq!(
        links["links"][0],
        json!({ "account": salesforce, "entity": "accounts", "entity_id": "001", "kind": "opportunities", "id": "006a" })
    );
    assert_eq!(links["links"].as_array().unwrap().len(), 2);
    let state = control(&sandbox, Method::GET, "/_sandbox/state", &json!({})).await.json();
    assert_eq!(state["links"].as_array().unwrap().len(), 4);
    assert_eq!(state["remote_calls"][0]["remote_query"], json!({ "a": "b" }));
    let requests = control(&sandbox, Method::GET, "/_sandbox/requests", &json!({})).await.json();
    assert_eq!(requests["requests"].as_array().unwrap().len(), 2, "the log has no control calls");
    assert!(!requests.to_string().contains(sandbox.token()));
}

#[tokio::test]
async fn a_reset_removes_everything() {
    let sandbox = Sandbox::builder().in_process();
    associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await;
    sandbox.script(Fault::close());
    control(&sandbox, Method::POST, "/_sandbox/stream", &json!({ "bytes": 10 })).await;
    assert_eq!(control(&sandbox, Method::POST, "/_sandbox/reset", &json!({})).await.status, StatusCode::OK);
    let state = control(&sandbox, Method::GET, "/_sandbox/state", &json!({})).await.json();
    let empty = json!({
        "links": [], "records": [], "remote_calls": [], "faults": [], "requests": 0, "stream_bytes": 0,
    });
    assert_eq!(state, empty);
}

#[tokio::test]
async fn web_pages_cannot_reach_the_control_routes() {
    let sandbox = Sandbox::builder().in_process();
    let request = Request::post("/_sandbox/reset").header("origin", "https://example.com").body(Body::empty()).unwrap();
    assert_eq!(send(&sandbox, request).await.unwrap().status, StatusCode::FORBIDDEN);
    let unknown = control(&sandbox, Method::GET, "/_sandbox/nothing", &json!({})).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    unknown.message();
    let method = control(&sandbox, Method::PUT, "/_sandbox/links", &json!({})).await;
    assert_eq!((method.status, method.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD"));
    method.message();
    let twice = control(&sandbox, Method::GET, "/_sandbox/links?account=a&account=b", &json!({})).await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    twice.message();
}

#[tokio::test]
async fn on_loopback_the_control_routes_need_a_loopback_host() {
    let answer = async |sandbox: &Sandbox, host: &str| {
        let request = Request::get("/_sandbox/links").header("host", host);
        let request = request.header("authorization", format!("Bearer {}", sandbox.token()));
        send(sandbox, request.body(Body::empty()).unwrap()).await.unwrap()
    };
    let sandbox = Sandbox::builder().in_process();
    let own = ["127.0.0.1", "127.0.0.1:4010", "127.1.2.3", "localhost", "LocalHost:80", "localhost.", "[::1]:4010"];
    for host in own {
        assert_eq!(answer(&sandbox, host).await.status, StatusCode::OK, "{host}");
    }
    // After DNS rebinding a page is on the same origin, and sends no `Origin` with a read.
    for host in ["rebound.example.com", "localhost.example.com:4010", "127.0.0.1.example.com", "192.168.0.1", "", "::"]
    {
        let refused = answer(&sandbox, host).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{host}");
        refused.message();
    }
    let beyond = Sandbox::builder().host(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).in_process();
    assert_eq!(answer(&beyond, "sandbox.internal").await.status, StatusCode::OK, "beyond loopback the token protects");
}

#[tokio::test]
async fn beyond_loopback_the_control_routes_need_the_token() {
    let sandbox = Sandbox::builder().host(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).in_process();
    let open = control(&sandbox, Method::GET, "/_sandbox/links", &json!({})).await;
    assert_eq!(open.status, StatusCode::UNAUTHORIZED);
    assert_eq!(get(&sandbox, "/_sandbox/links").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_meta_route_describes_a_method_by_its_contract() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    let target = |method: &str| format!("/unified/crm/associations/meta/{method}?integrated_account_id={account}");
    let meta = get(&sandbox, &target("create")).await.json();
    assert_eq!(meta["method"], "create");
    let schema = &meta["request_body_schema"];
    assert_eq!(schema["properties"]["entity"]["enum"], json!(["accounts", "opportunities", "contacts", "leads"]));
    assert_eq!(*schema, CreateAssociation::CONTRACT.body_schema().unwrap());
    let contacts = &schema["properties"]["associations"]["properties"]["contacts"];
    assert_eq!(contacts["description"], "Only when the entity is `leads`");
    for key in ["schema", "documentation_link", "response_mapping", "query_schema", "default_query", "default_body"] {
        assert!(meta.get(key).is_some(), "{key}");
    }
    assert_eq!(get(&sandbox, &target("list")).await.status, StatusCode::NOT_FOUND);
    let nameless = get(&sandbox, "/unified/crm/associations/meta/create").await;
    assert_eq!(nameless.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_capabilities_of_an_account_are_its_methods() {
    let sandbox = Sandbox::builder().in_process();
    let can = async |account: &str, query: &str| {
        get(&sandbox, &format!("/integrated-account/{account}/capabilities{query}")).await.json()["unified"].clone()
    };
    let all = can(sandbox.accounts().close, "").await;
    let named = json!({ "model": "crm", "resource": "associations", "methods": ["create"] });
    for key in ["model", "resource", "methods"] {
        assert_eq!(all[0][key], named[key]);
    }
    assert_eq!(can(sandbox.accounts().close, "?methods=list,create&resource=associations").await, all);
    assert_eq!(can(sandbox.accounts().close, "?methods=list,get").await, json!([]));
    assert_eq!(can(sandbox.accounts().read_only, "").await, json!([]));
}

#[tokio::test]
async fn socket_and_service_share_one_state() {
    let sandbox = Sandbox::start().await.unwrap();
    let account = sandbox.accounts().salesforce;
    let url = format!("{}/unified/crm/associations", sandbox.url());
    let client = reqwest::Client::new();
    let post = client.post(format!("{url}?integrated_account_id={account}")).bearer_auth(sandbox.token());
    assert_eq!(post.json(&body()).send().await.unwrap().status(), 201);
    associate(&sandbox, account, "", &body()).await;
    assert_eq!(sandbox.links(account).len(), 2);
    assert_eq!(sandbox.requests().len(), 2);
}

#[tokio::test]
async fn a_sandbox_frees_its_port() {
    let sandbox = Sandbox::start().await.unwrap();
    let port: u16 = sandbox.url().rsplit(':').next().unwrap().parse().unwrap();
    let taken = Sandbox::builder().port(port).start().await.unwrap_err();
    assert_eq!(taken.kind(), std::io::ErrorKind::AddrInUse);
    sandbox.shutdown().await;
    Sandbox::builder().port(port).start().await.unwrap();
}

#[tokio::test]
async fn a_client_that_stops_reading_stops_the_records() {
    let sandbox = Sandbox::builder().stream_bytes(1 << 40).start().await.unwrap();
    let account = sandbox.accounts().salesforce;
    let url = format!(
        "{}/unified/crm/associations?integrated_account_id={account}&truto_response_format=stream",
        sandbox.url()
    );
    let send = reqwest::Client::new().post(url).bearer_auth(sandbox.token()).json(&body()).send();
    let mut response = send.await.unwrap();
    let mut read = 0;
    while read < 1 << 20 {
        read += response.chunk().await.unwrap().unwrap().len();
    }
    // If the sandbox made the tebibyte ahead, this would not return.
    drop(response);
    tokio::time::timeout(Duration::from_secs(5), sandbox.shutdown()).await.unwrap();
}
