//! A task of a worker that ended: what its row needs, and what it means to its account.

use core::time::Duration;

use crate::ledger::exchange::Ended;
use crate::owned::Hold;

/// A task of the worker that ended.
pub(crate) enum Finished {
    Row(Box<Ended>, OnAccount),
    /// The mirror of an account was read for a while.
    Read {
        account: i64,
        epoch: i64,
        part: i64,
        pages: u64,
        on_account: OnAccount,
    },
}

/// What the end of a call means to its account.
#[derive(Clone, Debug, Default)]
pub(crate) struct OnAccount {
    /// How long it takes no calls.
    pub(crate) park: Option<Duration>,
    /// Why it takes no calls until a person releases it.
    pub(crate) hold: Option<Hold>,
    /// The words of the API, if it takes no calls.
    pub(crate) error: Option<String>,
}
