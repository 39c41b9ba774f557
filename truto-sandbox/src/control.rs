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
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bytes::Bytes;
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
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

async fn links(app: App, query: RawQuery) -> Result<Response, Refusal> {
    let account = account_filter(&query)?;
    Ok(list("links", &lock(&app.store).links(account.as_deref())))
}

async fn records(app: App, query: RawQuery) -> Result<Response, Refusal> {
    let account = account_filter(&query)?;
    Ok(list("records", &lock(&app.store).records(account.as_deref())))
}

async fn remote_calls(app: App, query: RawQuery) -> Result<Response, Refusal> {
    let account = account_filter(&query)?;
    Ok(list("remote_calls", &lock(&app.store).remote_calls(account.as_deref())))
}

async fn requests(app: App) -> Response {
    list("requests", &app.log.all())
}

async fn accounts(app: App) -> Response {
    let accounts: Vec<_> = app.settings.accounts.values().collect();
    list("accounts", &accounts)
}

async fn openapi(app: App) -> Response {
    let document =
        app.settings.registry.openapi("Truto's unified API, as the sandbox serves it", env!("CARGO_PKG_VERSION"));
    ok(&document)
}

fn waiting(app: &App) -> Vec<FaultJson> {
    app.script.waiting().iter().map(FaultJson::from).collect()
}

async fn faults(app: App) -> Response {
    list("faults", &waiting(&app))
}

async fn state(app: App) -> Response {
    let store = lock(&app.store);
    let body = json!({
        "links": store.links(None),
        "records": store.records(None),
        "remote_calls": store.remote_calls(None),
        "faults": waiting(&app),
        "requests": app.log.all().len(),
        "stream_bytes": app.stream_bytes.load(Ordering::Relaxed),
    });
    drop(store);
    ok(&body)
}

async fn script_fault(app: App, body: Bytes) -> Result<Response, Refusal> {
    let fault = Fault::try_from(object::<FaultJson>(&body)?).map_err(Refusal::bad_request)?;
    app.script.push(fault);
    Ok(ok(&json!({ "faults": app.script.waiting().len() })))
}

async fn clear_faults(app: App) -> Response {
    app.script.clear();
    ok(&json!({ "faults": 0 }))
}

/// `{"bytes": n}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stream {
    bytes: u64,
}

async fn stream(app: App, body: Bytes) -> Result<Response, Refusal> {
    let stream: Stream = object(&body)?;
    app.stream_bytes.store(stream.bytes, Ordering::Relaxed);
    Ok(ok(&json!({ "stream_bytes": stream.bytes })))
}

/// `{"advance_ms": n}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_ms: u64,
}

async fn clock(app: App, body: Bytes) -> Result<Response, Refusal> {
    let advance: Advance = object(&body)?;
    app.settings.clock.advance(Duration::from_millis(advance.advance_ms));
    Ok(ok(&json!({ "now_ms": u64::try_from(app.settings.clock.now().as_millis()).unwrap_or(u64::MAX) })))
}

async fn reset(app: App) -> Response {
    app.reset();
    ok(&json!({ "reset": true }))
}

async fn unknown() -> Refusal {
    Refusal::not_found("There is no such control route")
}

fn ok(body: &Value) -> Response {
    Answer::json(StatusCode::OK, body).into_response()
}

/// `{"<name>": […]}`
fn list<T: Serialize>(name: &str, items: &[T]) -> Response {
    ok(&json!({ name: items }))
}

/// Reads a JSON object of any content type, because plain `curl -d` sends another one.
fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    let object: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| Refusal::bad_request(format!("The body is not a JSON object: {error}")))?;
    serde_json::from_value(Value::Object(object)).map_err(|error| Refusal::bad_request(error.to_string()))
}
