// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `unified-model-resource-method` of the Truto platform (admin) API.
//!
//! It is the first of three layers: the environment and the account can change it.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListUnifiedModelResourceMethods;
//!
//! let mut list = ListUnifiedModelResourceMethods::builder().items(client);
//! while let Some(unified_model_resource_method) = list.try_next().await? {
//!     println!("{}", unified_model_resource_method.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`UnifiedModelResourceMethod`] and its methods: <https://github.com/trutohq/truto-skills>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::unified_model::UnifiedModel;
use super::values::MappingConfig;

/// The mapping of a method of a unified model to an integration.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct UnifiedModelResourceMethod {
    /// Id of the record.
    pub id: Id<UnifiedModelResourceMethod>,
    /// Id of the model.
    pub unified_model_id: Option<Id<UnifiedModel>>,
    /// Short name of the integration.
    pub integration_name: Option<String>,
    /// Name of the resource.
    pub resource_name: Option<String>,
    /// Name of the method.
    pub method_name: Option<String>,
    /// The mapping.
    pub config: Option<MappingConfig>,
    /// Number of its version.
    pub version: Option<i64>,
    /// Time of creation. Unverified: no page of the API confirms it.
    pub created_at: Option<Timestamp>,
    /// Time of the last change. Unverified: no page of the API confirms it.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists unified model resource methods.
///
/// `GET /unified-model-resource-method` returns pages of [`UnifiedModelResourceMethod`].
#[unified_endpoint(GET, "/unified-model-resource-method", response = UnifiedModelResourceMethod, paginated)]
pub struct ListUnifiedModelResourceMethods {
    /// Id of the model.
    pub unified_model_id: Option<Filter<String>>,
    /// Short name of the integration.
    pub integration_name: Option<Filter<String>>,
    /// Name of the resource.
    pub resource_name: Option<Filter<String>>,
    /// Name of the method.
    pub method_name: Option<Filter<String>>,
    /// Number of its version.
    pub version: Option<Filter<String>>,
}

/// Reads a unified model resource method.
///
/// `GET /unified-model-resource-method/{id}` returns the [`UnifiedModelResourceMethod`].
#[unified_endpoint(GET, "/unified-model-resource-method/{id}", response = UnifiedModelResourceMethod)]
pub struct GetUnifiedModelResourceMethod {
    /// Id of the unified model resource method.
    pub id: Id<UnifiedModelResourceMethod>,
}

/// Creates a unified model resource method.
///
/// `POST /unified-model-resource-method` returns the [`UnifiedModelResourceMethod`].
#[unified_endpoint(POST, "/unified-model-resource-method", response = UnifiedModelResourceMethod)]
pub struct CreateUnifiedModelResourceMethod {
    /// Id of the model.
    pub unified_model_id: Id<UnifiedModel>,
    /// Short name of the integration.
    pub integration_name: String,
    /// Name of the resource.
    pub resource_name: String,
    /// Name of the method.
    pub method_name: String,
    /// The mapping.
    pub config: MappingConfig,
}

/// Changes a unified model resource method. What is not set stays as it is.
///
/// `PATCH /unified-model-resource-method/{id}` returns the [`UnifiedModelResourceMethod`].
#[unified_endpoint(PATCH, "/unified-model-resource-method/{id}", response = UnifiedModelResourceMethod)]
pub struct UpdateUnifiedModelResourceMethod {
    /// Id of the unified model resource method.
    pub id: Id<UnifiedModelResourceMethod>,
    /// The mapping. It is merged into what is stored; `null` removes a member.
    pub config: Patch<Json>,
    /// Number of the version that is changed. The sources disagree on whether it is needed.
    pub version: Patch<i64>,
}

/// Deletes a unified model resource method.
///
/// `DELETE /unified-model-resource-method/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/unified-model-resource-method/{id}", response = Deleted)]
pub struct DeleteUnifiedModelResourceMethod {
    /// Id of the unified model resource method.
    pub id: Id<UnifiedModelResourceMethod>,
}
