//! The log of requests: what really came over the wire, for tests of clients.
//!
//! The token's value is masked wherever a header holds it. The log is bounded in number and bytes; the oldest entries go
//! first.

use std::collections::VecDeque;
use std::sync::Mutex;

use bytes::Bytes;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde::{Serialize, Serializer};

use crate::lock::lock;

const MAX_BYTES: usize = 64 << 20;

/// A request as it arrived.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// # let sandbox = truto_sandbox::Sandbox::builder().in_process();
/// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
/// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().salesforce)?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// link.opportunities(["006Ux000002KdPq"]).send(&account).await?;
/// let seen = sandbox.requests().remove(0);
/// assert_eq!((seen.method.as_str(), seen.status), ("POST", Some(201)));
/// assert_eq!(seen.json().unwrap()["associations"]["opportunities"][0]["id"], "006Ux000002KdPq");
/// assert_eq!(seen.header("authorization"), Some("Bearer ***"));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct SeenRequest {
    /// The `x-request-id` of its answer.
    pub request_id: String,
    /// Method.
    pub method: String,
    /// Path, as sent.
    pub path: String,
    /// Query string, as sent; empty where there was none.
    pub query: String,
    /// Headers in the order of arrival, names in lower case, without the token's value.
    pub headers: Vec<(String, String)>,
    /// Body, as sent; text in the control route's JSON.
    #[serde(serialize_with = "text")]
    pub body: Bytes,
    /// Status of the answer; `None` while it is being made, and where the connection was closed without one.
    pub status: Option<u16>,
}

impl SeenRequest {
    /// The first header of this name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Bytes that keeping this request costs.
    fn weight(&self) -> usize {
        let texts = [&self.request_id, &self.method, &self.path, &self.query];
        let headers = self.headers.iter().map(|header| size_of_val(header) + header.0.len() + header.1.len());
        size_of::<Self>() + texts.map(String::len).iter().sum::<usize>() + headers.sum::<usize>() + self.body.len()
    }
}

fn text<S: Serializer>(body: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&String::from_utf8_lossy(body))
}

/// Headers as text, the token masked.
pub(crate) fn readable(headers: &HeaderMap, token: &str) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|(name, value)| {
            let text = String::from_utf8_lossy(value.as_bytes());
            let text = match text.split_once(' ') {
                Some((scheme, _)) if *name == AUTHORIZATION => format!("{scheme} ***"),
                None if *name == AUTHORIZATION => "***".to_owned(),
                _ if token.is_empty() => text.into_owned(),
                _ => text.replace(token, "***"),
            };
            (name.as_str().to_owned(), text)
        })
        .collect()
}

#[derive(Debug, Default)]
struct Entries {
    seen: VecDeque<SeenRequest>,
    bytes: usize,
}

/// The log.
#[derive(Debug)]
pub(crate) struct RequestLog {
    capacity: usize,
    entries: Mutex<Entries>,
}

impl RequestLog {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { capacity, entries: Mutex::default() }
    }

    /// Whether anything is kept at all.
    pub(crate) fn is_on(&self) -> bool {
        self.capacity > 0
    }

    pub(crate) fn push(&self, request: SeenRequest) {
        let mut entries = lock(&self.entries);
        entries.bytes += request.weight();
        entries.seen.push_back(request);
        while entries.seen.len() > self.capacity || entries.bytes > MAX_BYTES {
            let Some(oldest) = entries.seen.pop_front() else {
                break;
            };
            entries.bytes = entries.bytes.saturating_sub(oldest.weight());
        }
    }

    pub(crate) fn answered(&self, request_id: &str, status: u16) {
        let mut entries = lock(&self.entries);
        // From the back: what is answered came in just now.
        if let Some(seen) = entries.seen.iter_mut().rev().find(|seen| seen.request_id == request_id) {
            seen.status = Some(status);
        }
    }

    pub(crate) fn all(&self) -> Vec<SeenRequest> {
        lock(&self.entries).seen.iter().cloned().collect()
    }

    pub(crate) fn reset(&self) {
        *lock(&self.entries) = Entries::default();
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderMap;

    use super::{MAX_BYTES, RequestLog, SeenRequest, readable};

    #[test]
    fn the_token_is_nowhere_to_be_read() {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", "Bearer secret-1".parse().unwrap());
        headers.append("authorization", "other".parse().unwrap());
        headers.insert("x-copy", "token=secret-1;".parse().unwrap());
        let readable = readable(&headers, "secret-1");
        let values: Vec<&str> = readable.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["Bearer ***", "***", "token=***;"]);
    }

    fn request(id: &str) -> SeenRequest {
        SeenRequest {
            request_id: id.to_owned(),
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: String::new(),
            headers: Vec::new(),
            body: Bytes::new(),
            status: None,
        }
    }

    #[test]
    fn everything_that_is_kept_weighs() {
        let large = || "x".repeat(MAX_BYTES / 4);
        let headers = vec![(String::new(), String::new()); MAX_BYTES / 200];
        for heavy in [
            SeenRequest { path: large(), ..request("0") },
            SeenRequest { query: large(), ..request("1") },
            SeenRequest { method: large(), ..request("2") },
            SeenRequest { body: Bytes::from(large()), ..request("3") },
            SeenRequest { headers: vec![(large(), String::new())], ..request("4") },
            SeenRequest { headers: vec![(String::new(), large())], ..request("5") },
            SeenRequest { headers, ..request("6") },
        ] {
            let log = RequestLog::new(100);
            for _ in 0..9 {
                log.push(heavy.clone());
            }
            log.push(request("last"));
            let kept: Vec<_> = log.all().into_iter().map(|seen| seen.request_id).collect();
            assert!((2..9).contains(&kept.len()), "{kept:?}");
            assert_eq!(kept[kept.len() - 1], "last");
        }
    }

    #[test]
    fn the_log_keeps_the_newest() {
        let log = RequestLog::new(2);
        for n in 0..3 {
            log.push(request(&n.to_string()));
        }
        log.answered("2", 200);
        let seen: Vec<_> = log.all().into_iter().map(|seen| (seen.request_id, seen.status)).collect();
        assert_eq!(seen, [("1".to_owned(), None), ("2".to_owned(), Some(200))]);
    }
}
