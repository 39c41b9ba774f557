//! A run: rows that are added, and how far they are.

pub(crate) mod mirror;
mod room;

use core::marker::PhantomData;
use core::pin::pin;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use futures_core::Stream;
use futures_util::{StreamExt as _, stream};
use truto_core::saved::SavedCall;
use truto_core::scope::AccountScope;
use truto_core::{Call, Endpoint, dynamic};

use crate::account_id::account_id;
use crate::cipher::Kept;
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::adding::{self, Added, NewRow, NewRun};
use crate::ledger::reading;
use crate::people::progress::Progress;
use crate::run::room::Room;

/// Rows that one transaction adds.
const BATCH: usize = 1000;

impl Jobs {
    /// A run of this name, which is created or found again. The name is part of the idempotency keys, so it must not be used for
    /// other work later.
    pub fn run(&self, name: impl Into<String>) -> RunBuilder {
        RunBuilder::new(self.clone(), name.into())
    }
}

/// A run that is about to be opened: it says what its rows are.
#[derive(Clone, Debug)]
#[must_use = "a run does nothing until it is opened"]
pub struct RunBuilder {
    pub(crate) jobs: Jobs,
    pub(crate) name: String,
    keeps_answers: bool,
}

impl RunBuilder {
    pub(crate) fn new(jobs: Jobs, name: String) -> Self {
        Self { jobs, name, keeps_answers: false }
    }

    /// Keeps the answer of each row that is done: the record that was created, with its id. They are people's data, and stay in the
    /// ledger until the rows are removed.
    pub fn keep_answers(mut self) -> Self {
        self.keeps_answers = true;
        self
    }

    /// Opens the run for writes of this endpoint. An endpoint that reads does not compile.
    ///
    /// # Errors
    /// [`Error::OtherRun`] if the run is for something else, and [`Error::Database`] if the ledger cannot be used.
    pub async fn writes<E: Endpoint<Scope = AccountScope>>(self) -> Result<Run<E>, Error> {
        const { assert!(!E::CONTRACT.method().is_safe(), "expected an endpoint that writes, found one that reads") };
        self.open("writes", E::CONTRACT.to_string()).await
    }

    /// Opens the run for [calls by name](truto_core::dynamic), of any endpoint.
    ///
    /// # Errors
    /// [`Error::OtherRun`] if the run is for something else, and [`Error::Database`] if the ledger cannot be used.
    pub async fn calls(self) -> Result<Run<Calls>, Error> {
        self.open("calls", "calls by name".to_owned()).await
    }

    async fn open<E>(self, kind: &'static str, endpoint: String) -> Result<Run<E>, Error> {
        let Self { jobs, name, keeps_answers } = self;
        let run = NewRun { name: name.clone(), kind, endpoint, spec: None, keeps_answers };
        let id = adding::open_run(jobs.database(), &run).await?;
        Ok(Run { jobs, name: name.into(), id, parts: Arc::default(), max_open: None, of: PhantomData })
    }
}

/// Marks a run of calls by name.
#[derive(Clone, Copy, Debug)]
pub enum Calls {}

/// A run: rows of the endpoint `E`, or of [`Calls`]. Clones are the same run.
pub struct Run<E> {
    jobs: Jobs,
    name: Arc<str>,
    id: i64,
    /// The parts of the accounts that rows were added for.
    parts: Arc<Mutex<HashMap<String, i64>>>,
    /// The most open rows with which `add` goes on.
    max_open: Option<u64>,
    of: PhantomData<fn() -> E>,
}

impl<E> Run<E> {
    /// Name of the run.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Lets `add` wait while the run has this many open rows, so that a source without an end does not fill the disk. It then looks
    /// every quarter of a second, and goes on once workers have made room. Without a worker it waits for ever. The last batch may
    /// pass the number by up to 1,000 rows.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_jobs::Error> {
    /// use truto_core::crm::CreateAssociation;
    /// use truto_jobs::Jobs;
    ///
    /// let jobs = Jobs::open("sqlite::memory:").await?;
    /// let run = jobs.run("import-7").writes::<CreateAssociation>().await?.max_open(1_000_000);
    /// # let _ = run;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn max_open(mut self, rows: u64) -> Self {
        self.max_open = Some(rows.max(1));
        self
    }

    /// How far the run is. It costs the same for any number of rows.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn progress(&self) -> Result<Progress, Error> {
        reading::progress(self.jobs.database(), self.id).await
    }

    /// Pauses the run, as [`Jobs::pause_run`] does.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_jobs::Error> {
    /// use truto_core::crm::CreateAssociation;
    /// use truto_jobs::Jobs;
    ///
    /// let jobs = Jobs::open("sqlite::memory:").await?;
    /// let run = jobs.run("import-7").writes::<CreateAssociation>().await?;
    /// run.pause().await?; // rows are added, and none is sent
    /// run.resume().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::Refused`] if the run is cancelled, and [`Error::Database`].
    pub async fn pause(&self) -> Result<(), Error> {
        self.jobs.pause_run(&self.name).await
    }

    /// Lets the run go on, as [`Jobs::resume_run`] does.
    ///
    /// # Errors
    /// Those of [`pause`](Self::pause).
    pub async fn resume(&self) -> Result<(), Error> {
        self.jobs.resume_run(&self.name).await
    }

    async fn add_rows(&self, rows: impl Stream<Item = Result<NewRow, Error>>) -> Result<Added, Error> {
        let mut batches = pin!(rows.ready_chunks(BATCH));
        let mut all = Added::default();
        let mut room = Room::new(self.max_open);
        while let Some(batch) = batches.next().await {
            let mut good = Vec::with_capacity(batch.len());
            let mut failed = None;
            for row in batch {
                match row {
                    Ok(row) => good.push(row),
                    Err(error) => {
                        failed = Some(error);
                        break;
                    }
                }
            }
            room.wait(self.jobs.database(), self.id, good.len()).await?;
            let parts = self.parts_of(&good).await?;
            let added = adding::add(self.jobs.database(), &self.name, &good, &parts).await?;
            all.new += added.new;
            all.known += added.known;
            if let Some(error) = failed {
                return Err(error);
            }
        }
        Ok(all)
    }

    /// The parts of the accounts of these rows.
    async fn parts_of(&self, rows: &[NewRow]) -> Result<HashMap<String, i64>, Error> {
        let accounts: HashSet<&String> = rows.iter().map(|row| &row.account).collect();
        let known = |accounts: &HashSet<&String>| {
            let parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
            accounts
                .iter()
                .filter_map(|account| Some(((*account).clone(), *parts.get(*account)?)))
                .collect::<HashMap<_, _>>()
        };
        let mut found = known(&accounts);
        let missing: Vec<String> =
            accounts.into_iter().filter(|account| !found.contains_key(*account)).cloned().collect();
        if !missing.is_empty() {
            let parts = adding::parts(self.jobs.database(), self.id, &missing).await?;
            self.parts.lock().unwrap_or_else(PoisonError::into_inner).extend(parts.clone());
            found.extend(parts);
        }
        Ok(found)
    }

    fn row(&self, account: &str, row_key: String, saved: &SavedCall) -> Result<NewRow, Error> {
        if !saved.takes_key() {
            return Err(Error::refused(format!(
                "`{}` cannot be written in bulk: it reads, or it declares its own `Idempotency-Key`, and a row is sent under the key \
                 of the run",
                saved.endpoint()
            )));
        }
        let Kept { identity, text: body } = self.jobs.keeper().keep(saved)?;
        Ok(NewRow { account: account_id(account)?, row_key, identity, body })
    }
}

impl<E: Endpoint<Scope = AccountScope>> Run<E> {
    /// Adds rows: the account, a key that names the row within its account and run, and the request. It checks each request as
    /// `send` does.
    ///
    /// Rows are added in transactions of 1,000. A row that is in the run already, with the same request, is passed over, so a program
    /// that was killed adds its rows again from the start.
    ///
    /// # Errors
    /// [`Error::Conflict`] if the key is in the run with another request, [`Error::NeedsCipher`] for a secret or a file,
    /// [`Error::Call`] if the request breaks its contract, [`Error::Refused`] if the account is not a UUID, and [`Error::Database`]. The rows before the one
    /// that failed may have been added.
    pub async fn add<A, K, C>(&self, rows: impl IntoIterator<Item = (A, K, C)>) -> Result<Added, Error>
    where
        A: AsRef<str>,
        K: Into<String>,
        C: Into<Call<E>>,
    {
        self.add_stream(stream::iter(rows)).await
    }

    /// Adds the rows of a stream, as [`add`](Self::add) does. It takes more rows only once the earlier ones are in the ledger.
    ///
    /// # Errors
    /// Those of [`add`](Self::add).
    pub async fn add_stream<A, K, C>(&self, rows: impl Stream<Item = (A, K, C)>) -> Result<Added, Error>
    where
        A: AsRef<str>,
        K: Into<String>,
        C: Into<Call<E>>,
    {
        let rows = rows.map(|(account, row_key, call)| {
            let call: Call<E> = call.into();
            self.row(account.as_ref(), row_key.into(), &call.save()?)
        });
        self.add_rows(rows).await
    }
}

impl Run<Calls> {
    /// Adds calls: a key that names the row within its account and run, and the call. The account is that of the call.
    ///
    /// # Errors
    /// Those of the `add` of a declared endpoint.
    pub async fn add<K, A, T>(
        &self,
        rows: impl IntoIterator<Item = (K, dynamic::Request<A, T>)>,
    ) -> Result<Added, Error>
    where
        K: Into<String>,
    {
        let rows = rows.into_iter().map(|(row_key, call)| self.row(call.account_id(), row_key.into(), &call.save()?));
        self.add_rows(stream::iter(rows)).await
    }
}

impl<E> Clone for Run<E> {
    fn clone(&self) -> Self {
        let (jobs, name, parts) = (self.jobs.clone(), Arc::clone(&self.name), Arc::clone(&self.parts));
        Self { jobs, name, id: self.id, parts, max_open: self.max_open, of: PhantomData }
    }
}

impl<E> core::fmt::Debug for Run<E> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Run").field("name", &self.name).finish_non_exhaustive()
    }
}
