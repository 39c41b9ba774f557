//! The limiters of all accounts, and of the client. The limiter of an account stays as long as it is in use or knows something.

use core::time::Duration;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use crate::policy::limit::limiter::AccountLimiter;
use crate::util::instant::saturating_add;

/// How often the table is swept at least while it is in use.
const SWEEP_INTERVAL: Duration = Duration::from_secs(60);
/// A table of this size is not swept earlier.
const SMALL: usize = 1024;

/// The limiters of a client.
#[derive(Debug, Default)]
pub(crate) struct Limiters {
    /// Of the calls that belong to no account: they share the limit of the API token.
    pub(crate) of_client: Arc<AccountLimiter>,
    accounts: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    /// By the number of the account's UUID.
    limiters: HashMap<u128, Arc<AccountLimiter>>,
    /// When the table is swept next: at this size, or at this moment.
    sweep_size: usize,
    sweep_at: Option<Instant>,
}

impl Limiters {
    /// The limiter of this account.
    pub(crate) fn get(&self, account: u128) -> Arc<AccountLimiter> {
        let mut table = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        table.sweep_if_due(now);
        let limiter = table.limiters.entry(account).or_default();
        // As if a sweep had come in time: the size of the table must not decide what is known of an account.
        if !is_kept(limiter, now) {
            *limiter = Arc::default();
        }
        Arc::clone(limiter)
    }

    /// The limiters of all accounts that are in use or known, by the number of the account's UUID.
    pub(super) fn of_accounts(&self) -> Vec<(u128, Arc<AccountLimiter>)> {
        let table = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        table.limiters.iter().map(|(account, limiter)| (*account, Arc::clone(limiter))).collect()
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.accounts.lock().unwrap().limiters.len()
    }
}

impl Table {
    /// Removes the limiters that can be forgotten. Between two sweeps for its size the table doubles, so that a sweep costs each
    /// account a constant.
    fn sweep_if_due(&mut self, now: Instant) {
        if self.limiters.len() < self.sweep_size && self.sweep_at.is_some_and(|at| now < at) {
            return;
        }
        self.limiters.retain(|_, limiter| is_kept(limiter, now));
        self.limiters.shrink_to(2 * self.limiters.len());
        self.sweep_size = (2 * self.limiters.len()).max(SMALL);
        self.sweep_at = Some(saturating_add(now, SWEEP_INTERVAL));
    }
}

/// Whether a limiter is in use or knows something. While the table is locked, a limiter that only the table has cannot come into use.
fn is_kept(limiter: &Arc<AccountLimiter>, now: Instant) -> bool {
    Arc::strong_count(limiter) > 1 || limiter.remembered_until().is_some_and(|until| now < until)
}
