//! Calls that were not sent because of the answers to earlier calls.

use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

use crate::error::Error;
use crate::error::context::call_error;
use crate::error::debug::debug_with_sentence;

call_error! {
    /// A call that the account's limits do not let through in time.
    ///
    /// ```no_run
    /// # use truto_core::{Account, Endpoint, Error, crm::CreateAssociation, error::LimitKind, settings::OnLimit};
    /// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
    /// match link.send(account).on_limit(OnLimit::Fail).await {
    ///     Err(Error::RateLimited(limited)) if limited.kind() == LimitKind::Window => {
    ///         println!("put it back into the queue until {:?}", limited.retry_at());
    ///     }
    ///     answer => println!("{:?}", answer?.entity_id),
    /// }
    /// # Ok(()) }
    /// ```
    pub struct RateLimitedError {
        /// Which limit it is.
        pub(crate) kind: LimitKind,
        /// How long to wait before a retry, from the moment of the error.
        pub(crate) wait: Option<Duration>,
        /// When to retry, if that is known.
        pub(crate) retry_at: Option<SystemTime>,
        pub(crate) cause: Option<Box<Error>>,
    }
    source: Self::cause
}

debug_with_sentence!(RateLimitedError { context, kind, wait, retry_at, cause });

/// The limit that kept a call from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LimitKind {
    /// The account's window is closed: the server refused a call, or said that no calls are left. The window opens with time.
    Window,
    /// The account has `max_concurrency_per_account` calls in flight, and this call does not wait for one to end.
    Concurrency,
    /// Too many calls of the account are waiting.
    Line,
}

impl RateLimitedError {
    /// The last refusal of this call, if it was sent.
    #[must_use]
    pub fn cause(&self) -> Option<&Error> {
        self.cause.as_deref()
    }
}

impl fmt::Display for RateLimitedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.context.endpoint)?;
        f.write_str(match self.kind {
            LimitKind::Window => "the rate limit is exceeded",
            LimitKind::Concurrency => "the concurrency limit is reached (`max_concurrency_per_account`)",
            LimitKind::Line => "too many calls are waiting",
        })?;
        if let Some(wait) = self.wait {
            write!(f, "; retry in {:?}", whole_seconds(wait))?;
        }
        self.context.say(f)
    }
}

call_error! {
    /// A call that was not sent because recent calls of the account failed until the retry budget was spent, or because the account is
    /// blocked. One call at a time is let through to find out whether that is over.
    pub struct UnavailableError {
        /// How long to wait before a retry, from the moment of the error.
        pub(crate) wait: Duration,
        /// When the next call is let through.
        pub(crate) retry_at: SystemTime,
        /// The failure of the last call that was sent, which may be another task's.
        pub(crate) cause: Box<Error> as &Error,
    }
    source: |error| Some(error.cause())
}

debug_with_sentence!(UnavailableError { context, wait, retry_at, cause });

impl fmt::Display for UnavailableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (endpoint, wait) = (&self.context.endpoint, whole_seconds(self.wait));
        write!(f, "{endpoint}: not sent, because recent calls of this account failed; retry in {wait:?}")?;
        self.context.say(f)?;
        write!(f, "; last failure: {}", self.cause)
    }
}

/// Whole seconds, rounded up: a retry after them is not too early.
fn whole_seconds(wait: Duration) -> Duration {
    Duration::from_secs(wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)))
}
