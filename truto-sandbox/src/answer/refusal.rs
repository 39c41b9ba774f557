//! Refusals: error answers in the API's documented envelope, `{"statusCode", "error", "message"}`.
//!
//! `details.failures` lists what is wrong with the request, and `raw_response` is the provider's own refusal.

use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::answer::Answer;

/// The member that explains an error to the developer of a client.
const INSIGHT: &str = "truto_error_insight";

/// An error in a request: its place, and the reason.
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

/// A refusal before it becomes an answer.
#[derive(Clone, Debug)]
pub(crate) struct Refusal(Box<Contents>);

#[derive(Clone, Debug)]
struct Contents {
    status: StatusCode,
    message: String,
    extra: Map<String, Value>,
    headers: HeaderMap,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self(Box::new(Contents { status, message: message.into(), extra: Map::new(), headers: HeaderMap::new() }))
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub(crate) fn no_account(id: &str) -> Self {
        let help = "`sandbox.accounts()` lists the accounts of the sandbox, and `SandboxBuilder::account` adds one";
        Self::not_found(format!("There is no integrated account {id}: {help}"))
    }

    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        let refusal = Self::new(StatusCode::UNAUTHORIZED, message);
        refusal.header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    /// Lists all failures, so that a caller can fix them at once.
    pub(crate) fn invalid(failures: &[Failure]) -> Self {
        Self::bad_request("Validation failed").with("details", json!({ "failures": failures }))
    }

    pub(crate) fn missing_parameter(name: &str) -> Self {
        let insight = json!({ "missing_required_query_parameters": {
            "description": "These query parameters are required", "value": [name],
        } });
        Self::invalid(&[Failure::new(name, "is required")]).with(INSIGHT, insight)
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
            .with(INSIGHT, json!({ "rate_limit_error": { "description": "Rate limit exceeded" } }))
            .header(RETRY_AFTER, HeaderValue::from(retry_after))
    }

    /// A refusal by the provider. `raw_response` is in the provider's own format.
    pub(crate) fn remote(status: StatusCode, provider: &str, message: &str, raw_response: Value) -> Self {
        let description = format!("The error was returned by {provider}");
        Self::new(status, message)
            .with("truto_is_remote_error", Value::Bool(true))
            .with("raw_response", raw_response)
            .with(INSIGHT, json!({ "remote_error": { "description": description } }))
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
        let Contents { status, message, extra, headers } = *self.0;
        let mut body = Map::new();
        body.insert("statusCode".to_owned(), Value::from(status.as_u16()));
        body.insert("error".to_owned(), Value::from(status.canonical_reason().unwrap_or("Error")));
        body.insert("message".to_owned(), Value::from(message));
        body.extend(extra);
        let mut answer = Answer::with_status(status, Value::Object(body));
        answer.headers.extend(headers);
        answer
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_answer().into_response()
    }
}

/// Refuses a request whose path takes other methods.
pub(crate) async fn wrong_method() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This path does not support this method")
}
