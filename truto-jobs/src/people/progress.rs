//! How far a run is, as people and programs see it.

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::Serialize;

use crate::view_time as time;

/// How far a run is.
///
/// Serialized, each state is a member: `{"ready": 3, "done": 7, …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// Rows that wait to be sent.
    pub ready: u64,
    /// Rows that a worker sends.
    pub sending: u64,
    /// Rows that may have been written, and are sent again under their key.
    pub unknown: u64,
    /// Rows that were written.
    pub done: u64,
    /// Rows that the API refused for good.
    pub rejected: u64,
    /// Rows that may have been written, and that a person has to look at.
    pub needs_review: u64,
    /// Rows that a person decided not to send.
    pub skipped: u64,
    /// Rows of a cancelled run that were not sent.
    pub cancelled: u64,
    /// Accounts of the run with open rows.
    pub open_accounts: u64,
    /// Accounts of the run that wait until the API takes calls again.
    pub parked_accounts: u64,
    /// Accounts of the run that wait for a person, by the reason.
    pub held_accounts: BTreeMap<&'static str, u64>,
    /// When the first of the parked accounts takes calls again.
    #[serde(serialize_with = "time::maybe")]
    pub parked_until: Option<SystemTime>,
}

impl Progress {
    /// All rows.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.open() + self.done + self.rejected + self.needs_review + self.skipped + self.cancelled
    }

    /// Rows that a worker still has to do something about.
    #[must_use]
    pub const fn open(&self) -> u64 {
        self.ready + self.sending + self.unknown
    }

    /// Whether no row is open.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        self.open() == 0
    }
}
