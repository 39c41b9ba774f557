//! One error for every call: what was attempted, what happened, what to do.
//!
//! `Display` is one line for a person. Neither it nor `Debug` shows the token, a secret field, or a whole body. Both spell out
//! what a terminal obeys or nobody sees, whoever wrote it: `\u{1b}`, `\u{202e}`. The accessors ([`ApiError::message`],
//! [`DecodeError::excerpt`], [`TokenError::cause`], …) give the text as it came: spell it out before you show it.
//!
//! ```no_run
//! # use truto_core::{Account, crm::CreateAssociation, error::{Error, Outcome}};
//! # use truto_core::Endpoint;
//! # async fn example(link: CreateAssociation, account: &Account) {
//! match link.send(account).await {
//!     Ok(link) => println!("linked: {:?}", link.associations),
//!     Err(Error::Invalid(invalid)) => println!("{} mistakes in the row", invalid.failures().len()),
//!     Err(Error::Api(api)) if api.is_remote() => println!("the provider refused: {}", api.message()),
//!     Err(error) if error.outcome() == Outcome::Unknown => println!("look before you repeat it: {error}"),
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```
//!
//! Whatever the variant is, [`outcome`](Error::outcome) and [`retry_at`](Error::retry_at) say what a program can do by itself:
//!
//! | `outcome()` | `retry_at()` | what to do |
//! |---|---|---|
//! | `NotSent` | a moment | put the call off until then |
//! | `NotSent` | `None` | [`Config`](Error::Config), [`Invalid`](Error::Invalid) and [`Checkpoint`](Error::Checkpoint) fail again: mend what the message names; whatever else it is, the call can be repeated |
//! | `Rejected` | a moment | nothing was written: put the call off until then |
//! | `Rejected` | `None` | nothing was written, and the same call will be refused again: mend the request or the account |
//! | `Unknown` | either | it may have been written: repeat it under the same idempotency key only, and not before that moment; without a key, look first |

mod api;
mod config;
mod context;
mod debug;
mod decode;
mod envelope;
mod failure;
mod insight;
mod invalid;
mod limit;
mod listing;
mod network;
mod predicates;
mod redirect;
mod token;
mod too_large;
mod unparsed;

use core::time::Duration;
use std::time::SystemTime;

pub use api::{ApiError, ApiErrorKind};
pub use config::ConfigError;
pub(crate) use context::Context;
pub use context::Outcome;
pub(crate) use debug::{debug_with_sentence, sentence_first};
pub use decode::{DecodeError, DecodeKind};
pub(crate) use envelope::is_error as is_error_envelope;
pub use failure::ApiFailure;
pub use insight::Insight;
pub use invalid::{Failure, InvalidRequest, Problem};
pub use limit::{LimitKind, RateLimitedError, UnavailableError};
pub use listing::{CheckpointError, CursorCycleError};
pub use network::{Clock, NetworkError, NetworkKind, TimeoutError};
pub use redirect::{RedirectError, RedirectReason};
pub use token::TokenError;
pub use too_large::{Size, TooLargeError};

/// Why a call failed.
///
/// ```
/// use truto_core::error::{Error, Outcome};
///
/// let error = truto_core::Client::builder().token("").build().unwrap_err();
/// assert!(matches!(error, Error::Config(_)));
/// assert_eq!(error.outcome(), Outcome::NotSent);
/// assert_eq!(error.to_string(), "`token` is empty: give an API token, or set `TRUTO_API_TOKEN`");
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub enum Error {
    /// A setting cannot be used. Nothing was sent, unless a format was chosen too late or a runtime was shut down: see [`ConfigError`].
    Config(Box<ConfigError>),
    /// The request breaks its own contract. Nothing was sent.
    Invalid(Box<InvalidRequest>),
    /// The token source failed.
    Token(Box<TokenError>),
    /// The account's limits do not let the call through in time. It says when to come back.
    RateLimited(Box<RateLimitedError>),
    /// The account's calls fail, so this one was not sent.
    Unavailable(Box<UnavailableError>),
    /// The connection failed.
    Network(Box<NetworkError>),
    /// A clock ran out.
    Timeout(Box<TimeoutError>),
    /// The answer is a redirect that is not followed.
    Redirect(Box<RedirectError>),
    /// The answer is not 2xx.
    Api(Box<ApiError>),
    /// The answer is 2xx but not what was asked for.
    Decode(Box<DecodeError>),
    /// The answer is larger than allowed.
    TooLarge(Box<TooLargeError>),
    /// A listing would go round in a circle.
    CursorCycle(Box<CursorCycleError>),
    /// A checkpoint is of another listing, or none.
    Checkpoint(Box<CheckpointError>),
}

impl Error {
    /// HTTP status of the answer that the call failed with; that of the last answer before, where the call itself was not
    /// sent because of it.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Decode(error) => Some(error.status()),
            Self::Redirect(error) => Some(error.status()),
            Self::RateLimited(error) => error.cause().and_then(Self::status),
            Self::Unavailable(error) => error.cause().status(),
            _ => None,
        }
    }

    /// The server's id of the last request, where the head of an answer came with one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.context()?.request_id.as_deref()
    }

    /// Method and path template of the endpoint: `POST /unified/crm/associations`. `None` for a setting.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        match self {
            Self::Invalid(error) => Some(error.endpoint()),
            _ => self.context().map(|context| context.endpoint.as_str()).filter(|endpoint| !endpoint.is_empty()),
        }
    }

    /// What is known of the write that failed, over all attempts: not sent, rejected, or unknown.
    ///
    /// A 2xx answer that could not be read is `Unknown` too: the server said yes, but not to what. Of a read it is always
    /// `NotSent`: nothing was written.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.context().map_or(Outcome::NotSent, |context| context.outcome)
    }

    /// How often the request was sent, or begun to be sent; 0 when nothing left.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.context().map_or(0, |context| context.attempts)
    }

    /// When to come back, where the server said so or the account's limits do. A job is best put off until then.
    ///
    /// ```no_run
    /// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
    /// # async fn example(link: CreateAssociation, account: &Account) {
    /// if let Err(error) = link.send(account).await {
    ///     match error.retry_at() {
    ///         Some(moment) => println!("again at {moment:?}"),
    ///         None => println!("{error}"),
    ///     }
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn retry_at(&self) -> Option<SystemTime> {
        match self {
            Self::RateLimited(error) => error.retry_at(),
            Self::Unavailable(error) => Some(error.retry_at()),
            Self::Api(error) => error.meta().at().checked_add(error.retry_after()?),
            _ => None,
        }
    }

    /// How long the server asked to wait, where its answer says so.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(error) => error.retry_after(),
            _ => None,
        }
    }

    /// Records of a [`RecordStream`](crate::response::RecordStream) that had come whole before it failed in a way that may pass: it broke
    /// off, a clock ran out, the server was overloaded. A new stream is taken up behind them
    /// ([`RecordStream::after`](crate::response::RecordStream::after)). `None` where a new stream would fail as this one did, and of every
    /// other call.
    #[must_use]
    pub fn records(&self) -> Option<u64> {
        self.context()?.records
    }

    /// The status of a refusal by the API itself, not by the provider behind it.
    pub(crate) fn refused_by_api(&self) -> Option<u16> {
        match self {
            Self::Api(error) if !error.is_remote() => Some(error.status()),
            _ => None,
        }
    }

    /// The same error without what an answer held, but for the beginning: what is kept of it for others.
    pub(crate) fn digest(&self) -> Self {
        match self {
            Self::Api(error) => error.digest().into(),
            Self::Decode(error) => error.digest().into(),
            other => other.clone(),
        }
    }

    /// The same error, with what is known of the write over all attempts.
    pub(crate) fn with_outcome(mut self, outcome: Outcome) -> Self {
        if let Some(context) = self.context_mut() {
            context.outcome = outcome;
        }
        self
    }

    /// The error of a call whose runtime was shut down.
    pub(crate) fn runtime_ended() -> Self {
        ConfigError::runtime_ended().into()
    }

    /// The same error, of a stream of which so many records had come.
    pub(crate) fn after_records(mut self, records: u64) -> Self {
        if let Some(context) = self.context_mut() {
            context.records = Some(records);
        }
        self
    }
}

/// Writes a way to the context of an error, whether it may be changed or not.
macro_rules! context_of {
    ($(#[$docs:meta])* fn $name:ident(&$($mutable:ident)?) with $as_option:ident) => {
        impl Error {
            $(#[$docs])*
            fn $name(&$($mutable)? self) -> Option<&$($mutable)? Context> {
                Some(match self {
                    Self::Config(error) => return error.context.$as_option(),
                    Self::Invalid(_) | Self::Checkpoint(_) => return None,
                    Self::Token(error) => &$($mutable)? error.context,
                    Self::RateLimited(error) => &$($mutable)? error.context,
                    Self::Unavailable(error) => &$($mutable)? error.context,
                    Self::Network(error) => &$($mutable)? error.context,
                    Self::Timeout(error) => &$($mutable)? error.context,
                    Self::Redirect(error) => &$($mutable)? error.context,
                    Self::Api(error) => &$($mutable)? error.context,
                    Self::Decode(error) => &$($mutable)? error.context,
                    Self::TooLarge(error) => &$($mutable)? error.context,
                    Self::CursorCycle(error) => &$($mutable)? error.context,
                })
            }
        }
    };
}

context_of! {
    /// The context of errors that have one.
    fn context(&) with as_deref
}

context_of! {
    /// The same, to add to it.
    fn context_mut(&mut) with as_deref_mut
}

/// The same of whichever error it is.
macro_rules! for_each_error {
    ($self:ident, $error:ident => $do:expr) => {
        match $self {
            Self::Config($error) => $do,
            Self::Invalid($error) => $do,
            Self::Token($error) => $do,
            Self::RateLimited($error) => $do,
            Self::Unavailable($error) => $do,
            Self::Network($error) => $do,
            Self::Timeout($error) => $do,
            Self::Redirect($error) => $do,
            Self::Api($error) => $do,
            Self::Decode($error) => $do,
            Self::TooLarge($error) => $do,
            Self::CursorCycle($error) => $do,
            Self::Checkpoint($error) => $do,
        }
    };
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for_each_error!(self, error => error.fmt(f))
    }
}

/// The sentence of `Display`, and behind it what the error holds.
impl core::fmt::Debug for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        for_each_error!(self, error => core::fmt::Debug::fmt(error, f))
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::RateLimited(error) => error.source(),
            Self::Unavailable(error) => error.source(),
            _ => None,
        }
    }
}

/// What stands in `Debug` in place of a secret: `***`.
///
/// Only derived code uses it, for a field that is declared `secret`.
///
/// ```
/// # use truto_core::unified_endpoint;
/// #[unified_endpoint(POST, "/unified/crm/logins")]
/// pub struct CreateLogin {
///     pub user: String,
///     #[truto(secret)]
///     pub password: String,
/// }
///
/// let login = CreateLogin { user: "ada".to_owned(), password: "hunter2".to_owned() };
/// assert_eq!(format!("{login:?}"), r#"CreateLogin { user: "ada", password: *** }"#);
/// ```
#[derive(Clone, Copy)]
pub struct Hidden;

impl core::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("***")
    }
}

macro_rules! from_boxed {
    ($($variant:ident($inner:ty)),* $(,)?) => {$(
        impl From<$inner> for Error {
            fn from(error: $inner) -> Self {
                Self::$variant(Box::new(error))
            }
        }
    )*};
}

from_boxed! {
    Config(ConfigError),
    Invalid(InvalidRequest),
    Token(TokenError),
    RateLimited(RateLimitedError),
    Unavailable(UnavailableError),
    Network(NetworkError),
    Timeout(TimeoutError),
    Redirect(RedirectError),
    Api(ApiError),
    Decode(DecodeError),
    TooLarge(TooLargeError),
    CursorCycle(CursorCycleError),
    Checkpoint(CheckpointError),
}

/// "`a`, `b` or `c`".
pub(crate) fn quoted_list(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [head @ .., last] => {
            let head: Vec<String> = head.iter().map(|word| format!("`{word}`")).collect();
            format!("{} or `{last}`", head.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Checkpoint;
    use crate::contract::entity::UnknownEntity;
    use crate::meta::Meta;
    use crate::redact::Redactor;

    #[test]
    fn no_error_shows_what_a_terminal_obeys() {
        const HOSTILE: &str = "a\u{1b}[31m\u{7}\0\n\u{202e}\u{2066}\u{2028}\u{200b}\u{feff}b";
        let context = || Context {
            endpoint: "GET /x".to_owned(),
            outcome: Outcome::Unknown,
            attempts: 2,
            request_id: Some(HOSTILE.to_owned()),
            records: None,
        };
        let redactor = Redactor::default();
        let meta = || Meta::new(http::StatusCode::OK, http::HeaderMap::new(), 1, SystemTime::UNIX_EPOCH, &redactor);
        let text = || HOSTILE.to_owned();
        let decode = |kind| DecodeError::new(context(), meta(), HOSTILE.into(), kind, &redactor).into();
        let api = ApiError::new(context(), meta(), HOSTILE.into(), &redactor);
        let value = || Failure::value(HOSTILE, HOSTILE);
        let provider = |entity| Problem::Provider { provider: text(), entity, supported: vec!["leads"] };
        let near = Problem::Unknown { suggestion: None };
        let invalid = vec![
            value(),
            Failure::value("", HOSTILE),
            Failure::new(HOSTILE, near),
            Failure::new(HOSTILE, provider(Some("leads"))),
            Failure::new(HOSTILE, provider(None)),
            Failure::new(HOSTILE, Problem::Required),
        ];
        let network =
            |kind| Error::from(NetworkError { context: context(), kind, received: 7, cause: HOSTILE.to_owned() });
        let down = UnavailableError {
            context: context(),
            wait: Duration::ZERO,
            retry_at: SystemTime::UNIX_EPOCH,
            cause: Box::new(network(NetworkKind::Exchange)),
        };
        let mut errors: Vec<Error> = vec![
            ConfigError::new("x", HOSTILE, "y").into(),
            InvalidRequest::new("GET /x".to_owned(), invalid).into(),
            TokenError::new(context(), HOSTILE).into(),
            network(NetworkKind::BodyInterrupted),
            down.into(),
            api.into(),
            decode(DecodeKind::ContentType { found: text() }),
            decode(DecodeKind::Compression { reason: text() }),
            decode(DecodeKind::Syntax { reason: text() }),
            decode(DecodeKind::Shape { path: text(), reason: text() }),
            CursorCycleError { context: context(), pages: 1 }.into(),
            CheckpointError::of_another("endpoint", "x", HOSTILE).into(),
            CheckpointError::unreadable(HOSTILE, text()).into(),
        ];
        errors.extend(HOSTILE.parse::<Checkpoint>().err());
        let mut all: Vec<String> = errors.iter().flat_map(|error| [error.to_string(), format!("{error:?}")]).collect();
        all.push(UnknownEntity::new(HOSTILE, &[]).to_string());
        for shown in all {
            let raw =
                shown.chars().find(|letter| letter.is_control() || !letter.is_ascii() && HOSTILE.contains(*letter));
            assert_eq!(raw, None, "{shown}");
            assert!(shown.contains("\\u{1b}") && shown.contains("\\u{202e}"), "{shown}");
        }
    }
}
