//! Errors that came without an answer, and the usual refusals.

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

/// An error, as a call would have failed with it. It becomes an [`Error`] with `into()`.
///
/// What is known of the write is what such a failure leaves of one: a refusal is `Rejected`, a connection that could not be
/// established `NotSent`, a clock that ran out `Unknown`; of an endpoint that reads it is always `NotSent`.
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
    fn of(what: What) -> Self {
        Self { contract: &MOCKED, what, outcome: None, attempts: None, request_id: None }
    }

    /// The API refused with this status and message. For more of its answer than that, such as a provider's refusal or
    /// `Retry-After`, there is [`MockAnswer::refused`].
    pub fn api(status: u16, message: impl Into<String>) -> Self {
        Self::of(What::Api(status, message.into()))
    }

    /// A setting cannot be used: its name, what is wrong with it, and how to mend it.
    pub fn config(setting: &'static str, problem: impl Into<String>, fix: &'static str) -> Self {
        Self::of(What::Config(setting, problem.into(), fix))
    }

    /// The request breaks its own contract: the value at this path cannot be taken, for this reason.
    /// [`and_invalid`](Self::and_invalid) adds another one.
    pub fn invalid(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::of(What::Invalid(vec![Failure::value(path, reason)]))
    }

    /// One more value that cannot be taken. It changes nothing of an error that is not [`invalid`](Self::invalid).
    pub fn and_invalid(mut self, path: impl Into<String>, reason: impl Into<String>) -> Self {
        if let What::Invalid(failures) = &mut self.what {
            failures.push(Failure::value(path, reason));
        }
        self
    }

    /// The token source failed, and said this.
    pub fn token(cause: impl Into<String>) -> Self {
        Self::of(What::Token(cause.into()))
    }

    /// The account's limits did not let the call through; `wait` is how long that lasts, where it is known.
    pub fn rate_limited(kind: LimitKind, wait: Option<Duration>) -> Self {
        Self::of(What::RateLimited(kind, wait))
    }

    /// The call was not sent, because the account's calls fail, the last one with `cause`; `wait` is when the next one is let
    /// through.
    pub fn unavailable(wait: Duration, cause: impl Into<Error>) -> Self {
        Self::of(What::Unavailable(wait, Box::new(cause.into())))
    }

    /// The connection failed, for this cause.
    pub fn network(kind: NetworkKind, cause: impl Into<String>) -> Self {
        Self::of(What::Network(kind, cause.into()))
    }

    /// A clock ran out that runs so long.
    pub fn timeout(clock: Clock, after: Duration) -> Self {
        Self::of(What::Timeout(clock, after))
    }

    /// The answer is larger than this cap.
    pub fn too_large(size: Size, limit: u64) -> Self {
        Self::of(What::TooLarge(size, limit))
    }

    /// The listing would go round in a circle after so many pages.
    pub fn cursor_cycle(pages: u64) -> Self {
        Self::of(What::CursorCycle(pages))
    }

    /// The endpoint that was called; `POST /mocked` otherwise.
    pub fn endpoint<E: Endpoint>(mut self) -> Self {
        self.contract = E::CONTRACT;
        self
    }

    /// What is known of the write, in place of what such a failure leaves of one.
    pub fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = Some(outcome);
        self
    }

    /// How often the request was sent; once otherwise, and not at all where the failure keeps it from being sent.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// The server's id of the request.
    pub fn request_id(mut self, id: impl Into<String>) -> Self {
        self.request_id = Some(id.into());
        self
    }

    /// What such a failure leaves of a call: whether it was sent, and whether it proves that nothing left.
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
                if let Some(id) = &mock.request_id {
                    answer = answer.header("x-request-id", id);
                }
                let error = answer.of(mock.contract).refused();
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
