// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sync-job` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListSyncJobs;
//!
//! let mut list = ListSyncJobs::builder().items(client);
//! while let Some(sync_job) = list.try_next().await? {
//!     println!("{}", sync_job.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`SyncJob`] and its methods: <https://www.truto.one/docs/api-reference/admin/sync-jobs>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::values::SyncNode;

/// A description of what is synced.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SyncJob {
    /// Id of the record.
    pub id: Id<SyncJob>,
    /// Short name of the integration.
    pub integration_name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Version of the runtime, 1 to 4. A number or a text: the sources disagree.
    pub default_runtime_version: Option<RawJson>,
    /// Arguments that a run takes.
    pub args_schema: Option<RawJson>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
    /// Runs with the same key do not run at the same time.
    pub mutex_key: Option<String>,
    /// Name of the state that runs share.
    pub state_key: Option<String>,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists sync jobs.
///
/// `GET /sync-job` returns pages of [`SyncJob`].
#[unified_endpoint(GET, "/sync-job", response = SyncJob, paginated)]
pub struct ListSyncJobs {
    /// Short name of the integration.
    pub integration_name: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads a sync job.
///
/// `GET /sync-job/{id}` returns the [`SyncJob`].
#[unified_endpoint(GET, "/sync-job/{id}", response = SyncJob)]
pub struct GetSyncJob {
    /// Id of the sync job.
    pub id: Id<SyncJob>,
}

/// Creates a sync job.
///
/// `POST /sync-job` returns the [`SyncJob`].
#[unified_endpoint(POST, "/sync-job", response = SyncJob)]
pub struct CreateSyncJob {
    /// Short name of the integration.
    pub integration_name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// Version of the runtime, 1 to 4. Send 4: without it, the job gets an old version.
    pub default_runtime_version: Option<i64>,
    /// Arguments that a run takes.
    pub args_schema: Option<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
    /// Runs with the same key do not run at the same time.
    pub mutex_key: Option<String>,
    /// Name of the state that runs share.
    pub state_key: Option<String>,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
}

/// Changes a sync job. What is not set stays as it is.
///
/// `PATCH /sync-job/{id}` returns the [`SyncJob`].
#[unified_endpoint(PATCH, "/sync-job/{id}", response = SyncJob)]
pub struct UpdateSyncJob {
    /// Id of the sync job.
    pub id: Id<SyncJob>,
    /// Short name of the integration.
    pub integration_name: Patch<String>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Version of the runtime, 1 to 4.
    pub default_runtime_version: Patch<i64>,
    /// Arguments that a run takes.
    pub args_schema: Patch<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Patch<String>,
    /// Runs with the same key do not run at the same time.
    pub mutex_key: Patch<String>,
    /// Name of the state that runs share.
    pub state_key: Patch<String>,
    /// Steps of the sync.
    pub resources: Option<Vec<SyncNode>>,
}

/// Deletes a sync job.
///
/// `DELETE /sync-job/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/sync-job/{id}", response = Deleted)]
pub struct DeleteSyncJob {
    /// Id of the sync job.
    pub id: Id<SyncJob>,
}
