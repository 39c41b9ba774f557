//! Counts the results of the rows by account.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::time::Duration;

/// Counts of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Finished rows.
    pub(crate) rows: u64,
    /// Rows that the server accepted.
    pub(crate) linked: u64,
    /// Records that the accepted rows link.
    pub(crate) records: usize,
    /// Rows that are wrong and were not sent.
    pub(crate) bad: u64,
    /// Rows that were sent and failed.
    pub(crate) failed: u64,
    /// Total duration of the calls.
    pub(crate) time: Duration,
}

impl Tally {
    /// Counts a row that is wrong and was not sent.
    pub(crate) fn bad() -> Self {
        Self { rows: 1, bad: 1, ..Self::default() }
    }

    /// Counts a valid row of a dry run.
    pub(crate) fn checked() -> Self {
        Self { rows: 1, ..Self::default() }
    }

    /// Counts a row that the server accepted.
    pub(crate) fn linked(records: usize, time: Duration) -> Self {
        Self { rows: 1, linked: 1, records, time, ..Self::default() }
    }

    /// Counts a row that was sent and failed.
    pub(crate) fn failed(time: Duration) -> Self {
        Self { rows: 1, failed: 1, time, ..Self::default() }
    }

    /// Returns the number of rows that need attention.
    pub(crate) fn attention(&self) -> u64 {
        self.bad + self.failed
    }

    /// Returns the average duration of a call, if there was a call.
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

/// Counts for each account.
#[derive(Debug, Default)]
pub(crate) struct Tallies(BTreeMap<Option<String>, Tally>);

impl Tallies {
    pub(crate) fn add(&mut self, account: Option<String>, tally: Tally) {
        *self.0.entry(account).or_default() += tally;
    }

    /// Iterates over the accounts by name. `None`, for rows whose account is unknown, comes last.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = (Option<&str>, &Tally)> {
        let known = self.0.iter().filter(|(account, _)| account.is_some());
        let unknown = self.0.get_key_value(&None);
        known.chain(unknown).map(|(account, tally)| (account.as_deref(), tally))
    }
}
