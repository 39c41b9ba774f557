//! A run: rows that are added, and how far they are. `opening.rs` makes it, and `adding.rs` fills it.

mod adding;
pub(crate) mod mirror;
mod opening;
mod room;

use core::marker::PhantomData;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub use self::opening::RunBuilder;
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::reading;
use crate::people::progress::Progress;

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
