//! A run is opened: it says what its rows are.

use core::marker::PhantomData;
use std::sync::Arc;

use truto_core::builder::Writes;
use truto_core::scope::AccountScope;

use crate::error::Error;
use crate::jobs::Jobs;
use crate::ledger::adding::{self, NewRun};
use crate::run::{Calls, Run};

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

    /// Opens the run for writes of this endpoint. An endpoint that reads does not compile, and neither does an endpoint of the
    /// platform, which knows no idempotency keys:
    ///
    /// ```compile_fail,E0277
    /// # async fn example(jobs: truto_jobs::Jobs) -> Result<(), truto_jobs::Error> {
    /// use truto_core::crm::ListContacts;
    ///
    /// let run = jobs.run("contacts").writes::<ListContacts>().await?; // `mirror` reads a list
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`Error::OtherRun`] if the run is for something else, and [`Error::Database`] if the ledger cannot be used.
    pub async fn writes<E: Writes<Scope = AccountScope>>(self) -> Result<Run<E>, Error> {
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
