//! Calls on the wire: what each tells the limiter of its account when it is over.

use core::task::Waker;
use core::time::Duration;

use tokio::time::Instant;

use crate::error::Error;
use crate::meta::rate_limit::RateLimit;
use crate::policy::limit::limiter::State;
use crate::policy::limit::limiters::LimiterHandle;
use crate::policy::limit::window::Pass;
use crate::policy::retry::Verdict;
use crate::policy::settings::RetryBudget;
use crate::util::random::Spread;

/// The right to be on the wire. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Permit {
    /// `None` once it is given back.
    limiter: Option<LimiterHandle>,
    pass: Pass,
    trial: bool,
}

impl Permit {
    pub(super) fn new(limiter: LimiterHandle, pass: Pass, trial: bool) -> Self {
        Self { limiter: Some(limiter), pass, trial }
    }

    /// Whether this call finds out if an outage is over.
    pub(crate) fn is_trial(&self) -> bool {
        self.trial
    }

    /// The attempt failed, which says something about others. Where that closes the account's window: until when.
    pub(crate) fn ended(self, error: &Error, budget: RetryBudget, spread: Spread) -> Option<Instant> {
        match (Verdict::of(error), error) {
            (Verdict::Limited, _) => return Some(self.refused(error.retry_after(), spread)),
            (Verdict::Transient | Verdict::Garbled, _) | (_, Error::Timeout(_)) => self.failed(error, budget, spread),
            (Verdict::Blocked, _) => self.blocked(error, budget, spread),
            (_, Error::Api(error)) => self.answered(error.meta().rate_limit().unwrap_or_default(), || spread),
            (_, Error::Decode(_) | Error::TooLarge(_) | Error::Redirect(_)) => {
                self.answered(RateLimit::default(), || spread);
            }
            // Nothing answered, and nothing that time mends.
            _ => drop(self),
        }
        None
    }

    /// The server answered, and not that there were too many calls.
    pub(crate) fn answered(self, limit: RateLimit, spread: impl FnOnce() -> Spread) {
        self.give_back(|state, permit, wakers| {
            state.window.answered(permit.pass, limit, spread, Instant::now());
            state.health.answered();
            state.first(wakers);
        });
    }

    /// The server answered that there were too many calls. Until the moment that is returned no call of the account is sent.
    pub(crate) fn refused(self, wait: Option<Duration>, spread: Spread) -> Instant {
        let now = Instant::now();
        let mut until = now;
        self.give_back(|state, permit, wakers| {
            until = state.window.refused(permit.pass, wait, spread, now);
            state.health.answered();
            state.all(wakers);
        });
        until
    }

    /// The server did not answer, or not as one that works.
    pub(crate) fn failed(self, cause: &Error, budget: RetryBudget, spread: Spread) {
        self.give_back(|state, permit, wakers| {
            state.window.leave(permit.pass);
            let now = Instant::now();
            state.health.failed(permit.trial, budget, spread, now, cause);
            // Where this is an outage, none of those in line is going to be sent.
            if state.health.down(now).is_some() { state.all(wakers) } else { state.first(wakers) }
        });
    }

    /// The server answered that it does not serve this account.
    pub(crate) fn blocked(self, cause: &Error, budget: RetryBudget, spread: Spread) {
        self.give_back(|state, permit, wakers| {
            let now = Instant::now();
            state.window.leave(permit.pass);
            state.health.failed(permit.trial, budget, spread, now, cause);
            state.health.declare(spread, now, cause);
            state.all(wakers);
        });
    }

    fn give_back(mut self, change: impl FnOnce(&mut State, &Self, &mut Vec<Waker>)) {
        if let Some(limiter) = self.limiter.take() {
            limiter.change(|state, wakers| change(state, &self, wakers));
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let Some(limiter) = self.limiter.take() else { return };
        limiter.change(|state, wakers| {
            state.window.leave(self.pass);
            if self.trial {
                state.health.abandoned(Instant::now());
            }
            state.first(wakers);
        });
    }
}
