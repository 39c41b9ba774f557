//! A failed attempt, and the errors of a call that fails between two attempts or before the first.

use core::time::Duration;

use tokio::time::Instant;

use crate::engine::CallRun;
use crate::error::{Context, Error, LimitKind, Outcome, RateLimitedError, TimeoutError, UnavailableError};
use crate::policy::clock::End;
use crate::policy::limit::Refusal;
use crate::util::random::Spread;

/// A failed attempt, with what the decision about the next one depends on.
pub(super) struct Failed {
    pub(super) error: Error,
    /// Whether the attempt was to find out if an outage is over.
    pub(super) is_trial: bool,
    /// When the account may send again, if the failure closed its window.
    pub(super) closed_until: Option<Instant>,
    pub(super) spread: Spread,
}

impl CallRun {
    /// The error of a call that is given up after `error`.
    pub(super) fn given_up(&mut self, error: Error, closed_until: Option<Instant>) -> Error {
        let Some(until) = closed_until else { return error };
        self.last = Some(error);
        self.rate_limited(LimitKind::Window, Some(until.saturating_duration_since(Instant::now())))
    }

    /// The error of a call that the account's limiter does not let in.
    pub(super) fn not_admitted(&mut self, refusal: Refusal) -> Error {
        let now = Instant::now();
        let wait = |until: Instant| until.saturating_duration_since(now);
        match refusal {
            Refusal::Late => self.deadline_exceeded(),
            Refusal::Closed(until) => self.rate_limited(LimitKind::Window, Some(wait(until))),
            Refusal::Busy => self.rate_limited(LimitKind::Concurrency, None),
            Refusal::Full => self.rate_limited(LimitKind::Line, None),
            Refusal::Down(down) => {
                let wait = wait(down.next_trial);
                let cause = Box::new((*down.cause).clone());
                let retry_at = (self.caller.engine.wall)() + wait;
                UnavailableError { context: self.context(), wait, retry_at, cause }.into()
            }
        }
    }

    fn rate_limited(&mut self, kind: LimitKind, wait: Option<Duration>) -> Error {
        let retry_at = wait.and_then(|wait| (self.caller.engine.wall)().checked_add(wait));
        let context = self.context();
        let cause = self.last.take().map(Box::new);
        RateLimitedError { context, kind, wait, retry_at, cause }.into()
    }

    /// The error of a call whose deadline comes before the next attempt.
    pub(super) fn deadline_exceeded(&self) -> Error {
        let End { clock, after, .. } = self.deadline();
        TimeoutError { context: self.context(), clock, after }.into()
    }

    /// The context of an error between two attempts, or before the first.
    pub(super) fn context(&self) -> Context {
        let request_id = self.last.as_ref().and_then(Error::request_id);
        self.current_attempt().context(self.tries.outcome.unwrap_or(Outcome::NotSent), request_id)
    }
}
