// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `workflow-run` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListWorkflowRuns;
//!
//! let mut list = ListWorkflowRuns::builder().items(client);
//! while let Some(workflow_run) = list.try_next().await? {
//!     println!("{}", workflow_run.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`WorkflowRun`] and its methods: <https://www.truto.one/docs/api-reference/admin/workflowruns>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::workflow::Workflow;

/// A run of a workflow.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct WorkflowRun {
    /// Id of the record.
    pub id: Id<WorkflowRun>,
    /// Id of the workflow.
    pub workflow_id: Option<Id<Workflow>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// State of the run.
    pub status: Option<Open<WorkflowRunStatus>>,
    /// What the run did.
    pub result: Option<WorkflowRunResult>,
    /// The failure. Only the TypeScript SDK has it; other sources have it in `result`.
    pub error: Option<RawJson>,
    /// Number of the attempt.
    pub retry_attempt: Option<i64>,
    /// Time of the start.
    pub started_at: Option<Timestamp>,
    /// Time of the end.
    pub finished_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
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
pub enum WorkflowRunStatus {
    /// `created`.
    Created,
    /// `running`.
    Running,
    /// `completed`.
    Completed,
    /// `failed`.
    Failed,
}

/// What a run of a workflow did.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct WorkflowRunResult {
    /// What each step did: `type`, `action`, `success`, `error`, `result`.
    pub steps: Vec<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists workflow runs.
///
/// `GET /workflow-run` returns pages of [`WorkflowRun`].
#[unified_endpoint(GET, "/workflow-run", response = WorkflowRun, paginated)]
pub struct ListWorkflowRuns {
    /// Id of the workflow.
    pub workflow_id: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
    /// State of the run.
    pub status: Option<Filter<String>>,
}

/// Reads a workflow run.
///
/// `GET /workflow-run/{id}` returns the [`WorkflowRun`].
#[unified_endpoint(GET, "/workflow-run/{id}", response = WorkflowRun)]
pub struct GetWorkflowRun {
    /// Id of the workflow run.
    pub id: Id<WorkflowRun>,
}

/// Creates a workflow run.
///
/// `POST /workflow-run` returns the [`WorkflowRun`].
///
/// Unverified: only the SDKs have this route. Truto's skills say that runs are made by the platform itself.
#[unified_endpoint(POST, "/workflow-run", response = WorkflowRun)]
pub struct CreateWorkflowRun {
    /// Id of the workflow.
    pub workflow_id: Id<Workflow>,
    /// Id of the environment that it belongs to.
    pub environment_id: Id<Environment>,
    /// State of the run.
    pub status: Open<WorkflowRunStatus>,
}

/// Changes a workflow run. What is not set stays as it is.
///
/// `PATCH /workflow-run/{id}` returns the [`WorkflowRun`].
///
/// Unverified: only the SDKs have this route.
#[unified_endpoint(PATCH, "/workflow-run/{id}", response = WorkflowRun)]
pub struct UpdateWorkflowRun {
    /// Id of the workflow run.
    pub id: Id<WorkflowRun>,
    /// State of the run.
    pub status: Patch<Open<WorkflowRunStatus>>,
    /// What the run did.
    pub result: Patch<WorkflowRunResult>,
    /// The failure. Only the TypeScript SDK has it; other sources have it in `result`.
    pub error: Patch<Json>,
}

/// Deletes a workflow run.
///
/// `DELETE /workflow-run/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/workflow-run/{id}", response = Deleted)]
pub struct DeleteWorkflowRun {
    /// Id of the workflow run.
    pub id: Id<WorkflowRun>,
}
