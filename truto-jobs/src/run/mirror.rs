//! A mirror as a program opens it, gives it accounts, and asks how far it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::account_id::account_id;
use crate::cipher::Kept;
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::adding::{self, NewRun};
use crate::ledger::mirroring;
use crate::mirror::columns;
use crate::mirror::list::List;
use crate::mirror::progress::{self, AccountMirror, MirrorProgress};
use crate::mirror::spec::{self, Spec};
use crate::mirror::table::Table;
use crate::run::RunBuilder;

/// Accounts that one transaction adds.
const BATCH: usize = 1000;

impl RunBuilder {
    /// Opens the run as a mirror of this list into this table. Workers read the list of each account that is added, page by page: the
    /// rows of a page and the place after it are one transaction, so a kill neither loses a record nor doubles a row.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use truto_core::crm::ListContacts;
    /// use truto_jobs::{Jobs, Table};
    /// # use truto_sandbox::{CrmData, Sandbox};
    /// # let data = CrmData::new().contacts(300);
    /// # let sandbox = Sandbox::builder().endpoints(truto_core::crm::endpoints()).crm_data(data).in_process();
    /// # let client = sandbox.client().build()?;
    /// # let ids = [sandbox.accounts().salesforce];
    ///
    /// let jobs = Jobs::open("sqlite::memory:").await?;
    /// let list = ListContacts::builder().limit(100).call();
    /// let contacts = jobs.run("contacts").mirror(list, Table::new("contacts")).await?;
    /// contacts.accounts(ids).await?;
    /// jobs.worker(client).run().await?;
    /// let progress = contacts.progress().await?;
    /// assert!(progress.is_complete());
    /// assert_eq!((progress.read, progress.written), (300, 300));
    /// # Ok(()) }
    /// ```
    ///
    /// A full walk reads the list from its start to its end. Rows that it did not see get a `deleted_at`, if it was whole: no page was
    /// partial, and each worker that went on with it found that the worker before it had given the account back and was still there.
    /// Slices and pauses that the API asks for do not break a walk. [`AccountMirror::whole_at`] tells when the last whole walk ended.
    ///
    /// # Errors
    /// [`Error::OtherRun`] if the run is for something else; [`Error::Refused`] if the table is not the mirror's, if a name is not a plain
    /// identifier, or if the list has no filter for [`Table::changed_by`]; [`Error::NeedsCipher`] if the list holds a secret;
    /// [`Error::Call`] if it breaks its contract; and [`Error::Database`] if the ledger cannot be used.
    pub async fn mirror<M>(self, list: impl List<M>, table: Table) -> Result<Mirror, Error> {
        table.check()?;
        let saved = list.save()?;
        if !saved.is_paginated() {
            return Err(Error::refused(format!("`{}` cannot be mirrored: it has no pages", saved.endpoint())));
        }
        if let Some(member) = table.changed_by.as_deref().filter(|member| list.has_filter(member) == Some(false)) {
            return Err(Error::refused(format!(
                "`{}` has no filter `{member}[gt]`, so it cannot be asked for what changed: leave `changed_by` out",
                saved.endpoint()
            )));
        }
        let Self { jobs, name, .. } = self;
        let Kept { identity, text } = jobs.keeper().keep(&saved)?;
        let millis = |time: core::time::Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let spec = Spec {
            version: spec::VERSION,
            list: text,
            identity,
            columns: columns::of(list.shape()),
            every: table.every.map(millis),
            overlap: millis(table.overlap),
            full_every: millis(table.full_every),
            table: table.name,
            key: table.key,
            sink: table.sink,
            changed_by: table.changed_by,
        };
        let into = spec.sink.as_ref().map_or_else(String::new, |sink| format!(" of the sink {sink}"));
        let endpoint = format!("{} into {}{into} by {}", saved.endpoint(), spec.table, spec.key);
        let run = NewRun { name: name.clone(), kind: "mirror", endpoint, spec: None, keeps_answers: false };
        let id = mirroring::open(jobs.database(), &run, &spec).await?;
        Ok(Mirror { jobs, name: name.into(), id })
    }
}

/// A run that mirrors a list. Clones are the same run.
#[derive(Clone)]
pub struct Mirror {
    jobs: Jobs,
    name: Arc<str>,
    id: i64,
}

impl Mirror {
    /// Name of the run.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds accounts, which workers read from now on. An account that the mirror has stays as it is.
    ///
    /// # Errors
    /// [`Error::Refused`] if an id is no UUID, and [`Error::Database`]. The accounts before may have been added.
    pub async fn accounts<A: AsRef<str>>(&self, ids: impl IntoIterator<Item = A>) -> Result<(), Error> {
        self.wake(ids, true).await
    }

    /// Reads these accounts now, and not only once their next round is due. A round that is under way counts.
    ///
    /// # Errors
    /// [`Error::Refused`] if an id is no UUID, and [`Error::Database`].
    pub async fn read_again<A: AsRef<str>>(&self, ids: impl IntoIterator<Item = A>) -> Result<(), Error> {
        self.wake(ids, false).await
    }

    async fn wake<A: AsRef<str>>(&self, ids: impl IntoIterator<Item = A>, only_new: bool) -> Result<(), Error> {
        let mut ids = ids.into_iter();
        loop {
            let batch =
                ids.by_ref().take(BATCH).map(|id| account_id(id.as_ref())).collect::<Result<BTreeSet<_>, _>>()?;
            if batch.is_empty() {
                return Ok(());
            }
            let batch: Vec<String> = batch.into_iter().collect();
            let parts = adding::parts(self.jobs.database(), self.id, &batch).await?;
            let mut parts: Vec<i64> = parts.into_values().collect();
            parts.sort_unstable();
            mirroring::wake(self.jobs.database(), &parts, only_new).await?;
        }
    }

    /// How far the mirror is. It reads a row for each account.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn progress(&self) -> Result<MirrorProgress, Error> {
        Ok(progress::sum(&self.progress_by_account().await?))
    }

    /// How far the mirror of each account is, in the order of their ids.
    ///
    /// # Errors
    /// [`Error::Database`] if the ledger cannot be used.
    pub async fn progress_by_account(&self) -> Result<Vec<AccountMirror>, Error> {
        progress::of_accounts(self.jobs.database(), self.id).await
    }
}

impl core::fmt::Debug for Mirror {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Mirror").field("name", &self.name).finish_non_exhaustive()
    }
}
