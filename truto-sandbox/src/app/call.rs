//! A call of an endpoint: the checks in the order of the API, then the endpoint itself.
//!
//! The order is: account, limits, state of the account, contract, idempotency key. An endpoint that is not declared has no
//! contract to check.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::request::Parts;
use http::{Method, StatusCode};
use serde_json::{Map, Value};
use truto_core::contract::{Contract, Method as ContractMethod};
use truto_core::server::{Received, ReceivedQuery, Registration};

use super::observe::wait;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::endpoints::{self, Call};
use crate::api::filter;
use crate::api::fingerprint::fingerprint;
use crate::api::format::{pass_through, render};
use crate::api::open::{self, CUSTOM_PATH};
use crate::api::options::{self, Options};
use crate::api::query::parse_bool;
use crate::api::surface::Surface;
use crate::api::upload::RequestBody;
use crate::api::{query, validate};
use crate::lock::lock;
use crate::state::Shared;
use crate::state::accounts::{ACCOUNT, Account};
use crate::state::forwarded::ForwardedCall;
use crate::state::idempotency::{Claim, Decision, ScopedKey};
use crate::state::store::RemoteCall;

const IDEMPOTENCY_KEY: &str = "idempotency-key";
const MAX_KEY_LENGTH: usize = 255;
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const REMOTE_DATA: &str = "remote_data";
const BODY_PASSTHROUGH: &str = "truto_body_passthrough";

/// A request to an endpoint.
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) parts: &'a Parts,
    pub(super) body: &'a Bytes,
    pub(super) contract: &'static Contract,
    /// The declaration of the endpoint. `None` for an endpoint that is not declared.
    pub(super) registration: Option<Registration>,
    /// The values of the placeholders of the path.
    pub(super) path: &'a Map<String, Value>,
}

/// Answers a request to an endpoint.
pub(super) async fn respond(
    shared: &Shared,
    request: Request<'_>,
    delay: Option<&mut Duration>,
) -> Result<Response, Refusal> {
    let query = query::parse(request.parts.uri.query().unwrap_or_default())?;
    let parameters = query.to_json();
    let account = &shared.account_of(&parameters)?;
    Ok(limited(shared, account, perform(shared, request, account, (&query, &parameters), delay)).await.into_response())
}

/// Counts a call of an account, and makes it if the limits allow it.
pub(super) async fn limited(
    shared: &Shared,
    account: &Account,
    call: impl Future<Output = Result<Answer, Refusal>>,
) -> Answer {
    let (quota, admitted) = shared.limiter.take(account.id(), shared.settings.clock.now());
    let answer = match admitted {
        Ok(()) => call.await,
        Err(refusal) => Err(refusal),
    };
    let mut answer = answer.unwrap_or_else(Refusal::into_answer);
    if let Some(quota) = quota {
        quota.write(&mut answer.headers);
    }
    answer
}

/// Checks and runs a call.
pub(super) async fn perform(
    shared: &Shared,
    request: Request<'_>,
    account: &Account,
    (query, parameters): (&ReceivedQuery, &Map<String, Value>),
    delay: Option<&mut Duration>,
) -> Result<Answer, Refusal> {
    let Request { parts, body, contract, registration, path } = request;
    check_account(shared, account, contract.method())?;

    let surface = Surface::of(contract);
    let mut failures = Vec::new();
    let mut options = options::read(contract, parameters, &mut failures);
    if contract.method() == ContractMethod::Get {
        // Only the provider knows the parameters of the proxy.
        let is_strict = shared.settings.strict_filters && (registration.is_some() || surface.is_unified());
        options.selection = filter::read(contract, query, &shared.settings.registry, is_strict);
        if shared.settings.crm_data.is_some() {
            let resource = parts.uri.path().strip_prefix("/unified/crm/").unwrap_or_default();
            let provider = account.provider();
            options.selection.without(provider.ignored_filters(resource), provider.name());
        }
    }
    if !surface.is_unified() {
        options.remote_query = forwarded(parameters);
    }
    let is_forwarded = registration.is_none() && surface == Surface::Custom;
    let sent = match registration {
        Some(_) => RequestBody::read(contract, &parts.headers, body).await?,
        None if is_forwarded || contract.method() == ContractMethod::Get => RequestBody::default(),
        None => {
            let passthrough = parameters.get(BODY_PASSTHROUGH).and_then(Value::as_str).and_then(parse_bool);
            let is_passed_on = surface == Surface::Proxy || passthrough == Some(true);
            RequestBody::read_any(&parts.headers, body, is_passed_on)?
        }
    };
    let received = Received::of_query(query).path(path).headers(&parts.headers).body(&sent.members).parts(&sent.texts);
    let mut checked = match registration {
        Some(registration) => validate::check(registration, received, failures)?,
        None if failures.is_empty() => sent.members.clone(),
        None => return Err(Refusal::invalid(&failures)),
    };

    let claim = match claim(shared, parts, account, parameters, &sent.identity(contract.body(), body))? {
        Claimed::Free => None,
        Claimed::First(claim) => Some(claim),
        Claimed::Answered(answer) => return Ok(answer),
    };
    if let Some(delay) = delay {
        wait(delay).await;
    }
    if is_forwarded {
        let answer = custom_api(shared, request, account, &options.remote_query);
        if let Some(claim) = claim {
            claim.finish(&answer);
        }
        return Ok(answer);
    }
    let mut remote_data = Map::new();
    if surface.is_unified() {
        // If the contract declares members of `remote_data`, the checked body lacks it.
        let sent = checked.remove(REMOTE_DATA).or_else(|| sent.members.get(REMOTE_DATA).cloned());
        if let Some(Value::Object(sent)) = sent {
            remote_data = sent;
        }
    }
    let call = Call { contract, account, path, body: &checked };
    let answer = run(shared, call, received, &options, &remote_data)?;
    if let Some(claim) = claim {
        claim.finish(&answer);
    }
    Ok(answer)
}

/// The parameters of a query that the API sends on to the provider.
fn forwarded(parameters: &Map<String, Value>) -> Map<String, Value> {
    let is_ours = |name: &str| name == ACCOUNT || name.starts_with("truto_");
    parameters.iter().filter(|(name, _)| !is_ours(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// What an idempotency key says about a request.
pub(super) enum Claimed {
    /// There is no key.
    Free,
    /// The key is new.
    First(Claim),
    /// The request ran before, and this is its answer.
    Answered(Answer),
}

/// Claims the idempotency key of a request, if it has one. `identity` is its body without what differs between attempts.
pub(super) fn claim(
    shared: &Shared,
    parts: &Parts,
    account: &Account,
    parameters: &Map<String, Value>,
    identity: &[u8],
) -> Result<Claimed, Refusal> {
    let Some(key) = idempotency_key(parts, account)? else { return Ok(Claimed::Free) };
    match shared.keys.claim(key, fingerprint(&parts.method, parameters, identity)) {
        Decision::Run(claim) => Ok(Claimed::First(claim)),
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

/// Refuses every call of a blocked account.
pub(super) fn check_blocked(account: &Account) -> Result<(), Refusal> {
    if account.is_blocked() {
        return Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "The integrated account is blocked"));
    }
    Ok(())
}

fn check_account(shared: &Shared, account: &Account, method: ContractMethod) -> Result<(), Refusal> {
    check_blocked(account)?;
    if shared.is_revoked(account.id()) {
        let (provider, message) = (account.provider(), "The access token was revoked");
        let raw = provider.error("authorization", message);
        return Err(Refusal::remote(StatusCode::UNAUTHORIZED, provider.name(), message, &raw));
    }
    if account.is_read_only() && !method.is_safe() {
        let message = "The integrated account is a sandbox account, which can only be read";
        return Err(Refusal::method_not_allowed(message, "GET"));
    }
    Ok(())
}

/// The name of an endpoint. An endpoint that is not declared has the names of the request.
fn name_of(contract: &Contract, path: &Map<String, Value>) -> String {
    let mut name = contract.to_string();
    for (placeholder, value) in path.iter().filter(|(placeholder, _)| *placeholder != "id") {
        name = name.replace(&format!("{{{placeholder}}}"), value.as_str().unwrap_or_default());
    }
    name
}

/// Runs a call of the custom API: the answer of a test if there is one, or else an echo.
fn custom_api(shared: &Shared, request: Request<'_>, account: &Account, query: &Map<String, Value>) -> Answer {
    let Request { parts, body, contract, path, .. } = request;
    lock(&shared.store).add_remote_call(RemoteCall {
        account: account.id().to_owned(),
        provider: account.provider(),
        endpoint: name_of(contract, path),
        remote_query: Value::Object(query.clone()),
        remote_data: Value::Object(Map::new()),
    });
    let path = path.get(CUSTOM_PATH).and_then(Value::as_str).unwrap_or_default();
    let call = ForwardedCall::new(parts, path, query, body, account);
    shared.settings.forwarded.answer(&call)
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
    let surface = Surface::of(call.contract);
    let is_open = call.contract.name() == open::NAME;
    let mut store = lock(&shared.store);
    store.add_remote_call(RemoteCall {
        account: call.account.id().to_owned(),
        provider,
        endpoint: if is_open { name_of(call.contract, call.path) } else { call.contract.to_string() },
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
        if surface.is_unified() {
            pass_through(&mut output, provider, &options.remote_query, remote_data);
        }
        render(output, options, (surface, provider), shared.stream_bytes.load(Ordering::Relaxed))
    });
    // A refusal by the endpoint is its answer, and is kept under the idempotency key.
    Ok(rendered.unwrap_or_else(Refusal::into_answer))
}
