//! Refusals: error answers in the API's documented envelope, `{"statusCode", "error", "message"}`.
//!
//! `details.failures` lists the errors of the request, and `raw_response` is the provider's own refusal.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{ALLOW, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use serde::Serialize;
use serde_json::{Value, json};

use crate::answer::Answer;

/// The member that explains an error to the developer of a client.
const INSIGHT: &str = "truto_error_insight";
const INVALID: &str = "Validation failed";

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

/// An answer that is the error of a function.
#[derive(Debug)]
pub(crate) struct Refusal(Box<Answer>);

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self::with(status, message, json!({}))
    }

    /// Creates a refusal whose envelope has more members.
    fn with(status: StatusCode, message: impl Into<String>, mut envelope: Value) -> Self {
        envelope["statusCode"] = Value::from(status.as_u16());
        envelope["error"] = Value::from(status.canonical_reason().unwrap_or("Error"));
        envelope["message"] = Value::from(message.into());
        Self(Box::new(Answer::with_status(status, envelope)))
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
        let details = json!({ "failures": failures });
        Self::with(StatusCode::BAD_REQUEST, INVALID, json!({ "details": details }))
    }

    pub(crate) fn missing_parameter(name: &str) -> Self {
        let details = json!({ "failures": [Failure::new(name, "is required")] });
        let insight = json!({ "missing_required_query_parameters": {
            "description": "These query parameters are required", "value": [name],
        } });
        Self::with(StatusCode::BAD_REQUEST, INVALID, json!({ "details": details, (INSIGHT): insight }))
    }

    pub(crate) fn method_not_allowed(message: impl Into<String>, allowed: &str) -> Self {
        let refusal = Self::new(StatusCode::METHOD_NOT_ALLOWED, message);
        match HeaderValue::from_str(allowed) {
            Ok(allowed) => refusal.header(ALLOW, allowed),
            Err(_) => refusal,
        }
    }

    pub(crate) fn too_many(message: impl Into<String>, retry_after: u64) -> Self {
        let insight = json!({ "rate_limit_error": { "description": "Rate limit exceeded" } });
        let refusal = Self::with(StatusCode::TOO_MANY_REQUESTS, message, json!({ (INSIGHT): insight }));
        refusal.header(RETRY_AFTER, HeaderValue::from(retry_after))
    }

    /// A refusal by the provider. `raw_response` is in the provider's own format.
    pub(crate) fn remote(status: StatusCode, provider: &str, message: &str, raw_response: &Value) -> Self {
        let insight = json!({ "remote_error": { "description": format!("The error was returned by {provider}") } });
        let remote = json!({ "truto_is_remote_error": true, "raw_response": raw_response, (INSIGHT): insight });
        Self::with(status, message, remote)
    }

    /// A refusal by the provider because the body lacks members. The raw response is in the provider's own format.
    pub(crate) fn remote_missing(
        status: StatusCode,
        provider: &str,
        message: &str,
        (raw_response, missing): (&Value, &[&str]),
    ) -> Self {
        let insight = json!({
            "remote_error": { "description": format!("The error was returned by {provider}") },
            "missing_required_body_fields": {
                "description": format!("{provider} needs these members in the body"), "value": missing,
            },
        });
        let remote = json!({ "truto_is_remote_error": true, "raw_response": raw_response, (INSIGHT): insight });
        Self::with(status, message, remote)
    }

    fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.insert(name, value);
        self
    }

    pub(crate) fn into_answer(self) -> Answer {
        *self.0
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_answer().into_response()
    }
}
