//! A failed attempt, and the errors of a call that fails between two attempts or before the first.

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
        if closed_until.is_none() {
            return error;
        }
        self.last = Some(error);
        self.rate_limited(LimitKind::Window, closed_until)
    }

    /// The error of a call that the account's limiter does not let in.
    pub(super) fn not_admitted(&mut self, refusal: Refusal) -> Error {
        match refusal {
            Refusal::Late => self.deadline_exceeded(),
            Refusal::Limited(kind, until) => self.rate_limited(kind, until),
            Refusal::Down(down) => {
                let wait = down.next_trial.saturating_duration_since(Instant::now());
                let cause = Box::new((*down.cause).clone());
                let retry_at = (self.caller.engine.wall)() + wait;
                UnavailableError { context: self.context(), wait, retry_at, cause }.into()
            }
        }
    }

    /// The error of a call that a limit of its account stops, until this moment if that is known.
    fn rate_limited(&mut self, kind: LimitKind, until: Option<Instant>) -> Error {
        let wait = until.map(|until| until.saturating_duration_since(Instant::now()));
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
