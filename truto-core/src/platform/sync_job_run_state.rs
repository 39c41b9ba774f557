// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `sync-job-run-state` of the Truto platform (admin) API.
//!
//! Sources of [`SyncJobRunState`] and its methods: <https://www.truto.one/docs/api-reference/admin/sync-job-run-state>,
//! <https://github.com/trutohq/truto-skills>.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, Timestamp, UnifiedRecord, unified_endpoint};

use super::sync_job_run::SyncJobRun;

/// A value that runs of sync jobs keep from one run to the next.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SyncJobRunState {
    /// Name of the value, which is its id.
    pub key: String,
    /// The value. A text in the API's pages, and any JSON in Truto's skills.
    pub value: Option<RawJson>,
    /// Id of the run that wrote it.
    pub sync_job_run_id: Option<Id<SyncJobRun>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists sync job run states.
///
/// `GET /sync-job-run-state` returns pages of [`SyncJobRunState`].
#[unified_endpoint(GET, "/sync-job-run-state", response = SyncJobRunState, paginated)]
pub struct ListSyncJobRunStates {
    /// Name of the state that runs share.
    pub state_key: String,
}

/// Reads a sync job run state.
///
/// `GET /sync-job-run-state/{id}` returns the [`SyncJobRunState`].
#[unified_endpoint(GET, "/sync-job-run-state/{id}", response = SyncJobRunState)]
pub struct GetSyncJobRunState {
    /// Id of the sync job run state.
    pub id: Id<SyncJobRunState>,
    /// Name of the state that runs share.
    pub state_key: String,
}

/// Writes a value. One of the same name is replaced.
///
/// `POST /sync-job-run-state` returns the [`SyncJobRunState`].
#[unified_endpoint(POST, "/sync-job-run-state", response = SyncJobRunState)]
pub struct CreateSyncJobRunState {
    /// Name of the state that runs share.
    #[truto(query)]
    pub state_key: String,
    /// Name of the value, which is its id.
    pub key: String,
    /// The value. A text in the API's pages, and any JSON in Truto's skills.
    pub value: Json,
}

/// Changes a sync job run state. What is not set stays as it is.
///
/// `PATCH /sync-job-run-state/{id}` returns the [`SyncJobRunState`].
#[unified_endpoint(PATCH, "/sync-job-run-state/{id}", response = SyncJobRunState)]
pub struct UpdateSyncJobRunState {
    /// Id of the sync job run state.
    pub id: Id<SyncJobRunState>,
    /// Name of the state that runs share.
    #[truto(query)]
    pub state_key: String,
    /// The value. A text in the API's pages, and any JSON in Truto's skills.
    pub value: Json,
}

/// Deletes a value, and returns what it was.
///
/// `DELETE /sync-job-run-state/{id}` returns the [`SyncJobRunState`].
#[unified_endpoint(DELETE, "/sync-job-run-state/{id}", response = SyncJobRunState)]
pub struct DeleteSyncJobRunState {
    /// Id of the sync job run state.
    pub id: Id<SyncJobRunState>,
    /// Name of the state that runs share.
    pub state_key: String,
}
