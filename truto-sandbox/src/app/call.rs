//! A call of a registered endpoint: the checks in the order of the API, then the endpoint itself.
//!
//! The order is: account, limits, state of the account, contract, idempotency key.

use std::sync::atomic::Ordering;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Map, Value};
use truto_core::contract::Method as ContractMethod;
use truto_core::server::{Received, ReceivedQuery, Registration};

use super::observe::Delay;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::endpoints::{Call, handler};
use crate::api::filter;
use crate::api::fingerprint::fingerprint;
use crate::api::format::{pass_through, render};
use crate::api::options::{self, Options};
use crate::api::{query, validate};
use crate::lock::lock;
use crate::state::Shared;
use crate::state::accounts::Account;
use crate::state::idempotency::{Claim, Decision, ScopedKey};
use crate::state::limits::Verdict;
use crate::state::store::RemoteCall;

const IDEMPOTENCY_KEY: &str = "idempotency-key";
const MAX_KEY_LENGTH: usize = 255;
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const REMOTE_DATA: &str = "remote_data";

/// A request with its body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrived<'a> {
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a Bytes,
    /// A scripted delay.
    pub(super) delay: Option<&'a Delay>,
}

/// A request that has an endpoint and an account.
#[derive(Clone, Copy)]
struct Routed<'a> {
    arrived: Arrived<'a>,
    registration: Registration,
    account: &'a Account,
    path: &'a Map<String, Value>,
    query: &'a ReceivedQuery,
    /// The query as JSON, for the common parameters.
    parameters: &'a Map<String, Value>,
}

/// Answers a request to a registered endpoint. `path` has the values of the placeholders.
pub(super) async fn respond(
    shared: &Shared,
    arrived: Arrived<'_>,
    registration: Registration,
    path: &Map<String, Value>,
) -> Result<Response, Refusal> {
    let query = query::parse(arrived.query)?;
    let parameters = query.to_json();
    let account = shared.account_of(&parameters)?;
    let routed = Routed { arrived, registration, account, path, query: &query, parameters: &parameters };

    let (quota, answer) = match shared.limiter.take(account.id(), shared.settings.clock.now()) {
        Verdict::Unlimited => (None, validate_and_run(shared, routed).await),
        Verdict::Within(quota) => (Some(quota), validate_and_run(shared, routed).await),
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

async fn validate_and_run(shared: &Shared, routed: Routed<'_>) -> Result<Answer, Refusal> {
    let Routed { arrived, registration, account, path, query, parameters } = routed;
    let contract = registration.contract();
    check_account(account, contract.method())?;

    let mut failures = Vec::new();
    let mut options = options::read(contract, parameters, &mut failures);
    if contract.method() == ContractMethod::Get {
        options.selection = filter::read(contract, query, &shared.settings.registry, shared.settings.strict_filters);
    }
    let sent = validate::body(contract, arrived.headers, arrived.body).await?;
    let received = Received::of_query(query).path(path).headers(arrived.headers).body(&sent.members).parts(&sent.texts);
    let mut body = validate::check(registration, received, failures)?;

    let claim = match claim_key(shared, routed, &sent.identity(contract.body(), arrived.body))? {
        Claimed::Run(claim) => claim,
        Claimed::Answered(answer) => return Ok(answer),
    };
    if let Some(delay) = arrived.delay {
        delay.wait().await;
    }
    // If the contract declares members of `remote_data`, the checked body lacks it.
    let remote_data = match body.remove(REMOTE_DATA).or_else(|| sent.members.get(REMOTE_DATA).cloned()) {
        Some(Value::Object(remote_data)) => remote_data,
        _ => Map::new(),
    };
    let call = Call { contract, account, path, body: &body };
    let answer = run(shared, call, received, &options, &remote_data)?;
    if let Some(claim) = claim {
        claim.finish(&answer);
    }
    Ok(answer)
}

fn check_account(account: &Account, method: ContractMethod) -> Result<(), Refusal> {
    if account.is_blocked() {
        return Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "The integrated account is blocked"));
    }
    if account.is_read_only() && !method.is_safe() {
        let message = "The integrated account is a sandbox account, which can only be read";
        return Err(Refusal::method_not_allowed(message, "GET"));
    }
    Ok(())
}

/// Runs the endpoint: the answer of a test if there is one, or else the behaviour of the sandbox.
fn run(
    shared: &Shared,
    call: Call<'_>,
    received: Received<'_>,
    options: &Options,
    remote_data: &Map<String, Value>,
) -> Result<Answer, Refusal> {
    let provider = call.account.provider();
    let mut store = lock(&shared.store);
    store.add_remote_call(RemoteCall {
        account: call.account.id().to_owned(),
        provider,
        endpoint: call.contract.to_string(),
        remote_query: Value::Object(options.remote_query.clone()),
        remote_data: Value::Object(remote_data.clone()),
    });
    if let Some(custom) = shared.settings.answers.get(call.contract) {
        // The test's code may call the sandbox, which takes this lock.
        drop(store);
        return custom(received, call.account, &shared.store)
            .map_err(|invalid| validate::refusal(&invalid, Vec::new()));
    }
    let output = handler(call.contract)(call, &mut store);
    drop(store);
    let rendered = output.and_then(|mut output| {
        pass_through(&mut output, provider, &options.remote_query, remote_data);
        render(output, options, provider, shared.stream_bytes.load(Ordering::Relaxed))
    });
    // A refusal by the endpoint is its answer, and is kept under the idempotency key.
    Ok(rendered.unwrap_or_else(Refusal::into_answer))
}

/// The outcome of claiming an idempotency key.
enum Claimed {
    /// Run the request, under its key if it has one.
    Run(Option<Claim>),
    /// The request ran before, with this answer.
    Answered(Answer),
}

fn claim_key(shared: &Shared, routed: Routed<'_>, body: &[u8]) -> Result<Claimed, Refusal> {
    let Routed { arrived, account, parameters, .. } = routed;
    let Some(key) = arrived.headers.get(IDEMPOTENCY_KEY).filter(|_| *arrived.method != Method::GET) else {
        return Ok(Claimed::Run(None));
    };
    let key = key.to_str().ok().map(str::trim).filter(|key| (1..=MAX_KEY_LENGTH).contains(&key.len()));
    let key = key.ok_or_else(|| {
        Refusal::bad_request(format!("An `Idempotency-Key` must be 1 to {MAX_KEY_LENGTH} visible ASCII characters"))
    })?;
    let key = ScopedKey { account: account.id().to_owned(), path: arrived.path.to_owned(), key: key.to_owned() };
    match shared.keys.claim(key, fingerprint(arrived.method, parameters, body)) {
        Decision::Run(claim) => Ok(Claimed::Run(Some(claim))),
        Decision::Replay(answer) => Ok(Claimed::Answered(answer.header(REPLAYED, HeaderValue::from_static("true")))),
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
