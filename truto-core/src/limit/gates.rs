//! The gates of all accounts, of which only those are kept that somebody uses or that know something.

use core::cmp::Reverse;
use core::ops::Deref;
use std::collections::hash_map::Entry;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::limit::gate::Gate;
use crate::limit::window::Memory;

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
    gates: HashMap<AccountKey, Arc<Gate>>,
    /// Gates whose last handle is gone, with the moment from which on they know nothing worth keeping.
    watched: BinaryHeap<Reverse<(Instant, AccountKey)>>,
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
            Arc::clone(table.gates.entry(key).or_default())
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
    /// Drops a gate that only the table and `users` more hold, or looks at it again later.
    fn let_go(&mut self, key: AccountKey, users: usize) {
        let Entry::Occupied(entry) = self.gates.entry(key) else { return };
        if Arc::strong_count(entry.get()) > 1 + users {
            return;
        }
        match entry.get().memory() {
            Memory::Until(moment) if moment > Instant::now() => {
                let is_watched = entry.get().watch(true);
                if !is_watched {
                    self.watched.push(Reverse((moment, key)));
                }
            }
            Memory::Until(_) | Memory::Nothing => {
                entry.remove();
            }
            // A call is on the wire, and holds a handle: it comes by here when it is over.
            Memory::InUse => {}
        }
    }

    fn clear_away(&mut self) {
        let now = Instant::now();
        for _ in 0..CLEARED_AT_ONCE {
            let Some(Reverse((_, key))) = self.watched.peek().filter(|Reverse((from, _))| *from <= now).copied() else {
                break;
            };
            self.watched.pop();
            if let Some(gate) = self.gates.get(&key) {
                gate.watch(false);
            }
            self.let_go(key, 0);
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
            table.let_go(self.key, 1);
            table.clear_away();
        });
    }
}
