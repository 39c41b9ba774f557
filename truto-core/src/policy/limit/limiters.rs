//! The limiters of all accounts. A limiter stays if a call uses it or if it still knows something.

use core::cmp::Reverse;
use core::ops::Deref;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::policy::limit::limiter::AccountLimiter;

/// How many forgettable accounts each use of the table removes. More than one, so that the table shrinks faster than it grows.
const REMOVED_AT_ONCE: usize = 32;

/// The limiters of all accounts of a client, by the number of the account's UUID.
#[derive(Debug, Default)]
pub(crate) struct Limiters {
    table: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    entries: HashMap<u128, Entry>,
    /// Unused limiters, with the moment at which nothing they know is of use anymore.
    expiring: BinaryHeap<Reverse<(Instant, u128)>>,
}

#[derive(Debug, Default)]
struct Entry {
    limiter: Arc<AccountLimiter>,
    /// How many handles there are.
    handles: usize,
    /// Whether it is in `expiring`.
    expires: bool,
}

/// A limiter in use. With the last handle of an account its limiter goes, unless it knows something.
#[derive(Debug)]
pub(crate) struct LimiterHandle {
    limiters: Arc<Limiters>,
    account: u128,
    limiter: Arc<AccountLimiter>,
}

impl Limiters {
    /// The limiter of this account.
    pub(crate) fn get(self: &Arc<Self>, account: u128) -> Arc<LimiterHandle> {
        let limiter = self.with_table(|table| {
            table.remove_expired();
            let entry = table.entries.entry(account).or_default();
            entry.handles += 1;
            Arc::clone(&entry.limiter)
        });
        Arc::new(LimiterHandle { limiters: Arc::clone(self), account, limiter })
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.with_table(|table| table.entries.len())
    }

    fn with_table<T>(&self, run: impl FnOnce(&mut Table) -> T) -> T {
        run(&mut self.table.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Table {
    /// Removes a limiter that is not in use, now or once what it knows is of no use anymore.
    fn release(&mut self, account: u128) {
        let Some(entry) = self.entries.get_mut(&account).filter(|entry| entry.handles == 0) else { return };
        match entry.limiter.remembered_until().filter(|moment| *moment > Instant::now()) {
            Some(moment) => {
                if !core::mem::replace(&mut entry.expires, true) {
                    self.expiring.push(Reverse((moment, account)));
                }
            }
            None => {
                self.entries.remove(&account);
            }
        }
    }

    fn remove_expired(&mut self) {
        let now = Instant::now();
        for _ in 0..REMOVED_AT_ONCE {
            let expired = self.expiring.peek().filter(|Reverse((moment, _))| *moment <= now).copied();
            let Some(Reverse((_, account))) = expired else { break };
            self.expiring.pop();
            if let Some(entry) = self.entries.get_mut(&account) {
                entry.expires = false;
            }
            self.release(account);
        }
        if self.entries.capacity() > 1024 && self.entries.len() < self.entries.capacity() / 8 {
            self.entries.shrink_to(2 * self.entries.len());
            self.expiring.shrink_to(2 * self.expiring.len());
        }
    }
}

impl Deref for LimiterHandle {
    type Target = AccountLimiter;

    fn deref(&self) -> &AccountLimiter {
        &self.limiter
    }
}

impl Drop for LimiterHandle {
    fn drop(&mut self) {
        self.limiters.with_table(|table| {
            if let Some(entry) = table.entries.get_mut(&self.account) {
                entry.handles -= 1;
            }
            table.release(self.account);
            table.remove_expired();
        });
    }
}
