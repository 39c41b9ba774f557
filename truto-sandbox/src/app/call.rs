//! One call of a registered endpoint, in the order in which the API judges it.
//!
//! Account, limits, state of the account, contract, idempotency key; only then the endpoint runs.

use axum::response::Response;
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Map, Value};
use truto_core::server::Registration;
use truto_core::server::{Received, ReceivedQuery};

use super::Shared;
use super::observe::Delay;
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::endpoints::{Call, handler};
use crate::api::format::{pass_through, render};
use crate::api::options::{self, ACCOUNT, Options};
use crate::api::validate;
use crate::filter;
use crate::lock::lock;
use crate::state::accounts::{Account, is_uuid};
use crate::state::idempotency::{Decision, Fingerprint, Permit, Slot};
use crate::state::limits::Verdict;
use crate::state::store::RemoteCall;

const KEY: &str = "idempotency-key";
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const MAX_KEY: usize = 255;
const REMOTE_DATA: &str = "remote_data";

/// What arrived, after its body was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrived<'a> {
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a Bytes,
    pub(super) delay: Option<&'a Delay>,
}

/// What the request line and the query lead to.
#[derive(Clone, Copy)]
struct Routed<'a> {
    registration: Registration,
    account: &'a Account,
    path: &'a Map<String, Value>,
    query: &'a ReceivedQuery,
    /// The query again, as the parameters that are the same for every endpoint.
    parameters: &'a Map<String, Value>,
}

/// The answer of a registered endpoint, whose path has these values.
pub(super) async fn respond(
    shared: &Shared,
    arrived: Arrived<'_>,
    registration: Registration,
    path: &Map<String, Value>,
) -> Result<Response, Refusal> {
    let query = crate::api::query::parse(arrived.query)?;
    let parameters = query.to_json();
    let account = account(shared, &parameters)?;
    let routed = Routed { registration, account, path, query: &query, parameters: &parameters };

    let verdict = shared.limiter.take(account.id(), shared.clock.now());
    let (quota, answer) = match verdict {
        Verdict::Unlimited => (None, judged(shared, arrived, routed).await),
        Verdict::Within(quota) => (Some(quota), judged(shared, arrived, routed).await),
        Verdict::AccountSpent(quota) => {
            let message = format!("Too many requests for the integrated account {}", account.id());
            (Some(quota), Err(Refusal::too_many(message, quota.retry_after())))
        }
        Verdict::TokenSpent(quota) => {
            (Some(quota), Err(Refusal::too_many("Too many requests for this token", quota.retry_after())))
        }
    };
    let mut answer = answer.unwrap_or_else(Refusal::into_answer);
    if let Some(quota) = quota {
        quota.write(&mut answer.headers);
    }
    Ok(answer.into_response())
}

/// The account that a query names.
pub(crate) fn account<'a>(shared: &'a Shared, query: &Map<String, Value>) -> Result<&'a Account, Refusal> {
    let id = match query.get(ACCOUNT) {
        Some(Value::String(id)) if !id.is_empty() => id,
        None | Some(Value::String(_)) => {
            let insight = serde_json::json!({ "missing_required_query_parameters": {
                "description": "These query parameters are required", "value": [ACCOUNT],
            } });
            let refusal = Refusal::invalid(&[Failure::new(ACCOUNT, "is required")]);
            return Err(refusal.with("truto_error_insight", insight));
        }
        Some(_) => return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected one UUID")])),
    };
    if !is_uuid(id) {
        return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected a UUID")]));
    }
    shared.account(id).ok_or_else(|| Refusal::no_account(id))
}

async fn judged(shared: &Shared, arrived: Arrived<'_>, routed: Routed<'_>) -> Result<Answer, Refusal> {
    let Routed { registration, account, path, query, parameters } = routed;
    let contract = registration.contract();
    if account.is_blocked() {
        let message = "The integrated account is blocked";
        return Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, message));
    }
    if account.is_read_only() && !contract.method().is_safe() {
        let message = "The integrated account is a sandbox account, which can only be read";
        return Err(Refusal::method_not_allowed(message, "GET"));
    }

    let mut failures = Vec::new();
    let mut options = options::read(contract, parameters, &mut failures);
    if contract.method() == truto_core::contract::Method::Get {
        options.selection = filter::read(contract, query, &shared.settings.registry, shared.settings.strict_filters);
    }
    let sent = validate::body(contract, arrived.headers, arrived.body)?;
    let received = Received::of_query(query).path(path).headers(arrived.headers).body(&sent.members).parts(&sent.texts);
    let mut body = validate::checked(registration, received).unwrap_or_else(|found| {
        // A common parameter that the endpoint declares itself is judged twice.
        let known: Vec<String> = failures.iter().map(|failure| failure.path.clone()).collect();
        failures.extend(found.into_iter().filter(|new| !known.contains(&new.path)));
        Map::new()
    });
    if !failures.is_empty() {
        return Err(Refusal::invalid(&failures));
    }

    let permit = match permit(shared, arrived, account, parameters, &sent.says(contract.body(), arrived.body))? {
        Ok(permit) => permit,
        Err(replayed) => return Ok(replayed),
    };
    if let Some(delay) = arrived.delay {
        delay.wait().await;
    }
    // An endpoint may declare members of it, and the body is without it then.
    let remote_data = match body.remove(REMOTE_DATA).or_else(|| sent.members.get(REMOTE_DATA).cloned()) {
        Some(Value::Object(remote_data)) => remote_data,
        _ => Map::new(),
    };
    let call = Call { contract, account, path, body: &body };
    let answer = run(shared, call, received, &options, &remote_data)?;
    if let Some(permit) = permit {
        permit.finish(&answer);
    }
    Ok(answer)
}

/// Runs the endpoint, as the test or else the sandbox does it.
fn run(
    shared: &Shared,
    call: Call<'_>,
    received: Received<'_>,
    options: &Options,
    remote_data: &Map<String, Value>,
) -> Result<Answer, Refusal> {
    let provider = call.account.provider();
    let mut store = lock(&shared.store);
    store.remote_call(RemoteCall {
        account: call.account.id().to_owned(),
        provider,
        endpoint: call.contract.to_string(),
        remote_query: Value::Object(options.remote_query.clone()),
        remote_data: Value::Object(remote_data.clone()),
    });
    if let Some(custom) = shared.settings.answers.of(call.contract) {
        // Whatever the test asks of the sandbox, it may ask here too.
        drop(store);
        return custom(received, call.account, &shared.store)
            .map_err(|invalid| Refusal::invalid(&validate::failures(&invalid)));
    }
    let outcome = handler(call.contract)(call, &mut store);
    drop(store);
    match outcome {
        Ok(mut outcome) => {
            pass_through(&mut outcome, provider, &options.remote_query, remote_data);
            let stream_bytes = shared.stream_bytes.load(std::sync::atomic::Ordering::Relaxed);
            Ok(render(outcome, options, provider, stream_bytes).unwrap_or_else(Refusal::into_answer))
        }
        Err(refusal) => Ok(refusal.into_answer()),
    }
}

/// The right to run: under the request's key, or without one. The inner `Err` is an answer from before.
fn permit(
    shared: &Shared,
    arrived: Arrived<'_>,
    account: &Account,
    query: &Map<String, Value>,
    body: &[u8],
) -> Result<Result<Option<Permit>, Answer>, Refusal> {
    let Some(key) = arrived.headers.get(KEY).filter(|_| *arrived.method != Method::GET) else {
        return Ok(Ok(None));
    };
    let key = key.to_str().ok().map(str::trim).filter(|key| (1..=MAX_KEY).contains(&key.len())).ok_or_else(|| {
        Refusal::bad_request(format!("An `Idempotency-Key` is 1 to {MAX_KEY} visible ASCII characters"))
    })?;
    let slot = Slot { account: account.id().to_owned(), path: arrived.path.to_owned(), key: key.to_owned() };
    match shared.keys.begin(slot, Fingerprint::of(arrived.method, query, body)) {
        Decision::Run(permit) => Ok(Ok(Some(permit))),
        Decision::Replay(mut answer) => {
            answer.headers.insert(REPLAYED, HeaderValue::from_static("true"));
            Ok(Err(*answer))
        }
        Decision::InFlight => {
            let message = "A request with this `Idempotency-Key` is still running";
            Err(Refusal::new(StatusCode::CONFLICT, message))
        }
        Decision::OtherRequest => {
            let message = "This `Idempotency-Key` was used for another request";
            Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, message))
        }
    }
}
