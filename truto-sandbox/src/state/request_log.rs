//! The log of requests as they came over the wire, for tests of clients. The token is masked in all headers.

use std::sync::Mutex;

use bytes::Bytes;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde::{Serialize, Serializer};

use crate::bounded_log::BoundedLog;
use crate::lock::lock;

/// A request as it arrived.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// # let sandbox = truto_sandbox::Sandbox::builder().in_process();
/// # let account = sandbox.client().build()?.account(sandbox.accounts().salesforce)?;
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
    /// The `x-request-id` of the answer.
    pub request_id: String,
    /// Method.
    pub method: String,
    /// Path, as sent.
    pub path: String,
    /// Query string, as sent. It is empty if there was no query.
    pub query: String,
    /// Headers in the order of arrival, names in lower case, the token masked.
    pub headers: Vec<(String, String)>,
    /// Body, as sent. The control route shows it as text.
    #[serde(serialize_with = "text")]
    pub body: Bytes,
    /// Status of the answer. `None` until there is an answer, and if the connection was closed without one.
    pub status: Option<u16>,
    /// When it arrived, in milliseconds since 1970.
    #[serde(skip)]
    pub(crate) at: i64,
}

impl SeenRequest {
    /// The first header with this name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Memory of this request in the log, in bytes.
    fn cost(&self) -> usize {
        let texts = [&self.request_id, &self.method, &self.path, &self.query];
        let headers = self.headers.iter().map(|header| size_of_val(header) + header.0.len() + header.1.len());
        size_of::<Self>() + texts.map(String::len).iter().sum::<usize>() + headers.sum::<usize>() + self.body.len()
    }
}

fn text<S: Serializer>(body: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&String::from_utf8_lossy(body))
}

/// Converts headers to text, and masks the token.
pub(crate) fn masked(headers: &HeaderMap, token: &str) -> Vec<(String, String)> {
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

/// The log.
#[derive(Debug)]
pub(crate) struct RequestLog {
    requests: Mutex<BoundedLog<SeenRequest>>,
}

impl RequestLog {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { requests: Mutex::new(BoundedLog::new(capacity)) }
    }

    pub(crate) fn push(&self, request: SeenRequest) {
        let cost = request.cost();
        lock(&self.requests).push(request, cost);
    }

    pub(crate) fn set_status(&self, request_id: &str, status: u16) {
        // The request came in just now, so it is among the newest.
        if let Some(seen) = lock(&self.requests).newest_mut().find(|seen| seen.request_id == request_id) {
            seen.status = Some(status);
        }
    }

    pub(crate) fn all(&self) -> Vec<SeenRequest> {
        lock(&self.requests).iter().cloned().collect()
    }

    pub(crate) fn reset(&self) {
        lock(&self.requests).clear();
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderMap;

    use super::{RequestLog, SeenRequest, masked};
    use crate::bounded_log::MAX_BYTES;

    #[test]
    fn the_token_is_masked_everywhere() {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", "Bearer secret-1".parse().unwrap());
        headers.append("authorization", "other".parse().unwrap());
        headers.insert("x-copy", "token=secret-1;".parse().unwrap());
        let masked = masked(&headers, "secret-1");
        let values: Vec<&str> = masked.iter().map(|(_, value)| value.as_str()).collect();
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
            at: 0,
        }
    }

    #[test]
    fn every_part_of_a_request_counts() {
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
        log.set_status("2", 200);
        let seen: Vec<_> = log.all().into_iter().map(|seen| (seen.request_id, seen.status)).collect();
        assert_eq!(seen, [("1".to_owned(), None), ("2".to_owned(), Some(200))]);
    }
}
