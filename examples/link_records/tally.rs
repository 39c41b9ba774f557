//! What became of the rows, counted by account.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::time::Duration;

/// What became of some rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Rows that are done with.
    pub(crate) rows: u64,
    /// Rows that the server took.
    pub(crate) linked: u64,
    /// Records that those rows link.
    pub(crate) records: usize,
    /// Rows that were not sent.
    pub(crate) bad: u64,
    /// Rows that were sent in vain.
    pub(crate) failed: u64,
    /// Time that the calls took together.
    pub(crate) time: Duration,
}

impl Tally {
    /// A row that was not sent.
    pub(crate) fn bad() -> Self {
        Self { rows: 1, bad: 1, ..Self::default() }
    }

    /// A row that would have been sent.
    pub(crate) fn checked() -> Self {
        Self { rows: 1, ..Self::default() }
    }

    /// A row that the server took.
    pub(crate) fn linked(records: usize, time: Duration) -> Self {
        Self { rows: 1, linked: 1, records, time, ..Self::default() }
    }

    /// A row that was sent in vain.
    pub(crate) fn failed(time: Duration) -> Self {
        Self { rows: 1, failed: 1, time, ..Self::default() }
    }

    /// Rows that somebody has to look at.
    pub(crate) fn attention(&self) -> u64 {
        self.bad + self.failed
    }

    /// Average time of a call, where there was one.
    pub(crate) fn per_call(&self) -> Option<Duration> {
        let calls = u32::try_from(self.linked + self.failed).unwrap_or(u32::MAX);
        self.time.checked_div(calls)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.linked += other.linked;
        self.records += other.records;
        self.bad += other.bad;
        self.failed += other.failed;
        self.time += other.time;
    }
}

/// The tallies of all accounts.
#[derive(Debug, Default)]
pub(crate) struct Tallies(BTreeMap<Option<String>, Tally>);

impl Tallies {
    pub(crate) fn add(&mut self, account: Option<String>, tally: Tally) {
        *self.0.entry(account).or_default() += tally;
    }

    /// Every account by name; `None`, for rows whose account is not known, comes last.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = (Option<&str>, &Tally)> {
        let known = self.0.iter().filter(|(account, _)| account.is_some());
        let unknown = self.0.get_key_value(&None);
        known.chain(unknown).map(|(account, tally)| (account.as_deref(), tally))
    }
}
