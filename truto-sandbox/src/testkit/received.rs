//! A request as far as it came in.

use bytes::Bytes;
use http::{HeaderMap, Method};
use tokio::time::Instant;

/// A request as far as it came in: its whole head, and as much of the body as was read.
///
/// Its `Debug` form shows no credentials.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_sandbox::testkit::FaultServer;
///
/// let server = FaultServer::start().await?;
/// let body = serde_json::json!({ "name": "Ada" });
/// reqwest::Client::new().post(server.url() + "/contacts?a=1").bearer_auth("s3cret").json(&body).send().await?;
///
/// let received = server.received().remove(0);
/// assert_eq!((received.method.as_str(), received.target.as_str()), ("POST", "/contacts?a=1"));
/// assert_eq!(received.json().unwrap(), body);
/// assert_eq!(received.header("authorization"), Some("Bearer s3cret"));
/// assert!(!format!("{received:?}").contains("s3cret"));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The connection that it came over, counted from 0 as they were accepted.
    pub connection: usize,
    /// Its place among all requests, counted from 0 as they were read.
    pub sequence: usize,
    /// Method.
    pub method: Method,
    /// What stands between method and version in the first line, as sent.
    pub target: String,
    /// Headers, as sent.
    pub headers: HeaderMap,
    /// As much of the body as was read, without its chunks.
    pub body: Bytes,
    /// Whether this is the whole body.
    pub complete: bool,
    /// When the head had been read, on tokio's clock.
    pub at: Instant,
}

impl Received {
    /// The first header of this name, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Bytes that keeping this request costs.
    pub(super) fn weight(&self) -> usize {
        let headers = self.headers.iter().map(|(name, value)| size_of::<Self>() + name.as_str().len() + value.len());
        size_of::<Self>() + self.target.len() + headers.sum::<usize>() + self.body.len()
    }
}
