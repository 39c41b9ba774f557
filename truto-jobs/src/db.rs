//! The database behind the ledger: one text for each statement, which both databases run. What they write differently stands in
//! braces, and `dialect.rs` fills it in.
//!
//! A statement names its tables in the order in which they are read, with `CROSS JOIN`: neither database changes this order. Where
//! PostgreSQL may still read the later table first, `LEFT JOIN` or `{among}` forbids it.
//! `ledger/tests/plans.rs` checks that each table is read by an index.

mod dialect;
mod given;
#[cfg(test)]
pub(crate) mod plans;
#[cfg(feature = "postgres")]
mod postgres;
mod record;
mod sqlite;
mod transaction;

use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

pub(crate) use self::dialect::Dialect;
pub(crate) use self::given::Given;
pub(crate) use self::record::Record;
pub(crate) use self::transaction::{Transaction, Value};
use crate::error::Error;
use crate::moment::Moment;

/// The clock of the ledger: that of the database, unless a test gives another.
pub(crate) type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// A pool of connections.
#[derive(Clone)]
pub(crate) enum Pool {
    Sqlite(sqlite::Sqlite),
    #[cfg(feature = "postgres")]
    Postgres(sqlx::PgPool),
}

/// The database of a ledger.
#[derive(Clone)]
pub(crate) struct Database {
    pub(crate) pool: Pool,
    pub(crate) clock: Option<Clock>,
}

impl Database {
    /// Opens the database of this URL. `creates` tells whether a file that is missing is created.
    pub(crate) async fn open(url: &str, creates: bool) -> Result<Self, Error> {
        let pool = match url.split_once(':') {
            Some(("sqlite", _)) => Pool::Sqlite(sqlite::open(url, creates).await?),
            #[cfg(feature = "postgres")]
            Some(("postgres" | "postgresql", _)) => Pool::Postgres(postgres::open(url).await?),
            _ => return Err(Error::url(url)),
        };
        Ok(Self { pool, clock: None })
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match &self.pool {
            Pool::Sqlite(_) => Dialect::Sqlite,
            #[cfg(feature = "postgres")]
            Pool::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Begins a transaction that is going to write.
    pub(crate) async fn begin(&self) -> Result<Transaction, Error> {
        match &self.pool {
            Pool::Sqlite(pool) => {
                Ok(Transaction::Sqlite(pool.writer.begin_with("BEGIN IMMEDIATE").await?, self.clock.clone()))
            }
            #[cfg(feature = "postgres")]
            Pool::Postgres(pool) => Ok(Transaction::Postgres(pool.begin().await?, self.clock.clone())),
        }
    }

    /// Begins a transaction that only reads. On SQLite it does not wait for those that write.
    pub(crate) async fn read(&self) -> Result<Transaction, Error> {
        match &self.pool {
            Pool::Sqlite(pool) => Ok(Transaction::Sqlite(pool.readers.begin().await?, self.clock.clone())),
            #[cfg(feature = "postgres")]
            Pool::Postgres(pool) => Ok(Transaction::Postgres(pool.begin().await?, self.clock.clone())),
        }
    }

    /// Removes what was erased from the side file of SQLite as well. PostgreSQL does this by itself, in its own time.
    pub(crate) async fn compact(&self) -> Result<(), Error> {
        match &self.pool {
            Pool::Sqlite(pool) => pool.compact().await,
            #[cfg(feature = "postgres")]
            Pool::Postgres(_) => Ok(()),
        }
    }

    /// Closes the connections, and waits until they are closed.
    pub(crate) async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(pool) => pool.close().await,
            #[cfg(feature = "postgres")]
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}

/// Runs the body, a block with `?` and a `Result`, in one transaction, and again if the database is busy. The body must not count on
/// what it did in a try before.
///
/// A macro, because rustc cannot tell that the future of a closure that borrows is `Send`.
macro_rules! in_transaction {
    ($database:expr, $attempt:literal, |$tx:ident| $body:block) => {{
        let mut tries = $crate::db::Tries::default();
        loop {
            let ended = async {
                let mut transaction = $database.begin().await?;
                let $tx = &mut transaction;
                let done: Result<_, $crate::error::Error> = async { $body }.await;
                let done = done?;
                transaction.commit().await?;
                Ok(done)
            };
            match ended.await {
                Err(error) if tries.again(&error).await => {}
                ended => break ended.map_err(|error| error.during($attempt)),
            }
        }
    }};
}
pub(crate) use in_transaction;

/// How often a transaction was tried.
#[derive(Debug, Default)]
pub(crate) struct Tries(u32);

impl Tries {
    /// Whether to try once more, after a pause, because another transaction was in the way.
    pub(crate) async fn again(&mut self, error: &Error) -> bool {
        matches!(error, Error::Database(error) if error.is_busy()) && self.pause().await
    }

    /// Waits a moment. `false` if that was done often enough.
    pub(crate) async fn pause(&mut self) -> bool {
        const MOST: u32 = 20;

        self.0 += 1;
        let again = self.0 < MOST;
        if again {
            tokio::time::sleep(Duration::from_millis(5 * u64::from(self.0))).await;
        }
        again
    }
}

impl Moment {
    /// The time of this clock.
    pub(crate) fn of(clock: Option<&Clock>) -> Self {
        clock.map_or_else(SystemTime::now, |clock| clock()).into()
    }
}
