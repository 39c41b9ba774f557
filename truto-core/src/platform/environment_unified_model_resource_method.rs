// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `environment-unified-model-resource-method` of the Truto platform (admin) API.
//!
//! It is the second of three layers: it changes the model's mapping, and the account can change it.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListEnvironmentUnifiedModelResourceMethods;
//!
//! let mut list = ListEnvironmentUnifiedModelResourceMethods::builder().items(client);
//! while let Some(environment_unified_model_resource_method) = list.try_next().await? {
//!     println!("{}", environment_unified_model_resource_method.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`EnvironmentUnifiedModelResourceMethod`] and its methods: <https://github.com/trutohq/truto-skills>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment_unified_model::EnvironmentUnifiedModel;
use super::values::MappingConfig;

/// The mapping of a method of a unified model, as an environment changes it.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnvironmentUnifiedModelResourceMethod {
    /// Id of the record.
    pub id: Id<EnvironmentUnifiedModelResourceMethod>,
    /// Id of the installed model.
    pub environment_unified_model_id: Option<Id<EnvironmentUnifiedModel>>,
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

/// Lists environment unified model resource methods.
///
/// `GET /environment-unified-model-resource-method` returns pages of [`EnvironmentUnifiedModelResourceMethod`].
#[unified_endpoint(
    GET,
    "/environment-unified-model-resource-method",
    response = EnvironmentUnifiedModelResourceMethod,
    paginated
)]
pub struct ListEnvironmentUnifiedModelResourceMethods {
    /// Id of the installed model.
    pub environment_unified_model_id: Option<Filter<String>>,
    /// Short name of the integration.
    pub integration_name: Option<Filter<String>>,
    /// Name of the resource.
    pub resource_name: Option<Filter<String>>,
    /// Name of the method.
    pub method_name: Option<Filter<String>>,
    /// Number of its version.
    pub version: Option<Filter<String>>,
}

/// Reads an environment unified model resource method.
///
/// `GET /environment-unified-model-resource-method/{id}` returns the [`EnvironmentUnifiedModelResourceMethod`].
#[unified_endpoint(
    GET,
    "/environment-unified-model-resource-method/{id}",
    response = EnvironmentUnifiedModelResourceMethod
)]
pub struct GetEnvironmentUnifiedModelResourceMethod {
    /// Id of the environment unified model resource method.
    pub id: Id<EnvironmentUnifiedModelResourceMethod>,
}

/// Creates an environment unified model resource method.
///
/// `POST /environment-unified-model-resource-method` returns the [`EnvironmentUnifiedModelResourceMethod`].
#[unified_endpoint(
    POST,
    "/environment-unified-model-resource-method",
    response = EnvironmentUnifiedModelResourceMethod
)]
pub struct CreateEnvironmentUnifiedModelResourceMethod {
    /// Id of the installed model.
    pub environment_unified_model_id: Id<EnvironmentUnifiedModel>,
    /// Short name of the integration.
    pub integration_name: String,
    /// Name of the resource.
    pub resource_name: String,
    /// Name of the method.
    pub method_name: String,
    /// The mapping.
    pub config: MappingConfig,
}

/// Changes an environment unified model resource method. What is not set stays as it is.
///
/// `PATCH /environment-unified-model-resource-method/{id}` returns the [`EnvironmentUnifiedModelResourceMethod`].
#[unified_endpoint(
    PATCH,
    "/environment-unified-model-resource-method/{id}",
    response = EnvironmentUnifiedModelResourceMethod
)]
pub struct UpdateEnvironmentUnifiedModelResourceMethod {
    /// Id of the environment unified model resource method.
    pub id: Id<EnvironmentUnifiedModelResourceMethod>,
    /// The mapping. It is merged into what is stored; `null` removes a member.
    pub config: Patch<Json>,
    /// Number of the version that is changed. The sources disagree on whether it is needed.
    pub version: Patch<i64>,
}

/// Deletes an environment unified model resource method.
///
/// `DELETE /environment-unified-model-resource-method/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/environment-unified-model-resource-method/{id}", response = Deleted)]
pub struct DeleteEnvironmentUnifiedModelResourceMethod {
    /// Id of the environment unified model resource method.
    pub id: Id<EnvironmentUnifiedModelResourceMethod>,
}
