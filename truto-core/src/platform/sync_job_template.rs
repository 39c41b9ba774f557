// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sync-job-template` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListSyncJobTemplates;
//!
//! let mut list = ListSyncJobTemplates::builder().items(client);
//! while let Some(sync_job_template) = list.try_next().await? {
//!     println!("{}", sync_job_template.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`SyncJobTemplate`] and its methods: <https://www.truto.one/docs/api-reference/admin/sync-job-templates>,
//! <https://github.com/trutohq/truto-skills>.

use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::team::Team;
use super::values::{Sharing, SyncNode};

/// A sync job to start from.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SyncJobTemplate {
    /// Id of the record.
    pub id: Id<SyncJobTemplate>,
    /// Short name of the integration.
    pub integration_name: Option<String>,
    /// Name that people see.
    pub label: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// Arguments that a run takes.
    pub args_schema: Option<RawJson>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
    /// Version of the runtime, 1 to 4. A number or a text: the sources disagree.
    pub default_runtime_version: Option<RawJson>,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
    /// Id of the team that it belongs to. Unverified: no page of the API confirms it.
    pub team_id: Option<Id<Team>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change. Unverified: no page of the API confirms it.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists sync job templates.
///
/// `GET /sync-job-template` returns pages of [`SyncJobTemplate`].
///
/// Unverified: the names of the filters are inferred from their descriptions.
#[unified_endpoint(GET, "/sync-job-template", response = SyncJobTemplate, paginated)]
pub struct ListSyncJobTemplates {
    /// Id of the record.
    pub id: Option<Filter<String>>,
    /// Short name of the integration.
    pub integration_name: Option<Filter<String>>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Filter<String>>,
    /// Name that people see.
    pub label: Option<Filter<String>>,
}

/// Reads a sync job template.
///
/// `GET /sync-job-template/{id}` returns the [`SyncJobTemplate`].
#[unified_endpoint(GET, "/sync-job-template/{id}", response = SyncJobTemplate)]
pub struct GetSyncJobTemplate {
    /// Id of the sync job template.
    pub id: Id<SyncJobTemplate>,
}

/// Creates a sync job template.
///
/// `POST /sync-job-template` returns the [`SyncJobTemplate`].
#[unified_endpoint(POST, "/sync-job-template", response = SyncJobTemplate)]
pub struct CreateSyncJobTemplate {
    /// Name that people see.
    pub label: String,
    /// Version of the runtime, 1 to 4.
    pub default_runtime_version: i64,
    /// Steps of the sync.
    pub resources: Vec<SyncNode>,
    /// Short name of the integration.
    pub integration_name: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
    /// Arguments that a run takes.
    pub args_schema: Option<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
}

/// Changes a sync job template. What is not set stays as it is.
///
/// `PATCH /sync-job-template/{id}` returns the [`SyncJobTemplate`].
#[unified_endpoint(PATCH, "/sync-job-template/{id}", response = SyncJobTemplate)]
pub struct UpdateSyncJobTemplate {
    /// Id of the sync job template.
    pub id: Id<SyncJobTemplate>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Version of the runtime, 1 to 4.
    pub default_runtime_version: Patch<i64>,
    /// Steps of the sync.
    pub resources: Option<Vec<SyncNode>>,
    /// Short name of the integration.
    pub integration_name: Patch<String>,
    /// What it does.
    pub description: Patch<String>,
    /// Who may use it.
    pub sharing: Patch<Open<Sharing>>,
    /// Arguments that a run takes.
    pub args_schema: Patch<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Patch<String>,
}

/// Deletes a sync job template.
///
/// `DELETE /sync-job-template/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/sync-job-template/{id}", response = Deleted)]
pub struct DeleteSyncJobTemplate {
    /// Id of the sync job template.
    pub id: Id<SyncJobTemplate>,
}
