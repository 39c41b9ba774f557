//! An answer of the sandbox, as tests of the wire read it.

use axum::body::Body;
use http::{HeaderMap, Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;

/// An answer with its whole body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) async fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Self { status: parts.status, headers: parts.headers, bytes }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The paths of `details.failures`.
    pub(crate) fn failures(&self) -> Vec<String> {
        assert_eq!(self.status, StatusCode::BAD_REQUEST, "{self:?}");
        let body = self.json();
        let failures = body["details"]["failures"].as_array().unwrap_or_else(|| panic!("no failures: {body}"));
        failures.iter().map(|failure| failure["path"].as_str().unwrap().to_owned()).collect()
    }
}
