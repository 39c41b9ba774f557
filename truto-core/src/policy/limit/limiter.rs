//! The limiter of one account: what is known of it, and who waits in line, under one lock.

use core::task::Waker;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use crate::policy::limit::health::Health;
use crate::policy::limit::window::Window;
use crate::policy::settings::RetryBudget;

/// The limiter of one account.
#[derive(Debug, Default)]
pub(crate) struct AccountLimiter {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) window: Window,
    pub(super) health: Health,
    /// Who waits, the first in line first.
    pub(super) line: BTreeMap<u64, Waker>,
    pub(super) tickets: u64,
}

impl AccountLimiter {
    /// Changes the state, and wakes whom the change concerns once the lock is free: a waker is foreign code.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State, &mut Vec<Waker>) -> T) -> T {
        let mut wakers = Vec::new();
        // No panic leaves the state half changed: of what is foreign, only the cloning of wakers is under the lock.
        let result = change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner), &mut wakers);
        wakers.into_iter().for_each(Waker::wake);
        result
    }

    /// Whether a failed call may be sent once more, as far as the account's budget goes.
    pub(crate) fn retry(&self, budget: RetryBudget) -> bool {
        self.change(|state, _| state.health.retry(budget, Instant::now()))
    }

    /// Until when what it knows is worth remembering, if it is.
    pub(crate) fn remembered_until(&self) -> Option<Instant> {
        self.change(|state, _| state.window.remembered_until().max(state.health.remembered_until()))
    }
}

impl State {
    /// The first in line shall look again.
    pub(super) fn first(&self, wakers: &mut Vec<Waker>) {
        wakers.extend(self.line.first_key_value().map(|(_, waker)| waker.clone()));
    }

    /// All in line shall look again.
    pub(super) fn all(&self, wakers: &mut Vec<Waker>) {
        wakers.extend(self.line.values().cloned());
    }
}
