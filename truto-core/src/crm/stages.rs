// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `stages` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListStages;
//!
//! let mut list = ListStages::builder().items(account);
//! while let Some(stage) = list.try_next().await? {
//!     println!("{}", stage.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Stage`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/stages.md>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/stages/list>,
//! <https://www.truto.one/docs/api-reference/unified-crm-api/stages/create>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Patch, SortBy, Timestamp, UnifiedRecord, unified_endpoint};

use super::values::PipelineRef;

/// A step of a pipeline.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Stage {
    /// Record id.
    pub id: Id<Stage>,
    /// Name.
    pub name: Option<String>,
    /// Place in the order of the pipeline.
    pub position: Option<f64>,
    /// Status.
    pub status: Option<Open<StageStatus>>,
    /// Pipeline of the stage.
    pub pipeline: Option<PipelineRef>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// The provider's own record, unparsed.
    pub remote_data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Status.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StageStatus {
    /// `active`.
    Active,
    /// `inactive`.
    Inactive,
}

/// Lists stages.
///
/// `GET /unified/crm/stages` returns pages of [`Stage`].
#[unified_endpoint(GET, "/unified/crm/stages", response = Stage, paginated)]
pub struct ListStages {
    /// Id of the pipeline. Required by two integrations.
    #[truto(rename = "pipeline[id]")]
    pub pipeline_id: Option<Filter<String>>,
    /// Name of the pipeline. Required by two integrations.
    #[truto(rename = "pipeline[name]")]
    pub pipeline_name: Option<Filter<String>>,
    /// Name.
    pub name: Option<Filter<String>>,
    /// Place in the order of the pipeline.
    pub position: Option<Filter<f64>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Order of the list. Fields to sort by: `created_at`, `name`, `position`, `updated_at`.
    pub sort_by: Option<SortBy>,
    /// Status. Values: `active`, `inactive`.
    pub status: Option<Filter<String>>,
}

/// Reads a stage.
///
/// `GET /unified/crm/stages/{id}` returns the [`Stage`].
#[unified_endpoint(GET, "/unified/crm/stages/{id}", response = Stage)]
pub struct GetStage {
    /// Id of the stage.
    pub id: Id<Stage>,
}

/// Creates a stage. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/stages` returns the [`Stage`].
#[unified_endpoint(POST, "/unified/crm/stages", response = Stage)]
pub struct CreateStage {
    /// Name. Required by Close, Outreach, Pipedrive and Pipeliner.
    pub name: Option<String>,
    /// Place in the order of the pipeline.
    pub position: Option<f64>,
    /// Status.
    pub status: Option<Open<StageStatus>>,
    /// Pipeline of the stage. Required by Pipedrive.
    pub pipeline: Option<PipelineRef>,
}

/// Changes a stage. What is not set stays as it is.
///
/// `PATCH /unified/crm/stages/{id}` returns the [`Stage`].
#[unified_endpoint(PATCH, "/unified/crm/stages/{id}", response = Stage)]
pub struct UpdateStage {
    /// Id of the stage.
    pub id: Id<Stage>,
    /// Name. Required by Close, Outreach, Pipedrive and Pipeliner.
    pub name: Patch<String>,
    /// Place in the order of the pipeline.
    pub position: Patch<f64>,
    /// Status.
    pub status: Patch<Open<StageStatus>>,
    /// Pipeline of the stage. Required by Pipedrive.
    pub pipeline: Patch<PipelineRef>,
}

/// Deletes a stage.
///
/// `DELETE /unified/crm/stages/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/stages/{id}", response = Deleted)]
pub struct DeleteStage {
    /// Id of the stage.
    pub id: Id<Stage>,
}
