//! Calls that were not sent because of what earlier ones were answered.

use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

use crate::error::Error;
use crate::error::context::{Context, context_accessors};
use crate::error::debug::debug_with_sentence;

/// A call that an account's limits do not let through in time.
///
/// ```no_run
/// # use truto_core::settings::OnLimit;
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
/// match link.send(account).on_limit(OnLimit::Fail).await {
///     Err(Error::RateLimited(limited)) => println!("put it back into the queue until {:?}", limited.retry_at()),
///     answer => println!("{:?}", answer?.entity_id),
/// }
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct RateLimitedError {
    pub(crate) context: Context,
    pub(crate) kind: LimitKind,
    pub(crate) wait: Option<Duration>,
    pub(crate) retry_at: Option<SystemTime>,
    pub(crate) cause: Option<Box<Error>>,
}

/// Which limit keeps a call from being sent.
///
/// ```
/// use truto_core::error::LimitKind;
///
/// // A window opens with time; a place on the wire is free again with the next answer.
/// assert_ne!(LimitKind::Window, LimitKind::Concurrency);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LimitKind {
    /// The account's window is closed: the server refused a call, or said that none is left.
    Window,
    /// As many calls of the account are on the wire as may be (`max_concurrency_per_account`), and this one does not wait.
    Concurrency,
    /// Too many calls of the account wait already.
    Line,
}

context_accessors!(RateLimitedError);

impl RateLimitedError {
    /// Which limit it is.
    #[must_use]
    pub fn kind(&self) -> LimitKind {
        self.kind
    }

    /// When to come back, where it is known.
    #[must_use]
    pub fn retry_at(&self) -> Option<SystemTime> {
        self.retry_at
    }

    /// The same as a wait, counted from when the error was made.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.wait
    }

    /// The refusal that this call itself got last, where it was sent.
    #[must_use]
    pub fn cause(&self) -> Option<&Error> {
        self.cause.as_deref()
    }
}

impl fmt::Display for RateLimitedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = &self.context.endpoint;
        match (self.kind, self.wait) {
            (LimitKind::Window, Some(wait)) => {
                write!(f, "{endpoint}: the account's rate limit is spent; come back in {:?}", whole_seconds(wait))?;
            }
            (LimitKind::Window, None) => write!(f, "{endpoint}: the account's rate limit is spent")?,
            (LimitKind::Concurrency, _) => write!(f, "{endpoint}: as many calls of the account run as may")?,
            (LimitKind::Line, _) => write!(f, "{endpoint}: too many calls of the account wait already")?,
        }
        self.context.say(f)
    }
}

debug_with_sentence!(RateLimitedError { context, kind, wait, retry_at, cause });

impl core::error::Error for RateLimitedError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

/// A call that was not sent because the account's server is down: its calls failed until the retry budget was spent, or it
/// answered that the account is blocked. One call at a time finds out when that is over.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// if let Err(Error::Unavailable(down)) = link.send(account).await {
///     println!("{} says {}; come back at {:?}", account.id(), down.cause(), down.retry_at());
/// }
/// # }
/// ```
#[derive(Clone)]
pub struct UnavailableError {
    pub(crate) context: Context,
    pub(crate) wait: Duration,
    pub(crate) retry_at: SystemTime,
    pub(crate) cause: Box<Error>,
}

context_accessors!(UnavailableError);

impl UnavailableError {
    /// When the next call is let through.
    #[must_use]
    pub fn retry_at(&self) -> SystemTime {
        self.retry_at
    }

    /// The same as a wait, counted from when the error was made.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// How the last call failed that was sent; it may be one of another task.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.cause
    }
}

impl fmt::Display for UnavailableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = &self.context.endpoint;
        write!(f, "{endpoint}: not sent, the account's calls fail; come back in {:?}", whole_seconds(self.wait))?;
        self.context.say(f)?;
        write!(f, "; the last one: {}", self.cause)
    }
}

debug_with_sentence!(UnavailableError { context, wait, retry_at, cause });

impl core::error::Error for UnavailableError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&*self.cause)
    }
}

/// Whole seconds, rounded up: who comes back after them finds it open.
fn whole_seconds(wait: Duration) -> Duration {
    Duration::from_secs(wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)))
}
