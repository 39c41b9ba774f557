//! Answers that are not 2xx, read from the API's error envelope.
//!
//! The envelope is `{"statusCode", "error", "message"}`. Truto's own validation adds `details.failures`; a refusal of the provider
//! adds `truto_is_remote_error`, `raw_response` and `truto_error_insight`
//! (<https://truto.one/docs/api-reference/overview/errors>).

use core::time::Duration;

use bytes::Bytes;
use serde_json::Value;

use crate::error::context::{Context, call_error};
use crate::error::debug::debug_with_sentence;
use crate::error::envelope;
use crate::error::failure::ApiFailure;
use crate::error::insight::Insight;
use crate::error::unparsed::{Entries, Members, Unparsed};
use crate::meta::Meta;
use crate::redact::{Redactor, digest, one_line, shown};
use crate::util::content_type::codings;

/// How much of the envelope an error shows, in bytes.
const SHOWN_NAME: usize = 120;
const SHOWN_MESSAGE: usize = 1024;
/// How many entries of `details.failures` an error shows.
const SHOWN_FAILURES: usize = 16;

call_error! {
    /// An answer that is not 2xx, or a 2xx answer that holds the error envelope.
    ///
    /// ```no_run
    /// # use truto_core::{Account, crm::{CreateAssociation, crm_entity}, error::{Error, Outcome}};
    /// # async fn example(salesforce: &Account) {
    /// let link = CreateAssociation::builder().entity_id("00QUx000001AbCd").entity(crm_entity::Leads);
    /// let Err(Error::Api(refused)) = link.send(salesforce).await else { return };
    /// // Salesforce cannot link leads, and says so in its own words.
    /// assert_eq!((refused.status(), refused.is_remote()), (422, true));
    /// assert_eq!(refused.outcome(), Outcome::Rejected);
    /// println!("{}: {:?}", refused.message(), refused.raw_response());
    /// for failure in refused.failures() {
    ///     println!("{}: {}", failure.path().unwrap_or("somewhere"), failure.message());
    /// }
    /// # }
    /// ```
    pub struct ApiError {
        /// HTTP status, or the status of the envelope if a 2xx answer holds one.
        status: u16,
        /// Status, headers, request id and rate limit of the answer.
        meta: Meta as &Meta,
        /// The envelope's `message`. If it is empty, an excerpt of `raw_response` or of the body.
        message: String as &str,
        /// The envelope's `details.failures`: what Truto's own validation found. At most 100 are kept.
        failures: Vec<ApiFailure> as &[ApiFailure],
        /// How many failures were not kept in [`failures`](Self::failures); the [`body`](Self::body) has them.
        more_failures: usize,
        /// Whether the provider refused, and not Truto (`truto_is_remote_error`).
        is_remote: bool,
        /// The bytes of the answer, unchanged. Never included in `Display` or `Debug`.
        body: Bytes as &Bytes,
        error: Option<String>,
        raw_response: Option<Unparsed>,
        insight: Option<Insight>,
        excerpt: String,
    }
}

// The sentence holds the message and the failures.
debug_with_sentence!(ApiError { context, status, kind(), meta, insight, is_remote, excerpt, .. });

impl ApiError {
    pub(crate) fn new(context: Context, meta: Meta, body: Bytes, redactor: &Redactor) -> Self {
        let envelope = Members::read(&body, envelope::MEMBERS);
        let text = |key: &str| {
            let text = envelope.get::<String>(key).filter(|text| !text.is_empty());
            text.map(|text| redactor.clean(&text))
        };
        let raw_response = envelope.raw("raw_response");
        let lines = || envelope.get::<Entries<'_>>("message").and_then(|lines| lines.joined());
        let codings = codings(meta.headers());
        // A compressed body is unreadable, so an excerpt of it is of no use.
        let excerpt = if codings.is_empty() { redactor.excerpt(&body) } else { String::new() };
        let compressed = || {
            let codings = redactor.excerpt(codings.join(", "));
            format!("the body is compressed with `{codings}`, which the request did not accept")
        };
        let message = text("message")
            .or_else(|| (!codings.is_empty() && !body.is_empty()).then(compressed))
            .or_else(|| lines().map(|lines| redactor.excerpt(lines)))
            .or_else(|| raw_response.map(|raw| redactor.excerpt(raw.get())))
            .unwrap_or_else(|| one_line(&excerpt));
        // The status of an envelope inside a 2xx answer counts.
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
            is_remote: envelope.get("truto_is_remote_error") == Some(true),
            raw_response: raw_response.map(|raw| Unparsed::of(&body, raw)),
            insight: envelope.raw("truto_error_insight").and_then(Insight::read),
            meta,
            excerpt,
            body,
        }
    }

    /// The same error with only the beginning of the answer.
    pub(crate) fn digest(&self) -> Self {
        Self {
            context: self.context.clone(),
            status: self.status,
            meta: self.meta.digest(),
            error: self.error.as_deref().map(digest),
            message: digest(&self.message),
            failures: Vec::new(),
            more_failures: 0,
            is_remote: self.is_remote,
            raw_response: None,
            insight: None,
            excerpt: digest(&self.excerpt),
            body: Bytes::new(),
        }
    }

    /// The envelope's `error`: `Bad Request`.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// The provider's own answer, if it could be parsed. Never included in `Display` or `Debug`.
    #[must_use]
    pub fn raw_response(&self) -> Option<&Value> {
        self.raw_response.as_ref().and_then(Unparsed::tree)
    }

    /// What Truto knows about the cause (`truto_error_insight`).
    #[must_use]
    pub fn insight(&self) -> Option<&Insight> {
        self.insight.as_ref()
    }

    /// The kind of the refusal.
    #[must_use]
    pub fn kind(&self) -> ApiErrorKind {
        let says = |word: &str| self.message.to_ascii_lowercase().contains(word);
        match (self.status, self.is_remote) {
            (401, false) => ApiErrorKind::Token,
            (401, true) => ApiErrorKind::Connection,
            (429, _) => ApiErrorKind::RateLimit,
            // Some providers answer too many calls with 403, and say so elsewhere in the answer.
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

    /// How long the server asks to wait (`Retry-After`, or the reset of a rate limit).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self.kind() {
            ApiErrorKind::RateLimit => self.meta.after_rate_limit(),
            _ => self.meta.retry_after(),
        }
    }

    /// The advice that follows the message.
    fn advice(&self) -> Option<&'static str> {
        Some(match self.kind() {
            ApiErrorKind::Token => "check the API token",
            ApiErrorKind::Connection => "authorise the account's connection again",
            ApiErrorKind::Forbidden if self.is_remote => "the account's connection may need another scope",
            ApiErrorKind::NotFound if !self.is_remote => "check the id of the record, the account and the path",
            ApiErrorKind::RateLimit => "wait before the next call",
            ApiErrorKind::Blocked => "the account is blocked",
            ApiErrorKind::IdempotencyMismatch => "use a new idempotency key for each write",
            _ if self.status == 405 && !self.is_remote => {
                "the path does not allow this method, or the account is a sandbox, which allows no writes"
            }
            _ if self.status == 503 && !self.is_remote => "the account may be blocked",
            _ => return None,
        })
    }
}

/// The kind of a refusal, by its status and by the rest of the envelope
/// (<https://truto.one/docs/api-reference/overview/errors>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// The API token is not valid (401).
    Token,
    /// The account's connection to the provider must be authorised again (401 from the provider): ask your customer to do so.
    Connection,
    /// A scope is missing, or the token is not allowed to do this (403).
    Forbidden,
    /// The record, the account or the path does not exist (404, 410).
    NotFound,
    /// The request conflicts with the present state (409). It is never retried. The outcome is `Rejected`, or `Unknown` if the
    /// caller set the idempotency key, because the first request under that key may still be running.
    Conflict,
    /// The idempotency key was used for another request (422). This is a mistake of the calling program.
    IdempotencyMismatch,
    /// Too many calls (429; 403 if the answer says so).
    RateLimit,
    /// The account is blocked (503 from Truto).
    Blocked,
    /// The server, or the provider behind it, failed in a way that may pass (408, 425, 5xx).
    Transient,
    /// Anything else. The same request will be refused again.
    Refused,
}

impl core::fmt::Display for ApiError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let status = self.status();
        let name = self.error().or_else(|| self.meta.status_code().canonical_reason()).unwrap_or("error");
        let name = shown(name, SHOWN_NAME);
        write!(f, "{}: {status} {name}", self.context.endpoint)?;
        if self.is_remote {
            f.write_str(" from the provider")?;
        }
        let message = shown(&self.message, SHOWN_MESSAGE);
        if !message.is_empty() {
            write!(f, ": {message}")?;
        }
        for failure in self.failures.iter().take(SHOWN_FAILURES).map(ToString::to_string) {
            // Some messages repeat the failures.
            if !message.contains(&failure) {
                write!(f, "; {failure}")?;
            }
        }
        let hidden = self.failures.len().saturating_sub(SHOWN_FAILURES) + self.more_failures;
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

#[cfg(test)]
mod tests {
    use http::{HeaderMap, StatusCode};
    use serde_json::json;

    use super::*;
    use crate::error::Outcome;

    fn error(status: StatusCode, body: impl Into<Bytes>) -> ApiError {
        let redactor = Redactor::new(["s3cret-token"]);
        let meta = Meta::new(status, HeaderMap::new(), 1, std::time::SystemTime::UNIX_EPOCH, &redactor);
        let endpoint = "POST /x".to_owned().into();
        let context = Context { endpoint, outcome: Outcome::Rejected, attempts: 1, request_id: None, records: None };
        ApiError::new(context, meta, body.into(), &redactor)
    }

    #[test]
    fn the_text_of_an_error_is_bounded() {
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
    fn the_parts_of_the_envelope_are_found_in_every_form() {
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
