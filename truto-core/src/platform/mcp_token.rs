// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `mcp-token` of the Truto platform (admin) API.
//!
//! Sources of [`McpToken`] and its methods: <https://www.truto.one/docs/api-reference/admin/mcp>,
//! <https://github.com/trutohq/truto-skills>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::integrated_account::IntegratedAccount;
use super::user::User;

/// A server of the Model Context Protocol for one account, with its token.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct McpToken {
    /// Id of the record.
    pub id: Id<McpToken>,
    /// Name of the server.
    pub name: Option<String>,
    /// The token, which only the answer to [`CreateMcpToken`] has.
    #[truto(secret)]
    pub token: Option<String>,
    /// Address of the server with the token in it, which only the answer to [`CreateMcpToken`] has.
    #[truto(secret)]
    pub url: Option<String>,
    /// Which tools the server has.
    pub config: Option<McpTokenConfig>,
    /// Id of the account.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// Id of the user who made it.
    pub created_by: Option<Id<User>>,
    /// Time after which it is not accepted.
    pub expires_at: Option<Timestamp>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Which tools the server has.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct McpTokenConfig {
    /// Names of methods, or the groups `read` and `write`.
    pub methods: Vec<String>,
    /// Tags of the tools.
    pub tags: Vec<String>,
    /// Whether the server also asks for an API token.
    pub require_api_token_auth: Option<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists the MCP tokens of an account.
///
/// `GET /integrated-account/{integrated_account_id}/mcp` returns pages of [`McpToken`].
#[unified_endpoint(GET, "/integrated-account/{integrated_account_id}/mcp", response = McpToken, paginated)]
pub struct ListMcpTokens {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
}

/// Reads an MCP token.
///
/// `GET /integrated-account/{integrated_account_id}/mcp/{id}` returns the [`McpToken`].
#[unified_endpoint(GET, "/integrated-account/{integrated_account_id}/mcp/{id}", response = McpToken)]
pub struct GetMcpToken {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// Id of the MCP token.
    pub id: Id<McpToken>,
}

/// Makes an MCP token for an account.
///
/// `POST /integrated-account/{integrated_account_id}/mcp` returns the [`McpToken`].
///
/// The server refuses a configuration that no tool fits.
#[unified_endpoint(POST, "/integrated-account/{integrated_account_id}/mcp", response = McpToken)]
pub struct CreateMcpToken {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// Name of the server.
    pub name: String,
    /// Which tools the server has.
    pub config: McpTokenConfig,
    /// Time after which it is not accepted, at least a minute ahead.
    pub expires_at: Option<Timestamp>,
}

/// Changes an MCP token. What is not set stays as it is.
///
/// `PATCH /integrated-account/{integrated_account_id}/mcp/{id}` returns the [`McpToken`].
#[unified_endpoint(PATCH, "/integrated-account/{integrated_account_id}/mcp/{id}", response = McpToken)]
pub struct UpdateMcpToken {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// Id of the MCP token.
    pub id: Id<McpToken>,
    /// Name of the server.
    pub name: Patch<String>,
    /// Which tools the server has. Without it, the tools are not checked.
    pub config: Patch<McpTokenConfig>,
    /// Time after which it is not accepted.
    pub expires_at: Patch<Timestamp>,
}

/// Deletes an MCP token.
///
/// `DELETE /integrated-account/{integrated_account_id}/mcp/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/integrated-account/{integrated_account_id}/mcp/{id}", response = Deleted)]
pub struct DeleteMcpToken {
    /// Id of the integrated account.
    pub integrated_account_id: Id<IntegratedAccount>,
    /// Id of the MCP token.
    pub id: Id<McpToken>,
}
