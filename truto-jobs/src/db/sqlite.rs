//! A ledger in an SQLite file. One connection writes and a few read. The mode of the file is 0600, because it holds people's data.

use core::time::Duration;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, SqlitePool};

use crate::db::Tries;
use crate::error::Error;

/// How long a statement waits for another process that writes.
const BUSY: Duration = Duration::from_secs(10);
const READERS: u32 = 4;

/// How many rows of an answer the thread of a connection may be ahead of its reader. Each wait for the other costs more than a row.
const ROWS: usize = 4096;

/// The connections to the file.
#[derive(Clone)]
pub(crate) struct Sqlite {
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    /// `None` for a database in memory.
    pub(crate) file: Option<PathBuf>,
}

impl Sqlite {
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Empties the log that SQLite writes beside the file: it holds pages as they were. A reader that is in the way is waited for.
    pub(crate) async fn compact(&self) -> Result<(), Error> {
        let mut tries = Tries::default();
        loop {
            let is_busy: i64 = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.writer).await?;
            if is_busy == 0 {
                return Ok(());
            }
            if !tries.pause().await {
                return Err(Error::refused(
                    "what was erased is out of the ledger, and its text is still in the log beside the file, because another process \
                     reads it: it goes once that process ends",
                ));
            }
        }
    }
}

pub(crate) async fn open(url: &str, creates: bool) -> Result<Sqlite, Error> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A row that is marked before it is sent must still be marked after a power failure.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .row_buffer_size(ROWS)
        // People's data that was erased must not be readable in the file.
        .pragma("secure_delete", "on")
        .pragma("temp_store", "memory");
    let in_memory = url.contains(":memory:") || url.contains("mode=memory");
    let file = (!in_memory).then(|| options.get_filename().to_owned());
    if let Some(file) = &file {
        if !creates && !file.exists() {
            return Err(Error::not_found(format!("file `{}`, so there is no ledger", file.display())));
        }
        make_private(file)?;
    }
    let writer = connect(1, options.clone().pragma("cache_size", "-16384")).await?;
    let readers = if in_memory { writer.clone() } else { connect(READERS, options).await? };
    Ok(Sqlite { writer, readers, file })
}

/// Connects to the file. SQLite waits for nobody while it changes a new file to the log that it writes beside it, so a process that
/// opens the file at the same time tries again.
async fn connect(connections: u32, options: SqliteConnectOptions) -> Result<SqlitePool, Error> {
    let mut tries = Tries::default();
    loop {
        let pool = SqlitePoolOptions::new().max_connections(connections).idle_timeout(None).max_lifetime(None);
        // On a full disk SQLite may end a transaction by itself. sqlx then believes that it goes on, and begins no other.
        let pool = pool.after_release(|connection, _| {
            Box::pin(async move { Ok(connection.ping().await.is_ok() && !connection.is_in_transaction()) })
        });
        match pool.connect_with(options.clone()).await.map_err(Error::from) {
            Err(error) if tries.again(&error).await => {}
            connected => return connected,
        }
    }
}

/// Creates the file if it is missing, and takes it from everybody but its owner.
#[cfg(unix)]
fn make_private(file: &Path) -> Result<(), Error> {
    use std::fs::{OpenOptions, Permissions, set_permissions};
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};

    let failed = |error| Error::file(file, error);
    let opened = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(file).map_err(failed)?;
    // A file that was there already may have been readable. SQLite gives its side files the mode of the file.
    if opened.metadata().map_err(failed)?.permissions().mode() & 0o077 != 0 {
        set_permissions(file, Permissions::from_mode(0o600)).map_err(failed)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> Result<(), Error> {
    Ok(())
}
