//! Whether a failed attempt is followed by another one: a pure function of what failed, what was tried, and what may be.
//!
//! The table of statuses is Truto's (<https://truto.one/docs/api-reference/overview/errors>).

#[cfg(test)]
mod tests;

use core::time::Duration;

use crate::error::{ApiErrorKind, Clock, DecodeKind, Error, NetworkKind, Outcome};
use crate::policy::outcome::Repeat;
use crate::policy::settings::{Backoff, OnLimit};
use crate::util::random::Spread;

/// What a failure means for the attempts to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It would fail again.
    Final,
    /// It may pass.
    Transient,
    /// There were too many calls.
    Limited,
    /// The account is not served.
    Blocked,
    /// The token is not valid, or not any more.
    Unauthorized,
    /// A success that cannot be read: somebody between us and the server, or a server in trouble.
    Garbled,
}

impl Verdict {
    /// What this failure means.
    pub(crate) fn of(error: &Error) -> Self {
        match error {
            Error::Network(error) => match error.kind() {
                NetworkKind::Tls | NetworkKind::Proxy => Self::Final,
                _ => Self::Transient,
            },
            Error::Timeout(error) if error.clock() == Clock::Deadline => Self::Final,
            Error::Timeout(_) => Self::Transient,
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

/// What was tried of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tries {
    /// How often it was sent, or begun to be sent.
    pub(crate) attempts: u32,
    /// What is known of the write by now; `None` before the first attempt failed.
    pub(crate) outcome: Option<Outcome>,
    /// Whether it was sent again because of an answer that could not be read.
    garbled: bool,
    /// Whether it was sent again with another token.
    refreshed: bool,
}

/// What may be tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    pub(crate) repeat: Repeat,
    pub(crate) max_attempts: u32,
    pub(crate) backoff: Backoff,
    /// Time until the deadline, and what keeps this call apart from others that wait for the same moment.
    pub(crate) spread: Spread,
    /// Time until the account's window opens that this failure closed.
    pub(crate) closed: Duration,
    /// What the call does while it is closed.
    pub(crate) on_limit: OnLimit,
    /// Whether this attempt found out if an outage is over: where it is not, there is no other.
    pub(crate) is_trial: bool,
    /// Whether there may be another token.
    pub(crate) may_refresh: bool,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// The failure is the caller's.
    Fail,
    /// Another attempt, after a pause.
    Pause(Duration),
    /// Another attempt, once the account's window is open, which takes so long.
    Window(Duration),
    /// Another attempt, with another token.
    Refresh,
}

impl Tries {
    /// What comes after this failure. `budget` is asked last, and only for what it pays for: whether one more retry is in it.
    pub(crate) fn decide(&mut self, error: &Error, terms: Terms, budget: impl FnOnce() -> bool) -> Next {
        if self.attempts >= terms.max_attempts.max(1) {
            return Next::Fail;
        }
        let safe = terms.repeat.is_safe() || error.outcome() == Outcome::NotSent;
        match Verdict::of(error) {
            Verdict::Unauthorized if terms.may_refresh && !self.refreshed => {
                self.refreshed = true;
                Next::Refresh
            }
            Verdict::Limited if safe && terms.on_limit == OnLimit::Wait && terms.closed < terms.spread.left => {
                Next::Window(terms.closed)
            }
            verdict @ (Verdict::Transient | Verdict::Garbled) if safe && !terms.is_trial => {
                let backoff = terms.backoff.pause(self.attempts, terms.spread.random);
                // A server in trouble gets more time than we would give it where it asks for that, and never less.
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
