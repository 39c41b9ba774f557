// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sync-job-run` of the Truto platform (admin) API.
//!
//! The record does not say why a run failed: [`ListLogs`](super::ListLogs) of the kind `rapid_bridge` do.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListSyncJobRuns;
//!
//! let mut list = ListSyncJobRuns::builder().items(client);
//! while let Some(sync_job_run) = list.try_next().await? {
//!     println!("{}", sync_job_run.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`SyncJobRun`] and its methods: <https://www.truto.one/docs/api-reference/admin/sync-job-runs>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::daemon::Daemon;
use super::datastore::Datastore;
use super::integrated_account::IntegratedAccount;
use super::sync_job::SyncJob;
use super::values::{ErrorHandling, SuperQueryRegion, SyncNode};
use super::webhook::Webhook;

/// A run of a sync job.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SyncJobRun {
    /// Id of the record.
    pub id: Id<SyncJobRun>,
    /// Arguments of the run.
    pub args: Option<RawJson>,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
    /// Id of the job.
    pub sync_job_id: Option<Id<SyncJob>>,
    /// Id of the account.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// State of the run.
    pub status: Option<Open<SyncJobRunStatus>>,
    /// Id of the daemon that does the work.
    pub daemon_id: Option<Id<Daemon>>,
    /// Group of daemons that does the work.
    pub daemon_group_key: Option<String>,
    /// Id of the webhook that receives the records.
    pub webhook_id: Option<Id<Webhook>>,
    /// What the run does about an error.
    pub error_handling: Option<Open<ErrorHandling>>,
    /// Whether everything is synced again.
    pub ignore_previous_run: Option<bool>,
    /// Version of the runtime.
    pub version: Option<i64>,
    /// Counters by step and method, such as `fetched` and `persisted`. Counter names from Truto's skills text.
    pub resource_stats: Option<RawJson>,
    /// Runs with the same key do not run at the same time.
    pub mutex_key: Option<String>,
    /// Name of the state that runs share.
    pub state_key: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the start.
    pub started_at: Option<Timestamp>,
    /// Time of the end.
    pub finished_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// State of the run.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SyncJobRunStatus {
    /// `created`.
    Created,
    /// `running`.
    Running,
    /// `rate_limited`.
    RateLimited,
    /// `completed`.
    Completed,
    /// `failed`.
    Failed,
    /// `stopped`.
    Stopped,
}

/// Lists sync job runs.
///
/// `GET /sync-job-run` returns pages of [`SyncJobRun`].
#[unified_endpoint(GET, "/sync-job-run", response = SyncJobRun, paginated)]
pub struct ListSyncJobRuns {
    /// Id of the job.
    pub sync_job_id: Option<Filter<String>>,
    /// Id of the account.
    pub integrated_account_id: Option<Filter<String>>,
    /// State of the run.
    pub status: Option<Filter<String>>,
    /// Field to sort by, with a minus for the other direction: `-created_at`. Unverified: no page of the API confirms
    /// it.
    pub sort: Option<String>,
}

/// Reads a sync job run.
///
/// `GET /sync-job-run/{id}` returns the [`SyncJobRun`].
#[unified_endpoint(GET, "/sync-job-run/{id}", response = SyncJobRun)]
pub struct GetSyncJobRun {
    /// Id of the sync job run.
    pub id: Id<SyncJobRun>,
}

/// Starts a run of a sync job.
///
/// `POST /sync-job-run` returns the [`SyncJobRun`].
#[unified_endpoint(POST, "/sync-job-run", response = SyncJobRun)]
pub struct CreateSyncJobRun {
    /// Id of the job.
    pub sync_job_id: Id<SyncJob>,
    /// Id of the account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// State to start in. The sources disagree on whether `created` has to be sent.
    pub status: Option<Open<SyncJobRunStatus>>,
    /// Arguments of the run.
    pub args: Option<Json>,
    /// Steps of the sync. Object in the TypeScript SDK.
    pub resources: Vec<SyncNode>,
    /// Id of the webhook that receives the records.
    pub webhook_id: Option<Id<Webhook>>,
    /// Group of daemons that does the work. It does not go with `webhook_id`.
    pub daemon_group_key: Option<String>,
    /// Id of the daemon that does the work. Unverified: no page of the API confirms it.
    pub daemon_id: Option<Id<Daemon>>,
    /// Region of the synced data.
    pub super_query: Option<Open<SuperQueryRegion>>,
    /// What the run does about an error.
    pub error_handling: Option<Open<ErrorHandling>>,
    /// Whether everything is synced again.
    pub ignore_previous_run: Option<bool>,
    /// Whether the run starts although another holds its `mutex_key`.
    pub force: Option<bool>,
    /// Events that the run sends; all of them, if it is not set.
    pub events_to_send: Vec<String>,
    /// Id of another store for the records.
    pub datastore_id: Option<Id<Datastore>>,
    /// Runs with the same key do not run at the same time.
    pub mutex_key: Option<String>,
    /// Name of the state that runs share.
    pub state_key: Option<String>,
    /// Version of the runtime. Unverified: no page of the API confirms it.
    pub version: Option<i64>,
}

/// Changes a sync job run. What is not set stays as it is.
///
/// `PATCH /sync-job-run/{id}` returns the [`SyncJobRun`].
///
/// The command line's manual does not have it.
#[unified_endpoint(PATCH, "/sync-job-run/{id}", response = SyncJobRun)]
pub struct UpdateSyncJobRun {
    /// Id of the sync job run.
    pub id: Id<SyncJobRun>,
    /// State of the run.
    pub status: Patch<Open<SyncJobRunStatus>>,
    /// Time of the start.
    pub started_at: Patch<Timestamp>,
    /// Time of the end.
    pub finished_at: Patch<Timestamp>,
}

/// Stops a run, and deletes it.
///
/// `DELETE /sync-job-run/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/sync-job-run/{id}", response = Deleted)]
pub struct DeleteSyncJobRun {
    /// Id of the sync job run.
    pub id: Id<SyncJobRun>,
}
