//! The head of an answer: status, headers, request id, rate limit.

pub(crate) mod rate_limit;
mod retry_after;
pub(crate) mod wait;

use std::sync::OnceLock;
use std::time::SystemTime;

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, DATE};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::meta::rate_limit::{RateLimit, is_rate_limit};
use crate::meta::retry_after::is_retry_after;
use crate::redact::{Redactor, cut};

/// Headers that may hold the server's id of a request, the most reliable first.
const REQUEST_ID: &[&str] = &["x-request-id", "request-id", "x-correlation-id", "cf-ray"];

/// The longest id that is shown, in bytes. Real ids have a few dozen.
const LONGEST_REQUEST_ID: usize = 128;

/// The head of an answer.
///
/// `Debug` shows the names of the headers, and not their values.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), truto_core::Error> {
/// let answer = link.send(account).with_meta().await?;
/// assert_eq!(answer.meta.status(), 201);
/// assert_eq!(answer.meta.header("content-type"), Some("application/json"));
/// println!("name it to support: {:?}", answer.meta.request_id());
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Meta {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    /// The wall clock when the head came.
    at: SystemTime,
    already_deleted: bool,
    redactor: Redactor,
    /// Computed on demand, because few calls need it.
    request_id: OnceLock<Option<String>>,
}

impl Meta {
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        attempts: u32,
        at: SystemTime,
        redactor: &Redactor,
    ) -> Self {
        let (redactor, request_id) = (redactor.clone(), OnceLock::new());
        Self { status, headers, attempts, at, already_deleted: false, redactor, request_id }
    }

    /// HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    pub(crate) fn status_code(&self) -> StatusCode {
        self.status
    }

    /// All headers of the answer. If the body was decompressed, `content-encoding` and `content-length` are removed.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header of the answer, unchanged; `None` if it is missing or not UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(text)
    }

    /// The server's id of the request, for a support request: the first of `x-request-id`, `request-id`, `x-correlation-id` and
    /// `cf-ray`. The API documents no such header.
    ///
    /// It is shown without secrets and cut after 128 bytes; [`header`](Self::header) returns it unchanged.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let shown = self.request_id.get_or_init(|| {
            // A server can echo a secret here, and errors show the id.
            let id = self.redactor.clean(REQUEST_ID.iter().find_map(|name| self.header(name))?);
            Some(cut(id, LONGEST_REQUEST_ID))
        });
        shown.as_deref()
    }

    /// How often the request was sent until this answer came.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The rate limit that the answer reports, if any
    /// (<https://truto.one/docs/api-reference/overview/rate-limits>).
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(&self.headers, self.at)
    }

    /// Whether this is the 404 or 410 to a `DELETE` whose earlier attempt had an unknown outcome. The record is gone, so the call
    /// succeeded, although it is not certain that this call deleted it. The answer then counts as empty.
    #[must_use]
    pub fn was_already_deleted(&self) -> bool {
        self.already_deleted
    }

    pub(crate) fn mark_already_deleted(&mut self) {
        self.already_deleted = true;
    }

    /// The same head with only the headers that an error needs later.
    pub(crate) fn digest(&self) -> Self {
        // The clone keeps the id, although it loses the header.
        let _ = self.request_id();
        let is_kept = |name: &str| is_retry_after(name) || is_rate_limit(name) || name == DATE.as_str();
        let kept = self.headers.iter().filter(|(name, _)| is_kept(name.as_str()));
        let headers = kept.map(|(name, value)| (name.clone(), value.clone())).collect();
        Self { headers, ..self.clone() }
    }

    /// Removes the headers that describe the compressed body.
    pub(crate) fn mark_unpacked(&mut self) {
        self.headers.remove(CONTENT_ENCODING);
        self.headers.remove(CONTENT_LENGTH);
    }

    /// The wall clock when the head came.
    pub(crate) fn at(&self) -> SystemTime {
        self.at
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE).and_then(text)
    }
}

fn text(value: &HeaderValue) -> Option<&str> {
    str::from_utf8(value.as_bytes()).ok()
}

impl core::fmt::Debug for Meta {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Meta")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts)
            .field("rate_limit", &self.rate_limit())
            .field("headers", &self.headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_id_shows_no_secret_and_is_bounded() {
        let redactor = Redactor::new(["s3cret-token"]);
        for (given, kept) in [("abc-1", "abc-1"), ("x s3cret-token", "x ***"), ("%733cret-token", "***")] {
            let headers = [(http::HeaderName::from_static("x-request-id"), given.parse().unwrap())];
            let meta = Meta::new(StatusCode::OK, headers.into_iter().collect(), 1, SystemTime::UNIX_EPOCH, &redactor);
            assert_eq!(meta.request_id(), Some(kept));
            assert_eq!(meta.header("x-request-id"), Some(given));
        }
        let headers = [(http::HeaderName::from_static("cf-ray"), "7".repeat(5000).parse().unwrap())];
        let meta = Meta::new(StatusCode::OK, headers.into_iter().collect(), 1, SystemTime::UNIX_EPOCH, &redactor);
        assert_eq!(meta.request_id().map(str::len), Some(128));
        assert!(format!("{meta:?}").len() < 500);
    }
}
