//! The limiter of one account: what is known of it, under one lock, and the line of calls that wait for it.

use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;
use tokio::time::Instant;

use crate::policy::limit::health::Health;
use crate::policy::limit::window::Window;
use crate::policy::settings::RetryBudget;

/// The limiter of one account.
#[derive(Debug, Default)]
pub(crate) struct AccountLimiter {
    state: Mutex<State>,
    /// Held by the first call in line. tokio's lock is fair, so it is the order of the line.
    pub(super) turn: tokio::sync::Mutex<()>,
    /// Tells the first call in line to look again.
    pub(super) first: Notify,
    /// Tells the calls behind it to look again.
    pub(super) others: Notify,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) window: Window,
    pub(super) health: Health,
    /// Calls in line.
    pub(super) waiting: usize,
}

/// Who looks again after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wake {
    First,
    All,
}

impl AccountLimiter {
    /// Runs `run` under the lock.
    pub(super) fn with_state<T>(&self, run: impl FnOnce(&mut State) -> T) -> T {
        run(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Wakes calls in line. The lock must be free, because a waker can run arbitrary code.
    pub(super) fn wake(&self, who: Wake) {
        self.first.notify_one();
        if who == Wake::All {
            self.others.notify_waiters();
        }
    }

    /// How many calls are in line.
    pub(crate) fn waiting(&self) -> usize {
        self.with_state(|state| state.waiting)
    }

    /// Takes a retry from the account's budget. Returns `false` if the budget is spent.
    pub(crate) fn take_retry(&self, budget: RetryBudget) -> bool {
        self.with_state(|state| state.health.take_retry(budget, Instant::now()))
    }

    /// The moment at which nothing it knows is of use anymore.
    pub(super) fn remembered_until(&self) -> Option<Instant> {
        self.with_state(|state| state.window.remembered_until().max(state.health.remembered_until()))
    }
}
