//! Routes a request: first to the registered endpoints, then to the built-in routes, and then to endpoints that are not
//! declared.
//!
//! The endpoints come first because one may be called `/ping`, or have `meta` in its path.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::json;
use truto_core::server::Found;

use super::guard;
use super::observe::wait;
use super::{batch, call, mcp};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::meta::Named;
use crate::api::open::OpenEndpoint;
use crate::api::query::parameters;
use crate::api::{capabilities, meta, open};
use crate::platform::caller::{self, Caller};
use crate::platform::route::Matched;
use crate::platform::{self, connect, files};
use crate::state::Shared;
use crate::state::accounts::ACCOUNT;

/// How to add an endpoint.
const HELP: &str = "`Sandbox::builder().endpoints(endpoints![…])` adds your own";
/// Before [`HELP`], for a path of the CRM, which the core declares.
const CRM_HELP: &str = "`Sandbox::builder().endpoints(truto_core::crm::endpoints())` serves the CRM, and ";
/// The path of a batch, which takes no other method than `POST`.
const BATCH: &str = "/batch-request";

pub(super) async fn route(
    shared: &Shared,
    parts: &Parts,
    body: &Bytes,
    delay: Option<&mut Duration>,
) -> Result<Response, Refusal> {
    let (method, path) = (&parts.method, parts.uri.path());
    let found = shared.settings.registry.find(method.as_str(), path);
    let built_in = BuiltIn::parse(path);
    // A health check needs no token, and some routes have a secret in their path.
    let is_open = matches!(built_in, Some(BuiltIn::Ping)) || caller::is_open(method, path);
    let caller = match &found {
        Found::Nothing if is_open => Caller::Anybody,
        _ => guard::caller(shared, &parts.headers)?,
    };
    caller.check_reach(method, path)?;
    let own;
    let parts = match &caller {
        Caller::Account(account) => {
            own = with_account(parts, account)?;
            &own
        }
        _ => parts,
    };
    let (method, path) = (&parts.method, parts.uri.path());
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let of_platform = platform::route::find(method, path);
    if let Found::Registered(registration, values) = found {
        // A declaration of the platform's own route changes nothing, unless a test answers it.
        let is_answered = shared.settings.answers.get(registration.contract()).is_some();
        if let (platform::route::Found::Route(matched), false) = (of_platform, is_answered) {
            return of_route(shared, matched, (parts, body), (&caller, delay)).await;
        }
        let contract = registration.contract();
        let request = call::Request { parts, body, contract, registration: Some(registration), path: &values };
        return call::respond(shared, request, delay).await;
    }
    if let Some(built_in) = built_in.as_ref().filter(|_| is_read) {
        let query = parts.uri.query().unwrap_or_default();
        return built_in.respond(shared, query).map(IntoResponse::into_response);
    }
    if path == BATCH && *method == Method::POST {
        return batch::respond(shared, parts, body, delay).await;
    }
    if let Some((contract, values)) = resolve_open(shared, method, path, &found) {
        let request = call::Request { parts, body, contract, registration: None, path: &values };
        return call::respond(shared, request, delay).await;
    }
    if path == connect::PATH && matches!(*method, Method::GET | Method::POST) {
        return connect::open(shared, parts.uri.query().unwrap_or_default()).map(IntoResponse::into_response);
    }
    if path.starts_with(files::PREFIX) && is_read {
        return files::show(shared, path).map(IntoResponse::into_response);
    }
    let other_verbs = match of_platform {
        platform::route::Found::Nothing => Vec::new(),
        platform::route::Found::OtherMethods(verbs) => verbs,
        platform::route::Found::Route(matched) => {
            return of_route(shared, matched, (parts, body), (&caller, delay)).await;
        }
    };
    let allowed = match &found {
        Found::OtherMethods(methods) => {
            let allowed = methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("{path} takes {allowed}, not {method}: {HELP}");
            return Err(Refusal::method_not_allowed(message, &allowed));
        }
        _ if built_in.is_some() => "GET".to_owned(),
        _ if path == BATCH => "POST".to_owned(),
        _ if !other_verbs.is_empty() => other_verbs.join(", "),
        _ => {
            let mut methods = vec![Method::DELETE, Method::GET, Method::PATCH, Method::POST];
            methods.retain(|method| resolve_open(shared, method, path, &found).is_some());
            methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ")
        }
    };
    if allowed.is_empty() {
        let is_closed = path.starts_with("/unified/") && !shared.settings.any_model;
        let any = if is_closed { ", and `any_model(true)` serves every model" } else { "" };
        let crm = if path.starts_with("/unified/crm/") { CRM_HELP } else { "" };
        return Err(Refusal::not_found(format!("There is no endpoint {method} {path}: {crm}{HELP}{any}")));
    }
    Err(Refusal::method_not_allowed(format!("{path} takes {allowed}, not {method}"), &allowed))
}

/// Answers a route of the platform.
async fn of_route(
    shared: &Shared,
    matched: Matched,
    (parts, body): (&Parts, &Bytes),
    (caller, delay): (&Caller, Option<&mut Duration>),
) -> Result<Response, Refusal> {
    if let Some(delay) = delay {
        wait(delay).await;
    }
    if matched.is_mcp() {
        let token = matched.first_value();
        return mcp::respond(shared, token, (parts, body), caller).await.map(IntoResponse::into_response);
    }
    Ok(platform::respond(shared, matched, (parts, body), caller).await.into_response())
}

/// The request of the holder of an account's token, which names the account.
fn with_account(parts: &Parts, account: &str) -> Result<Parts, Refusal> {
    let query = parts.uri.query().unwrap_or_default();
    let named = parameters(query)?.remove(ACCOUNT);
    match named.as_ref().map(|named| named.as_str()) {
        None => {}
        Some(Some(named)) if named.eq_ignore_ascii_case(account) => return Ok(parts.clone()),
        Some(_) => {
            let message = "The token belongs to another integrated account";
            return Err(Refusal::new(StatusCode::FORBIDDEN, message));
        }
    }
    let path = parts.uri.path();
    let joint = if query.is_empty() { "" } else { "&" };
    let target = format!("{path}?{query}{joint}{ACCOUNT}={account}");
    let mut parts = parts.clone();
    parts.uri = target.parse().map_err(|_| Refusal::bad_request("The query is too long"))?;
    Ok(parts)
}

/// Finds the endpoint that is not declared, if the sandbox serves one here.
pub(super) fn resolve_open(shared: &Shared, method: &Method, path: &str, found: &Found) -> Option<OpenEndpoint> {
    let unified = || open::unified(&shared.settings.registry, method, path);
    let is_unknown = matches!(found, Found::Nothing);
    (shared.settings.any_model && is_unknown).then(unified).flatten().or_else(|| open::remote(method, path))
}

/// A route of the sandbox itself.
enum BuiltIn {
    /// `/ping`
    Ping,
    /// `/unified/{model}/{resource}/meta/{method}`
    Meta(Named),
    /// `/unified/{model}/{resource}/{integration}/meta/{method}`
    MetaOfIntegration(Named, String),
    /// `/integrated-account/{id}/capabilities`
    Capabilities(String),
    /// `/integration/{slug or id}/capabilities`
    CapabilitiesOfIntegration(String),
}

impl BuiltIn {
    fn parse(path: &str) -> Option<Self> {
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8().ok().map(String::from);
        let named = |model, resource, method| {
            Some(Named { model: decoded(model)?, resource: decoded(resource)?, method: decoded(method)? })
        };
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["", "ping"] => Some(Self::Ping),
            ["", "unified", model, resource, "meta", method] => Some(Self::Meta(named(model, resource, method)?)),
            ["", "unified", model, resource, integration, "meta", method] => {
                Some(Self::MetaOfIntegration(named(model, resource, method)?, decoded(integration)?))
            }
            ["", "integrated-account", id, "capabilities"] => Some(Self::Capabilities(decoded(id)?)),
            ["", "integration", name, "capabilities"] => Some(Self::CapabilitiesOfIntegration(decoded(name)?)),
            _ => None,
        }
    }

    fn respond(&self, shared: &Shared, query: &str) -> Result<Answer, Refusal> {
        match self {
            Self::Ping => Ok(Answer::ok(json!({ "message": "pong" }))),
            Self::Meta(named) => meta::of_account(shared, named, query),
            Self::MetaOfIntegration(named, integration) => meta::of_integration(shared, named, integration),
            Self::Capabilities(id) => capabilities::of_account(shared, id, query),
            Self::CapabilitiesOfIntegration(name) => capabilities::of_integration(shared, name, query),
        }
    }
}
