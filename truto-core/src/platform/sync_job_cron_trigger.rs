// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sync-job-cron-trigger` of the Truto platform (admin) API.
//!
//! It starts nothing until it is scheduled.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListSyncJobCronTriggers;
//!
//! let mut list = ListSyncJobCronTriggers::builder().items(client);
//! while let Some(sync_job_cron_trigger) = list.try_next().await? {
//!     println!("{}", sync_job_cron_trigger.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`SyncJobCronTrigger`] and its methods:
//! <https://www.truto.one/docs/api-reference/admin/sync-job-cron-triggers>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::integrated_account::IntegratedAccount;
use super::sync_job::SyncJob;
use super::values::{ErrorHandling, Success, SuperQueryRegion, SyncNode};
use super::webhook::Webhook;

/// A schedule of runs of a sync job.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SyncJobCronTrigger {
    /// Id of the record.
    pub id: Id<SyncJobCronTrigger>,
    /// Arguments of its runs.
    pub args: Option<RawJson>,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
    /// Id of the job.
    pub sync_job_id: Option<Id<SyncJob>>,
    /// Id of the account.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Option<String>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Id of the webhook that receives the records.
    pub webhook_id: Option<Id<Webhook>>,
    /// Region of the synced data.
    pub super_query: Option<Open<SuperQueryRegion>>,
    /// Data of your own.
    pub meta: Option<RawJson>,
    /// Events that the run sends; all of them, if it is not set.
    pub events_to_send: Vec<String>,
    /// What a run does about an error.
    pub error_handling: Option<Open<ErrorHandling>>,
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

/// Lists sync job cron triggers.
///
/// `GET /sync-job-cron-trigger` returns pages of [`SyncJobCronTrigger`].
#[unified_endpoint(GET, "/sync-job-cron-trigger", response = SyncJobCronTrigger, paginated)]
pub struct ListSyncJobCronTriggers {
    /// Id of the account.
    pub integrated_account_id: Option<Filter<String>>,
    /// Id of the job.
    pub sync_job_id: Option<Filter<String>>,
}

/// Reads a sync job cron trigger.
///
/// `GET /sync-job-cron-trigger/{id}` returns the [`SyncJobCronTrigger`].
#[unified_endpoint(GET, "/sync-job-cron-trigger/{id}", response = SyncJobCronTrigger)]
pub struct GetSyncJobCronTrigger {
    /// Id of the sync job cron trigger.
    pub id: Id<SyncJobCronTrigger>,
}

/// Creates a sync job cron trigger.
///
/// `POST /sync-job-cron-trigger` returns the [`SyncJobCronTrigger`].
#[unified_endpoint(POST, "/sync-job-cron-trigger", response = SyncJobCronTrigger)]
pub struct CreateSyncJobCronTrigger {
    /// Id of the job.
    pub sync_job_id: Id<SyncJob>,
    /// Id of the account.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
    /// Arguments of its runs.
    pub args: Option<Json>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: String,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Id of the webhook that receives the records.
    pub webhook_id: Option<Id<Webhook>>,
    /// Region of the synced data.
    pub super_query: Option<Open<SuperQueryRegion>>,
    /// What a run does about an error.
    pub error_handling: Option<Open<ErrorHandling>>,
    /// Events that the run sends; all of them, if it is not set.
    pub events_to_send: Vec<String>,
    /// Data of your own.
    pub meta: Option<Json>,
}

/// Changes a sync job cron trigger. What is not set stays as it is.
///
/// `PATCH /sync-job-cron-trigger/{id}` returns the [`SyncJobCronTrigger`].
///
/// After a change of `cron_expression`, it has to be scheduled again.
#[unified_endpoint(PATCH, "/sync-job-cron-trigger/{id}", response = SyncJobCronTrigger)]
pub struct UpdateSyncJobCronTrigger {
    /// Id of the sync job cron trigger.
    pub id: Id<SyncJobCronTrigger>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Patch<String>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Patch<String>,
    /// Id of the webhook that receives the records.
    pub webhook_id: Patch<Id<Webhook>>,
    /// Region of the synced data.
    pub super_query: Patch<Open<SuperQueryRegion>>,
    /// What a run does about an error.
    pub error_handling: Patch<Open<ErrorHandling>>,
    /// Events that the run sends; all of them, if it is not set.
    pub events_to_send: Patch<Vec<String>>,
    /// Data of your own.
    pub meta: Patch<Json>,
}

/// Deletes a sync job cron trigger.
///
/// `DELETE /sync-job-cron-trigger/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/sync-job-cron-trigger/{id}", response = Deleted)]
pub struct DeleteSyncJobCronTrigger {
    /// Id of the sync job cron trigger.
    pub id: Id<SyncJobCronTrigger>,
}

/// Schedules a trigger, which starts nothing before.
///
/// `POST /sync-job-cron-trigger/{id}/schedule` returns [`Success`].
///
/// The command line's manual says that it starts a run at once.
#[unified_endpoint(POST, "/sync-job-cron-trigger/{id}/schedule", response = Success)]
pub struct ScheduleSyncJobCronTrigger {
    /// Id of the sync job cron trigger.
    pub id: Id<SyncJobCronTrigger>,
}
