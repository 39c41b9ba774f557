//! An account that the worker owns: what it has under way, and whether it takes more.

use core::time::Duration;
use std::collections::HashSet;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::time::Instant;
use truto_core::Account;

use crate::ledger::exchange::{Claimed, Release};
use crate::owned::Hold;
use crate::worker::finished::OnAccount;
use crate::worker::lease::Lease;

/// How many calls of one account are on the wire at once: as many as the client lets through.
const ON_THE_WIRE: usize = 16;

#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) epoch: i64,
    pub(crate) account: Account,
    pub(crate) lease: Lease,
    /// Its API token, if the calls of a token are counted.
    pub(crate) token: Option<Arc<str>>,
    pub(crate) wire: Arc<Semaphore>,
    /// Rows that were taken, and mirrors that are read, and have not ended.
    pub(crate) under_way: u32,
    /// The parts of the mirrors that are read.
    pub(crate) reading: HashSet<i64>,
    pub(crate) since: Instant,
    /// No rows were left the last time.
    pub(crate) is_empty: bool,
    /// A person paused it. The ledger has the hold already, and a person may take it back before the account is given back.
    pub(crate) is_paused: bool,
    pub(crate) park: Option<Duration>,
    pub(crate) hold: Option<Hold>,
    pub(crate) error: Option<String>,
}

impl Held {
    pub(crate) fn new(claimed: &Claimed, account: Account, token: Option<Arc<str>>, lease_end: Instant) -> Self {
        Self {
            epoch: claimed.epoch,
            account,
            lease: Lease::until(lease_end),
            token,
            wire: Arc::new(Semaphore::new(ON_THE_WIRE)),
            under_way: 0,
            reading: HashSet::new(),
            since: Instant::now(),
            is_empty: false,
            is_paused: false,
            park: None,
            hold: None,
            error: None,
        }
    }

    /// Whether it takes no more rows: its slice is over, its rows are at an end, a person paused it, or its API takes no calls.
    pub(crate) fn is_ending(&self, slice: Duration) -> bool {
        self.is_empty || self.is_paused || self.park.is_some() || self.hold.is_some() || self.since.elapsed() >= slice
    }

    /// Counts a task that ended.
    pub(crate) fn end(&mut self, OnAccount { park, hold, error }: OnAccount) {
        self.under_way = self.under_way.saturating_sub(1);
        self.park = self.park.max(park);
        self.hold = self.hold.or(hold);
        self.error = error.or_else(|| self.error.take());
    }

    /// How the account is given back. What its limiter learned goes along: while the API takes no calls, nobody claims it.
    pub(crate) fn release(&self, id: i64) -> Release {
        let limits = self.account.limit_state();
        let spent = limits.quota.filter(|(calls, _)| *calls == 0).map(|(_, reset)| reset);
        let park = self.park.max(limits.opens_in).max(spent);
        Release { account: id, park, hold: self.hold, error: self.error.clone() }
    }
}
