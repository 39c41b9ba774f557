//! Where a request line leads: to what is registered, and only then to the routes that every sandbox has.
//!
//! An endpoint may well be called `/ping`, or have `meta` in its path.

use axum::Extension;
use axum::extract::RawQuery;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
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

/// How an endpoint comes to be served.
const ENDPOINTS: &str = "`Sandbox::builder().endpoints(endpoints![…])` adds your own";

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
    let fixed = Fixed::at(arrived.path);
    // Open, as health checks are.
    if !matches!((&found, &fixed), (Found::Nothing, Some(Fixed::Ping))) {
        authorize(arrived.headers, &shared.settings.token)?;
    }
    let reads = matches!(*arrived.method, Method::GET | Method::HEAD);
    match (found, fixed) {
        (Found::Registered(registration, path), _) => call::respond(shared, arrived, registration, &path).await,
        (_, Some(fixed)) if reads => fixed.respond(shared, arrived.query),
        (Found::OtherMethods(methods), _) => {
            let allowed = methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("{} takes {allowed}, not {}: {ENDPOINTS}", arrived.path, arrived.method);
            Err(Refusal::method_not_allowed(message, &allowed))
        }
        (_, Some(_)) => {
            let message = format!("{} takes GET, not {}", arrived.path, arrived.method);
            Err(Refusal::method_not_allowed(message, "GET"))
        }
        _ => Err(Refusal::not_found(format!("There is no endpoint {} {}: {ENDPOINTS}", arrived.method, arrived.path))),
    }
}

/// A route that every sandbox has.
enum Fixed {
    /// `/ping`
    Ping,
    /// `/unified/{model}/{resource}/meta/{method}`
    Meta([String; 3]),
    /// `/integrated-account/{id}/capabilities`
    Capabilities(String),
}

impl Fixed {
    fn at(path: &str) -> Option<Self> {
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

    fn respond(&self, shared: &Shared, query: &str) -> Result<Response, Refusal> {
        match self {
            Self::Ping => Ok(Answer::json(StatusCode::OK, &json!({ "message": "pong" })).into_response()),
            Self::Meta(of) => meta::method(shared, of, query),
            Self::Capabilities(id) => meta::capabilities(shared, id, query),
        }
    }
}
