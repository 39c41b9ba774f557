//! The control routes under `/_sandbox`: read the state of the sandbox and script faults, from any language.
//!
//! On loopback they need no token, so that plain curl works. On other hosts they need the token of the API. Faults, limits
//! and the log do not apply to them.

mod fault_json;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::extract::RawQuery;
use axum::routing::{get, post};
use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use self::fault_json::FaultJson;
use crate::answer::Answer;
use crate::answer::refusal::{Refusal, wrong_method};
use crate::api::query::parameters;
use crate::fault::Fault;
use crate::lock::lock;
use crate::state::{App, Shared};

pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/state", get(state))
        .route("/accounts", get(accounts))
        .route("/links", get(links))
        .route("/records", get(records))
        .route("/remote-calls", get(remote_calls))
        .route("/requests", get(requests))
        .route("/faults", get(faults).post(script_fault).delete(clear_faults))
        .route("/stream", post(stream))
        .route("/clock", post(clock))
        .route("/openapi.json", get(openapi))
        .route("/reset", post(reset))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
}

/// Reads `?account=<id>`. `None` means all accounts.
fn account_filter(query: &RawQuery) -> Result<Option<String>, Refusal> {
    match parameters(query.0.as_deref().unwrap_or_default())?.remove("account") {
        None => Ok(None),
        Some(Value::String(account)) => Ok(Some(account.to_ascii_lowercase())),
        Some(_) => Err(Refusal::bad_request("`account` is given more than once")),
    }
}

async fn links(app: App, query: RawQuery) -> Result<Answer, Refusal> {
    let account = account_filter(&query)?;
    Ok(Answer::ok(json!({ "links": lock(&app.store).links(account.as_deref()) })))
}

async fn records(app: App, query: RawQuery) -> Result<Answer, Refusal> {
    let account = account_filter(&query)?;
    Ok(Answer::ok(json!({ "records": lock(&app.store).records(account.as_deref()) })))
}

async fn remote_calls(app: App, query: RawQuery) -> Result<Answer, Refusal> {
    let account = account_filter(&query)?;
    Ok(Answer::ok(json!({ "remote_calls": lock(&app.store).remote_calls(account.as_deref()) })))
}

async fn requests(app: App) -> Answer {
    Answer::ok(json!({ "requests": app.log.all() }))
}

async fn accounts(app: App) -> Answer {
    Answer::ok(json!({ "accounts": app.settings.accounts.values().collect::<Vec<_>>() }))
}

async fn openapi(app: App) -> Answer {
    let title = "Truto's unified API, as the sandbox serves it";
    Answer::ok(app.settings.registry.openapi(title, env!("CARGO_PKG_VERSION")))
}

fn waiting_faults(app: &App) -> Vec<FaultJson> {
    app.script.waiting().iter().map(FaultJson::from).collect()
}

async fn faults(app: App) -> Answer {
    Answer::ok(json!({ "faults": waiting_faults(&app) }))
}

async fn state(app: App) -> Answer {
    let store = lock(&app.store);
    Answer::ok(json!({
        "links": store.links(None),
        "records": store.records(None),
        "remote_calls": store.remote_calls(None),
        "faults": waiting_faults(&app),
        "requests": app.log.all().len(),
        "stream_bytes": app.stream_bytes.load(Ordering::Relaxed),
    }))
}

async fn script_fault(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let fault = Fault::try_from(object::<FaultJson>(&body)?).map_err(Refusal::bad_request)?;
    app.script.push(fault);
    Ok(Answer::ok(json!({ "faults": app.script.waiting().len() })))
}

async fn clear_faults(app: App) -> Answer {
    app.script.clear();
    Answer::ok(json!({ "faults": 0 }))
}

/// `{"bytes": n}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stream {
    bytes: u64,
}

async fn stream(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let Stream { bytes } = object(&body)?;
    app.stream_bytes.store(bytes, Ordering::Relaxed);
    Ok(Answer::ok(json!({ "stream_bytes": bytes })))
}

/// `{"advance_ms": n}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_ms: u64,
}

async fn clock(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let Advance { advance_ms } = object(&body)?;
    let clock = &app.settings.clock;
    clock.advance(Duration::from_millis(advance_ms));
    Ok(Answer::ok(json!({ "now_ms": u64::try_from(clock.now().as_millis()).unwrap_or(u64::MAX) })))
}

async fn reset(app: App) -> Answer {
    app.reset();
    Answer::ok(json!({ "reset": true }))
}

async fn unknown() -> Refusal {
    Refusal::not_found("There is no such control route")
}

/// Reads a JSON object of any content type, because plain `curl -d` sends another one.
fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    let object: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| Refusal::bad_request(format!("The body is not a JSON object: {error}")))?;
    serde_json::from_value(Value::Object(object)).map_err(|error| Refusal::bad_request(error.to_string()))
}
