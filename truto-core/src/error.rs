//! One error for every call: what was attempted, what happened, what to do.
//!
//! `Display` is one line for a person. Neither `Display` nor `Debug` shows the token, a secret field, or a whole body. Both spell
//! out control characters and invisible ones, whoever wrote them: `\u{1b}`, `\u{202e}`. The accessors ([`ApiError::message`],
//! [`DecodeError::excerpt`], [`TokenError::cause`], …) return the text unchanged: escape it before you print it.
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
//! Every error has an [`outcome`](Error::outcome) and a [`retry_at`](Error::retry_at). They say what a program can do by itself:
//!
//! | `outcome()` | `retry_at()` | what to do |
//! |---|---|---|
//! | `NotSent` | a moment | repeat the call then |
//! | `NotSent` | `None` | [`Config`](Error::Config), [`Invalid`](Error::Invalid) and [`Checkpoint`](Error::Checkpoint) fail again: fix what the message names. After any other error the call can be repeated |
//! | `Rejected` | a moment | nothing was written: repeat the call then |
//! | `Rejected` | `None` | nothing was written, and the same call will be refused again: fix the request or the account |
//! | `Unknown` | either | it may have been written: repeat it only under the same idempotency key, and not before that moment. Without a key, look first |

mod accessors;
mod api;
mod batch;
mod config;
mod context;
mod debug;
mod decode;
mod endpoint_name;
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
mod unsupported;

use core::time::Duration;
use std::time::SystemTime;

pub use api::{ApiError, ApiErrorKind};
pub use batch::{BatchError, BatchErrorKind};
pub use config::ConfigError;
pub use context::Outcome;
pub(crate) use context::{Cause, Context};
pub(crate) use debug::{debug_with_sentence, sentence_first};
pub use decode::{DecodeError, DecodeKind};
pub(crate) use endpoint_name::EndpointName;
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
pub use unsupported::{Lacks, Unsupported};

/// Declares the enum, with each cause in a box, and writes what is the same for each variant.
macro_rules! variants {
    ($(#[$attribute:meta])* pub enum Error { $($(#[$doc:meta])+ $variant:ident($cause:ty),)* }) => {
        $(#[$attribute])*
        pub enum Error {
            $($(#[$doc])+ $variant(Box<$cause>),)*
        }

        impl Error {
            fn cause(&self) -> &dyn Cause {
                match self { $(Self::$variant(cause) => &**cause,)* }
            }

            fn cause_mut(&mut self) -> &mut dyn Cause {
                match self { $(Self::$variant(cause) => &mut **cause,)* }
            }
        }

        $(impl From<$cause> for Error {
            fn from(cause: $cause) -> Self {
                Self::$variant(Box::new(cause))
            }
        })*
    };
}

variants! {
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
        /// A setting cannot be used. Nothing was sent, with two exceptions: see [`ConfigError`].
        Config(ConfigError),
        /// The request breaks its own contract. Nothing was sent.
        Invalid(InvalidRequest),
        /// The token source failed.
        Token(TokenError),
        /// The account's limits do not let the call through in time. The error says when to retry.
        RateLimited(RateLimitedError),
        /// Recent calls of the account failed, so this one was not sent.
        Unavailable(UnavailableError),
        /// The connection failed.
        Network(NetworkError),
        /// A clock ran out.
        Timeout(TimeoutError),
        /// The answer is a redirect that was not followed.
        Redirect(RedirectError),
        /// The answer is not 2xx.
        Api(ApiError),
        /// The answer is 2xx, but could not be decoded.
        Decode(DecodeError),
        /// The answer is larger than allowed.
        TooLarge(TooLargeError),
        /// The server repeated a cursor, so the list would never end.
        CursorCycle(CursorCycleError),
        /// A checkpoint belongs to another list, or is not a checkpoint.
        Checkpoint(CheckpointError),
        /// A request of a batch failed, while the batch was carried out.
        Batch(BatchError),
    }
}

impl Error {
    /// HTTP status of the answer that made the call fail, which may be the answer to another call.
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

    /// The server's id of the last request, if the head of an answer had one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.context()?.request_id.as_deref()
    }

    /// Method and path template of the endpoint: `POST /unified/crm/associations`. `None` for a setting.
    ///
    /// The error of a [call without a declaration](crate::dynamic) names its model and resource in its `Display` only.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        match self {
            Self::Invalid(error) => Some(error.endpoint()),
            _ => {
                self.context().map(|context| context.endpoint.template.as_str()).filter(|endpoint| !endpoint.is_empty())
            }
        }
    }

    /// The outcome of the write that failed, over all attempts: not sent, rejected, or unknown.
    ///
    /// After a 2xx answer that could not be read it is `Unknown`. A read is always `NotSent`, because nothing was written.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.context().map_or(Outcome::NotSent, |context| context.outcome)
    }

    /// How often the request was sent or started to be sent; 0 if nothing left.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.context().map_or(0, |context| context.attempts)
    }

    /// When to retry, if the server or the account's limits say so. Put a job off until then.
    #[must_use]
    pub fn retry_at(&self) -> Option<SystemTime> {
        match self {
            Self::RateLimited(error) => error.retry_at(),
            Self::Unavailable(error) => Some(error.retry_at()),
            Self::Api(error) => error.meta().at().checked_add(error.retry_after()?),
            _ => None,
        }
    }

    /// How long the server asks to wait, if its answer says so.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        if let Self::Api(error) = self { error.retry_after() } else { None }
    }

    /// How many records of a [`RecordStream`](crate::response::RecordStream) were complete before the stream failed in a way that may pass:
    /// the connection was lost, a clock ran out, the server was overloaded. A new stream can continue behind them
    /// ([`RecordStream::after`](crate::response::RecordStream::after)). `None` if a new stream would fail in the same way, and for every
    /// other call.
    #[must_use]
    pub fn records(&self) -> Option<u64> {
        self.context()?.records
    }

    /// The status, if the API itself refused, and not the provider behind it.
    pub(crate) fn refused_by_api(&self) -> Option<u16> {
        match self {
            Self::Api(error) if !error.is_remote() => Some(error.status()),
            _ => None,
        }
    }

    /// The same error with only the beginning of the answer, to be kept for other calls.
    pub(crate) fn digest(&self) -> Self {
        match self {
            Self::Api(error) => error.digest().into(),
            Self::Decode(error) => error.digest().into(),
            other => other.clone(),
        }
    }

    /// The same error with the outcome of the write over all attempts.
    pub(crate) fn with_outcome(mut self, outcome: Outcome) -> Self {
        if let Some(context) = self.cause_mut().context_mut() {
            context.outcome = outcome;
        }
        self
    }

    /// The same error, of a stream that had yielded this many records.
    pub(crate) fn after_records(mut self, records: u64) -> Self {
        if let Some(context) = self.cause_mut().context_mut() {
            context.records = Some(records);
        }
        self
    }

    fn context(&self) -> Option<&Context> {
        self.cause().context()
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(self.cause(), f)
    }
}

/// The sentence of `Display`, and then the details.
impl core::fmt::Debug for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self.cause(), f)
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.cause().source()
    }
}

/// Stands in `Debug` in place of a secret: `***`.
///
/// Only derived code uses it, for a field that is declared `secret`.
#[derive(Clone, Copy)]
pub struct Hidden;

impl core::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("***")
    }
}

/// The words as a list: "`a`, `b` or `c`".
pub(crate) fn quoted_list(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [head @ .., last] => format!("`{}` or `{last}`", head.join("`, `")),
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
    fn no_error_shows_a_control_character() {
        const HOSTILE: &str = "a\u{1b}[31m\u{7}\0\n\u{202e}\u{2066}\u{2028}\u{200b}\u{feff}b";
        let json = |list: &[&str]| serde_json::to_vec(list).unwrap();
        let context = || Context {
            endpoint: "GET /x".to_owned().into(),
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
            Failure::new(
                "",
                Problem::Unsupported(Box::new(Unsupported {
                    integration: Some(text()),
                    model: "crm",
                    resource: "contacts",
                    method: "list",
                    lacks: Lacks::Method,
                    available: vec![text()],
                })),
            ),
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
            BatchError::failed(context(), HOSTILE, &json(&[HOSTILE]).into(), &redactor).into(),
            BatchError::new(context(), HOSTILE, BatchErrorKind::NotAnswered).into(),
            CheckpointError::of_another("endpoint", "x", HOSTILE).into(),
            CheckpointError::unreadable(HOSTILE, HOSTILE).into(),
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
