use std::sync::{Arc, Mutex};

use http::{Method, Request, Response};
use serde_json::{Value, json};
use tokio::time::Instant;

use core::time::Duration;

use super::*;
use crate::client::Client;
use crate::platform::mcp_token::McpTokenConfig;
use crate::platform::{CreateLinkToken, CreateMcpToken, CreateSyncJobRun, SyncJobRun};
use crate::transport::body::Body;

const OLD: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
const NEW: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79e";
const SECOND: Duration = Duration::from_secs(1);

/// The requests that a server received: method, path, and its number among those of this method and path.
type Log = Arc<Mutex<Vec<(Method, String)>>>;

/// A client of a server that answers with `answer(method, path, number)`. The number counts requests of the same method and path.
fn client(answer: impl Fn(&Method, &str, usize) -> (u16, Value) + Clone + Send + Sync + 'static) -> (Client, Log) {
    let log = Log::default();
    let received = Arc::clone(&log);
    let server = tower::service_fn(move |request: Request<Body>| {
        let entry = (request.method().clone(), request.uri().path().to_owned());
        let mut received = received.lock().unwrap();
        let number = received.iter().filter(|earlier| **earlier == entry).count();
        let (status, body) = answer(&entry.0, &entry.1, number);
        received.push(entry);
        let head = Response::builder().status(status).header("content-type", "application/json");
        async move { head.body(Body::from(body.to_string())) }
    });
    let client = Client::builder().token("t").base_url("http://localhost").transport(server).max_attempts(1);
    (client.build().unwrap(), log)
}

fn list(accounts: &[Value]) -> (u16, Value) {
    (200, json!({ "result": accounts, "next_cursor": null, "limit": 25 }))
}

fn account(id: &str, status: &str) -> Value {
    json!({ "id": id, "tenant_id": "acme", "status": status, "last_error": "the key is wrong", "updated_at": "2024-01-01T00:00:00.000Z" })
}

/// A server on which the customer connects a new account, which passes through these states.
fn connecting(states: &'static [&'static str]) -> (Client, Log) {
    client(move |method, path, number| match (method.as_str(), path) {
        ("POST", "/link-token") => (200, json!({ "link_token": "a-b c/d" })),
        ("GET", "/integrated-account") => {
            let old = account(OLD, "active");
            match number.checked_sub(1).map(|asked| states[asked.min(states.len() - 1)]) {
                None | Some("") => list(&[old]),
                Some(state) => list(&[old, account(NEW, state)]),
            }
        }
        _ => (200, json!({ "unified": [{ "model": "crm", "resource": "contacts", "methods": ["list"] }] })),
    })
}

fn tenant() -> CreateLinkToken {
    CreateLinkToken::builder().tenant_id("acme").build()
}

#[tokio::test(start_paused = true)]
async fn a_new_account_is_told_from_those_that_were_there() {
    let (client, log) = connecting(&["", "connecting", "active"]);
    let connecting = Connecting::begin(&client, tenant()).await.unwrap();
    assert_eq!(connecting.url(), "https://app.truto.one/connect-account?link_token=a-b%20c%2Fd");
    assert!(!format!("{connecting:?}").contains("a-b c/d"));
    let start = Instant::now();
    let connected = connecting.wait(60 * SECOND).await.unwrap();
    assert_eq!((connected.record.id.as_str(), connected.account.id()), (NEW, NEW));
    assert_eq!(connected.capabilities.unified.len(), 1);
    assert_eq!(start.elapsed(), 6 * SECOND);
    assert!(log.lock().unwrap().iter().any(|(_, path)| path.contains("/capabilities")));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_fails_says_why() {
    for status in ["validation_error", "post_install_error"] {
        let states: &[&str] =
            if status == "validation_error" { &["validation_error"] } else { &["connecting", "post_install_error"] };
        let (client, _) = connecting(states);
        let error = Connecting::begin(&client, tenant()).await.unwrap().wait(60 * SECOND).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("the connection of account {NEW} failed with status `{status}`: the key is wrong")
        );
        // What `fn main() -> Result<(), Box<dyn Error>>` prints.
        assert_eq!(format!("{error:?}"), format!("{error} [Failed]"));
    }
}

#[tokio::test(start_paused = true)]
async fn the_wait_for_a_customer_has_an_end() {
    let (client, _) = connecting(&[""]);
    let connecting_ = Connecting::begin(&client, tenant()).await.unwrap().every(7 * SECOND);
    let start = Instant::now();
    let error = connecting_.wait(10 * SECOND).await.unwrap_err();
    assert!(matches!(error, ConnectError::Deadline(None)), "{error}");
    assert_eq!(start.elapsed(), 10 * SECOND);
    let (client, _) = connecting(&["connecting"]);
    let error = Connecting::begin(&client, tenant()).await.unwrap().wait(SECOND).await.unwrap_err();
    assert!(error.to_string().ends_with("its status is `connecting`"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn an_account_that_connects_again_has_changed() {
    let (client, _) = client(|method, path, number| match (method.as_str(), path) {
        ("POST", "/link-token") => (200, json!({ "link_token": "x" })),
        ("GET", path) if path.ends_with("/capabilities") => (200, json!({})),
        // It needs a new login until the customer is done.
        _ => (200, account(OLD, if number < 3 { "needs_reauth" } else { "active" })),
    });
    let request = CreateLinkToken::builder().integrated_account_id(OLD).build();
    let connected = Connecting::begin(&client, request).await.unwrap().wait(60 * SECOND).await.unwrap();
    assert_eq!(connected.record.id.as_str(), OLD);
}

#[tokio::test]
async fn a_link_token_needs_an_owner() {
    let (client, log) = connecting(&[""]);
    let error = Connecting::begin(&client, CreateLinkToken::builder().build()).await.unwrap_err();
    assert!(matches!(error, ConnectError::NoOwner), "{error}");
    assert!(log.lock().unwrap().is_empty());
}

/// A server whose run passes through these states.
fn running(states: &'static [&'static str]) -> (Client, Log) {
    client(move |method, _, number| match method.as_str() {
        "POST" => (200, json!({ "id": "run-1", "status": "created" })),
        _ => (200, json!({ "id": "run-1", "status": states[number.min(states.len() - 1)] })),
    })
}

async fn run(client: &Client) -> SyncRun {
    let request = CreateSyncJobRun::builder().sync_job_id("job").integrated_account_id(OLD).build();
    SyncRun::start(client, request).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn each_change_of_a_run_is_told_once() {
    let (client, _) = running(&["created", "running", "running", "a_later_status", "completed"]);
    let mut told = Vec::new();
    let note = |run: &SyncJobRun| told.push(run.status.as_ref().unwrap().wire_name().to_owned());
    let done = run(&client).await.wait(60 * SECOND, note).await.unwrap();
    assert_eq!(done.id.as_str(), "run-1");
    assert_eq!(told, ["created", "running", "a_later_status", "completed"]);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_does_not_complete_is_an_error() {
    let (client, _) = running(&["running", "failed"]);
    let error = run(&client).await.wait(60 * SECOND, |_| {}).await.unwrap_err();
    assert_eq!(error.to_string(), "the sync job run run-1 failed");
    assert_eq!(format!("{error:?}"), "the sync job run run-1 failed [Failed]");
    let (client, _) = running(&["stopped"]);
    assert!(matches!(run(&client).await.wait(SECOND, |_| {}).await, Err(RunError::Stopped(_))));
    let (client, _) = running(&["rate_limited"]);
    let error = run(&client).await.wait(10 * SECOND, |_| {}).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the sync job run run-1 is not over before the deadline; its status is `rate_limited`"
    );
}

/// A server of MCP tokens. Removing `broken` fails.
fn tokens(broken: &'static str) -> (Client, Log) {
    client(move |method, path, _| match method.as_str() {
        "POST" => (200, json!({ "id": "new", "token": "secret", "url": "https://api.truto.one/mcp/secret" })),
        _ if path.ends_with(broken) => (500, json!({})),
        _ => (200, json!({ "id": path.rsplit('/').next() })),
    })
}

fn request() -> CreateMcpToken {
    let config = McpTokenConfig::default();
    CreateMcpToken::builder().integrated_account_id(OLD).name("tools").config(config).build()
}

#[tokio::test]
async fn the_old_token_is_removed_when_the_new_one_is_in_use() {
    let (client, log) = tokens("-");
    let id = rotate_mcp_token(&client, "old".into(), request(), async |token| {
        assert_eq!(token.token.as_deref(), Some("secret"));
        Ok::<_, std::io::Error>(())
    });
    assert_eq!(id.await.unwrap().as_str(), "new");
    let log = log.lock().unwrap();
    assert!(log[1].0 == Method::DELETE && log[1].1.ends_with("/mcp/old"), "{log:?}");
}

#[tokio::test]
async fn a_token_that_nobody_takes_over_is_removed() {
    let (client, log) = tokens("-");
    let refuse = async |_| Err(std::io::Error::other("the vault is sealed"));
    let error = rotate_mcp_token(&client, "old".into(), request(), refuse).await.unwrap_err();
    assert!(error.to_string().ends_with("the old token is in use: the vault is sealed"), "{error}");
    assert!(log.lock().unwrap()[1].1.ends_with("/mcp/new"));
    let (client, _) = tokens("old");
    let error =
        rotate_mcp_token(&client, "old".into(), request(), async |_| Ok::<_, std::io::Error>(())).await.unwrap_err();
    assert!(matches!(error, RotateError::Delete(_)), "{error}");
    assert_eq!(format!("{error:?}"), format!("{error} [Delete]"));
}

#[tokio::test]
async fn tokens_of_an_account_are_made_with_the_api_token() {
    let (admin, log) = client(|_, _, _| (200, json!({ "integrated_account_token": "for-one-account" })));
    let token = account_tokens(&admin, OLD)().await.unwrap();
    assert!(!format!("{token:?}").contains("for-one-account"));
    assert_eq!(log.lock().unwrap()[0], (Method::POST, "/integrated-account/token".to_owned()));
    let (admin, _) = client(|_, _, _| (200, json!({ "token": "another key" })));
    assert!(account_tokens(&admin, OLD)().await.is_err());
}
