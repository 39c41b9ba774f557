//! Spans and events, with OpenTelemetry's names for HTTP clients: a span for each call, and in it one for each attempt.
//!
//! They hold the path template and never the URL, because a query holds customers' data.

use core::time::Duration;
use std::borrow::Cow;

use tracing::{Span, field};

use crate::contract::Contract;
use crate::error::{ApiErrorKind, Clock, DecodeKind, Error, NetworkKind, Outcome, Size};
use crate::policy::attempt::Attempt;
use crate::transport::base_url::BaseUrl;

/// The span of a call, from the first wait to the last attempt.
pub(crate) fn call(contract: &Contract, account: Option<&str>) -> Span {
    tracing::info_span!(
        "truto.call",
        otel.name = %contract,
        otel.kind = "internal",
        otel.status_code = field::Empty,
        http.request.method = contract.method().as_str(),
        url.template = contract.path(),
        truto.account.id = account,
        truto.outcome = field::Empty,
        error.r#type = field::Empty,
    )
}

/// Records the error of a call in its span.
pub(crate) fn call_failed(span: &Span, error: &Error) {
    if span.is_disabled() {
        return;
    }
    span.record("truto.outcome", outcome(error.outcome()));
    mark(span, error);
}

/// The span of one attempt.
pub(crate) fn attempt(attempt: &Attempt, base_url: &BaseUrl) -> Span {
    let Attempt { contract, number, .. } = attempt;
    let span = tracing::info_span!(
        "truto.attempt",
        otel.name = %contract,
        otel.kind = "client",
        otel.status_code = field::Empty,
        http.request.method = contract.method().as_str(),
        http.request.resend_count = field::Empty,
        http.response.status_code = field::Empty,
        url.template = contract.path(),
        server.address = base_url.host(),
        server.port = base_url.port(),
        error.r#type = field::Empty,
    );
    if *number > 1 {
        span.record("http.request.resend_count", number - 1);
    }
    span
}

/// Records how an attempt ended. The status is that of the head: an error inside a success is recorded as `error.type`.
pub(crate) fn attempt_ended(span: &Span, end: Result<u16, &Error>) {
    if span.is_disabled() {
        return;
    }
    let status = match end {
        Ok(status) => Some(status),
        Err(Error::Api(error)) => Some(error.meta().status()),
        Err(error) => error.status(),
    };
    if let Some(status) = status {
        span.record("http.response.status_code", status);
    }
    if let Err(error) = end {
        mark(span, error);
    }
}

fn mark(span: &Span, error: &Error) {
    span.record("otel.status_code", "ERROR");
    span.record("error.type", &*error_type(error));
}

/// A call is sent again.
pub(crate) fn retry(attempt: &Attempt, wait: Duration, error: &Error) {
    let Attempt { contract, number, .. } = attempt;
    tracing::info!(
        url.template = contract.path(),
        http.request.method = contract.method().as_str(),
        http.request.resend_count = number,
        error.r#type = &*error_type(error),
        truto.retry.wait_ms = millis(wait),
        "sending the request again"
    );
}

/// An account's window is closed.
pub(crate) fn rate_limited(account: Option<&str>, wait: Duration) {
    tracing::warn!(truto.account.id = account, truto.limit.wait_ms = millis(wait), "the rate limit is exceeded");
}

/// An option or a format was set after its call began.
pub(crate) fn too_late(method: &'static str, attempt: Option<&Attempt>) {
    tracing::warn!(
        truto.option = method,
        http.request.method = attempt.map(|attempt| attempt.contract.method().as_str()),
        url.template = attempt.map(|attempt| attempt.contract.path()),
        "an option was set after the first poll of its call and changes nothing"
    );
}

/// A call or a listing failed: its caller gets this error.
pub(crate) fn gave_up(account: Option<&str>, error: &Error) {
    let (method, template) = error.endpoint().and_then(|endpoint| endpoint.split_once(' ')).unzip();
    tracing::warn!(
        url.template = template,
        http.request.method = method,
        error.r#type = &*error_type(error),
        truto.account.id = account,
        truto.outcome = outcome(error.outcome()),
        truto.attempts = error.attempts(),
        "the call failed"
    );
}

/// A failure that matters beyond its call.
pub(crate) fn failed(account: Option<&str>, error: &Error) {
    let Error::Api(api) = error else { return };
    match api.kind() {
        ApiErrorKind::IdempotencyMismatch => tracing::error!(
            truto.account.id = account,
            endpoint = api.endpoint(),
            "an idempotency key was used for two requests; the second was not carried out"
        ),
        ApiErrorKind::Blocked => tracing::warn!(truto.account.id = account, "the account is blocked"),
        _ => {}
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotSent => "not_sent",
        Outcome::Rejected => "rejected",
        Outcome::Unknown => "unknown",
    }
}

fn millis(wait: Duration) -> u64 {
    u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)
}

/// The value of `error.type`: a status, or one of a few words.
fn error_type(error: &Error) -> Cow<'static, str> {
    let word = match error {
        Error::Api(error) => return error.status().to_string().into(),
        Error::Redirect(error) => return error.status().to_string().into(),
        Error::Network(error) => match error.kind() {
            NetworkKind::Dns => "dns",
            NetworkKind::Connect => "connect",
            NetworkKind::Tls => "tls",
            NetworkKind::Proxy => "proxy",
            NetworkKind::Exchange => "exchange",
            NetworkKind::BodyInterrupted => "body_interrupted",
        },
        Error::Timeout(error) => match error.clock() {
            Clock::Connect => "connect_timeout",
            Clock::FirstByte => "first_byte_timeout",
            Clock::Stall => "stall_timeout",
            Clock::Throughput => "min_throughput",
            Clock::Attempt => "attempt_timeout",
            Clock::Deadline => "deadline",
        },
        Error::Decode(error) => match error.kind() {
            DecodeKind::ContentType { .. } => "content_type",
            DecodeKind::Empty => "empty",
            DecodeKind::Compression { .. } => "compression",
            DecodeKind::Syntax { .. } => "syntax",
            DecodeKind::Shape { .. } => "shape",
            DecodeKind::Short { .. } => "short",
        },
        Error::TooLarge(error) => match error.size() {
            Size::Body => "body_too_large",
            Size::Record => "record_too_large",
            Size::Ratio => "ratio_too_large",
            Size::Items | Size::List => "too_many_items",
        },
        Error::Config(_) => "config",
        Error::Invalid(_) => "invalid",
        Error::Token(_) => "token",
        Error::RateLimited(_) => "rate_limited",
        Error::Unavailable(_) => "unavailable",
        Error::CursorCycle(_) => "cursor_cycle",
        Error::Checkpoint(_) => "checkpoint",
        Error::Batch(_) => "batch",
    };
    word.into()
}
