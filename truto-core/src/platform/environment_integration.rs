// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `environment-integration` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListEnvironmentIntegrations;
//!
//! let mut list = ListEnvironmentIntegrations::builder().items(client);
//! while let Some(environment_integration) = list.try_next().await? {
//!     println!("{}", environment_integration.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`EnvironmentIntegration`] and its methods:
//! <https://www.truto.one/docs/api-reference/admin/installed-integrations-environment-integrations>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::integration::Integration;

/// An integration that is installed in an environment.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnvironmentIntegration {
    /// Id of the record.
    pub id: Id<EnvironmentIntegration>,
    /// Id of the integration.
    pub integration_id: Option<Id<Integration>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Whether customers see it when they connect.
    pub show_in_catalog: Option<bool>,
    /// Whether it can be used.
    pub is_enabled: Option<bool>,
    /// Whether it can be used, under the name that some answers have for it: [`is_enabled`](Self::is_enabled()) reads
    /// both.
    pub is_active: Option<bool>,
    /// What the environment changes of the integration.
    #[truto(rename = "override")]
    pub changes: Option<EnvironmentIntegrationOverride>,
    /// The integration.
    pub integration: Option<Integration>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

// <keep>
impl EnvironmentIntegration {
    /// Whether it can be used, under either of its two names. `None` if the answer has neither.
    ///
    /// ```
    /// use truto_core::platform::EnvironmentIntegration;
    ///
    /// for answer in [r#"{"id": "1", "is_enabled": true}"#, r#"{"id": "1", "is_active": true}"#] {
    ///     let installed: EnvironmentIntegration = serde_json::from_str(answer).unwrap();
    ///     assert_eq!(installed.is_enabled(), Some(true));
    /// }
    /// ```
    #[must_use]
    pub fn is_enabled(&self) -> Option<bool> {
        self.is_enabled.or(self.is_active)
    }
}
// </keep>

/// What an environment changes of an integration.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct EnvironmentIntegrationOverride {
    /// How a call is authorised.
    pub authorization: Option<RawJson>,
    /// How the provider pages.
    pub pagination: Option<RawJson>,
    /// How the provider tells that it is too much.
    pub rate_limit: Option<RawJson>,
    /// How events of the provider are verified and read.
    pub webhook: Option<RawJson>,
    /// The methods, by resource and name.
    pub resources: Option<RawJson>,
    /// Expression (`JSONata`) that finds an error in an answer.
    pub error_expression: Option<String>,
    /// An OAuth application of your own.
    #[truto(secret)]
    pub credentials: Option<RawJson>,
    /// Variables that `context.environment_variables` of an account shows.
    pub environment_variables: Option<RawJson>,
    /// Variables that no answer has.
    #[truto(secret)]
    pub secret_environment_variables: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists environment integrations.
///
/// `GET /environment-integration` returns pages of [`EnvironmentIntegration`].
#[unified_endpoint(GET, "/environment-integration", response = EnvironmentIntegration, paginated)]
pub struct ListEnvironmentIntegrations {
    /// Id of the integration.
    pub integration_id: Option<Filter<String>>,
    /// Whether customers see it when they connect.
    pub show_in_catalog: Option<bool>,
    /// Whether it can be used.
    pub is_enabled: Option<bool>,
    /// Short name of the integration.
    #[truto(rename = "integration.name")]
    pub integration_name: Option<Filter<String>>,
    /// Category of the integration.
    #[truto(rename = "integration.category")]
    pub integration_category: Option<Filter<String>>,
}

/// Reads an environment integration.
///
/// `GET /environment-integration/{id}` returns the [`EnvironmentIntegration`].
#[unified_endpoint(GET, "/environment-integration/{id}", response = EnvironmentIntegration)]
pub struct GetEnvironmentIntegration {
    /// Id of the environment integration.
    pub id: Id<EnvironmentIntegration>,
}

/// Installs an integration in the environment.
///
/// `POST /environment-integration` returns the [`EnvironmentIntegration`].
///
/// If it is installed already, the answer is what is installed.
#[unified_endpoint(POST, "/environment-integration", response = EnvironmentIntegration)]
pub struct CreateEnvironmentIntegration {
    /// Id of the integration.
    pub integration_id: Id<Integration>,
    /// Whether it can be used.
    pub is_enabled: Option<bool>,
    /// What the environment changes of the integration.
    #[truto(rename = "override")]
    pub changes: Option<EnvironmentIntegrationOverride>,
}

/// Changes an environment integration. What is not set stays as it is.
///
/// `PATCH /environment-integration/{id}` returns the [`EnvironmentIntegration`].
#[unified_endpoint(PATCH, "/environment-integration/{id}", response = EnvironmentIntegration)]
pub struct UpdateEnvironmentIntegration {
    /// Id of the environment integration.
    pub id: Id<EnvironmentIntegration>,
    /// Whether customers see it when they connect.
    pub show_in_catalog: Patch<bool>,
    /// Whether it can be used.
    pub is_enabled: Patch<bool>,
    /// What the environment changes of the integration. It replaces what is stored as a whole.
    #[truto(rename = "override")]
    pub changes: Patch<EnvironmentIntegrationOverride>,
}

/// Removes an integration from the environment, and revokes all of its accounts.
///
/// `DELETE /environment-integration/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/environment-integration/{id}", response = Deleted)]
pub struct DeleteEnvironmentIntegration {
    /// Id of the environment integration.
    pub id: Id<EnvironmentIntegration>,
}
