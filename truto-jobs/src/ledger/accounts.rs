//! The accounts of the ledger: how their rows are read and written, locked and woken.

use crate::db::{Given, Record, Transaction};
use crate::error::Error;
use crate::moment::Moment;
use crate::owned::Owned;
use crate::stored::read_hold;

/// A table of ids.
pub(crate) fn ids(values: impl IntoIterator<Item = i64>) -> Given {
    Given::new().ints("id", values.into_iter().map(Some).collect())
}

/// The columns that [`read_owned`] takes.
pub(crate) const OWNED: &str = "a.id, a.epoch, a.owner, a.lease_until, a.due_at, a.hold";

pub(crate) fn read_owned(record: &Record) -> Result<(i64, Owned), Error> {
    let hold = read_hold(record, 5)?;
    let owned = Owned {
        epoch: record.int(1)?,
        owner: record.maybe_int(2)?,
        lease_until: record.moment(3)?,
        due_at: record.maybe_moment(4)?,
        hold,
    };
    Ok((record.int(0)?, owned))
}

/// Writes what accounts have become.
pub(crate) async fn write_owned(tx: &mut Transaction, accounts: &[(i64, Owned)]) -> Result<(), Error> {
    if accounts.is_empty() {
        return Ok(());
    }
    let ints = |of: &dyn Fn(&Owned) -> Option<i64>| accounts.iter().map(|(_, owned)| of(owned)).collect::<Vec<_>>();
    let given = ids(accounts.iter().map(|(id, _)| *id))
        .ints("epoch", ints(&|owned| Some(owned.epoch)))
        .ints("owner", ints(&|owned| owned.owner))
        .ints("lease_until", ints(&|owned| Some(owned.lease_until.0)))
        .ints("due_at", ints(&|owned| owned.due_at.map(|due| due.0)))
        .texts("hold", accounts.iter().map(|(_, owned)| owned.hold.map(|hold| hold.name().to_owned())).collect());
    let sql = "UPDATE truto_accounts SET epoch = given.epoch, owner = given.owner, lease_until = given.lease_until, \
               due_at = given.due_at, hold = given.hold FROM {given} WHERE truto_accounts.id = given.id";
    tx.run(sql, [], Some(given)).await?;
    Ok(())
}

/// Locks the account of this name, and reads it.
pub(crate) async fn find(tx: &mut Transaction, account: &str) -> Result<(i64, Owned), Error> {
    let account = account.to_ascii_lowercase();
    let sql = format!("SELECT {OWNED} FROM truto_accounts a WHERE a.account = $1 {{update}}");
    match tx.maybe_row(&sql, [(&*account).into()]).await? {
        Some(found) => read_owned(&found),
        None => Err(Error::not_found(format!("account `{account}`"))),
    }
}

/// Locks accounts, in the order of their ids, so that two transactions do not wait for each other.
pub(crate) async fn lock(tx: &mut Transaction, accounts: &[i64]) -> Result<(), Error> {
    let sql = "SELECT a.id FROM truto_accounts a WHERE a.id IN (SELECT given.id FROM {given}) ORDER BY a.id {update}";
    tx.rows(sql, [], Some(ids(accounts.iter().copied()))).await?;
    Ok(())
}

/// Lets workers know that these accounts have something to do now, or when they are parked no longer.
pub(crate) async fn wake(tx: &mut Transaction, accounts: &[i64], now: Moment) -> Result<(), Error> {
    let sql = "UPDATE truto_accounts SET due_at = CASE WHEN park_until > $1 THEN park_until ELSE $1 END \
               FROM {given} WHERE truto_accounts.id = given.id AND (due_at IS NULL OR due_at > $1)";
    tx.run(sql, [now.into()], Some(ids(accounts.iter().copied()))).await?;
    Ok(())
}
