//! The control routes under `/_sandbox`: read the state of the sandbox and script faults, from any language.

mod fault_json;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::extract::RawQuery;
use axum::routing::{get, post};
use bytes::Bytes;
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use self::fault_json::FaultJson;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::query::parameters;
use crate::fault::Fault;
use crate::lock::lock;
use crate::platform::triggers;
use crate::seed::CrmData;
use crate::state::platform::status::AccountStatus;
use crate::state::store::Store;
use crate::state::{App, Shared};

pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/state", get(state))
        .route("/accounts", get(accounts))
        .route("/links", get(async |app, query| stored(&app, query, "links", |store, of| store.links(of))))
        .route("/records", get(records))
        .route("/data", get(data))
        .route(
            "/remote-calls",
            get(async |app, query| stored(&app, query, "remote_calls", |store, of| store.remote_calls(of))),
        )
        .route("/requests", get(requests))
        .route("/deliveries", get(deliveries))
        .route("/status", post(status))
        .route("/events", post(event))
        .route("/triggers", post(trigger))
        .route("/faults", get(faults).post(script_fault).delete(clear_faults))
        .route("/stream", post(stream))
        .route("/clock", post(clock))
        .route("/openapi.json", get(openapi))
        .route("/reset", post(reset))
        .fallback(async || Refusal::not_found("There is no such control route"))
        .method_not_allowed_fallback(async || {
            Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This path does not support this method")
        })
}

/// Shows the stored items of the account in `?account=<id>`, or of all accounts.
fn stored<T: Serialize>(
    app: &App,
    RawQuery(query): RawQuery,
    name: &str,
    read: fn(&mut Store, Option<&str>) -> Vec<T>,
) -> Result<Answer, Refusal> {
    let account = match parameters(query.as_deref().unwrap_or_default())?.remove("account") {
        None => None,
        Some(Value::String(account)) => Some(account.to_ascii_lowercase()),
        Some(_) => return Err(Refusal::bad_request("`account` is given more than once")),
    };
    let items = read(&mut lock(&app.store), account.as_deref());
    Ok(Answer::ok(json!({ (name): items })))
}

/// Shows the records of `?account=<id>`, and only those of `&resource=<model/resource>` if it is given.
async fn records(app: App, RawQuery(query): RawQuery) -> Result<Answer, Refusal> {
    let query = parameters(query.as_deref().unwrap_or_default())?;
    let text = |name: &str| match query.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(Refusal::bad_request(format!("`{name}` is given more than once"))),
    };
    let account = text("account")?.map(str::to_ascii_lowercase);
    let resource = text("resource")?;
    let mut records = lock(&app.store).records(account.as_deref());
    records.retain(|record| resource.is_none_or(|resource| record.resource == resource));
    Ok(Answer::ok(json!({ "records": records })))
}

/// Shows the number of records of `?account=<id>` or of all accounts, by resource, and the seed of generated data.
async fn data(app: App, RawQuery(query): RawQuery) -> Result<Answer, Refusal> {
    let query = parameters(query.as_deref().unwrap_or_default())?;
    let account = query.get("account").and_then(Value::as_str).map(str::to_ascii_lowercase);
    let counts = lock(&app.store).counts(account.as_deref());
    let mut accounts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (account, resource, count) in counts {
        accounts.entry(account).or_default().insert(resource, count);
    }
    let seed = app.settings.crm_data.as_ref().map(CrmData::seed_number);
    Ok(Answer::ok(json!({ "seed": seed, "accounts": accounts })))
}

async fn requests(app: App) -> Answer {
    Answer::ok(json!({ "requests": app.log.all() }))
}

async fn accounts(app: App) -> Answer {
    Answer::ok(json!({ "accounts": app.settings.accounts.values().collect::<Vec<_>>() }))
}

async fn deliveries(app: App) -> Answer {
    Answer::ok(json!({ "deliveries": app.platform.deliveries() }))
}

/// `{"account": id, "status": "needs_reauth"}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Status {
    account: String,
    status: AccountStatus,
}

async fn status(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let Status { account, status } = object(&body)?;
    let is_known = match status {
        AccountStatus::NeedsReauth => app.revoke(&account),
        status => app.set_status(&account, status, None),
    };
    if is_known { Ok(Answer::ok(json!({ "status": status }))) } else { Err(Refusal::no_account(&account)) }
}

/// `{"event": "record:created", "payload": {…}}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    event: String,
    payload: Value,
}

async fn event(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let Event { event, payload } = object(&body)?;
    app.emit(&event, &payload);
    Ok(Answer::ok(json!({ "event": event })))
}

/// `{"trigger": id}`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Trigger {
    trigger: String,
}

async fn trigger(app: App, body: Bytes) -> Result<Answer, Refusal> {
    let Trigger { trigger } = object(&body)?;
    let run = triggers::fire(&app, &trigger);
    let run =
        run.ok_or_else(|| Refusal::not_found("There is no such trigger that is scheduled and has an active account"))?;
    Ok(Answer::ok(json!({ "sync_job_run_id": run })))
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
    let mut store = lock(&app.store);
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

/// Reads a JSON object of any content type, because plain `curl -d` sends another type.
fn object<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    let object: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| Refusal::bad_request(format!("The body is not a JSON object: {error}")))?;
    serde_json::from_value(Value::Object(object)).map_err(|error| Refusal::bad_request(error.to_string()))
}
