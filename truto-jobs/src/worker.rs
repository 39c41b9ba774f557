//! A worker: it claims accounts, sends their rows, and writes down how each ended.

mod desk;
mod ending;
mod finished;
mod held;
mod lease;
mod metrics;
mod reading;
mod report;
mod sending;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use truto_core::Client;

use self::desk::Desk;
pub use self::report::Report;
pub use self::settings::Settings;
use crate::error::{BoxError, Error};
use crate::jobs::Jobs;
use crate::mirror::sink::{AnySink, Sink};

/// The client of each account.
pub(crate) type Clients = Arc<dyn Fn(&str) -> Result<Client, BoxError> + Send + Sync>;

/// The API token of each account, or a name for it.
pub(crate) type TokenOf = Arc<dyn Fn(&str) -> String + Send + Sync>;

impl Jobs {
    /// A worker that sends with this client.
    pub fn worker(&self, client: Client) -> Worker {
        Worker::new(self.clone(), Arc::new(move |_| Ok(client.clone())))
    }

    /// A worker that sends with the client of each account, so that each tenant can have a token of its own. The function gets the id of
    /// the account, and is called once for each time that the worker claims it.
    pub fn worker_of<F, E>(&self, client_of: F) -> Worker
    where
        F: Fn(&str) -> Result<Client, E> + Send + Sync + 'static,
        E: Into<BoxError>,
    {
        Worker::new(self.clone(), Arc::new(move |account| client_of(account).map_err(Into::into)))
    }
}

/// A worker that is about to begin. Nothing happens until [`run`](Self::run) or [`shutdown`](Self::shutdown) is awaited.
///
/// On PostgreSQL any number of processes can have one. An SQLite ledger has one at a time.
#[must_use = "a worker does nothing until `run` or `shutdown` is awaited"]
pub struct Worker {
    jobs: Jobs,
    clients: Clients,
    settings: Settings,
    sinks: BTreeMap<String, Arc<dyn AnySink>>,
    token_of: TokenOf,
}

impl Worker {
    pub(crate) fn new(jobs: Jobs, clients: Clients) -> Self {
        Self {
            jobs,
            clients,
            settings: Settings::default(),
            sinks: BTreeMap::new(),
            token_of: Arc::new(|_| String::new()),
        }
    }

    /// Works by these settings.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Gives the records of mirrors to this sink, if their [`Table`](crate::Table::sink) names it. Without it they wait for a worker
    /// that has it.
    pub fn sink(mut self, name: impl Into<String>, sink: impl Sink) -> Self {
        self.sinks.insert(name.into(), Arc::new(sink));
        self
    }

    /// Says which API token each account has, for [`Settings::calls_per_token`]: the token itself, or any name that stands for it in all
    /// workers. The ledger keeps a hash. Without it, all accounts of the ledger share one token.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use truto_jobs::{Error, Jobs, Settings};
    /// # fn token_of_tenant(account: &str) -> String { String::new() }
    /// # async fn example(jobs: Jobs, client_of: fn(&str) -> Result<truto_core::Client, truto_core::Error>) -> Result<(), Error> {
    /// let settings = Settings::new().calls_per_token(500, Duration::from_secs(10));
    /// jobs.worker_of(client_of).token_of(|account| token_of_tenant(account)).settings(settings).run().await?;
    /// # Ok(()) }
    /// ```
    pub fn token_of(mut self, token_of: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        self.token_of = Arc::new(token_of);
        self
    }

    async fn open(self) -> Result<Desk, Error> {
        Desk::open(self.jobs, self.clients, self.token_of, self.settings, Arc::new(self.sinks)).await
    }

    /// Works until no account has anything to do now. Rows that wait for a time, such as those of a parked account, stay.
    ///
    /// # Errors
    /// [`Error::Owned`] if another process works on the file, and [`Error::Database`] if the ledger cannot be used.
    pub async fn run(self) -> Result<Report, Error> {
        let mut desk = self.open().await?;
        desk.work(core::future::pending::<()>(), true).await
    }

    /// Works until `shutdown` ends, also while there is nothing to do. It then takes no more rows, waits for the calls that are under
    /// way, and gives its accounts back. Dropping the future is like a kill: the next worker goes on.
    ///
    /// # Errors
    /// [`Error::Owned`] if another process works on the file, and [`Error::Database`] if the ledger cannot be used. A database that is
    /// out of reach, busy or full is waited for.
    pub async fn shutdown(self, shutdown: impl Future) -> Result<Report, Error> {
        let mut desk = self.open().await?;
        desk.work(shutdown, false).await
    }
}

impl core::fmt::Debug for Worker {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Worker").field("settings", &self.settings).finish_non_exhaustive()
    }
}
