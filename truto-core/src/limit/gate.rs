//! The gate of one account: what is known of it, and who waits in line, under one lock.

use core::task::Waker;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use crate::error::Error;
use crate::limit::health::Health;
use crate::limit::window::{Memory, Window};
use crate::settings::RetryBudget;

/// The gate of one account.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) window: Window,
    pub(super) health: Health,
    /// Who waits, the first in line first.
    pub(super) line: BTreeMap<u64, Waker>,
    pub(super) tickets: u64,
    /// Whether the table of gates looks after it once nobody uses it.
    watched: bool,
}

impl Gate {
    /// Changes the state, and wakes whom the change concerns once the lock is free: a waker is foreign code.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State, &mut Vec<Waker>) -> T) -> T {
        let mut wakers = Vec::new();
        // No panic leaves the state half changed: of what is foreign, only the cloning of wakers is under the lock.
        let result = change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner), &mut wakers);
        wakers.into_iter().for_each(Waker::wake);
        result
    }

    /// Whether a failed call may be sent once more, as far as the account's budget goes.
    pub(crate) fn retry(&self, budget: RetryBudget, cause: &Error) -> bool {
        self.change(|state, wakers| {
            let now = Instant::now();
            let granted = state.health.retry(budget, now, cause);
            if state.health.down(now).is_some() {
                state.all(wakers);
            }
            granted
        })
    }

    /// How long this gate is worth remembering.
    pub(crate) fn memory(&self) -> Memory {
        self.change(|state, _| match (state.window.memory(), state.health.remembered_until()) {
            (Memory::Until(window), health) => Memory::until(health.into_iter().chain([window])),
            (Memory::Nothing, health) => Memory::until(health.into_iter()),
            (Memory::InUse, _) => Memory::InUse,
        })
    }

    /// Notes whether the table of gates looks after it; returns whether it did.
    pub(crate) fn watch(&self, watched: bool) -> bool {
        self.change(|state, _| core::mem::replace(&mut state.watched, watched))
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
