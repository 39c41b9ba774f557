//! Routes a request: first to the registered endpoints, then to the built-in routes.
//!
//! The endpoints come first because one may be called `/ping`, or have `meta` in its path.

use axum::Extension;
use axum::extract::RawQuery;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;
use serde_json::json;
use truto_core::server::Found;

use super::auth::authorize;
use super::call::{self, Arrived};
use super::observe::Delay;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::meta;
use crate::state::{App, Shared};

/// How to add an endpoint.
const HELP: &str = "`Sandbox::builder().endpoints(endpoints![…])` adds your own";

pub(super) async fn route(
    state: App,
    delay: Option<Extension<Delay>>,
    method: Method,
    uri: Uri,
    query: RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let arrived = Arrived {
        method: &method,
        path: uri.path(),
        query: query.0.as_deref().unwrap_or_default(),
        headers: &headers,
        body: &body,
        delay: delay.as_ref().map(|Extension(delay)| delay),
    };
    respond(&state.0, arrived).await.unwrap_or_else(IntoResponse::into_response)
}

async fn respond(shared: &Shared, arrived: Arrived<'_>) -> Result<Response, Refusal> {
    let found = shared.settings.registry.find(arrived.method.as_str(), arrived.path);
    let built_in = BuiltIn::parse(arrived.path);
    // A health check needs no token.
    if !matches!((&found, &built_in), (Found::Nothing, Some(BuiltIn::Ping))) {
        authorize(arrived.headers, &shared.settings.token)?;
    }
    let is_read = matches!(*arrived.method, Method::GET | Method::HEAD);
    match (found, built_in) {
        (Found::Registered(registration, path), _) => call::respond(shared, arrived, registration, &path).await,
        (_, Some(built_in)) if is_read => built_in.respond(shared, arrived.query).map(IntoResponse::into_response),
        (Found::OtherMethods(methods), _) => {
            let allowed = methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("{} takes {allowed}, not {}: {HELP}", arrived.path, arrived.method);
            Err(Refusal::method_not_allowed(message, &allowed))
        }
        (_, Some(_)) => {
            let message = format!("{} takes GET, not {}", arrived.path, arrived.method);
            Err(Refusal::method_not_allowed(message, "GET"))
        }
        _ => Err(Refusal::not_found(format!("There is no endpoint {} {}: {HELP}", arrived.method, arrived.path))),
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
