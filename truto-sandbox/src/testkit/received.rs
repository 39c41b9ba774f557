//! A request that the server received, complete or not.

use bytes::Bytes;
use http::{HeaderMap, Method};
use tokio::time::Instant;

/// A received request: its head, and the part of the body that was read. `Debug` hides credentials.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// Number of the connection, counted from 0 in the order of acceptance.
    pub connection: usize,
    /// Number of the request, counted from 0 in the order of arrival.
    pub sequence: usize,
    /// Method.
    pub method: Method,
    /// Request target, as sent in the first line.
    pub target: String,
    /// Headers, as sent.
    pub headers: HeaderMap,
    /// The part of the body that was read, without chunk framing.
    pub body: Bytes,
    /// Whether the body is complete.
    pub complete: bool,
    /// Time when the head had arrived, on tokio's clock.
    pub at: Instant,
}

impl Received {
    /// The first header with this name, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Memory of this request in the log, in bytes.
    pub(super) fn cost(&self) -> usize {
        let headers = self.headers.iter().map(|(name, value)| size_of::<Self>() + name.as_str().len() + value.len());
        size_of::<Self>() + self.target.len() + headers.sum::<usize>() + self.body.len()
    }
}
