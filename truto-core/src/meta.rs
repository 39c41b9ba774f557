//! The head of an answer: status, headers, request id, rate-limit state.

use core::time::Duration;
use std::sync::OnceLock;

use http::{HeaderMap, StatusCode};

use crate::error::redact::{Redactor, cut};

/// Headers that hold the server's id of a request, the most telling first. The API documents none.
const REQUEST_ID: &[&str] = &["x-request-id", "request-id", "x-correlation-id", "cf-ray"];

/// The longest id that is kept, in bytes: those in use have a few dozen.
const LONGEST_REQUEST_ID: usize = 128;

/// What an answer says about itself.
///
/// `Debug` shows the names of the headers, not their values.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), truto_core::Error> {
/// let answer = link.send_with_meta(account).await?;
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
    redactor: Redactor,
    /// Made when somebody asks: few calls need it, and every call has one.
    request_id: OnceLock<Option<String>>,
}

impl Meta {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, attempts: u32, redactor: &Redactor) -> Self {
        Self { status, headers, attempts, redactor: redactor.clone(), request_id: OnceLock::new() }
    }

    /// HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The standard name of the status: `Not Found`.
    pub(crate) fn reason(&self) -> Option<&'static str> {
        self.status.canonical_reason()
    }

    /// Every header of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header of the answer as text; `None` where it is missing or not text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The server's id of the request, where it gave one: the first of `x-request-id`, `request-id`, `x-correlation-id`
    /// and `cf-ray`. The API documents none of them. Name it in a support request.
    ///
    /// Without secrets, and at most 128 bytes of it: [`header`](Self::header) has it as it came.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let shown = self.request_id.get_or_init(|| {
            // A server may echo anything here, and errors show it.
            let mut id = self.redactor.clean(REQUEST_ID.iter().find_map(|name| self.header(name))?);
            cut(&mut id, LONGEST_REQUEST_ID);
            Some(id)
        });
        shown.as_deref()
    }

    /// How many times the request was sent until this answer came.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The rate limit that the answer reports, where it reports one
    /// (<https://truto.one/docs/api-reference/overview/rate-limits>).
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        let limit = RateLimit {
            limit: self.header("ratelimit-limit").and_then(leading_number),
            window: self.header("ratelimit-limit").and_then(window).map(Duration::from_secs),
            remaining: self.header("ratelimit-remaining").and_then(leading_number),
            reset: self.header("ratelimit-reset").and_then(leading_number).map(Duration::from_secs),
        };
        (limit != RateLimit::default()).then_some(limit)
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        self.header("content-type")
    }
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

/// A rate limit as an answer reports it; each part may be missing.
///
/// From `ratelimit-limit` (`50`, or `110;w=10` with the window in seconds), `ratelimit-remaining` and `ratelimit-reset`
/// (seconds) (<https://truto.one/docs/api-reference/overview/rate-limits>).
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, RateLimit, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), truto_core::Error> {
/// let answer = link.send_with_meta(account).await?;
/// if let Some(RateLimit { remaining: Some(0), reset: Some(wait), .. }) = answer.meta.rate_limit() {
///     tokio::time::sleep(wait).await;
/// }
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RateLimit {
    /// Calls allowed in a window.
    pub limit: Option<u64>,
    /// Length of the window.
    pub window: Option<Duration>,
    /// Calls left in this window.
    pub remaining: Option<u64>,
    /// Time until the window opens again.
    pub reset: Option<Duration>,
}

/// The number that a field such as `110;w=10` starts with.
fn leading_number(field: &str) -> Option<u64> {
    field.split(';').next()?.trim().parse().ok()
}

/// The window of a field such as `110;w=10`, in seconds.
fn window(field: &str) -> Option<u64> {
    field.split(';').skip(1).find_map(|part| part.trim().strip_prefix("w=")?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate_limit(headers: &[(&'static str, &'static str)]) -> Option<RateLimit> {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), http::HeaderValue::from_static(value)));
        Meta::new(StatusCode::OK, headers.collect(), 1, &Redactor::default()).rate_limit()
    }

    #[test]
    fn a_request_id_shows_no_secret_and_is_bounded() {
        let redactor = Redactor::new(["s3cret-token"]);
        for (given, kept) in [("abc-1", "abc-1"), ("x s3cret-token", "x ***"), ("%733cret-token", "***")] {
            let headers = [(http::HeaderName::from_static("x-request-id"), given.parse().unwrap())];
            let meta = Meta::new(StatusCode::OK, headers.into_iter().collect(), 1, &redactor);
            assert_eq!(meta.request_id(), Some(kept));
            assert_eq!(meta.header("x-request-id"), Some(given));
        }
        let headers = [(http::HeaderName::from_static("cf-ray"), "7".repeat(5000).parse().unwrap())];
        let meta = Meta::new(StatusCode::OK, headers.into_iter().collect(), 1, &redactor);
        assert_eq!(meta.request_id().map(str::len), Some(128));
        assert!(format!("{meta:?}").len() < 500);
    }

    #[test]
    fn a_rate_limit_is_read_with_and_without_a_window() {
        assert_eq!(
            rate_limit(&[("ratelimit-limit", "110;w=10"), ("ratelimit-remaining", "9"), ("ratelimit-reset", "60")]),
            Some(RateLimit {
                limit: Some(110),
                window: Some(Duration::from_secs(10)),
                remaining: Some(9),
                reset: Some(Duration::from_secs(60)),
            })
        );
        assert_eq!(rate_limit(&[("ratelimit-limit", "50")]).and_then(|limit| limit.window), None);
        assert_eq!(rate_limit(&[("ratelimit-limit", "many")]), None);
        assert_eq!(rate_limit(&[]), None);
    }
}
