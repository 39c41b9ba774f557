// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `unified-model` of the Truto platform (admin) API.
//!
//! The method `install` is [`CreateEnvironmentUnifiedModel`](super::CreateEnvironmentUnifiedModel).
//!
//! The method `uninstall` is [`DeleteEnvironmentUnifiedModel`](super::DeleteEnvironmentUnifiedModel), which takes the
//! id of the installed model.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListUnifiedModels;
//!
//! let mut list = ListUnifiedModels::builder().items(client);
//! while let Some(unified_model) = list.try_next().await? {
//!     println!("{}", unified_model.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`UnifiedModel`] and its methods: <https://www.truto.one/docs/api-reference/admin/unified-models>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::team::Team;
use super::values::Sharing;

/// A model of the unified API: its resources, and how each integration fills them.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct UnifiedModel {
    /// Id of the record.
    pub id: Id<UnifiedModel>,
    /// Short name, which is a part of the path: `crm`.
    pub name: Option<String>,
    /// Category of the model.
    pub category: Option<String>,
    /// What the model is.
    pub description: Option<String>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Id<Team>>,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
    /// The resources by their names, each with `schema`, `description` and mappings.
    pub resources: Option<RawJson>,
    /// Hints for each resource.
    pub docs: Option<RawJson>,
    /// Scopes of OAuth, by integration.
    pub scopes: Option<RawJson>,
    /// How webhooks of an integration are routed.
    pub webhooks: Option<RawJson>,
    /// Number of its version, which an update must name.
    pub version: Option<f64>,
    /// Ids of the environments in which it is installed.
    pub installed_environment: Vec<Id<Environment>>,
    /// Team that it belongs to.
    pub team: Option<Team>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists unified models.
///
/// `GET /unified-model` returns pages of [`UnifiedModel`].
#[unified_endpoint(GET, "/unified-model", response = UnifiedModel, paginated)]
pub struct ListUnifiedModels {
    /// Short name, which is a part of the path: `crm`.
    pub name: Option<Filter<String>>,
    /// Category of the model.
    pub category: Option<Filter<String>>,
    /// Number of its version, which an update must name.
    pub version: Option<Filter<String>>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Filter<String>>,
}

/// Reads a unified model.
///
/// `GET /unified-model/{id}` returns the [`UnifiedModel`].
#[unified_endpoint(GET, "/unified-model/{id}", response = UnifiedModel)]
pub struct GetUnifiedModel {
    /// Id of the unified model.
    pub id: Id<UnifiedModel>,
}

/// Creates a unified model.
///
/// `POST /unified-model` returns the [`UnifiedModel`].
#[unified_endpoint(POST, "/unified-model", response = UnifiedModel)]
pub struct CreateUnifiedModel {
    /// Short name, which is a part of the path: `crm`.
    pub name: String,
    /// Category of the model.
    pub category: String,
    /// What the model is.
    pub description: Option<String>,
    /// The resources by their names, each with `schema`, `description` and mappings.
    pub resources: Json,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
    /// Scopes of OAuth, by integration.
    pub scopes: Option<Json>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Id<Team>>,
}

/// Changes a unified model. What is not set stays as it is.
///
/// `PATCH /unified-model/{id}` returns the [`UnifiedModel`].
///
/// A `version` that is not the current is refused.
#[unified_endpoint(PATCH, "/unified-model/{id}", response = UnifiedModel)]
pub struct UpdateUnifiedModel {
    /// Id of the unified model.
    pub id: Id<UnifiedModel>,
    /// Number of the version that is changed.
    pub version: i64,
    /// Short name, which is a part of the path: `crm`.
    pub name: Patch<String>,
    /// Category of the model.
    pub category: Patch<String>,
    /// What the model is.
    pub description: Patch<String>,
    /// Who may use it.
    pub sharing: Patch<Open<Sharing>>,
    /// The resources by their names, each with `schema`, `description` and mappings.
    pub resources: Patch<Json>,
    /// Scopes of OAuth, by integration.
    pub scopes: Patch<Json>,
}

/// Deletes a unified model.
///
/// `DELETE /unified-model/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/unified-model/{id}", response = Deleted)]
pub struct DeleteUnifiedModel {
    /// Id of the unified model.
    pub id: Id<UnifiedModel>,
}
