// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `workflow` of the Truto platform (admin) API.
//!
//! The only event is `integrated_account:active`, and the only action is `run_sync_job`.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListWorkflows;
//!
//! let mut list = ListWorkflows::builder().items(client);
//! while let Some(workflow) = list.try_next().await? {
//!     println!("{}", workflow.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Workflow`] and its methods: <https://www.truto.one/docs/api-reference/admin/workflows>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;

/// Steps that follow an event.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Workflow {
    /// Id of the record.
    pub id: Id<Workflow>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Name of the event.
    pub trigger_name: Option<String>,
    /// What it does.
    pub config: Option<WorkflowConfig>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// What a workflow does, and when.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct WorkflowConfig {
    /// Expression (`JSONata`) that decides whether it runs.
    pub run_if: Option<String>,
    /// The steps.
    pub steps: Vec<WorkflowConfigStep>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A step of a workflow.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct WorkflowConfigStep {
    /// Kind of step.
    #[truto(rename = "type")]
    pub kind: Option<Open<WorkflowConfigStepKind>>,
    /// What the step does: `run_sync_job`.
    pub action: Option<String>,
    /// What the step needs: an object, or an expression (`JSONata`) that makes it. Any JSON, because it is an object or
    /// a string.
    pub config: Option<RawJson>,
    /// Expression (`JSONata`) that decides whether the step runs.
    pub run_if: Option<String>,
    /// Makes a cron trigger in place of a run.
    pub cron_expression: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of step of a workflow.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum WorkflowConfigStepKind {
    /// `run`.
    Run,
}

/// Lists workflows.
///
/// `GET /workflow` returns pages of [`Workflow`].
#[unified_endpoint(GET, "/workflow", response = Workflow, paginated)]
pub struct ListWorkflows {
    /// Name of the event.
    pub trigger_name: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads a workflow.
///
/// `GET /workflow/{id}` returns the [`Workflow`].
#[unified_endpoint(GET, "/workflow/{id}", response = Workflow)]
pub struct GetWorkflow {
    /// Id of the workflow.
    pub id: Id<Workflow>,
}

/// Creates a workflow.
///
/// `POST /workflow` returns the [`Workflow`].
#[unified_endpoint(POST, "/workflow", response = Workflow)]
pub struct CreateWorkflow {
    /// Name of the event.
    pub trigger_name: String,
    /// What it does.
    pub config: WorkflowConfig,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
    /// An id of your own.
    pub id: Option<Id<Workflow>>,
    /// Name that people see. Unverified: only a sample of the guides has it.
    pub label: Option<String>,
}

/// Changes a workflow. What is not set stays as it is.
///
/// `PATCH /workflow/{id}` returns the [`Workflow`].
///
/// The API's pages do not have it.
#[unified_endpoint(PATCH, "/workflow/{id}", response = Workflow)]
pub struct UpdateWorkflow {
    /// Id of the workflow.
    pub id: Id<Workflow>,
    /// Name of the event.
    pub trigger_name: Patch<String>,
    /// What it does.
    pub config: Patch<WorkflowConfig>,
}

/// Deletes a workflow.
///
/// `DELETE /workflow/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/workflow/{id}", response = Deleted)]
pub struct DeleteWorkflow {
    /// Id of the workflow.
    pub id: Id<Workflow>,
}
