//! How far a mirror is, as people and programs see it.

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::Serialize;

use crate::db::{Database, Transaction};
use crate::error::Error;
use crate::mirror::place::Place;
use crate::moment::Moment;
use crate::owned::Hold;
use crate::stored::read_hold;

/// How far a mirror is.
///
/// Serialized, each number is a member: `{"accounts": 3, "read": 700, …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MirrorProgress {
    /// Accounts that are mirrored.
    pub accounts: u64,
    /// Accounts that were not read to the end of their list yet.
    pub unread_accounts: u64,
    /// Accounts whose list could not be read the last time. They are tried again.
    pub failing_accounts: u64,
    /// Accounts that wait until the API takes calls again.
    pub parked_accounts: u64,
    /// Accounts that wait for a person, by the reason.
    pub held_accounts: BTreeMap<&'static str, u64>,
    /// Records that came, each as often as it came.
    pub read: u64,
    /// Rows that were new, or other than before.
    pub written: u64,
    /// Rows that a full walk did not find any more.
    pub deleted: u64,
    /// Lists that were read to their end.
    pub rounds: u64,
}

impl MirrorProgress {
    /// Whether the list of each account was read to its end at least once.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.unread_accounts == 0
    }
}

/// The mirror of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AccountMirror {
    /// The integrated account.
    pub account: String,
    /// Records that came, each as often as it came.
    pub read: u64,
    /// Rows that were new, or other than before.
    pub written: u64,
    /// Rows that a full walk did not find any more.
    pub deleted: u64,
    /// Lists that were read to their end.
    pub rounds: u64,
    /// When the last full walk ended.
    #[serde(skip)]
    pub walked_at: Option<SystemTime>,
    /// When the last full walk ended that found every record, and so what was deleted. A walk that a killed worker began does not.
    #[serde(skip)]
    pub whole_at: Option<SystemTime>,
    /// When it is read next. `None` if it is not.
    #[serde(skip)]
    pub due_at: Option<SystemTime>,
    /// When the API takes calls of the account again, if it takes none now.
    #[serde(skip)]
    pub parked_until: Option<SystemTime>,
    /// Why the account takes no calls until a person releases it.
    pub hold: Option<Hold>,
    /// Why the list could not be read the last time.
    pub error: Option<String>,
}

/// The mirrors of all accounts of a run, in the order of their ids.
pub(crate) async fn of_accounts(database: &Database, run: i64) -> Result<Vec<AccountMirror>, Error> {
    of_accounts_in(&mut database.read().await?, run).await
}

/// The same in a transaction.
pub(crate) async fn of_accounts_in(tx: &mut Transaction, run: i64) -> Result<Vec<AccountMirror>, Error> {
    let now = tx.now().await?;
    let sql = "SELECT a.account, a.hold, a.park_until, p.due_at, p.place FROM truto_parts p \
               JOIN truto_accounts a ON a.id = p.account_id WHERE p.run_id = $1 ORDER BY a.account";
    let found = tx.rows(sql, [run.into()], None).await?;
    let mirrors = found.iter().map(|record| {
        let place = Place::read(record.maybe_text(4)?.as_deref());
        let parked_until = record.moment(2)?;
        let time = |at: Option<i64>| at.map(|at| SystemTime::from(Moment(at)));
        Ok(AccountMirror {
            account: record.text(0)?,
            read: place.read,
            written: place.written,
            deleted: place.deleted,
            rounds: place.rounds,
            walked_at: time(place.walked_at),
            whole_at: time(place.whole_at),
            due_at: record.maybe_moment(3)?.map(SystemTime::from),
            parked_until: (parked_until > now).then(|| parked_until.into()),
            hold: read_hold(record, 1)?,
            error: place.error,
        })
    });
    mirrors.collect()
}

/// The sum over all accounts.
pub(crate) fn sum(mirrors: &[AccountMirror]) -> MirrorProgress {
    let mut sum = MirrorProgress::default();
    for mirror in mirrors {
        sum.accounts += 1;
        sum.unread_accounts += u64::from(mirror.rounds == 0);
        sum.failing_accounts += u64::from(mirror.error.is_some());
        match mirror.hold {
            Some(hold) => *sum.held_accounts.entry(hold.name()).or_default() += 1,
            None => sum.parked_accounts += u64::from(mirror.parked_until.is_some()),
        }
        sum.read += mirror.read;
        sum.written += mirror.written;
        sum.deleted += mirror.deleted;
        sum.rounds += mirror.rounds;
    }
    sum
}
