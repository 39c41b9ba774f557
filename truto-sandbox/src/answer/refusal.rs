//! Refusals: every answer that is not a success, in the API's documented envelope.
//!
//! `{"statusCode", "error", "message"}`, with `details.failures` where Truto itself checked the request, and with the
//! provider's own words where the provider refused it.

use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::answer::Answer;

/// One reason why a request was refused: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    pub(crate) path: String,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

/// A refusal on its way to becoming an answer.
#[derive(Clone, Debug)]
pub(crate) struct Refusal(Box<Parts>);

#[derive(Clone, Debug)]
struct Parts {
    status: StatusCode,
    message: String,
    extra: Map<String, Value>,
    headers: HeaderMap,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self(Box::new(Parts { status, message: message.into(), extra: Map::new(), headers: HeaderMap::new() }))
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub(crate) fn no_account(id: &str) -> Self {
        let help = "those of the sandbox are in `sandbox.accounts()`, and `SandboxBuilder::account` adds one";
        Self::not_found(format!("There is no integrated account {id}: {help}"))
    }

    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        let refusal = Self::new(StatusCode::UNAUTHORIZED, message);
        refusal.header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// Every failure at once, so that a caller mends the request in one go.
    pub(crate) fn invalid(failures: &[Failure]) -> Self {
        Self::bad_request("Validation failed").with("details", json!({ "failures": failures }))
    }

    pub(crate) fn method_not_allowed(message: impl Into<String>, allowed: &str) -> Self {
        let refusal = Self::new(StatusCode::METHOD_NOT_ALLOWED, message);
        match HeaderValue::from_str(allowed) {
            Ok(allowed) => refusal.header(ALLOW, allowed),
            Err(_) => refusal,
        }
    }

    pub(crate) fn too_many(message: impl Into<String>, retry_after: u64) -> Self {
        let refusal = Self::new(StatusCode::TOO_MANY_REQUESTS, message);
        refusal
            .with("truto_error_insight", json!({ "rate_limit_error": { "description": "Rate limit exceeded" } }))
            .header(RETRY_AFTER, HeaderValue::from(retry_after))
    }

    /// The provider refused: its answer travels in `raw_response`, in its own format.
    pub(crate) fn remote(status: StatusCode, provider: &str, message: &str, raw_response: Value) -> Self {
        let description = format!("The error was returned by {provider}");
        Self::new(status, message)
            .with("truto_is_remote_error", Value::Bool(true))
            .with("raw_response", raw_response)
            .with("truto_error_insight", json!({ "remote_error": { "description": description } }))
    }

    pub(crate) fn with(mut self, key: &str, value: Value) -> Self {
        self.0.extra.insert(key.to_owned(), value);
        self
    }

    fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.insert(name, value);
        self
    }

    pub(crate) fn into_answer(self) -> Answer {
        let Parts { status, message, extra, headers } = *self.0;
        let mut body = Map::new();
        body.insert("statusCode".to_owned(), Value::from(status.as_u16()));
        body.insert("error".to_owned(), Value::from(status.canonical_reason().unwrap_or("Error")));
        body.insert("message".to_owned(), Value::from(message));
        body.extend(extra);
        let mut answer = Answer::json(status, &Value::Object(body));
        answer.headers.extend(headers);
        answer
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_answer().into_response()
    }
}

/// Answers a request whose path takes other methods.
pub(crate) async fn wrong_method() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This path does not take this method")
}
