//! What people look at, as methods of [`Jobs`].

use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::{checking, errors, listing, schema};
use crate::people::{AccountView, Accounts, ErrorGroup, Finding, RowView, Rows, RunView, WorkerView};

/// What people look at. None of it waits for a worker.
impl Jobs {
    /// All runs, the oldest first. It reads a row for each account of each run, and no rows of the runs.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn runs(&self) -> Result<Vec<RunView>, Error> {
        listing::runs(self.database()).await
    }

    /// The accounts of this filter, in the order of their ids. It reads a row for each account of each run, with a limit as well, and no
    /// rows of the runs. With [`Accounts::account`] it reads those of the account.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the filter names a run that is not in the ledger, and [`Error::Database`].
    pub async fn accounts(&self, filter: &Accounts) -> Result<Vec<AccountView>, Error> {
        listing::accounts(self.database(), filter).await
    }

    /// The rows of this filter, 100 of them unless it says otherwise. To read on, pass the place of the last row to [`Rows::after`].
    ///
    /// It looks only at accounts that have such rows, and sorts the rows of each account that it shows. So each page of an account with
    /// very many rows reads them all.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the filter names a run or an account that is not in the ledger, and [`Error::Database`].
    pub async fn rows(&self, filter: &Rows) -> Result<Vec<RowView>, Error> {
        listing::rows(self.database(), filter).await
    }

    /// Why rows of this filter are rejected or need a review: errors that differ only in ids and numbers are one group. The largest
    /// group is first. It reads all these rows.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows).
    pub async fn errors(&self, filter: &Rows) -> Result<Vec<ErrorGroup>, Error> {
        errors::groups(self.database(), filter).await
    }

    /// The workers that the ledger knows. A worker that was killed stays in the list; [`WorkerView::seen_at`] tells.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn workers(&self) -> Result<Vec<WorkerView>, Error> {
        listing::workers(self.database()).await
    }

    /// The version of the ledger's tables.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn version(&self) -> Result<i64, Error> {
        schema::known_version(self.database()).await
    }

    /// Looks for what is wrong with the ledger. It counts all rows, which takes seconds for millions.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn check(&self) -> Result<Vec<Finding>, Error> {
        checking::check(self.database()).await
    }
}
