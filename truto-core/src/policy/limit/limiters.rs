//! The limiters of all accounts, of which only those are kept that somebody uses or that know something.

use core::cmp::Reverse;
use core::ops::Deref;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::policy::limit::limiter::AccountLimiter;

/// How many accounts that are worth forgetting each use of the table clears away: more than one, so that it shrinks faster
/// than it grows.
const CLEARED_AT_ONCE: usize = 32;

/// Which account, as the number that its UUID is.
pub(crate) type AccountKey = u128;

/// The limiters of all accounts of a client.
#[derive(Debug, Default)]
pub(crate) struct Limiters {
    table: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    limiters: HashMap<AccountKey, Entry>,
    /// Limiters whose last handle is gone, with the moment from which on they know nothing worth keeping.
    watched: BinaryHeap<Reverse<(Instant, AccountKey)>>,
}

#[derive(Debug, Default)]
struct Entry {
    limiter: Arc<AccountLimiter>,
    /// How many seats it has.
    users: usize,
    /// Whether `watched` has it.
    watched: bool,
}

/// A limiter in use. When the last handle of an account goes, so does its limiter, unless it knows something.
#[derive(Clone, Debug)]
pub(crate) struct LimiterHandle(Arc<Seat>);

#[derive(Debug)]
struct Seat {
    limiters: Arc<Limiters>,
    key: AccountKey,
    limiter: Arc<AccountLimiter>,
}

impl Limiters {
    /// The limiter of this account.
    pub(crate) fn get(self: &Arc<Self>, key: AccountKey) -> LimiterHandle {
        let limiter = self.with(|table| {
            table.clear_away();
            let entry = table.limiters.entry(key).or_default();
            entry.users += 1;
            Arc::clone(&entry.limiter)
        });
        LimiterHandle(Arc::new(Seat { limiters: Arc::clone(self), key, limiter }))
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.with(|table| table.limiters.len())
    }

    fn with<T>(&self, run: impl FnOnce(&mut Table) -> T) -> T {
        run(&mut self.table.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Table {
    /// Drops a limiter that nobody uses, or looks at it again once what it knows is worth nothing any more.
    fn let_go(&mut self, key: AccountKey) {
        let Some(entry) = self.limiters.get_mut(&key).filter(|entry| entry.users == 0) else { return };
        match entry.limiter.remembered_until().filter(|moment| *moment > Instant::now()) {
            Some(moment) => {
                if !core::mem::replace(&mut entry.watched, true) {
                    self.watched.push(Reverse((moment, key)));
                }
            }
            None => {
                self.limiters.remove(&key);
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
            if let Some(entry) = self.limiters.get_mut(&key) {
                entry.watched = false;
            }
            self.let_go(key);
        }
        if self.limiters.capacity() > 1024 && self.limiters.len() < self.limiters.capacity() / 8 {
            self.limiters.shrink_to(2 * self.limiters.len());
            self.watched.shrink_to(2 * self.watched.len());
        }
    }
}

impl Deref for LimiterHandle {
    type Target = AccountLimiter;

    fn deref(&self) -> &AccountLimiter {
        &self.0.limiter
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.limiters.with(|table| {
            if let Some(entry) = table.limiters.get_mut(&self.key) {
                entry.users -= 1;
            }
            table.let_go(self.key);
            table.clear_away();
        });
    }
}
