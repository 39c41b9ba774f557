//! What people decide, as methods of [`Jobs`].

use core::time::Duration;

use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::{forgetting, holding, people, pruning};
use crate::people::Rows;
use crate::row::State;

/// What people decide. Rows change in transactions of 1,000, so that workers go on meanwhile. What was interrupted is simply called
/// again. The counters tell which accounts have such rows, and only the rows of these are read.
impl Jobs {
    /// Sends rows again: those that are rejected, that need a review, that were skipped, or that wait (`ready`). Returns how many. The
    /// filter has to name states or a key. Rows of cancelled runs stay as they are.
    ///
    /// A row that needs a review may have been written already, and the server may have forgotten its key: look into the CRM first, or
    /// it is written twice.
    ///
    /// # Errors
    /// [`Error::Refused`] if the filter names neither states nor a key, or a run that is cancelled; [`Error::NotFound`] and
    /// [`Error::Database`].
    pub async fn retry(&self, rows: &Rows) -> Result<u64, Error> {
        people::retry(self.database(), rows).await
    }

    /// Decides that rows are not sent: those that wait, are rejected, need a review or were cancelled. Returns how many. A row that a
    /// worker sends at the moment stays as it is.
    ///
    /// # Errors
    /// [`Error::Refused`] if the filter names neither states nor a key; [`Error::NotFound`] and [`Error::Database`].
    pub async fn skip(&self, rows: &Rows) -> Result<u64, Error> {
        people::skip(self.database(), rows).await
    }

    /// Pauses an account, over all runs, until [`resume`](Self::resume). The worker that holds it ends the calls that are under way,
    /// and takes no more rows.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the account is not in the ledger, and [`Error::Database`].
    pub async fn pause(&self, account: &str) -> Result<(), Error> {
        holding::pause(self.database(), account).await
    }

    /// Releases an account, whatever it waits for: a pause, a block, a connection that was authorised again, or a time.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the account is not in the ledger, and [`Error::Database`].
    pub async fn resume(&self, account: &str) -> Result<(), Error> {
        holding::resume(self.database(), account).await
    }

    /// Pauses a run until [`resume_run`](Self::resume_run). Its accounts go on with other runs. A worker ends the calls that are under
    /// way, and takes no more rows; a mirror is read to the end of the slice at most. Rows can be added, and wait.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_jobs::Error> {
    /// use truto_core::crm::CreateAssociation;
    /// use truto_jobs::Jobs;
    ///
    /// let jobs = Jobs::open("sqlite::memory:").await?;
    /// jobs.run("import-7").writes::<CreateAssociation>().await?;
    /// jobs.pause_run("import-7").await?;
    /// assert!(jobs.runs().await?[0].paused_at.is_some());
    /// jobs.resume_run("import-7").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, [`Error::Refused`] if it is cancelled, and [`Error::Database`].
    pub async fn pause_run(&self, run: &str) -> Result<(), Error> {
        holding::pause_run(self.database(), run).await
    }

    /// Lets a run go on. Accounts that are on hold or parked stay so. If it ends early, call it again: it wakes what still sleeps.
    ///
    /// # Errors
    /// Those of [`pause_run`](Self::pause_run).
    pub async fn resume_run(&self, run: &str) -> Result<(), Error> {
        holding::resume_run(self.database(), run).await
    }

    /// Cancels a run for good, and returns how many rows were moved. Rows that wait are cancelled, rows that may have been written need
    /// a review, and what is on the wire ends first.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, and [`Error::Database`].
    pub async fn cancel(&self, run: &str) -> Result<u64, Error> {
        people::cancel(self.database(), run).await
    }

    /// Erases an account from all runs, with its rows and its mirrored records, and returns how many there were. A sink of your own is
    /// not reached. Its calls that are under way end first: it is paused, and this waits until its worker gave it back, or until the lease
    /// of a worker that died is over.
    ///
    /// Stop adding rows of the account before. On SQLite, the text of the rows is overwritten in the file. PostgreSQL keeps it on its
    /// disk until `VACUUM`, and in backups and archived logs.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the account is not in the ledger, and [`Error::Database`]. If it ends early, the account stays paused:
    /// call it again.
    pub async fn forget(&self, account: &str) -> Result<u64, Error> {
        forgetting::forget(self.database(), account).await
    }

    /// Removes rows that came to one of these final states longer than `older_than` ago, and returns how many. A row that is removed is
    /// not known any more: its key can be added again, and is then sent again.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_jobs::Error> {
    /// use std::time::Duration;
    /// use truto_jobs::{Jobs, row::State};
    ///
    /// let jobs = Jobs::open("sqlite::memory:").await?;
    /// let month = Duration::from_secs(30 * 24 * 60 * 60);
    /// jobs.prune(month, &[State::Done, State::Skipped, State::Cancelled]).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::Refused`] for a state in which a worker or a person still has something to do, and [`Error::Database`].
    pub async fn prune(&self, older_than: Duration, states: &[State]) -> Result<u64, Error> {
        pruning::prune(self.database(), older_than, states).await
    }
}
