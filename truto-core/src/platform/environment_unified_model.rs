// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `environment-unified-model` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListEnvironmentUnifiedModels;
//!
//! let mut list = ListEnvironmentUnifiedModels::builder().items(client);
//! while let Some(environment_unified_model) = list.try_next().await? {
//!     println!("{}", environment_unified_model.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`EnvironmentUnifiedModel`] and its methods:
//! <https://www.truto.one/docs/api-reference/admin/installed-unified-models-environment-unified-models>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::unified_model::UnifiedModel;

/// A unified model that is installed in an environment.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnvironmentUnifiedModel {
    /// Id of the record.
    pub id: Id<EnvironmentUnifiedModel>,
    /// Id of the model.
    pub unified_model_id: Option<Id<UnifiedModel>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// What the environment changes of the model: `resources`, `scopes`, `webhooks`, `docs`.
    #[truto(rename = "override")]
    pub changes: Option<RawJson>,
    /// The model.
    pub unified_model: Option<UnifiedModel>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists environment unified models.
///
/// `GET /environment-unified-model` returns pages of [`EnvironmentUnifiedModel`].
#[unified_endpoint(GET, "/environment-unified-model", response = EnvironmentUnifiedModel, paginated)]
pub struct ListEnvironmentUnifiedModels {
    /// Id of the model.
    pub unified_model_id: Option<Filter<String>>,
    /// Id of the record.
    pub id: Option<Filter<String>>,
    /// Short name of the model.
    #[truto(rename = "unified_model.name")]
    pub unified_model_name: Option<Filter<String>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads an environment unified model.
///
/// `GET /environment-unified-model/{id}` returns the [`EnvironmentUnifiedModel`].
#[unified_endpoint(GET, "/environment-unified-model/{id}", response = EnvironmentUnifiedModel)]
pub struct GetEnvironmentUnifiedModel {
    /// Id of the environment unified model.
    pub id: Id<EnvironmentUnifiedModel>,
}

/// Installs a unified model in the environment.
///
/// `POST /environment-unified-model` returns the [`EnvironmentUnifiedModel`].
///
/// If it is installed already, the answer is what is installed.
#[unified_endpoint(POST, "/environment-unified-model", response = EnvironmentUnifiedModel)]
pub struct CreateEnvironmentUnifiedModel {
    /// Id of the model.
    pub unified_model_id: Id<UnifiedModel>,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
    /// What the environment changes of the model: `resources`, `scopes`, `webhooks`, `docs`.
    #[truto(rename = "override")]
    pub changes: Option<Json>,
}

/// Changes an environment unified model. What is not set stays as it is.
///
/// `PATCH /environment-unified-model/{id}` returns the [`EnvironmentUnifiedModel`].
#[unified_endpoint(PATCH, "/environment-unified-model/{id}", response = EnvironmentUnifiedModel)]
pub struct UpdateEnvironmentUnifiedModel {
    /// Id of the environment unified model.
    pub id: Id<EnvironmentUnifiedModel>,
    /// What the environment changes of the model: `resources`, `scopes`, `webhooks`, `docs`.
    #[truto(rename = "override")]
    pub changes: Patch<Json>,
}

/// Deletes an environment unified model.
///
/// `DELETE /environment-unified-model/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/environment-unified-model/{id}", response = Deleted)]
pub struct DeleteEnvironmentUnifiedModel {
    /// Id of the environment unified model.
    pub id: Id<EnvironmentUnifiedModel>,
}
