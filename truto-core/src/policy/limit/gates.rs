//! The gates of all accounts, of which only those are kept that somebody uses or that know something.

use core::cmp::Reverse;
use core::ops::Deref;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::policy::limit::gate::Gate;

/// How many accounts that are worth forgetting each use of the table clears away: more than one, so that it shrinks faster
/// than it grows.
const CLEARED_AT_ONCE: usize = 32;

/// Which account, as the number that its UUID is.
pub(crate) type AccountKey = u128;

/// The gates of all accounts of a client.
#[derive(Debug, Default)]
pub(crate) struct Gates {
    table: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    gates: HashMap<AccountKey, Entry>,
    /// Gates whose last handle is gone, with the moment from which on they know nothing worth keeping.
    watched: BinaryHeap<Reverse<(Instant, AccountKey)>>,
}

#[derive(Debug, Default)]
struct Entry {
    gate: Arc<Gate>,
    /// How many seats it has.
    users: usize,
    /// Whether `watched` has it.
    watched: bool,
}

/// A gate in use. When the last handle of an account goes, so does its gate, unless it knows something.
#[derive(Clone, Debug)]
pub(crate) struct GateHandle(Arc<Seat>);

#[derive(Debug)]
struct Seat {
    gates: Arc<Gates>,
    key: AccountKey,
    gate: Arc<Gate>,
}

impl Gates {
    /// The gate of this account.
    pub(crate) fn get(self: &Arc<Self>, key: AccountKey) -> GateHandle {
        let gate = self.with(|table| {
            table.clear_away();
            let entry = table.gates.entry(key).or_default();
            entry.users += 1;
            Arc::clone(&entry.gate)
        });
        GateHandle(Arc::new(Seat { gates: Arc::clone(self), key, gate }))
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.with(|table| table.gates.len())
    }

    fn with<T>(&self, run: impl FnOnce(&mut Table) -> T) -> T {
        run(&mut self.table.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Table {
    /// Drops a gate that nobody uses, or looks at it again once what it knows is worth nothing any more.
    fn let_go(&mut self, key: AccountKey) {
        let Some(entry) = self.gates.get_mut(&key).filter(|entry| entry.users == 0) else { return };
        match entry.gate.remembered_until().filter(|moment| *moment > Instant::now()) {
            Some(moment) => {
                if !core::mem::replace(&mut entry.watched, true) {
                    self.watched.push(Reverse((moment, key)));
                }
            }
            None => {
                self.gates.remove(&key);
            }
        }
    }

    fn clear_away(&mut self) {
        let now = Instant::now();
        for _ in 0..CLEARED_AT_ONCE {
            let Some(Reverse((_, key))) = self.watched.peek().filter(|Reverse((from, _))| *from <= now).copied() else {
                break;
            };
            self.watched.pop();
            if let Some(entry) = self.gates.get_mut(&key) {
                entry.watched = false;
            }
            self.let_go(key);
        }
        if self.gates.capacity() > 1024 && self.gates.len() < self.gates.capacity() / 8 {
            self.gates.shrink_to(2 * self.gates.len());
            self.watched.shrink_to(2 * self.watched.len());
        }
    }
}

impl Deref for GateHandle {
    type Target = Gate;

    fn deref(&self) -> &Gate {
        &self.0.gate
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.gates.with(|table| {
            if let Some(entry) = table.gates.get_mut(&self.key) {
                entry.users -= 1;
            }
            table.let_go(self.key);
            table.clear_away();
        });
    }
}
