// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `daemon-job-cron-trigger` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDaemonJobCronTriggers;
//!
//! let mut list = ListDaemonJobCronTriggers::builder().items(client);
//! while let Some(daemon_job_cron_trigger) = list.try_next().await? {
//!     println!("{}", daemon_job_cron_trigger.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`DaemonJobCronTrigger`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::daemon::Daemon;
use super::daemon_job::DaemonJob;
use super::environment::Environment;
use super::values::Success;

/// A schedule of runs of a daemon job.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct DaemonJobCronTrigger {
    /// Id of the record.
    pub id: Id<DaemonJobCronTrigger>,
    /// Arguments of its runs.
    pub args: Option<RawJson>,
    /// Id of the job.
    pub daemon_job_id: Option<Id<DaemonJob>>,
    /// Id of the daemon.
    pub daemon_id: Option<Id<Daemon>>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Option<String>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists daemon job cron triggers.
///
/// `GET /daemon-job-cron-trigger` returns pages of [`DaemonJobCronTrigger`].
#[unified_endpoint(GET, "/daemon-job-cron-trigger", response = DaemonJobCronTrigger, paginated)]
pub struct ListDaemonJobCronTriggers {
    /// Id of the job.
    pub daemon_job_id: Option<Filter<String>>,
}

/// Reads a daemon job cron trigger.
///
/// `GET /daemon-job-cron-trigger/{id}` returns the [`DaemonJobCronTrigger`].
#[unified_endpoint(GET, "/daemon-job-cron-trigger/{id}", response = DaemonJobCronTrigger)]
pub struct GetDaemonJobCronTrigger {
    /// Id of the daemon job cron trigger.
    pub id: Id<DaemonJobCronTrigger>,
}

/// Creates a daemon job cron trigger.
///
/// `POST /daemon-job-cron-trigger` returns the [`DaemonJobCronTrigger`].
#[unified_endpoint(POST, "/daemon-job-cron-trigger", response = DaemonJobCronTrigger)]
pub struct CreateDaemonJobCronTrigger {
    /// Id of the job.
    pub daemon_job_id: Id<DaemonJob>,
    /// Id of the daemon.
    pub daemon_id: Id<Daemon>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: String,
    /// Arguments of its runs.
    pub args: Option<Json>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
}

/// Changes a daemon job cron trigger. What is not set stays as it is.
///
/// `PATCH /daemon-job-cron-trigger/{id}` returns the [`DaemonJobCronTrigger`].
#[unified_endpoint(PATCH, "/daemon-job-cron-trigger/{id}", response = DaemonJobCronTrigger)]
pub struct UpdateDaemonJobCronTrigger {
    /// Id of the daemon job cron trigger.
    pub id: Id<DaemonJobCronTrigger>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Patch<String>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Patch<String>,
}

/// Deletes a daemon job cron trigger.
///
/// `DELETE /daemon-job-cron-trigger/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/daemon-job-cron-trigger/{id}", response = Deleted)]
pub struct DeleteDaemonJobCronTrigger {
    /// Id of the daemon job cron trigger.
    pub id: Id<DaemonJobCronTrigger>,
}

/// Schedules a trigger, which starts nothing before.
///
/// `POST /daemon-job-cron-trigger/{id}/schedule` returns [`Success`].
#[unified_endpoint(POST, "/daemon-job-cron-trigger/{id}/schedule", response = Success)]
pub struct ScheduleDaemonJobCronTrigger {
    /// Id of the daemon job cron trigger.
    pub id: Id<DaemonJobCronTrigger>,
}
