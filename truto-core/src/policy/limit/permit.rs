//! Calls on the wire: what each tells the limiter of its account when it is over.

use core::time::Duration;
use std::sync::Arc;

use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Instant;

use crate::error::Error;
use crate::meta::rate_limit::RateLimit;
use crate::policy::limit::limiter::{AccountLimiter, State, Wake};
use crate::policy::limit::window::Ticket;
use crate::policy::retry::Verdict;
use crate::policy::settings::RetryBudget;
use crate::util::random::Spread;

/// The right to be on the wire. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Permit {
    /// `None` once it is given back.
    pub(super) limiter: Option<Arc<AccountLimiter>>,
    pub(super) ticket: Ticket,
    /// Whether this call finds out if an outage is over.
    pub(crate) is_trial: bool,
    /// The slot of the bulk that the call is part of.
    pub(super) slot: Option<OwnedSemaphorePermit>,
}

impl Permit {
    /// Reports a failed attempt. Returns when the account may send again, if the failure closed its window.
    pub(crate) fn attempt_failed(self, error: &Error, budget: RetryBudget, spread: Spread) -> Option<Instant> {
        match (Verdict::of(error), error) {
            (Verdict::Limited, _) => return Some(self.refused(error.retry_after(), spread)),
            (Verdict::Transient | Verdict::Garbled | Verdict::Blocked, _) | (_, Error::Timeout(_)) => {
                self.failed(error, budget, spread);
            }
            (_, Error::Api(error)) => self.answered(error.meta().rate_limit().unwrap_or_default(), || spread),
            (_, Error::Decode(_) | Error::TooLarge(_) | Error::Redirect(_)) => {
                self.answered(RateLimit::default(), || spread);
            }
            // There was no answer, and time changes nothing about it.
            _ => drop(self),
        }
        None
    }

    /// The server answered, and did not say that there were too many calls.
    pub(crate) fn answered(mut self, limit: RateLimit, spread: impl FnOnce() -> Spread) {
        self.give_back(|state, permit| {
            state.window.answered(permit.ticket, limit, spread, Instant::now());
            state.health.answered();
            Wake::First
        });
    }

    /// The server answered that there were too many calls. Returns when the account may send again.
    pub(super) fn refused(mut self, wait: Option<Duration>, spread: Spread) -> Instant {
        let now = Instant::now();
        let mut until = now;
        self.give_back(|state, permit| {
            until = state.window.refused(permit.ticket, wait, spread, now);
            state.health.answered();
            Wake::All
        });
        until
    }

    /// The server did not answer, or not like a server that works, or it does not serve this account.
    pub(super) fn failed(mut self, cause: &Error, budget: RetryBudget, spread: Spread) {
        self.give_back(|state, permit| {
            let now = Instant::now();
            state.window.leave(permit.ticket);
            state.health.failed(permit.is_trial, budget, spread, now, cause);
            // In an outage no call in line is sent.
            if state.health.down(now).is_some() { Wake::All } else { Wake::First }
        });
    }

    /// Gives it back, unless it was given back before.
    fn give_back(&mut self, change: impl FnOnce(&mut State, &Self) -> Wake) {
        if let Some(limiter) = self.limiter.take() {
            let who = limiter.with_state(|state| change(state, self));
            limiter.wake(who);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.give_back(|state, permit| {
            state.window.leave(permit.ticket);
            if permit.is_trial {
                state.health.trial_abandoned(Instant::now());
            }
            Wake::First
        });
    }
}
