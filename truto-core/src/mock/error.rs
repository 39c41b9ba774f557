//! Mocked errors.

use core::time::Duration;
use std::time::SystemTime;

use serde_json::json;

use crate::contract::Contract;
use crate::endpoint::Endpoint;
use crate::error::{
    Clock, ConfigError, Context, CursorCycleError, Error, Failure, InvalidRequest, LimitKind, NetworkError,
    NetworkKind, Outcome, RateLimitedError, Size, TimeoutError, TokenError, TooLargeError, UnavailableError,
};
use crate::mock::{MOCKED, MockAnswer, attempt};

/// An error of a call. It becomes an [`Error`] with `into()`.
///
/// Its outcome is that of such a failure in a call: `Rejected` for a refusal, `NotSent` for a connection that could
/// not be established, `Unknown` for a timeout. For an endpoint that reads, it is always `NotSent`.
///
/// ```
/// use std::time::Duration;
/// use truto_core::error::{LimitKind, NetworkKind, Outcome};
/// use truto_core::mock::MockError;
/// use truto_core::{Error, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/ticketing/tickets/{id}")]
/// pub struct GetTicket { pub id: String }
///
/// let gone: Error = MockError::api(404, "There is no such ticket").endpoint::<GetTicket>().request_id("req-7").into();
/// assert_eq!(
///     gone.to_string(),
///     "GET /unified/ticketing/tickets/{id}: 404 Not Found: There is no such ticket (request req-7); \
///      check the id of the record, the account and the path",
/// );
///
/// let broken: Error = MockError::network(NetworkKind::Exchange, "connection reset").into();
/// assert_eq!((broken.outcome(), broken.is_retryable()), (Outcome::Unknown, true));
/// let limited: Error = MockError::rate_limited(LimitKind::Window, Some(Duration::from_secs(7))).into();
/// assert!(limited.is_rate_limited() && limited.retry_at().is_some());
/// ```
#[derive(Clone, Debug)]
#[must_use = "a mocked error becomes an `Error` with `into`"]
pub struct MockError {
    contract: &'static Contract,
    what: What,
    outcome: Option<Outcome>,
    attempts: Option<u32>,
    request_id: Option<String>,
}

#[derive(Clone, Debug)]
enum What {
    Api(u16, String),
    Config(&'static str, String, &'static str),
    Invalid(Vec<Failure>),
    Token(String),
    RateLimited(LimitKind, Option<Duration>),
    Unavailable(Duration, Box<Error>),
    Network(NetworkKind, String),
    Timeout(Clock, Duration),
    TooLarge(Size, u64),
    CursorCycle(u64),
}

impl MockError {
    fn new(what: What) -> Self {
        Self { contract: &MOCKED, what, outcome: None, attempts: None, request_id: None }
    }

    /// The API refused with this status and message. If the error needs more of the answer, such as `Retry-After` or a
    /// provider's refusal, use [`MockAnswer::refused`].
    pub fn api(status: u16, message: impl Into<String>) -> Self {
        Self::new(What::Api(status, message.into()))
    }

    /// A setting is invalid: its name, the problem, and how to fix it.
    pub fn config(setting: &'static str, problem: impl Into<String>, fix: &'static str) -> Self {
        Self::new(What::Config(setting, problem.into(), fix))
    }

    /// The request is invalid: the value at this path, for this reason. [`and_invalid`](Self::and_invalid) adds another value.
    pub fn invalid(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::new(What::Invalid(vec![Failure::value(path, reason)]))
    }

    /// Adds an invalid value to an error made by [`invalid`](Self::invalid). It does not change other errors.
    pub fn and_invalid(mut self, path: impl Into<String>, reason: impl Into<String>) -> Self {
        if let What::Invalid(failures) = &mut self.what {
            failures.push(Failure::value(path, reason));
        }
        self
    }

    /// The token source failed with this message.
    pub fn token(cause: impl Into<String>) -> Self {
        Self::new(What::Token(cause.into()))
    }

    /// The account's limits kept the call from being sent; `wait` is the remaining time, if it is known.
    pub fn rate_limited(kind: LimitKind, wait: Option<Duration>) -> Self {
        Self::new(What::RateLimited(kind, wait))
    }

    /// The call was not sent because the account's calls keep failing, the last one with `cause`. `wait` is the time until the
    /// next call may be sent.
    pub fn unavailable(wait: Duration, cause: impl Into<Error>) -> Self {
        Self::new(What::Unavailable(wait, Box::new(cause.into())))
    }

    /// The connection failed with this cause.
    pub fn network(kind: NetworkKind, cause: impl Into<String>) -> Self {
        Self::new(What::Network(kind, cause.into()))
    }

    /// This clock ran out after this time.
    pub fn timeout(clock: Clock, after: Duration) -> Self {
        Self::new(What::Timeout(clock, after))
    }

    /// The answer is larger than this limit.
    pub fn too_large(size: Size, limit: u64) -> Self {
        Self::new(What::TooLarge(size, limit))
    }

    /// A cursor of a list repeated after this number of pages.
    pub fn cursor_cycle(pages: u64) -> Self {
        Self::new(What::CursorCycle(pages))
    }

    /// The endpoint that was called; `POST /mocked` by default.
    pub fn endpoint<E: Endpoint>(mut self) -> Self {
        self.contract = E::CONTRACT;
        self
    }

    /// The outcome of the write, in place of the outcome that such a failure has.
    pub fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = Some(outcome);
        self
    }

    /// How often the request was sent. By default once, or 0 times if such a failure keeps it from being sent.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// The server's id for the request.
    pub fn request_id(mut self, id: impl Into<String>) -> Self {
        self.request_id = Some(id.into());
        self
    }

    /// The context of such a failure in a call: whether the request was sent, and with which outcome.
    fn context(&self) -> Context {
        let (attempts, unsent) = match &self.what {
            What::Network(NetworkKind::Dns | NetworkKind::Connect | NetworkKind::Tls | NetworkKind::Proxy, _)
            | What::Timeout(Clock::Connect, _) => (1, true),
            What::TooLarge(Size::List, _) => (0, true),
            What::Network(..) | What::Timeout(..) | What::TooLarge(..) | What::Api(..) => (1, false),
            _ => (0, true),
        };
        let attempt = attempt(self.contract, self.attempts.unwrap_or(attempts));
        attempt.context(self.outcome.unwrap_or(attempt.repeat.unanswered(unsent)), self.request_id.as_deref())
    }
}

impl From<MockError> for Error {
    fn from(mock: MockError) -> Self {
        let context = mock.context();
        let retry_at = |wait: Duration| SystemTime::now().checked_add(wait);
        match mock.what {
            What::Api(status, message) => {
                let body = json!({ "statusCode": status, "message": message });
                let mut answer = MockAnswer::new(status).json(body).attempts(context.attempts);
                answer.contract = mock.contract;
                if let Some(id) = &mock.request_id {
                    answer = answer.header("x-request-id", id);
                }
                let error = answer.refused();
                match mock.outcome {
                    Some(outcome) => error.with_outcome(outcome),
                    None => error,
                }
            }
            What::Config(setting, problem, fix) => ConfigError::new(setting, problem, fix).into(),
            What::Invalid(failures) => InvalidRequest::new(mock.contract.to_string(), failures).into(),
            What::Token(cause) => TokenError::new(context, &cause).into(),
            What::RateLimited(kind, wait) => {
                RateLimitedError { context, kind, wait, retry_at: wait.and_then(retry_at), cause: None }.into()
            }
            What::Unavailable(wait, cause) => {
                let retry_at = retry_at(wait).unwrap_or_else(SystemTime::now);
                UnavailableError { context, wait, retry_at, cause }.into()
            }
            What::Network(kind, cause) => NetworkError { context, kind, received: 0, cause }.into(),
            What::Timeout(clock, after) => TimeoutError { context, clock, after }.into(),
            What::TooLarge(size, limit) => TooLargeError { context, size, limit }.into(),
            What::CursorCycle(pages) => CursorCycleError { context, pages }.into(),
        }
    }
}
