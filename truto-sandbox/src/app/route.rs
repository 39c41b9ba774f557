//! Routes a request: first to the registered endpoints, then to the built-in routes.
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

use super::call;
use super::guard::authorize;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::meta;
use crate::state::Shared;

/// How to add an endpoint.
const HELP: &str = "`Sandbox::builder().endpoints(endpoints![…])` adds your own";

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
    match (found, built_in) {
        (Found::Registered(registration, values), _) => {
            let request = call::Request { parts, body, registration, path: &values };
            call::respond(shared, request, delay).await
        }
        (_, Some(built_in)) if is_read => {
            built_in.respond(shared, parts.uri.query().unwrap_or_default()).map(IntoResponse::into_response)
        }
        (Found::OtherMethods(methods), _) => {
            let allowed = methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("{path} takes {allowed}, not {method}: {HELP}");
            Err(Refusal::method_not_allowed(message, &allowed))
        }
        (_, Some(_)) => Err(Refusal::method_not_allowed(format!("{path} takes GET, not {method}"), "GET")),
        _ => Err(Refusal::not_found(format!("There is no endpoint {method} {path}: {HELP}"))),
    }
}

/// A route of the sandbox itself.
enum BuiltIn {
    /// `/ping`
    Ping,
    /// `/unified/{model}/{resource}/meta/{method}`
    Meta([String; 3]),
    /// `/integrated-account/{id}/capabilities`
    Capabilities(String),
}

impl BuiltIn {
    fn parse(path: &str) -> Option<Self> {
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8().ok().map(String::from);
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["", "ping"] => Some(Self::Ping),
            ["", "unified", model, resource, "meta", method] => {
                Some(Self::Meta([decoded(model)?, decoded(resource)?, decoded(method)?]))
            }
            ["", "integrated-account", id, "capabilities"] => Some(Self::Capabilities(decoded(id)?)),
            _ => None,
        }
    }

    fn respond(&self, shared: &Shared, query: &str) -> Result<Answer, Refusal> {
        match self {
            Self::Ping => Ok(Answer::ok(json!({ "message": "pong" }))),
            Self::Meta(names) => meta::method(shared, names, query),
            Self::Capabilities(id) => meta::capabilities(shared, id, query),
        }
    }
}
