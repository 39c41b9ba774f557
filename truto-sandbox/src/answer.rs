//! An answer before it becomes an HTTP response.
//!
//! It can be cloned and replayed even if its body is streamed, because it holds the recipe of the body and not the bytes.

pub(crate) mod records;
pub(crate) mod refusal;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::answer::records::Records;
use crate::answer::refusal::Refusal;

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const NDJSON: HeaderValue = HeaderValue::from_static("application/x-ndjson");

/// The recipe of a body.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Bytes that are sent at once, with their length.
    Whole(Bytes),
    /// Bytes that are sent in chunks, without a length.
    Chunked(Bytes),
    /// Records that are made while they are sent.
    Records(Records),
}

/// Status, headers and body of an answer. A test gives it to its own endpoints with
/// [`SandboxBuilder::answer`](crate::SandboxBuilder::answer), see [`CustomCall`](crate::CustomCall) for an example.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) content: Content,
}

impl Answer {
    /// Answers 200 with this body.
    #[must_use]
    pub fn ok(body: Value) -> Self {
        Self::with_status(StatusCode::OK, body)
    }

    /// Answers this status with this body.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers pass a `json!` literal")]
    pub fn with_status(status: StatusCode, body: Value) -> Self {
        Self::new(status, JSON, Content::Whole(Bytes::from(body.to_string())))
    }

    /// Answers this status without a body.
    #[must_use]
    pub fn empty(status: StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), content: Content::Whole(Bytes::new()) }
    }

    /// Answers this error status with a message, in the API's envelope.
    #[must_use]
    pub fn refused(status: StatusCode, message: impl Into<String>) -> Self {
        Refusal::new(status, message).into_answer()
    }

    /// Adds a header. It replaces a header with the same name.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    pub(crate) fn new(status: StatusCode, content_type: HeaderValue, content: Content) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, content_type);
        Self { status, headers, content }
    }

    /// Memory of this answer in the table of idempotency keys, in bytes.
    pub(crate) fn cost(&self) -> usize {
        match &self.content {
            Content::Whole(bytes) | Content::Chunked(bytes) => bytes.len(),
            Content::Records(records) => records.cost(),
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let body = match self.content {
            Content::Whole(bytes) => Body::from(bytes),
            Content::Chunked(bytes) => records::chunked(bytes),
            Content::Records(records) => records.into_body(),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
