//! The ledger as a program opens it. `run.rs` and `worker.rs` add what they are for.

mod deciding;
mod looking;

use std::fs::{File, OpenOptions, TryLockError};
use std::sync::Arc;
use std::time::SystemTime;

use crate::cipher::{Cipher, Keeper};
use crate::db::{Database, Pool};
use crate::error::Error;
use crate::ledger::schema;

/// A ledger of durable work: an SQLite file, or a PostgreSQL database. Clones share connections.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_jobs::Jobs;
/// # let account = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
/// # let known = truto_sandbox::Account::new(account, truto_sandbox::Provider::Attio);
/// # let sandbox = truto_sandbox::Sandbox::builder().endpoints(truto_core::crm::endpoints()).account(known).in_process();
/// # let client = sandbox.client().build()?;
///
/// let jobs = Jobs::open("sqlite::memory:").await?; // or "sqlite://import.db", or "postgres://…"
/// let run = jobs.run("import-7").writes::<CreateAssociation>().await?;
/// let link = CreateAssociation::builder().entity_id("003Ux").entity(crm_entity::Contacts).accounts(["001Ux"]).build();
/// run.add([(account, "line 1", link)]).await?;
/// jobs.worker(client).run().await?;
/// assert!(run.progress().await?.is_finished());
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Jobs {
    database: Database,
    keeper: Keeper,
}

impl Jobs {
    /// Opens the ledger of this URL, and makes or updates its tables: `sqlite://import.db`, `sqlite::memory:`, or
    /// `postgres://user@host/database` with the feature `postgres`.
    ///
    /// A pooler before PostgreSQL must give each connection a session of its own: `PgBouncer` in its mode `session`, for example. The
    /// ledger sets what it counts on for its session, and prepares statements.
    ///
    /// # Errors
    /// [`Error::Url`] for another URL, [`Error::NewerSchema`] if a later version of this crate wrote the ledger, and
    /// [`Error::Database`] if the database cannot be used.
    pub async fn open(url: &str) -> Result<Self, Error> {
        let database = Database::open(url, true).await?;
        schema::migrate(&database).await?;
        Ok(Self { database, keeper: Keeper::default() })
    }

    /// Opens the ledger of this URL, and creates none: for programs that look at it.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the ledger does not exist, and those of [`open`](Self::open).
    pub async fn open_existing(url: &str) -> Result<Self, Error> {
        let database = Database::open(url, false).await?;
        schema::must_exist(&database).await?;
        schema::migrate(&database).await?;
        Ok(Self { database, keeper: Keeper::default() })
    }

    /// The same ledger, whose requests are encrypted from now on. Requests that are in it stay as they are.
    #[must_use]
    pub fn cipher(mut self, cipher: impl Cipher) -> Self {
        self.keeper = Keeper::new(cipher);
        self
    }

    /// The same ledger with another clock, for tests. Without it, SQLite takes the clock of the process, and PostgreSQL its own.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.database.clock = Some(Arc::new(clock));
        self
    }

    /// Closes the connections, and waits until they are closed.
    pub async fn close(&self) {
        self.database.close().await;
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    pub(crate) fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// Makes this process the only one that works on the file. `None` for a database that has many workers. The system takes the lock
    /// back when the process ends, however it ends.
    pub(crate) fn own_file(&self) -> Result<Option<File>, Error> {
        let Pool::Sqlite(pool) = &self.database.pool else { return Ok(None) };
        let Some(file) = &pool.file else { return Ok(None) };
        let mut path = file.clone().into_os_string();
        path.push(".worker");
        let failed = |error| Error::file(file, error);
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(path).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => Err(Error::Owned { path: file.clone() }),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

impl core::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Jobs").field("database", &self.database.dialect()).finish_non_exhaustive()
    }
}
