//! The tables, by version. A worker that is newer than the ledger brings it to its own version, alone; an older one refuses it.

use crate::db::{Database, Dialect, Transaction, in_transaction};
use crate::error::Error;

/// What leads from each version to the next. An entry never changes once it was released.
const STEPS: &[&str] = &[include_str!("first.sql")];

/// The newest version.
#[expect(clippy::cast_possible_wrap, reason = "there are never so many versions, and `TryFrom` is not `const`")]
pub(crate) const VERSION: i64 = STEPS.len() as i64;

/// Any number, the same in every process: PostgreSQL's name for the lock of whoever changes the tables.
#[cfg(feature = "postgres")]
const LOCK: i64 = 0x7472_7574_6f6a_6f62;

/// Brings the tables to the newest version. Others wait meanwhile.
pub(crate) async fn migrate(database: &Database) -> Result<(), Error> {
    in_transaction!(database, "prepare the tables of the ledger", |tx| {
        #[cfg(feature = "postgres")]
        if let Transaction::Postgres(..) = tx {
            tx.rows("SELECT pg_advisory_xact_lock($1)::text", [LOCK.into()], None).await?;
        }
        tx.script("CREATE TABLE IF NOT EXISTS truto_ledger (version {int} NOT NULL)").await?;
        let found = version(tx).await?;
        if found > VERSION {
            return Err(Error::NewerSchema { found, known: VERSION });
        }
        let done = usize::try_from(found).unwrap_or_default();
        for step in STEPS.iter().skip(done) {
            tx.script(step).await?;
        }
        if found == 0 {
            tx.run("INSERT INTO truto_ledger (version) VALUES ($1)", [VERSION.into()], None).await?;
        } else if found < VERSION {
            tx.run("UPDATE truto_ledger SET version = $1", [VERSION.into()], None).await?;
        }
        Ok(())
    })
}

/// Refuses a database without a ledger.
pub(crate) async fn must_exist(database: &Database) -> Result<(), Error> {
    let mut tx = database.read().await?;
    let sql = match tx.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_master WHERE name = 'truto_ledger'",
        #[cfg(feature = "postgres")]
        Dialect::Postgres => "SELECT to_regclass('truto_ledger')::text WHERE to_regclass('truto_ledger') IS NOT NULL",
    };
    match tx.maybe_row(sql, []).await? {
        Some(_) => Ok(()),
        None => Err(Error::refused("the database holds no ledger: check its URL, or add a run to it first")),
    }
}

/// The version of the tables of an open ledger.
pub(crate) async fn known_version(database: &Database) -> Result<i64, Error> {
    version(&mut database.read().await?).await
}

/// The version of the tables; 0 before they exist.
async fn version(tx: &mut Transaction) -> Result<i64, Error> {
    let row = tx.maybe_row("SELECT version FROM truto_ledger", []).await?;
    row.map_or(Ok(0), |row| row.int(0))
}
