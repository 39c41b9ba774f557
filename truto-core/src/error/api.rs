//! Answers that are not 2xx, read from the API's error envelope.
//!
//! The envelope is `{"statusCode", "error", "message"}`, with `details.failures` from Truto's own validation, and
//! `truto_is_remote_error`, `raw_response` and `truto_error_insight` when the provider refused
//! (<https://truto.one/docs/api-reference/overview/errors>).

use core::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use crate::error::context::{Context, context_accessors};
use crate::error::debug::sentence_first;
use crate::error::envelope;
use crate::error::failure::ApiFailure;
use crate::error::insight::Insight;
use crate::error::unparsed::{Entries, Members, Unparsed};
use crate::meta::Meta;
use crate::redact::{Redactor, digest, one_line, shown};
use crate::util::content_type::codings;

/// How much of the envelope an error shows, in bytes, whatever the server wrote into it.
const SHOWN_NAME: usize = 120;
const SHOWN_MESSAGE: usize = 1024;
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
    more_failures: usize,
    remote: bool,
    raw_response: Option<Unparsed>,
    insight: Option<Insight>,
    excerpt: String,
    body: Bytes,
}

context_accessors!(ApiError);

impl ApiError {
    pub(crate) fn new(context: Context, meta: Meta, body: Bytes, redactor: &Redactor) -> Self {
        let envelope = Members::read(&body, envelope::MEMBERS);
        let text = |key: &str| {
            let text = envelope.get::<String>(key).filter(|text| !text.is_empty());
            text.map(|text| redactor.clean(&text))
        };
        let raw_response = envelope.raw("raw_response");
        let lines = || envelope.get::<Entries<'_>>("message").and_then(|lines| lines.joined());
        let packed = codings(meta.headers());
        // What is packed in a way that nobody asked for says nothing to a person.
        let excerpt = if packed.is_empty() { redactor.excerpt(&body) } else { String::new() };
        let unreadable = || {
            let packed = redactor.excerpt(packed.join(", ").as_bytes());
            format!("the body is packed with `{packed}`, which was not asked for")
        };
        let message = text("message")
            .or_else(|| (!packed.is_empty() && !body.is_empty()).then(unreadable))
            .or_else(|| lines().map(|lines| redactor.excerpt(lines.as_bytes())))
            .or_else(|| raw_response.map(|raw| redactor.excerpt(raw.get().as_bytes())))
            .unwrap_or_else(|| one_line(&excerpt));
        // An error inside a 2xx answer is what its envelope says it is.
        let inner = envelope.get("statusCode").filter(|_| meta.status() < 300);
        let details = envelope.raw("details").map(|details| Members::read(details.get().as_bytes(), &["failures"]));
        let failures: Entries<'_> = details.and_then(|details| details.get("failures")).unwrap_or_default();
        Self {
            context,
            status: inner.unwrap_or(meta.status()),
            error: text("error"),
            message,
            failures: failures.first.iter().map(|entry| ApiFailure::new(&body, entry, redactor)).collect(),
            more_failures: failures.more,
            remote: envelope.get("truto_is_remote_error") == Some(true),
            raw_response: raw_response.map(|raw| Unparsed::of(&body, raw)),
            insight: envelope.raw("truto_error_insight").and_then(Insight::read),
            meta,
            excerpt,
            body,
        }
    }

    /// The same without what the answer held, but for the beginning of it.
    pub(crate) fn digest(&self) -> Self {
        Self {
            context: self.context.clone(),
            status: self.status,
            meta: self.meta.digest(),
            error: self.error.as_deref().map(digest),
            message: digest(&self.message),
            failures: Vec::new(),
            more_failures: 0,
            remote: self.remote,
            raw_response: None,
            insight: None,
            excerpt: digest(&self.excerpt),
            body: Bytes::new(),
        }
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

    /// The envelope's `details.failures`: what Truto's own validation found. At most a hundred of them are kept.
    #[must_use]
    pub fn failures(&self) -> &[ApiFailure] {
        &self.failures
    }

    /// How many there are beyond [`failures`](Self::failures); the [`body`](Self::body) has them.
    #[must_use]
    pub fn more_failures(&self) -> usize {
        self.more_failures
    }

    /// Whether the provider refused, and not Truto (`truto_is_remote_error`).
    #[must_use]
    pub fn is_remote(&self) -> bool {
        self.remote
    }

    /// The provider's own answer, as JSON where it could be parsed. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn raw_response(&self) -> Option<&Value> {
        self.raw_response.as_ref().and_then(Unparsed::tree)
    }

    /// What Truto knows about the cause (`truto_error_insight`).
    #[must_use]
    pub fn insight(&self) -> Option<&Insight> {
        self.insight.as_ref()
    }

    /// The answer's bytes, as they came. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How many failures are not shown.
    fn hidden_failures(&self) -> usize {
        self.failures.len().saturating_sub(SHOWN_FAILURES) + self.more_failures
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
    /// It is in conflict with what is there (409). Never sent again. The outcome is `Rejected`; under an idempotency key of the
    /// caller's it is `Unknown`, because the first request under that key may still be running.
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
        let hidden = self.hidden_failures();
        if hidden > 0 {
            write!(f, "; and {hidden} more")?;
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
            ApiErrorKind::NotFound if !self.remote => "there may be no such record, no such account, or no such path",
            ApiErrorKind::RateLimit => "wait before the next call",
            ApiErrorKind::Blocked => "the account is blocked",
            ApiErrorKind::IdempotencyMismatch => "give each write a key of its own",
            _ if self.status == 405 && !self.remote => {
                "a path takes its own methods only, and a sandbox account no write"
            }
            _ if self.status == 503 && !self.remote => "the account may be blocked",
            _ => return None,
        })
    }
}

impl core::fmt::Debug for ApiError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // The sentence has the message and the failures.
        sentence_first(f, self, |f| {
            f.debug_struct("ApiError")
                .field("context", &self.context)
                .field("status", &self.status())
                .field("kind", &self.kind())
                .field("meta", &self.meta)
                .field("insight", &self.insight)
                .field("remote", &self.remote)
                .field("excerpt", &self.excerpt)
                .finish_non_exhaustive()
        })
    }
}

impl core::error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};
    use serde_json::json;

    use super::*;
    use crate::error::Outcome;

    fn error(status: StatusCode, body: impl Into<Bytes>) -> ApiError {
        let redactor = Redactor::new(["s3cret-token"]);
        let meta = Meta::new(status, HeaderMap::new(), 1, std::time::SystemTime::UNIX_EPOCH, &redactor);
        let endpoint = "POST /x".to_owned();
        let context = Context { endpoint, outcome: Outcome::Rejected, attempts: 1, request_id: None, records: None };
        ApiError::new(context, meta, body.into(), &redactor)
    }

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
        let error = error(StatusCode::UNPROCESSABLE_ENTITY, envelope.to_string());
        let (shown, debug) = (error.to_string(), format!("{error:?} {:?}", error.insight()));
        assert!(shown.len() < 12_000, "{}", shown.len());
        assert!(debug.len() < 16_000, "{}", debug.len());
        assert!(shown.contains("; and 4984 more"), "{shown}");
        assert_eq!(error.message().len(), 150_000, "the accessor has it all");
        assert_eq!((error.failures().len(), error.more_failures()), (100, 4900));
    }

    #[test]
    fn what_the_envelope_holds_is_found_in_every_form() {
        let body = |details: Value, message: Value| {
            json!({
                "statusCode": 400, "error": "Bad Request", "message": message, "details": details,
                "raw_response": {"a": [1]}, "truto_is_remote_error": true,
                "truto_error_insight": {"rate_limit_error": {}},
            })
        };
        let failures = json!({"failures": [
            "no", {"path": ["a", 0, "b"], "message": "x"}, {"field": "c", "description": "y"}, {"odd": 7}, [8], null,
        ]});
        let found = error(StatusCode::BAD_REQUEST, body(failures.clone(), json!("m")).to_string());
        let said: Vec<String> = found.failures().iter().map(ToString::to_string).collect();
        assert_eq!(said, ["no", "`a, 0, b`: x", "`c`: y", r#"{"odd":7}"#, "[8]", "null"]);
        let raw: Vec<&Value> = found.failures().iter().map(ApiFailure::raw).collect();
        assert_eq!(raw, failures["failures"].as_array().unwrap().iter().collect::<Vec<_>>());
        assert_eq!((found.raw_response(), found.is_remote()), (Some(&json!({"a": [1]})), true));
        assert!(found.insight().unwrap().is_rate_limit());
        for (message, says) in [(json!(["a", 1]), "a, 1"), (json!(""), r#"{"a":[1]}"#), (json!([]), r#"{"a":[1]}"#)] {
            let found = error(StatusCode::BAD_REQUEST, body(json!({"failures": {}}), message).to_string());
            assert_eq!((found.message(), found.failures().len(), found.more_failures()), (says, 0, 0));
        }
    }

    #[test]
    fn an_error_inside_a_success_is_read_behind_a_byte_order_mark_too() {
        let found = error(StatusCode::OK, "\u{feff}{\"statusCode\":503,\"error\":\"x\",\"message\":\"later\"}");
        assert_eq!((found.status(), found.message()), (503, "later"));
    }
}
