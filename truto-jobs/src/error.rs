//! Why the ledger or a worker could not do something: what was attempted, what happened, what to do.

use std::path::{Path, PathBuf};

/// An error of the user's.
pub(crate) type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// An error of this crate.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The database failed.
    Database(DatabaseError),
    /// The URL of the ledger names no database that this build knows.
    Url {
        /// What stands before the colon of the URL.
        scheme: String,
    },
    /// The file of the ledger cannot be used.
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// A newer version of this crate wrote the ledger.
    NewerSchema {
        /// The version of the ledger.
        found: i64,
        /// The newest version that this crate knows.
        known: i64,
    },
    /// Another process works on the file already. An SQLite ledger has one worker at a time.
    Owned {
        /// The file.
        path: PathBuf,
    },
    /// A row with this key is in the run already, with another request.
    Conflict {
        /// The run.
        run: String,
        /// The account.
        account: String,
        /// The key.
        row_key: String,
    },
    /// The run exists already, for something else.
    OtherRun {
        /// The run.
        run: String,
        /// What it does.
        found: String,
        /// What it was opened for.
        expected: String,
    },
    /// The ledger does not have this run, account or row.
    NotFound {
        /// What was looked for: ``the run `import-7` ``.
        what: String,
    },
    /// A request holds a secret or a file, and the ledger has no cipher.
    NeedsCipher {
        /// The endpoint.
        endpoint: String,
    },
    /// The cipher failed, so the row was not added.
    Cipher {
        /// What the cipher said.
        reason: String,
    },
    /// What was asked for cannot be done.
    Refused {
        /// Why, and what to do.
        reason: String,
    },
    /// The request or the client is wrong.
    Call(truto_core::Error),
}

/// What the database said, and what was attempted.
#[derive(Debug)]
pub struct DatabaseError {
    attempted: &'static str,
    source: sqlx::Error,
}

impl DatabaseError {
    /// Whether the same statement may succeed later: the database is busy or out of reach, its disk is full, or another transaction
    /// was in the way.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        use sqlx::Error::{Io, PoolClosed, PoolTimedOut, WorkerCrashed};

        match &self.source {
            Io(_) | PoolTimedOut | PoolClosed | WorkerCrashed | sqlx::Error::Protocol(_) => true,
            // PostgreSQL's classes: connection exception, resources, operator intervention, system error; and a transaction that was
            // idle for too long, because the process was stopped. SQLite: full, I/O.
            _ => {
                self.is_busy()
                    || self.has_code(|code| {
                        matches!(code.get(..2), Some("08" | "53" | "57" | "58")) && code.len() == 5
                            || code == "25P03"
                            || sqlite_code(code).is_some_and(|code| matches!(code, 10 | 13 | 14))
                    })
            }
        }
    }

    /// Whether another transaction was in the way.
    pub(crate) fn is_busy(&self) -> bool {
        // SQLite: busy, locked. PostgreSQL: serialization failure, deadlock, lock not available.
        self.has_code(|code| {
            matches!(code, "40001" | "40P01" | "55P03") || sqlite_code(code).is_some_and(|code| matches!(code, 5 | 6))
        })
    }

    fn has_code(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        self.source.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref().is_some_and(is_meant)
    }
}

/// The primary code of SQLite: the low byte of the extended code. Codes of PostgreSQL have five characters.
fn sqlite_code(code: &str) -> Option<u32> {
    (code.len() < 5).then(|| code.parse::<u32>().ok()).flatten().map(|code| code & 0xff)
}

impl Error {
    pub(crate) fn url(url: &str) -> Self {
        // What follows may hold a password.
        Self::Url { scheme: url.split(':').next().unwrap_or_default().chars().take(20).collect() }
    }

    pub(crate) fn file(path: &Path, error: std::io::Error) -> Self {
        Self::File { path: path.to_owned(), error }
    }

    /// The database did not answer in time.
    pub(crate) fn no_answer() -> Self {
        sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()).into()
    }

    pub(crate) fn refused(reason: impl Into<String>) -> Self {
        Self::Refused { reason: reason.into() }
    }

    pub(crate) fn not_found(what: impl Into<String>) -> Self {
        Self::NotFound { what: what.into() }
    }

    /// The same error, of this attempt.
    pub(crate) fn during(self, attempted: &'static str) -> Self {
        match self {
            Self::Database(error) => Self::Database(DatabaseError { attempted, ..error }),
            other => other,
        }
    }

    /// Whether the same may succeed later, without any change.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Database(error) if error.is_temporary())
    }
}

impl From<sqlx::Error> for Error {
    fn from(source: sqlx::Error) -> Self {
        Self::Database(DatabaseError { attempted: "open the ledger", source })
    }
}

impl From<truto_core::Error> for Error {
    fn from(error: truto_core::Error) -> Self {
        Self::Call(error)
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Database(error) => write!(f, "cannot {}: {}", error.attempted, error.source),
            Self::Url { scheme } => write!(
                f,
                "the URL of the ledger begins with `{scheme}:`, expected `sqlite:` or, with the feature `postgres`, `postgres:`"
            ),
            Self::File { path, error } => write!(f, "cannot use `{}`: {error}", path.display()),
            Self::NewerSchema { found, known } => write!(
                f,
                "the ledger has version {found}, written by a later version of truto-jobs, and this version knows {known}: update truto-jobs"
            ),
            Self::Owned { path } => write!(
                f,
                "another process works on `{}`: stop it, or use PostgreSQL for several workers",
                path.display()
            ),
            Self::Conflict { run, account, row_key } => write!(
                f,
                "the row `{row_key}` of the account `{account}` is in the run `{run}` with another request: a key names one write, so \
                 give the changed row another key"
            ),
            Self::OtherRun { run, found, expected } => write!(
                f,
                "the run `{run}` is for `{found}`, and it was opened for `{expected}`: give the new run another name"
            ),
            Self::NotFound { what } => write!(f, "there is no {what} in the ledger"),
            Self::NeedsCipher { endpoint } => write!(
                f,
                "a request of `{endpoint}` holds a secret or a file, which the ledger does not keep in clear text: give it a cipher \
                 with `Jobs::cipher`"
            ),
            Self::Cipher { reason } => write!(f, "a request cannot be encrypted: {reason}"),
            Self::Refused { reason } => f.write_str(reason),
            Self::Call(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Database(error) => Some(&error.source),
            Self::File { error, .. } => Some(error),
            Self::Call(error) => Some(error),
            _ => None,
        }
    }
}
