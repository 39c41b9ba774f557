//! Whether a failed attempt is followed by another: a pure function of the error, the attempts so far, and the settings.
//!
//! The table of statuses is Truto's (<https://truto.one/docs/api-reference/overview/errors>).

#[cfg(test)]
mod tests;

use core::time::Duration;

use crate::error::{ApiErrorKind, Clock, DecodeKind, Error, NetworkKind, Outcome};
use crate::policy::outcome::Repeat;
use crate::policy::settings::{OnLimit, Settings};
use crate::util::random::Spread;

/// What a failure means for the next attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It would fail again.
    Final,
    /// It may succeed.
    Transient,
    /// There were too many calls.
    Limited,
    /// The account is blocked.
    Blocked,
    /// The token is not valid, or has expired.
    Unauthorized,
    /// The status is a success but the body is not an answer of the API: a proxy answered, or the server is in trouble.
    Garbled,
}

impl Verdict {
    /// Classifies a failure.
    pub(crate) fn of(error: &Error) -> Self {
        match error {
            Error::Network(error) if matches!(error.kind(), NetworkKind::Tls | NetworkKind::Proxy) => Self::Final,
            Error::Timeout(error) if error.clock() == Clock::Deadline => Self::Final,
            Error::Network(_) | Error::Timeout(_) => Self::Transient,
            Error::Api(error) => match error.kind() {
                ApiErrorKind::Transient => Self::Transient,
                ApiErrorKind::RateLimit => Self::Limited,
                ApiErrorKind::Blocked => Self::Blocked,
                ApiErrorKind::Token => Self::Unauthorized,
                _ => Self::Final,
            },
            Error::Decode(error) => match error.kind() {
                DecodeKind::ContentType { .. } | DecodeKind::Syntax { .. } | DecodeKind::Compression { .. } => {
                    Self::Garbled
                }
                _ => Self::Final,
            },
            _ => Self::Final,
        }
    }
}

/// The attempts of a call so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tries {
    /// How many began.
    pub(crate) attempts: u32,
    /// What is known of the write. `None` before the first attempt failed.
    pub(crate) outcome: Option<Outcome>,
    /// Whether it was sent again after a [`Verdict::Garbled`].
    garbled: bool,
    /// Whether it was sent again with a new token.
    refreshed: bool,
}

/// The conditions of the next attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'s> {
    pub(crate) settings: &'s Settings,
    pub(crate) repeat: Repeat,
    /// Time until the deadline, and the jitter of this call.
    pub(crate) spread: Spread,
    /// How long the account's window stays closed because of this failure.
    pub(crate) closed: Duration,
    /// Whether this attempt probed an outage. A call does not try again after a probe that fails.
    pub(crate) is_trial: bool,
    /// Whether there may be a new token.
    pub(crate) may_refresh: bool,
}

/// What follows a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing: the caller gets the error.
    Fail,
    /// Another attempt, after a pause.
    Pause(Duration),
    /// Another attempt once the account's window is open, after this wait.
    Window(Duration),
    /// Another attempt with a new token.
    Refresh,
}

impl Tries {
    /// Decides what follows this failure. `budget` takes a retry from the account's budget. It is called last, and only if the retry
    /// depends on it.
    pub(crate) fn decide(&mut self, error: &Error, terms: Terms<'_>, budget: impl FnOnce() -> bool) -> Next {
        if self.attempts >= terms.settings.max_attempts.max(1) {
            return Next::Fail;
        }
        let safe = terms.repeat.is_safe() || error.outcome() == Outcome::NotSent;
        match Verdict::of(error) {
            Verdict::Unauthorized if terms.may_refresh && !self.refreshed => {
                self.refreshed = true;
                Next::Refresh
            }
            Verdict::Limited
                if safe && terms.settings.on_limit == OnLimit::Wait && terms.closed < terms.spread.left =>
            {
                Next::Window(terms.closed)
            }
            verdict @ (Verdict::Transient | Verdict::Garbled) if safe && !terms.is_trial => {
                let backoff = terms.settings.backoff.pause(self.attempts, terms.spread.random);
                // A server can ask for more time than our backoff, and not for less.
                let pause = error.retry_after().map_or(backoff, |wait| wait.max(backoff));
                let once_more = verdict == Verdict::Transient || !self.garbled;
                if !once_more || pause >= terms.spread.left || !budget() {
                    return Next::Fail;
                }
                self.garbled |= verdict == Verdict::Garbled;
                Next::Pause(pause)
            }
            _ => Next::Fail,
        }
    }
}
