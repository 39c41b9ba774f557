// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `link-token` of the Truto platform (admin) API.
//!
//! The customer opens `https://app.truto.one/connect-account?link_token=` with the token behind it.
//!
//! Sources of [`LinkToken`] and its methods: <https://www.truto.one/docs/api-reference/admin/link-token>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Id, Open, Unknown};
use truto_core::{File, Json, UnifiedRecord, unified_endpoint};

use super::environment_unified_model::EnvironmentUnifiedModel;
use super::integrated_account::IntegratedAccount;
use super::static_gate::StaticGate;
use super::values::Region;

/// A token with which a customer connects an account, once and within seven days.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct LinkToken {
    /// The token.
    #[truto(secret)]
    pub link_token: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Makes a token for a new connection, or for a new connection of an account.
///
/// `POST /link-token` returns the [`LinkToken`].
#[unified_endpoint(POST, "/link-token", response = LinkToken)]
pub struct CreateLinkToken {
    /// Your own id of the customer, for a new connection. It does not go with `integrated_account_id`.
    pub tenant_id: Option<String>,
    /// Id of the account to connect again.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// Scopes of OAuth, in place of those of the integration.
    pub scopes: Vec<String>,
    /// Ids of installed models that the customer can choose from. The TypeScript SDK sends `unified_model_id`, which
    /// the API does not read.
    pub environment_unified_model_id: Vec<Id<EnvironmentUnifiedModel>>,
    /// Settings that the new account gets.
    #[truto(secret)]
    pub context: Option<Json>,
    /// Address that the customer goes to afterwards.
    pub redirect_uri: Option<String>,
    /// Whether the old settings stay when an account is connected again.
    pub persist_previous_context: Option<bool>,
    /// Id of the gate that the calls of the account go through.
    pub truto_static_gate_id: Option<Id<StaticGate>>,
    /// Region in which data of a new account is kept.
    pub region: Option<Open<Region>>,
}

/// Sends the form that follows a connection.
///
/// `POST /link-token/post-connect-form` returns any JSON, or nothing, because no source shows the answer.
///
/// Unverified: the sources name this route, and show neither its body nor its answer.
#[unified_endpoint(POST, "/link-token/post-connect-form", response = Option<Json>, body = raw)]
pub struct SubmitPostConnectForm {
    /// The form, as its content type says.
    #[truto(secret)]
    pub form: File,
}
