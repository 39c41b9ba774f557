// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `unified-meta` of the Truto platform (admin) API.
//!
//! Descriptions of unified models, for an integration.
//!
//! The method `method_meta` is [`Account::meta`](truto_core::Account::meta).
//!
//! Sources of these methods: <https://www.truto.one/docs/api-reference/admin/unified-model-docs>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{Json, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::integrated_account::IntegratedAccount;

/// The description of a method of a unified model.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct UnifiedMethodMeta {
    /// Name of the method.
    pub method: Option<String>,
    /// The fields of the answer.
    pub schema: Option<RawJson>,
    /// Page of the provider.
    pub documentation_link: Option<String>,
    /// How the answer is mapped: expressions (`JSONata`). Any JSON, because it is a string or an object.
    pub response_mapping: Option<RawJson>,
    /// The parameters of the query.
    pub query_schema: Option<RawJson>,
    /// The members of the body.
    pub request_body_schema: Option<RawJson>,
    /// Parameters that are sent unless they are set.
    pub default_query: Option<RawJson>,
    /// Members of the body that are sent unless they are set.
    pub default_body: Option<RawJson>,
    /// The members of the answer.
    pub response_schema: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Forms of the documentation.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum MetaFormat {
    /// `json`.
    Json,
    /// `md`.
    Md,
    /// `html`.
    Html,
}

/// Reads the description of a method, as an integration has it.
///
/// `GET /unified/{model}/{resource}/{integration}/meta/{method}` returns [`UnifiedMethodMeta`].
#[unified_endpoint(
    GET,
    "/unified/{model}/{resource}/{integration}/meta/{method}",
    response = UnifiedMethodMeta,
    scope = client
)]
pub struct GetIntegrationMethodMeta {
    /// Name of the model: `crm`.
    pub model: String,
    /// Name of the resource: `contacts`.
    pub resource: String,
    /// Short name of the integration.
    pub integration: String,
    /// Name of the method: `list`.
    pub method: String,
    /// Id of an account, to see what the account changes.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
}

/// Reads the documentation of a model for an integration.
///
/// `GET /unified/meta/{model}/{integration}` returns any JSON, or nothing, because no source shows the answer.
///
/// JSON is the only form that `send` reads: the others are read with `.send(&client).raw()`. A token of an integrated
/// account is refused.
#[unified_endpoint(GET, "/unified/meta/{model}/{integration}", response = Option<Json>, scope = client)]
pub struct GetIntegrationDocs {
    /// Name of the model: `crm`.
    pub model: String,
    /// Short name of the integration.
    pub integration: String,
    /// Form of the answer.
    pub format: Option<Open<MetaFormat>>,
    /// Id of the environment, if the token is not of one.
    pub environment_id: Option<Id<Environment>>,
}
