//! An answer before it becomes an HTTP response: status, headers, and how to make the body.
//!
//! It can be cloned and replayed, also where the body is streamed: what is kept is how to make the bytes, not the
//! bytes.

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::records::Records;

pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(crate) const NDJSON: HeaderValue = HeaderValue::from_static("application/x-ndjson");

/// How to make the body of an answer.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Sent at once, with its length.
    Whole(Bytes),
    /// Sent in chunks, without a length.
    Chunked(Bytes),
    /// Made while it is sent.
    Records(Records),
}

/// Status, headers and content of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) content: Content,
}

impl Answer {
    pub(crate) fn new(status: StatusCode, content_type: HeaderValue, content: Content) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, content_type);
        Self { status, headers, content }
    }

    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        Self::new(status, JSON, Content::Whole(Bytes::from(body.to_string())))
    }

    /// Bytes that keeping this answer costs.
    pub(crate) fn weight(&self) -> usize {
        match &self.content {
            Content::Whole(bytes) | Content::Chunked(bytes) => bytes.len(),
            Content::Records(records) => records.weight(),
        }
    }

    pub(crate) fn into_response(self) -> Response {
        let body = match self.content {
            Content::Whole(bytes) => Body::from(bytes),
            Content::Chunked(bytes) => Body::new(crate::records::Chunks::new(bytes)),
            Content::Records(records) => Body::new(records.into_body()),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
