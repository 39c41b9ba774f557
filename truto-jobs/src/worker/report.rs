//! What a worker did, in numbers.

/// What a worker did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Calls that ended, repetitions included.
    pub calls: u64,
    /// Rows that were written.
    pub done: u64,
    /// Rows that the API refused for good.
    pub rejected: u64,
    /// Accounts that were claimed.
    pub claims: u64,
    /// Accounts that another worker left without giving them back.
    pub takeovers: u64,
    /// Accounts that were given back because their API takes no calls for a while.
    pub parks: u64,
    /// Pages of mirrors that were committed.
    pub pages: u64,
}
