// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `integration` of the Truto platform (admin) API.
//!
//! The method `install` is [`CreateEnvironmentIntegration`](super::CreateEnvironmentIntegration).
//!
//! The method `uninstall` is [`DeleteEnvironmentIntegration`](super::DeleteEnvironmentIntegration), which takes the id
//! of the installed integration.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListIntegrations;
//!
//! let mut list = ListIntegrations::builder().items(client);
//! while let Some(integration) = list.try_next().await? {
//!     println!("{}", integration.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Integration`] and its methods: <https://www.truto.one/docs/api-reference/admin/integrations>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::capabilities::Capabilities;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::team::Team;
use super::values::{CapabilitySurface, Sharing, Tool};

/// A provider that accounts can connect to.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Integration {
    /// Id of the record.
    pub id: Id<Integration>,
    /// Short name: `salesforce`.
    pub name: Option<String>,
    /// Short name of its category: `crm`.
    pub category: Option<String>,
    /// Whether it is a beta version.
    pub is_beta: Option<bool>,
    /// How it calls the provider. Truto's skills say that no answer has it, and the API's pages show it.
    pub config: Option<IntegrationConfig>,
    /// Number of its version, which an update must name.
    pub version: Option<i64>,
    /// Id of the team that it belongs to.
    pub team_id: Option<Id<Team>>,
    /// Team that it belongs to.
    pub team: Option<Team>,
    /// Ids of the environments in which it is installed.
    pub installed_environment: Vec<Id<Environment>>,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
    /// Whether it can be installed in this environment.
    pub can_install: Option<bool>,
    /// Id of its OAuth application.
    pub default_oauth_app_id: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// How an integration calls its provider.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct IntegrationConfig {
    /// Name that people see.
    pub label: Option<String>,
    /// Host of the provider, and the start of each path.
    pub base_url: Option<String>,
    /// Address of the logo.
    pub logo: Option<String>,
    /// Address of the icon.
    pub icon: Option<String>,
    /// Headers of each call.
    pub headers: Option<RawJson>,
    /// Parameters of each call.
    pub query: Option<RawJson>,
    /// How the provider spells a list in a query.
    pub query_array_format: Option<Open<QueryArrayFormat>>,
    /// Forms of credentials that the integration takes, and its OAuth application.
    #[truto(secret)]
    pub credentials: Option<RawJson>,
    /// How a call is authorised: `format` and `config`.
    pub authorization: Option<RawJson>,
    /// How the provider pages: `format` and `config`.
    pub pagination: Option<RawJson>,
    /// How the provider tells that it is too much: expressions (`JSONata`).
    pub rate_limit: Option<RawJson>,
    /// The methods, by resource and name.
    pub resources: Option<RawJson>,
    /// How events of the provider are verified and read.
    pub webhook: Option<RawJson>,
    /// Actions, by name: `post_install`, `validation`, `refresh_token` and others, each with `steps`.
    pub actions: Option<RawJson>,
    /// Expression (`JSONata`) that finds an error in an answer.
    pub error_expression: Option<String>,
    /// Tags of the tools, by resource.
    pub tool_tags: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Forms of a list in a query.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum QueryArrayFormat {
    /// `comma`.
    Comma,
    /// `brackets`.
    Brackets,
    /// `indices`.
    Indices,
    /// `repeat`.
    Repeat,
}

/// Lists integrations: the whole catalog, which is long.
///
/// `GET /integration` returns pages of [`Integration`].
#[unified_endpoint(GET, "/integration", response = Integration, paginated)]
pub struct ListIntegrations {
    /// Short name: `salesforce`.
    pub name: Option<Filter<String>>,
    /// Who may use it. Values: `deny`, `ask`, `allow`.
    pub sharing: Option<Filter<String>>,
}

/// Reads an integration.
///
/// `GET /integration/{id}` returns the [`Integration`].
#[unified_endpoint(GET, "/integration/{id}", response = Integration)]
pub struct GetIntegration {
    /// Id of the integration.
    pub id: Id<Integration>,
}

/// Creates an integration.
///
/// `POST /integration` returns the [`Integration`].
#[unified_endpoint(POST, "/integration", response = Integration)]
pub struct CreateIntegration {
    /// Short name: `salesforce`.
    pub name: String,
    /// How it calls the provider. Truto's skills say that no answer has it, and the API's pages show it.
    pub config: IntegrationConfig,
    /// Short name of its category: `crm`.
    pub category: Option<String>,
    /// Whether it is a beta version.
    pub is_beta: Option<bool>,
    /// Who may use it.
    pub sharing: Option<Open<Sharing>>,
}

/// Changes an integration. What is not set stays as it is.
///
/// `PATCH /integration/{id}` returns the [`Integration`].
///
/// A `version` that is not the current is refused with 400.
#[unified_endpoint(PATCH, "/integration/{id}", response = Integration)]
pub struct UpdateIntegration {
    /// Id of the integration.
    pub id: Id<Integration>,
    /// Number of the version that is changed.
    pub version: i64,
    /// Short name: `salesforce`.
    pub name: Patch<String>,
    /// Short name of its category: `crm`.
    pub category: Patch<String>,
    /// How it calls the provider. Truto's skills say that no answer has it, and the API's pages show it.
    pub config: Patch<IntegrationConfig>,
    /// Whether it is a beta version.
    pub is_beta: Patch<bool>,
    /// Who may use it.
    pub sharing: Patch<Open<Sharing>>,
}

/// Deletes an integration.
///
/// `DELETE /integration/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/integration/{id}", response = Deleted)]
pub struct DeleteIntegration {
    /// Id of the integration.
    pub id: Id<Integration>,
}

/// Asks what accounts of an integration can do.
///
/// `GET /integration/{slug_or_id}/capabilities` returns [`Capabilities`].
#[unified_endpoint(GET, "/integration/{slug_or_id}/capabilities", response = Capabilities)]
pub struct GetIntegrationCapabilities {
    /// Short name of the integration, or its id.
    pub slug_or_id: String,
    /// Which part is asked for.
    #[truto(rename = "type")]
    pub kind: Option<Open<CapabilitySurface>>,
    /// Names of methods.
    #[truto(style = comma)]
    pub methods: Option<Vec<String>>,
    /// Name of a resource.
    pub resource: Option<String>,
    /// `false` also asks for methods of the provider that are not described.
    pub has_description: Option<bool>,
}

/// Lists the methods of an integration as tools for a language model.
///
/// `GET /integration/{slug_or_id}/tools` returns pages of [`Tool`].
///
/// The API's pages mark it as deprecated.
#[unified_endpoint(GET, "/integration/{slug_or_id}/tools", response = Tool, paginated)]
pub struct ListIntegrationTools {
    /// Short name of the integration, or its id.
    pub slug_or_id: String,
}

/// Lists the unified APIs that an integration has.
///
/// `GET /integration/{id}/unified-apis` returns pages of any JSON.
///
/// Unverified: no page shows the rows.
#[unified_endpoint(GET, "/integration/{id}/unified-apis", response = Json, paginated)]
pub struct ListIntegrationUnifiedApis {
    /// Id of the integration.
    pub id: Id<Integration>,
}
