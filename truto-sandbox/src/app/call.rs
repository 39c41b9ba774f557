//! A call of a registered endpoint: the checks in the order of the API, then the endpoint itself.
//!
//! The order is: account, limits, state of the account, contract, idempotency key.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::request::Parts;
use http::{Method, StatusCode};
use serde_json::{Map, Value};
use truto_core::contract::Method as ContractMethod;
use truto_core::server::{Received, ReceivedQuery, Registration};

use super::observe::wait;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::endpoints::{self, Call};
use crate::api::filter;
use crate::api::fingerprint::fingerprint;
use crate::api::format::{pass_through, render};
use crate::api::options::{self, Options};
use crate::api::upload::RequestBody;
use crate::api::{query, validate};
use crate::lock::lock;
use crate::state::Shared;
use crate::state::accounts::Account;
use crate::state::idempotency::{Decision, ScopedKey};
use crate::state::store::RemoteCall;

const IDEMPOTENCY_KEY: &str = "idempotency-key";
const MAX_KEY_LENGTH: usize = 255;
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const REMOTE_DATA: &str = "remote_data";

/// A request to a registered endpoint.
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) parts: &'a Parts,
    pub(super) body: &'a Bytes,
    pub(super) registration: Registration,
    /// The values of the placeholders of the path.
    pub(super) path: &'a Map<String, Value>,
}

/// Answers a request to a registered endpoint.
pub(super) async fn respond(
    shared: &Shared,
    request: Request<'_>,
    delay: Option<&mut Duration>,
) -> Result<Response, Refusal> {
    let query = query::parse(request.parts.uri.query().unwrap_or_default())?;
    let parameters = query.to_json();
    let account = shared.account_of(&parameters)?;
    let (quota, admitted) = shared.limiter.take(account.id(), shared.settings.clock.now());
    let answer = match admitted {
        Ok(()) => validate_and_run(shared, request, account, (&query, &parameters), delay).await,
        Err(refusal) => Err(refusal),
    };
    let mut answer = answer.unwrap_or_else(Refusal::into_answer);
    if let Some(quota) = quota {
        quota.write(&mut answer.headers);
    }
    Ok(answer.into_response())
}

async fn validate_and_run(
    shared: &Shared,
    request: Request<'_>,
    account: &Account,
    (query, parameters): (&ReceivedQuery, &Map<String, Value>),
    delay: Option<&mut Duration>,
) -> Result<Answer, Refusal> {
    let Request { parts, body, registration, path } = request;
    let contract = registration.contract();
    check_account(account, contract.method())?;

    let mut failures = Vec::new();
    let mut options = options::read(contract, parameters, &mut failures);
    if contract.method() == ContractMethod::Get {
        options.selection = filter::read(contract, query, &shared.settings.registry, shared.settings.strict_filters);
        if shared.settings.crm_data.is_some() {
            let resource = contract.path().strip_prefix("/unified/crm/").unwrap_or_default();
            let provider = account.provider();
            options.selection.without(provider.ignored_filters(resource), provider.name());
        }
    }
    let sent = RequestBody::read(contract, &parts.headers, body).await?;
    let received = Received::of_query(query).path(path).headers(&parts.headers).body(&sent.members).parts(&sent.texts);
    let mut checked = validate::check(registration, received, failures)?;

    let claim = match idempotency_key(parts, account)? {
        None => None,
        Some(key) => {
            let identity = sent.identity(contract.body(), body);
            match shared.keys.claim(key, fingerprint(&parts.method, parameters, &identity)) {
                Decision::Run(claim) => Some(claim),
                Decision::Replay(answer) => return Ok(answer.header(REPLAYED, HeaderValue::from_static("true"))),
                Decision::InFlight => {
                    let message = "A request with this `Idempotency-Key` is still running";
                    return Err(Refusal::new(StatusCode::CONFLICT, message));
                }
                Decision::OtherRequest => {
                    let message = "This `Idempotency-Key` was used for another request";
                    return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, message));
                }
            }
        }
    };
    if let Some(delay) = delay {
        wait(delay).await;
    }
    // If the contract declares members of `remote_data`, the checked body lacks it.
    let remote_data = match checked.remove(REMOTE_DATA).or_else(|| sent.members.get(REMOTE_DATA).cloned()) {
        Some(Value::Object(remote_data)) => remote_data,
        _ => Map::new(),
    };
    let call = Call { contract, account, path, body: &checked };
    let answer = run(shared, call, received, &options, &remote_data)?;
    if let Some(claim) = claim {
        claim.finish(&answer);
    }
    Ok(answer)
}

/// The idempotency key of a request that may write.
fn idempotency_key(parts: &Parts, account: &Account) -> Result<Option<ScopedKey>, Refusal> {
    let Some(key) = parts.headers.get(IDEMPOTENCY_KEY).filter(|_| parts.method != Method::GET) else {
        return Ok(None);
    };
    let key = key.to_str().ok().map(str::trim).filter(|key| (1..=MAX_KEY_LENGTH).contains(&key.len()));
    let key = key.ok_or_else(|| {
        Refusal::bad_request(format!("An `Idempotency-Key` must be 1 to {MAX_KEY_LENGTH} visible ASCII characters"))
    })?;
    let (account, path) = (account.id().to_owned(), parts.uri.path().to_owned());
    Ok(Some(ScopedKey { account, path, key: key.to_owned() }))
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
    let output = endpoints::run(call, &mut store);
    drop(store);
    let rendered = output.and_then(|mut output| {
        pass_through(&mut output, provider, &options.remote_query, remote_data);
        render(output, options, provider, shared.stream_bytes.load(Ordering::Relaxed))
    });
    // A refusal by the endpoint is its answer, and is kept under the idempotency key.
    Ok(rendered.unwrap_or_else(Refusal::into_answer))
}
