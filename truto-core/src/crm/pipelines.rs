// Written by truto-codegen from `truto-codegen/models/crm.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `pipelines` of the Unified CRM API.
//!
//! ```no_run
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! use truto_core::crm::ListPipelines;
//!
//! let mut list = ListPipelines::builder().items(account);
//! while let Some(pipeline) = list.try_next().await? {
//!     println!("{}", pipeline.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Pipeline`] and its methods: <https://www.truto.one/docs/api-reference/unified-crm-api/pipelines.md>,
//! <https://preview.truto.one/docs/api-reference/unified-crm-api/pipelines/create>.

use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::stages::Stage;
use super::values::{EntityType, PipelineRef};

/// A way from first contact to close, in stages.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Pipeline {
    /// Record id.
    pub id: Id<Pipeline>,
    /// Name.
    pub name: Option<String>,
    /// Kind of record that goes through it.
    pub entity: Option<Open<EntityType>>,
    /// Stages, in the order of the API.
    pub stages: Vec<PipelineStage>,
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

/// A stage, as its pipeline lists it.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct PipelineStage {
    /// Id of the stage.
    pub id: Option<Id<Stage>>,
    /// Name of the stage.
    pub name: Option<String>,
    /// Status of a record at the stage.
    pub status: Option<String>,
    /// Pipeline of the stage.
    pub pipeline: Option<PipelineRef>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists pipelines.
///
/// `GET /unified/crm/pipelines` returns pages of [`Pipeline`].
#[unified_endpoint(GET, "/unified/crm/pipelines", response = Pipeline, paginated)]
pub struct ListPipelines {}

/// Reads a pipeline.
///
/// `GET /unified/crm/pipelines/{id}` returns the [`Pipeline`].
#[unified_endpoint(GET, "/unified/crm/pipelines/{id}", response = Pipeline)]
pub struct GetPipeline {
    /// Id of the pipeline.
    pub id: Id<Pipeline>,
}

/// Creates a pipeline. What is not declared here is for `remote_data`.
///
/// `POST /unified/crm/pipelines` returns the [`Pipeline`].
#[unified_endpoint(POST, "/unified/crm/pipelines", response = Pipeline)]
pub struct CreatePipeline {
    /// Name. Required by Capsule, Close and Pipedrive.
    pub name: Option<String>,
    /// Kind of record that goes through it.
    pub entity: Option<Open<EntityType>>,
    /// Stages, in the order of the API.
    pub stages: Vec<PipelineStage>,
}

/// Changes a pipeline. What is not set stays as it is.
///
/// `PATCH /unified/crm/pipelines/{id}` returns the [`Pipeline`].
#[unified_endpoint(PATCH, "/unified/crm/pipelines/{id}", response = Pipeline)]
pub struct UpdatePipeline {
    /// Id of the pipeline.
    pub id: Id<Pipeline>,
    /// Name. Required by Capsule, Close and Pipedrive.
    pub name: Patch<String>,
    /// Kind of record that goes through it.
    pub entity: Patch<Open<EntityType>>,
    /// Stages, in the order of the API.
    pub stages: Option<Vec<PipelineStage>>,
}

/// Deletes a pipeline.
///
/// `DELETE /unified/crm/pipelines/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/crm/pipelines/{id}", response = Deleted)]
pub struct DeletePipeline {
    /// Id of the pipeline.
    pub id: Id<Pipeline>,
}
