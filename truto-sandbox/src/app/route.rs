//! Routes a request: first to the registered endpoints, then to the built-in routes, and then to endpoints that are not
//! declared.
//!
//! The endpoints come first because one may be called `/ping`, or have `meta` in its path.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::Method;
use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde_json::json;
use truto_core::server::Found;

use super::guard::authorize;
use super::{batch, call};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::meta::Named;
use crate::api::open::OpenEndpoint;
use crate::api::{capabilities, meta, open};
use crate::state::Shared;

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
    // A health check needs no token.
    if !matches!((&found, &built_in), (Found::Nothing, Some(BuiltIn::Ping))) {
        authorize(&parts.headers, &shared.settings.token)?;
    }
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    if let Found::Registered(registration, values) = found {
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
    let allowed = match &found {
        Found::OtherMethods(methods) => {
            let allowed = methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("{path} takes {allowed}, not {method}: {HELP}");
            return Err(Refusal::method_not_allowed(message, &allowed));
        }
        _ if built_in.is_some() => "GET".to_owned(),
        _ if path == BATCH => "POST".to_owned(),
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
