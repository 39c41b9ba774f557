//! Answers that are not 2xx, read from the API's error envelope.
//!
//! The envelope is `{"statusCode", "error", "message"}`, with `details.failures` from Truto's own validation, and
//! `truto_is_remote_error`, `raw_response` and `truto_error_insight` when the provider refused
//! (<https://truto.one/docs/api-reference/overview/errors>).

use core::time::Duration;

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::error::context::{Context, context_accessors};
use crate::meta::Meta;
use crate::redact::{DIGEST, Redactor, cut};

/// How much of the envelope an error shows, in bytes, whatever the server wrote into it.
const SHOWN_NAME: usize = 120;
const SHOWN_MESSAGE: usize = 1024;
const SHOWN_PATH: usize = 120;
const SHOWN_FAILURE: usize = 400;
/// How many entries of `details.failures` an error shows.
const SHOWN_FAILURES: usize = 16;

/// An answer that is not 2xx, or a 2xx answer that holds the error envelope.
///
/// ```no_run
/// # use truto_core::{Account, crm::{CreateAssociation, crm_entity}, error::{Error, Outcome}};
/// # async fn example(salesforce: &Account) {
/// let link = CreateAssociation::builder().entity_id("00QUx000001AbCd").entity(crm_entity::Leads);
/// let Err(Error::Api(refused)) = link.send(salesforce).await else { return };
/// // Salesforce links no leads, and says so in its own words.
/// assert_eq!((refused.status(), refused.is_remote()), (422, true));
/// assert_eq!(refused.outcome(), Outcome::Rejected);
/// println!("{}: {:?}", refused.message(), refused.raw_response());
/// # }
/// ```
#[derive(Clone)]
pub struct ApiError {
    pub(crate) context: Context,
    status: u16,
    meta: Meta,
    error: Option<String>,
    message: String,
    failures: Vec<ApiFailure>,
    remote: bool,
    raw_response: Option<Value>,
    insight: Option<Insight>,
    excerpt: String,
    body: Bytes,
}

context_accessors!(ApiError);

impl ApiError {
    pub(crate) fn new(context: Context, meta: Meta, body: Bytes, redactor: &Redactor) -> Self {
        let envelope = serde_json::from_slice::<Map<String, Value>>(&body).unwrap_or_default();
        let text = |key: &str| envelope.get(key).and_then(Value::as_str).map(|text| redactor.clean(text));
        let raw_response = envelope.get("raw_response").filter(|value| !value.is_null());
        let excerpt = redactor.excerpt(&body);
        let message = text("message").filter(|message| !message.is_empty()).unwrap_or_else(|| {
            match (envelope.get("message"), raw_response) {
                (Some(Value::Array(lines)), _) if !lines.is_empty() => redactor.excerpt(compact(lines).as_bytes()),
                (_, Some(raw)) => redactor.excerpt(raw.to_string().as_bytes()),
                _ => one_line(&excerpt),
            }
        });
        // An error inside a 2xx answer is what its envelope says it is.
        let inner = envelope.get("statusCode").and_then(Value::as_u64).and_then(|code| u16::try_from(code).ok());
        let status = if meta.status() < 300 { inner.unwrap_or(meta.status()) } else { meta.status() };
        Self {
            context,
            status,
            error: text("error").filter(|error| !error.is_empty()),
            message,
            failures: envelope
                .get("details")
                .and_then(|details| details.get("failures"))
                .and_then(Value::as_array)
                .map(|failures| failures.iter().map(|failure| ApiFailure::new(failure, redactor)).collect())
                .unwrap_or_default(),
            remote: envelope.get("truto_is_remote_error") == Some(&Value::Bool(true)),
            raw_response: raw_response.cloned(),
            insight: envelope.get("truto_error_insight").and_then(Value::as_object).cloned().map(Insight),
            meta,
            excerpt,
            body,
        }
    }

    /// The same without what the answer held, but for the beginning of it.
    pub(crate) fn digest(&self) -> Self {
        let short = |text: &str| {
            let mut text = text.to_owned();
            cut(&mut text, DIGEST);
            text
        };
        Self {
            context: self.context.clone(),
            status: self.status,
            meta: self.meta.digest(),
            error: self.error.as_deref().map(short),
            message: short(&self.message),
            failures: Vec::new(),
            remote: self.remote,
            raw_response: None,
            insight: None,
            excerpt: short(&self.excerpt),
            body: Bytes::new(),
        }
    }

    /// Whether a 2xx answer holds the error envelope all the same.
    pub(crate) fn hides_in(body: &[u8]) -> bool {
        const LARGEST: usize = 64 * 1024;
        const KEY: &[u8] = b"\"statusCode\"";

        #[derive(serde::Deserialize)]
        struct Envelope {
            #[serde(rename = "statusCode")]
            status_code: u16,
            #[serde(rename = "error")]
            _error: String,
        }

        body.len() <= LARGEST
            && body.windows(KEY.len()).any(|window| window == KEY)
            && serde_json::from_slice::<Envelope>(body).is_ok_and(|envelope| envelope.status_code >= 400)
    }

    /// HTTP status; that of the envelope where a 2xx answer holds one.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Status, headers, request id and rate-limit state of the answer.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The envelope's `error`: `Bad Request`.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// The envelope's `message`; an excerpt of `raw_response` or of the body where that is empty.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The envelope's `details.failures`: what Truto's own validation found.
    #[must_use]
    pub fn failures(&self) -> &[ApiFailure] {
        &self.failures
    }

    /// Whether the provider refused, and not Truto (`truto_is_remote_error`).
    #[must_use]
    pub fn is_remote(&self) -> bool {
        self.remote
    }

    /// The provider's own answer, as JSON where it could be parsed. Shown by nothing of ours.
    #[must_use]
    pub fn raw_response(&self) -> Option<&Value> {
        self.raw_response.as_ref()
    }

    /// What Truto knows about the cause (`truto_error_insight`).
    #[must_use]
    pub fn insight(&self) -> Option<&Insight> {
        self.insight.as_ref()
    }

    /// The answer's bytes, as they came. Shown by nothing of ours.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How many failures are not shown.
    fn more_failures(&self) -> Option<usize> {
        self.failures.len().checked_sub(SHOWN_FAILURES).filter(|more| *more > 0)
    }

    /// What kind of refusal this is.
    #[must_use]
    pub fn kind(&self) -> ApiErrorKind {
        let says = |word: &str| self.message.to_ascii_lowercase().contains(word);
        match (self.status, self.remote) {
            (401, false) => ApiErrorKind::Token,
            (401, true) => ApiErrorKind::Connection,
            (429, _) => ApiErrorKind::RateLimit,
            // Some providers refuse too many calls with 403, and say so beside it.
            (403, _) if self.is_rate_limit() => ApiErrorKind::RateLimit,
            (403, _) => ApiErrorKind::Forbidden,
            (404 | 410, _) => ApiErrorKind::NotFound,
            (409, _) => ApiErrorKind::Conflict,
            (422, false) if says("idempotency") => ApiErrorKind::IdempotencyMismatch,
            (503, false) if self.meta.retry_after().is_none() && says("blocked") => ApiErrorKind::Blocked,
            (408 | 425 | 500 | 502..=504 | 507..=599, _) => ApiErrorKind::Transient,
            _ => ApiErrorKind::Refused,
        }
    }

    fn is_rate_limit(&self) -> bool {
        self.insight.as_ref().is_some_and(Insight::is_rate_limit)
            || self.meta.header("retry-after").is_some()
            || self.meta.rate_limit().is_some_and(|limit| limit.remaining == Some(0))
    }

    /// How long the server asks to wait before the next attempt (`Retry-After`, or the reset of a rate limit).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self.kind() {
            ApiErrorKind::RateLimit => self.meta.after_rate_limit(),
            _ => self.meta.retry_after(),
        }
    }
}

/// What kind of refusal an answer is, by its status and by what the envelope says beside it
/// (<https://truto.one/docs/api-reference/overview/errors>).
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::{ApiErrorKind, Error}};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Api(refused)) = link.send(account).await else { return };
/// match refused.kind() {
///     ApiErrorKind::Connection => println!("ask the customer to connect the account again"),
///     ApiErrorKind::Conflict => println!("it is there already: {}", refused.message()),
///     _ => println!("{refused}"),
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// The API token is not valid (401).
    Token,
    /// The account's connection to the provider has to be authorised again (401 from the provider).
    Connection,
    /// A scope is missing, or the token may not do this (403).
    Forbidden,
    /// There is no such record, account or path (404, 410).
    NotFound,
    /// It is in conflict with what is there (409). Never sent again.
    Conflict,
    /// The idempotency key was used for another request (422): a mistake of the program that calls.
    IdempotencyMismatch,
    /// There were too many calls (429; 403 where it says so).
    RateLimit,
    /// The account is blocked (503 from Truto).
    Blocked,
    /// The server, or the provider behind it, failed in a way that may pass (408, 425, 5xx).
    Transient,
    /// Anything else: the request as it is will not be done.
    Refused,
}

impl core::fmt::Display for ApiError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let status = self.status();
        let name = self.error.as_deref().or_else(|| self.meta.reason()).unwrap_or("error");
        let name = shown(name, SHOWN_NAME);
        write!(f, "{}: {status} {name}", self.context.endpoint)?;
        if self.remote {
            f.write_str(" from the provider")?;
        }
        let message = shown(&self.message, SHOWN_MESSAGE);
        if !message.is_empty() {
            write!(f, ": {message}")?;
        }
        for failure in self.failures.iter().take(SHOWN_FAILURES).map(ToString::to_string) {
            // Some messages are the failures once more.
            if !message.contains(&failure) {
                write!(f, "; {failure}")?;
            }
        }
        if let Some(more) = self.more_failures() {
            write!(f, "; and {more} more")?;
        }
        self.context.say_request_id(f)?;
        if let Some(advice) = self.advice() {
            write!(f, "; {advice}")?;
        }
        self.context.say_attempts(f)
    }
}

impl ApiError {
    fn advice(&self) -> Option<&'static str> {
        Some(match self.kind() {
            ApiErrorKind::Token => "check the API token",
            ApiErrorKind::Connection => "the account's connection needs to be authorised again",
            ApiErrorKind::Forbidden if self.remote => "the account's connection lacks a scope",
            ApiErrorKind::NotFound if !self.remote => "check the integrated account id and the path",
            ApiErrorKind::RateLimit => "wait before the next call",
            ApiErrorKind::Blocked => "the account is blocked",
            ApiErrorKind::IdempotencyMismatch => "give each write a key of its own",
            _ if self.status == 405 && !self.remote => "sandbox accounts refuse every write",
            _ if self.status == 503 && !self.remote => "the account may be blocked",
            _ => return None,
        })
    }
}

impl core::fmt::Debug for ApiError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ApiError")
            .field("context", &self.context)
            .field("status", &self.status())
            .field("error", &self.error.as_deref().map(|error| shown(error, SHOWN_NAME)))
            .field("message", &shown(&self.message, SHOWN_MESSAGE))
            .field("failures", &self.failures.iter().take(SHOWN_FAILURES).collect::<Vec<_>>())
            .field("more_failures", &self.more_failures().unwrap_or_default())
            .field("remote", &self.remote)
            .field("excerpt", &self.excerpt)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for ApiError {}

/// One entry of `details.failures`. The API does not document its shape: what it says is kept, whatever it is.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::Error};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Api(refused)) = link.send(account).await else { return };
/// for failure in refused.failures() {
///     println!("{}: {}", failure.path().unwrap_or("somewhere"), failure.message());
/// }
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct ApiFailure {
    path: Option<String>,
    message: String,
    raw: Value,
}

impl ApiFailure {
    fn new(raw: &Value, redactor: &Redactor) -> Self {
        let text = |keys: &[&str]| {
            keys.iter().find_map(|key| match raw.get(key) {
                Some(Value::String(text)) => Some(redactor.excerpt(text.as_bytes())),
                Some(Value::Array(parts)) if !parts.is_empty() => Some(redactor.excerpt(compact(parts).as_bytes())),
                _ => None,
            })
        };
        let message = match raw {
            Value::String(message) => redactor.excerpt(message.as_bytes()),
            _ => text(&["message", "description"]).unwrap_or_else(|| redactor.excerpt(raw.to_string().as_bytes())),
        };
        Self { path: text(&["path", "field", "keyword"]), message, raw: raw.clone() }
    }

    /// The field that the failure is about, where it says so: its `path`, `field` or `keyword`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// What is wrong with it: its `message` or `description`, or else an excerpt of the entry.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The entry as it came. Shown by nothing of ours.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }
}

impl core::fmt::Display for ApiFailure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let message = shown(&self.message, SHOWN_FAILURE);
        match self.path.as_deref().map(|path| shown(path, SHOWN_PATH)) {
            Some(path) if !message.contains(&path) => write!(f, "`{path}`: {message}"),
            _ => f.write_str(&message),
        }
    }
}

impl core::fmt::Debug for ApiFailure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let path = self.path.as_deref().map(|path| shown(path, SHOWN_PATH));
        let message = shown(&self.message, SHOWN_FAILURE);
        f.debug_struct("ApiFailure").field("path", &path).field("message", &message).finish_non_exhaustive()
    }
}

/// `truto_error_insight`: what Truto knows about the cause of an error. Any subset of the documented keys may be there.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::Error};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Api(refused)) = link.send(account).await else { return };
/// if let Some(insight) = refused.insight() {
///     println!("ask the customer for the scopes {:?}", insight.missing_scopes());
///     println!("slow down: {}", insight.is_rate_limit());
/// }
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct Insight(Map<String, Value>);

/// The keys that the API documents.
const KNOWN_INSIGHTS: &[&str] = &[
    "missing_required_query_parameters",
    "missing_required_body_fields",
    "forbidden_error",
    "rate_limit_error",
    "remote_error",
];

impl Insight {
    /// Query parameters that the provider requires and the request lacks.
    #[must_use]
    pub fn missing_query_parameters(&self) -> Vec<&str> {
        self.names("missing_required_query_parameters")
    }

    /// Body fields that the provider requires and the request lacks.
    #[must_use]
    pub fn missing_body_fields(&self) -> Vec<&str> {
        self.names("missing_required_body_fields")
    }

    /// Scopes that the account's connection lacks.
    #[must_use]
    pub fn missing_scopes(&self) -> Vec<&str> {
        let scopes = self.value("forbidden_error").and_then(|value| value.get("missing_scopes"));
        scopes.and_then(Value::as_array).map(|scopes| strings(scopes)).unwrap_or_default()
    }

    /// Whether the cause is a rate limit, of Truto's or of the provider's.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.0.contains_key("rate_limit_error")
    }

    /// The insight as it came.
    #[must_use]
    pub fn raw(&self) -> &Map<String, Value> {
        &self.0
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.0.get(key).and_then(|entry| entry.get("value"))
    }

    fn names(&self, key: &str) -> Vec<&str> {
        self.value(key).and_then(Value::as_array).map(|names| strings(names)).unwrap_or_default()
    }
}

impl core::fmt::Debug for Insight {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // A key of the server's may be anything.
        f.debug_set().entries(self.0.keys().filter(|key| KNOWN_INSIGHTS.contains(&key.as_str()))).finish()
    }
}

fn strings(values: &[Value]) -> Vec<&str> {
    values.iter().filter_map(Value::as_str).collect()
}

fn compact(values: &[Value]) -> String {
    let parts: Vec<String> =
        values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect();
    parts.join(", ")
}

/// The first of `text` on one line, at most this many bytes.
fn shown(text: &str, most: usize) -> String {
    // White space goes away with the line breaks: a little more is looked at than is kept.
    let mut start = text.to_owned();
    cut(&mut start, 2 * most);
    let mut line = one_line(&start);
    cut(&mut line, most);
    line
}

/// `Display` is one line: an error of the provider's may hold several.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};
    use serde_json::json;

    use super::*;
    use crate::error::Outcome;

    #[test]
    fn what_an_error_shows_is_bounded() {
        let failures: Vec<Value> = (0..5000)
            .map(|index| json!({"path": format!("p{index}").repeat(99), "message": "m ".repeat(250)}))
            .collect();
        let envelope = json!({
            "statusCode": 422,
            "error": "E".repeat(50_000),
            "message": "a \n".repeat(50_000),
            "details": {"failures": failures},
            "truto_error_insight": {"k".repeat(50_000): 1},
        });
        let redactor = Redactor::new(["s3cret-token"]);
        let at = std::time::SystemTime::UNIX_EPOCH;
        let meta = Meta::new(StatusCode::UNPROCESSABLE_ENTITY, HeaderMap::new(), 1, at, &redactor);
        let endpoint = "POST /x".to_owned();
        let context = Context { endpoint, outcome: Outcome::Rejected, attempts: 1, request_id: None, records: None };
        let error = ApiError::new(context, meta, envelope.to_string().into(), &redactor);
        let (shown, debug) = (error.to_string(), format!("{error:?} {:?}", error.insight()));
        assert!(shown.len() < 12_000, "{}", shown.len());
        assert!(debug.len() < 16_000, "{}", debug.len());
        assert!(shown.contains("; and 4984 more"), "{shown}");
        assert_eq!((error.failures().len(), error.message().len()), (5000, 150_000), "the accessors have it all");
    }
}
