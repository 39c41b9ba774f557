// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `daemon-job-run` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDaemonJobRuns;
//!
//! let mut list = ListDaemonJobRuns::builder().items(client);
//! while let Some(daemon_job_run) = list.try_next().await? {
//!     println!("{}", daemon_job_run.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`DaemonJobRun`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::daemon::Daemon;
use super::daemon_job::DaemonJob;
use super::environment::Environment;

/// A run of a daemon job.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct DaemonJobRun {
    /// Id of the record.
    pub id: Id<DaemonJobRun>,
    /// Arguments of the run.
    pub args: Option<RawJson>,
    /// Id of the job.
    pub daemon_job_id: Option<Id<DaemonJob>>,
    /// State of the run.
    pub status: Option<Open<DaemonJobRunStatus>>,
    /// Id of the daemon.
    pub daemon_id: Option<Id<Daemon>>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the start.
    pub started_at: Option<Timestamp>,
    /// Time of the end.
    pub finished_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// State of the run.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DaemonJobRunStatus {
    /// `created`.
    Created,
    /// `running`.
    Running,
    /// `completed`.
    Completed,
    /// `failed`.
    Failed,
    /// `stopped`.
    Stopped,
}

/// Lists daemon job runs.
///
/// `GET /daemon-job-run` returns pages of [`DaemonJobRun`].
#[unified_endpoint(GET, "/daemon-job-run", response = DaemonJobRun, paginated)]
pub struct ListDaemonJobRuns {
    /// Id of the job.
    pub daemon_job_id: Option<Filter<String>>,
    /// State of the run.
    pub status: Option<Filter<String>>,
}

/// Reads a daemon job run.
///
/// `GET /daemon-job-run/{id}` returns the [`DaemonJobRun`].
#[unified_endpoint(GET, "/daemon-job-run/{id}", response = DaemonJobRun)]
pub struct GetDaemonJobRun {
    /// Id of the daemon job run.
    pub id: Id<DaemonJobRun>,
}

/// Starts a run of a daemon job.
///
/// `POST /daemon-job-run` returns the [`DaemonJobRun`].
#[unified_endpoint(POST, "/daemon-job-run", response = DaemonJobRun)]
pub struct CreateDaemonJobRun {
    /// Id of the job.
    pub daemon_job_id: Id<DaemonJob>,
    /// Id of the daemon.
    pub daemon_id: Id<Daemon>,
    /// Arguments of the run.
    pub args: Option<Json>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// State of the run. The server stores `created`, whatever is sent.
    pub status: Option<Open<DaemonJobRunStatus>>,
}

/// Changes a daemon job run. What is not set stays as it is.
///
/// `PATCH /daemon-job-run/{id}` returns the [`DaemonJobRun`].
///
/// The command line's manual says that a run cannot be changed.
#[unified_endpoint(PATCH, "/daemon-job-run/{id}", response = DaemonJobRun)]
pub struct UpdateDaemonJobRun {
    /// Id of the daemon job run.
    pub id: Id<DaemonJobRun>,
    /// State of the run.
    pub status: Patch<Open<DaemonJobRunStatus>>,
    /// Time of the start.
    pub started_at: Patch<Timestamp>,
    /// Time of the end.
    pub finished_at: Patch<Timestamp>,
}

/// Stops a run, and returns it. The record stays.
///
/// `DELETE /daemon-job-run/{id}` returns the [`DaemonJobRun`].
#[unified_endpoint(DELETE, "/daemon-job-run/{id}", response = DaemonJobRun)]
pub struct DeleteDaemonJobRun {
    /// Id of the daemon job run.
    pub id: Id<DaemonJobRun>,
}
