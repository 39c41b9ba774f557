//! MCP tokens and the messages of their servers.

use axum::body::Body;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;
use truto_sandbox::Sandbox;

use crate::caller::{Answer, get, post, send, text};

async fn token(sandbox: &Sandbox, config: Value) -> Value {
    let target = format!("/integrated-account/{}/mcp", sandbox.accounts().attio);
    post(sandbox, &target, json!({ "name": "assistant", "config": config })).await.ok()
}

/// Sends a message to a server, without the API token.
async fn say(sandbox: &Sandbox, token: &Value, message: Value) -> Answer {
    let target = format!("/mcp/{}", text(token, "token"));
    send(sandbox, Method::POST, &target, "", Body::from(message.to_string())).await
}

#[tokio::test]
async fn a_server_offers_the_methods_of_the_proxy_and_calls_them() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().attio;
    sandbox.keep(account, "proxy/contacts", json!({ "id": "7", "name": "Ada" }));
    let token = token(&sandbox, json!({})).await;
    assert!(text(&token, "url").ends_with(&format!("/mcp/{}", text(&token, "token"))));
    let hello = json!({ "method": "initialize", "params": { "clientInfo": { "name": "a", "version": "1" } } });
    let hello = say(&sandbox, &token, hello).await.ok();
    assert_eq!((&hello["jsonrpc"], &hello["result"]["protocolVersion"]), (&json!("2.0"), &json!("2024-11-05")));
    let ready = say(&sandbox, &token, json!({ "method": "notifications/initialized" })).await;
    assert_eq!((ready.status, ready.bytes.len()), (StatusCode::ACCEPTED, 0));

    let list = say(&sandbox, &token, json!({ "method": "tools/list", "id": 1 })).await.ok();
    let tools = list["result"]["tools"].as_array().unwrap();
    assert_eq!((&list["id"], &tools[0]["name"]), (&json!(1), &json!("list_all_attio_contacts")));
    let call = async |name: &str, arguments: Value| {
        let message = json!({ "method": "tools/call", "id": 2, "params": { "name": name, "arguments": arguments } });
        say(&sandbox, &token, message).await.ok()
    };
    let got = call("get_single_attio_contacts_by_id", json!({ "id": "7" })).await;
    let shown: Value = serde_json::from_str(got["result"]["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!((&shown["data"]["name"], &got["result"]["isError"]), (&json!("Ada"), &json!(false)));
    call("update_a_attio_contacts", json!({ "id": "7", "name": "Eve" })).await;
    assert_eq!(sandbox.records(account)[0].fields["name"], "Eve");
    let missing = call("get_single_attio_contacts_by_id", json!({ "id": "8" })).await;
    assert_eq!(missing["result"]["isError"], true);
    assert_eq!(call("fly", json!({})).await["error"]["code"], -32602);
    assert_eq!(say(&sandbox, &token, json!({ "method": "sing", "id": 3 })).await.ok()["error"]["code"], -32601);
}

#[tokio::test]
async fn a_token_is_shown_once_filters_its_tools_and_ends() {
    let sandbox = Sandbox::builder().in_process();
    let read = token(&sandbox, json!({ "methods": ["read"] })).await;
    let list = say(&sandbox, &read, json!({ "method": "tools/list", "id": 1 })).await.ok();
    assert_eq!(list["result"]["tools"].as_array().unwrap().len(), 2);
    let target = format!("/integrated-account/{}/mcp", sandbox.accounts().attio);
    let shown = &get(&sandbox, &target).await.rows()[0];
    assert_eq!((shown.get("token"), shown.get("url"), &shown["id"]), (None, None, &read["id"]));
    let other = format!("/integrated-account/{}/mcp/{}", sandbox.accounts().close, text(&read, "id"));
    assert_eq!(get(&sandbox, &other).await.status, StatusCode::NOT_FOUND, "it belongs to one account");

    let nothing = json!({ "name": "a", "config": { "tags": ["x"] } });
    assert_eq!(post(&sandbox, &target, nothing).await.status, StatusCode::BAD_REQUEST);
    let soon = json!({ "name": "a", "config": {}, "expires_at": "2000-01-01T00:00:00Z" });
    assert_eq!(post(&sandbox, &target, soon).await.failures(), ["expires_at"]);

    let manual = Sandbox::builder().clock(truto_sandbox::Clock::manual()).in_process();
    let ends = json!({ "name": "a", "config": {}, "expires_at": "2026-01-01T00:02:00Z" });
    let ends = post(&manual, &target, ends).await.ok();
    say(&manual, &ends, json!({ "method": "ping", "id": 1 })).await.ok();
    manual.advance(Duration::from_secs(120));
    let late = say(&manual, &ends, json!({ "method": "ping", "id": 1 })).await;
    assert_eq!((late.status, get(&manual, &target).await.rows().len()), (StatusCode::UNAUTHORIZED, 0));

    let guarded = token(&sandbox, json!({ "require_api_token_auth": true })).await;
    let without = say(&sandbox, &guarded, json!({ "method": "ping", "id": 1 })).await;
    assert_eq!(without.status, StatusCode::UNAUTHORIZED);
    let target = format!("/mcp/{}", text(&guarded, "token"));
    assert_eq!(post(&sandbox, &target, json!({ "method": "ping", "id": 1 })).await.ok()["result"], json!({}));
}

#[tokio::test]
async fn tools_are_listed_without_a_server_too() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().read_only;
    let tools = get(&sandbox, &format!("/integrated-account/{account}/tools")).await.rows();
    let methods: Vec<&Value> = tools.iter().map(|tool| &tool["method"]).collect();
    assert_eq!(methods, ["list", "get"], "a sandbox account can only be read");
    let tools = get(&sandbox, "/integration/close/tools?methods=write").await.rows();
    assert_eq!((tools.len(), &tools[0]["name"]), (3, &json!("create_a_close_contacts")));
}
