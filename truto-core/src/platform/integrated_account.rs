// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `integrated-account` of the Truto platform (admin) API.
//!
//! A call that the provider answers with 401 sets the status `needs_reauth` and `last_error`, until the customer
//! connects again. A 403 sets `last_forbidden_error` only. Whether Truto blocks an account is not in the record:
//! [`Account::status`](truto_core::Account::status) tells.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListIntegratedAccounts;
//!
//! let mut list = ListIntegratedAccounts::builder().items(client);
//! while let Some(integrated_account) = list.try_next().await? {
//!     println!("{}", integrated_account.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`IntegratedAccount`] and its methods:
//! <https://www.truto.one/docs/api-reference/admin/integrated-accounts>, <https://github.com/trutohq/truto-python-sdk>,
//! <https://docs.rs/truto/0.1.0>, <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::capabilities::Capabilities;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::environment_integration::EnvironmentIntegration;
use super::integration::Integration;
use super::static_gate::StaticGate;
use super::values::{CapabilitySurface, Region, Success, Tool};

/// A connection of a customer to a provider.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct IntegratedAccount {
    /// Id of the record.
    pub id: Id<IntegratedAccount>,
    /// Your own id of the customer, which several accounts can have.
    pub tenant_id: Option<String>,
    /// Id of the installed integration that it connects to.
    pub environment_integration_id: Option<Id<EnvironmentIntegration>>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// State of the connection. The samples of the sources also have `blocked`, `paused`, `expired` and `inactive`.
    pub status: Option<Open<IntegratedAccountStatus>>,
    /// Whether it is a sandbox, which refuses writes.
    pub is_sandbox: Option<bool>,
    /// How the account is authorised.
    pub authentication_method: Option<Open<AuthenticationMethod>>,
    /// Region in which its data is kept.
    pub region: Option<Open<Region>>,
    /// Settings and credentials; an answer has no credentials. Large values are objects:
    /// `{"truto_obj_store": true, "data": …}`.
    pub context: Option<RawJson>,
    /// Members of `context` that are kept in an object store.
    pub object_store_context_fields: Vec<String>,
    /// Text of the last failure.
    pub last_error: Option<String>,
    /// What the actions after the connection did. Truto's skills call it `last_action_run_result`.
    pub last_action_result: Option<RawJson>,
    /// What the actions after the connection did.
    pub last_action_run_result: Option<RawJson>,
    /// The last 403 of the provider: `resource`, `method`, `missing_scopes` and `occurred_at`.
    pub last_forbidden_error: Option<RawJson>,
    /// Mappings of this account, by model, resource and method.
    pub unified_model_override: Option<RawJson>,
    /// What this account changes of the integration's configuration.
    pub integration_override: Option<RawJson>,
    /// Features that are on, such as `super_query`. Unverified: no page of the API confirms it.
    pub features: Option<RawJson>,
    /// Id of the gate that the calls of the account go through. Unverified: no page of the API confirms it.
    pub truto_static_gate_id: Option<Id<StaticGate>>,
    /// The integration: at least its id, name and category.
    pub integration: Option<Integration>,
    /// The installed integration.
    pub environment_integration: Option<EnvironmentIntegration>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// States of the connection of an account.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum IntegratedAccountStatus {
    /// `active`.
    Active,
    /// `connecting`.
    Connecting,
    /// `post_install_error`.
    PostInstallError,
    /// `validation_error`.
    ValidationError,
    /// `needs_reauth`.
    NeedsReauth,
}

/// Ways in which an account is authorised.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AuthenticationMethod {
    /// `oauth2`.
    Oauth2,
    /// `api_key`.
    ApiKey,
    /// `oauth2_client_credentials`.
    Oauth2ClientCredentials,
    /// `keka_oauth`.
    KekaOauth,
}

/// A token for one account, which lives for 15 minutes.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct IntegratedAccountToken {
    /// The token.
    #[truto(secret)]
    pub integrated_account_token: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists integrated accounts.
///
/// `GET /integrated-account` returns pages of [`IntegratedAccount`].
#[unified_endpoint(GET, "/integrated-account", response = IntegratedAccount, paginated)]
pub struct ListIntegratedAccounts {
    /// Your own id of the customer, which several accounts can have.
    pub tenant_id: Option<Filter<String>>,
    /// Whether it is a sandbox, which refuses writes.
    pub is_sandbox: Option<bool>,
    /// Short name of the integration.
    #[truto(rename = "integration.name")]
    pub integration_name: Option<Filter<String>>,
    /// Region of the synced data. Values: `apac`, `wnam`.
    #[truto(rename = "features.super_query")]
    pub super_query: Option<Filter<String>>,
    /// State of the connection. Values: `active`, `connecting`, `post_install_error`, `validation_error`,
    /// `needs_reauth`.
    pub status: Option<Filter<String>>,
    /// Time of creation.
    pub created_at: Option<DateFilter>,
    /// Time of the last change.
    pub updated_at: Option<DateFilter>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Filter<String>>,
}

/// Reads an integrated account.
///
/// `GET /integrated-account/{id}` returns the [`IntegratedAccount`].
#[unified_endpoint(GET, "/integrated-account/{id}", response = IntegratedAccount)]
pub struct GetIntegratedAccount {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
}

/// Connects an account with credentials that you hold already.
///
/// `POST /integrated-account` returns the [`IntegratedAccount`].
#[unified_endpoint(POST, "/integrated-account", response = IntegratedAccount)]
pub struct CreateIntegratedAccount {
    /// Your own id of the customer, which several accounts can have.
    pub tenant_id: String,
    /// Id of the installed integration that it connects to.
    pub environment_integration_id: Id<EnvironmentIntegration>,
    /// Credentials and settings; a token of OAuth stands in `oauth.token`.
    #[truto(secret)]
    pub context: Json,
    /// How the account is authorised. Truto's skills also name `basic`.
    pub authentication_method: Open<AuthenticationMethod>,
    /// Region in which its data is kept, which cannot be changed later.
    pub region: Option<Open<Region>>,
}

/// Changes an integrated account. What is not set stays as it is.
///
/// `PATCH /integrated-account/{id}` returns the [`IntegratedAccount`].
#[unified_endpoint(PATCH, "/integrated-account/{id}", response = IntegratedAccount)]
pub struct UpdateIntegratedAccount {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
    /// Your own id of the customer, which several accounts can have.
    pub tenant_id: Patch<String>,
    /// Members of the context to change. Members that are objects or lists are replaced as a whole, but for `oauth`.
    #[truto(secret)]
    pub context: Patch<Json>,
    /// State of the connection. Unverified: a sample of the sources writes `inactive`, which is not among the values.
    pub status: Patch<Open<IntegratedAccountStatus>>,
    /// How the account is authorised.
    pub authentication_method: Patch<Open<AuthenticationMethod>>,
    /// Mappings of this account, by model, resource and method.
    pub unified_model_override: Patch<Json>,
    /// What this account changes of the integration's configuration.
    pub integration_override: Patch<Json>,
}

/// Changes the credentials of an integrated account.
///
/// `PATCH /integrated-account/{id}/credentials` returns the [`IntegratedAccount`].
#[unified_endpoint(PATCH, "/integrated-account/{id}/credentials", response = IntegratedAccount)]
pub struct UpdateIntegratedAccountCredentials {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
    /// The credentials, under the names that the integration has for them: `oauth.token`, `api_key`, `password`,
    /// `client_secret` and others.
    #[truto(secret)]
    pub context: Json,
}

/// Deletes an integrated account.
///
/// `DELETE /integrated-account/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/integrated-account/{id}", response = Deleted)]
pub struct DeleteIntegratedAccount {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
}

/// Deletes all integrated accounts that a query matches.
///
/// `POST /integrated-account/bulk-delete` returns [`Success`].
///
/// The server deletes later, and reports with events of `batch_job`. The Rust SDK sends ids or a tenant's id instead of
/// a query.
#[unified_endpoint(POST, "/integrated-account/bulk-delete", response = Success)]
pub struct BulkDeleteIntegratedAccounts {
    /// Which accounts: the filters of the list, as an object with `ne`, `in`, `like` and `or`.
    #[truto(rename = "query")]
    pub accounts: Json,
    /// Whether nothing is deleted, and only the report is made.
    pub dry_run: Option<bool>,
}

/// Makes a token for one account.
///
/// `POST /integrated-account/token` returns [`IntegratedAccountToken`].
#[unified_endpoint(POST, "/integrated-account/token", response = IntegratedAccountToken)]
pub struct CreateIntegratedAccountToken {
    /// Id of the account that the token is for.
    pub integrated_account_id: Id<IntegratedAccount>,
}

/// Refreshes the credentials of an integrated account.
///
/// `POST /integrated-account/refresh-credentials` returns [`Success`].
#[unified_endpoint(POST, "/integrated-account/refresh-credentials", response = Success)]
pub struct RefreshIntegratedAccountCredentials {
    /// Id of the account.
    pub id: Id<IntegratedAccount>,
}

/// Runs the actions of the integration that follow a connection.
///
/// `POST /integrated-account/run-post-install-actions` returns [`Success`].
#[unified_endpoint(POST, "/integrated-account/run-post-install-actions", response = Success)]
pub struct RunPostInstallActions {
    /// Id of the account.
    pub id: Id<IntegratedAccount>,
}

/// Reads the account that the token of the request is for.
///
/// `GET /integrated-account/me` returns the [`IntegratedAccount`].
///
/// Only a token of an integrated account is accepted.
#[unified_endpoint(GET, "/integrated-account/me", response = IntegratedAccount)]
pub struct GetOwnIntegratedAccount {}

/// Changes the account that the token of the request is for.
///
/// `PATCH /integrated-account/me` returns the [`IntegratedAccount`].
///
/// Only a token of an integrated account is accepted.
#[unified_endpoint(PATCH, "/integrated-account/me", response = IntegratedAccount)]
pub struct UpdateOwnIntegratedAccount {
    /// Members of the context to change.
    #[truto(secret)]
    pub context: Patch<Json>,
}

/// Asks what an account can do. [`Account::capabilities`](truto_core::Account::capabilities) also remembers the answer.
///
/// `GET /integrated-account/{id}/capabilities` returns [`Capabilities`].
#[unified_endpoint(GET, "/integrated-account/{id}/capabilities", response = Capabilities)]
pub struct GetIntegratedAccountCapabilities {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
    /// Which part is asked for.
    #[truto(rename = "type")]
    pub kind: Option<Open<CapabilitySurface>>,
    /// Names of methods, or the groups `read`, `write` and `custom`.
    #[truto(style = comma)]
    pub methods: Option<Vec<String>>,
    /// Name of a resource.
    pub resource: Option<String>,
    /// `false` also asks for methods of the provider that are not described.
    pub has_description: Option<bool>,
}

/// Lists the methods of an account as tools for a language model.
///
/// `GET /integrated-account/{id}/tools` returns pages of [`Tool`].
///
/// The API's pages mark it as deprecated.
#[unified_endpoint(GET, "/integrated-account/{id}/tools", response = Tool, paginated)]
pub struct ListIntegratedAccountTools {
    /// Id of the integrated account.
    pub id: Id<IntegratedAccount>,
    /// Names of methods, or the groups `read`, `write` and `custom`.
    #[truto(style = comma)]
    pub methods: Option<Vec<String>>,
    /// Tags of the tools.
    #[truto(style = comma)]
    pub tags: Option<Vec<String>>,
    /// `false` also asks for tools that are not described.
    pub has_description: Option<bool>,
}
