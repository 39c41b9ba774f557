//! A run of a sync job: its start, and the wait until it is over.

use core::time::Duration;

use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::platform::sync_job_run::SyncJobRunStatus;
use crate::platform::{CreateSyncJobRun, DeleteSyncJobRun, GetSyncJobRun, SyncJobRun};
use crate::steps::error::RunError;
use crate::steps::poll::{EVERY, Poll};
use crate::types::{Id, Open};

/// A run of a sync job.
///
/// ```no_run
/// use std::time::Duration;
///
/// use truto_core::platform::CreateSyncJobRun;
/// use truto_core::steps::SyncRun;
///
/// # async fn example(client: &truto_core::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let run = CreateSyncJobRun::builder().sync_job_id("9f6c").integrated_account_id("62f4");
/// let run = SyncRun::start(client, run.build()).await?;
/// let done = run.wait(Duration::from_secs(3600), |run| println!("{:?}: {:?}", run.status, run.resource_stats)).await?;
/// println!("finished at {:?}", done.finished_at);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct SyncRun {
    client: Client,
    id: Id<SyncJobRun>,
    every: Duration,
}

impl SyncRun {
    /// Starts a run.
    ///
    /// # Errors
    /// That of the call. If its outcome is unknown, look for the run with [`ListSyncJobRuns`](crate::platform::ListSyncJobRuns) before
    /// you start another.
    pub async fn start(client: &Client, request: CreateSyncJobRun) -> Result<Self, RunError> {
        let run = request.send(client).await?;
        Ok(Self::of(client, run.id))
    }

    /// A run that was started elsewhere.
    #[must_use]
    pub fn of(client: &Client, id: Id<SyncJobRun>) -> Self {
        Self { client: client.clone(), id, every: EVERY }
    }

    /// The id of the run.
    #[must_use]
    pub fn id(&self) -> &Id<SyncJobRun> {
        &self.id
    }

    /// Sets how often the platform is asked. Three seconds by default.
    #[must_use]
    pub fn every(mut self, pause: Duration) -> Self {
        self.every = pause;
        self
    }

    /// Waits until the run is completed, and calls `progress` with the run at first and after each change. Dropping the future ends the
    /// wait, and the run goes on.
    ///
    /// # Errors
    /// [`RunError::Failed`] and [`RunError::Stopped`] if it ends otherwise, [`RunError::Deadline`] if it is not over in time,
    /// [`RunError::Call`] if a call fails.
    pub async fn wait(
        &self,
        deadline: Duration,
        mut progress: impl FnMut(&SyncJobRun),
    ) -> Result<SyncJobRun, RunError> {
        let poll = Poll::new(self.every, deadline);
        let mut last: Option<SyncJobRun> = None;
        loop {
            let run = GetSyncJobRun::builder().id(self.id.clone()).send(&self.client).await?;
            if last.as_ref() != Some(&run) {
                progress(&run);
            }
            match run.status.as_ref().and_then(Open::known) {
                Some(SyncJobRunStatus::Completed) => return Ok(run),
                Some(SyncJobRunStatus::Failed) => return Err(RunError::Failed(Box::new(run))),
                Some(SyncJobRunStatus::Stopped) => return Err(RunError::Stopped(Box::new(run))),
                // A status of a later version is not an end that this one knows.
                _ => {}
            }
            if !poll.pause().await {
                return Err(RunError::Deadline(Box::new(run)));
            }
            last = Some(run);
        }
    }

    /// Stops the run.
    ///
    /// # Errors
    /// That of the call.
    pub async fn stop(&self) -> Result<(), RunError> {
        DeleteSyncJobRun::builder().id(self.id.clone()).send(&self.client).await?;
        Ok(())
    }
}
