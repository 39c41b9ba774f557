//! Tokens that are replaced before they expire.

use core::future::Future;
use core::time::Duration;

use futures_util::future::BoxFuture;

use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::platform::{CreateIntegratedAccountToken, CreateMcpToken, DeleteMcpToken, IntegratedAccount, McpToken};
use crate::steps::error::RotateError;
use crate::transport::body::BoxError;
use crate::transport::token::Token;
use crate::types::Id;

/// How long a token of an account is valid (<https://www.truto.one/docs/api-reference/admin/integrated-accounts/create-token>).
const ACCOUNT_TOKEN: Duration = Duration::from_secs(15 * 60);

/// A source of tokens that reach one account only, for [`ClientBuilder::token_source`](crate::settings::ClientBuilder::token_source). Each is
/// valid for 15 minutes, and the next is made in time, with the API token of `client`.
///
/// ```
/// use truto_core::Client;
/// use truto_core::steps::account_tokens;
///
/// # fn main() -> Result<(), truto_core::Error> {
/// let admin = Client::builder().token("an-api-token").build()?;
/// let tokens = account_tokens(&admin, "62f44730-dd91-461e-bd6a-aedd9e0ad79d");
/// let client = Client::builder().token_source(tokens).build()?;
/// # let _ = client;
/// # Ok(()) }
/// ```
pub fn account_tokens(
    client: &Client,
    account: impl Into<Id<IntegratedAccount>>,
) -> impl Fn() -> BoxFuture<'static, Result<Token, BoxError>> + Send + Sync + 'static {
    let (client, account) = (client.clone(), account.into());
    move || {
        let call = CreateIntegratedAccountToken::builder().integrated_account_id(account.clone()).send(&client);
        Box::pin(async move {
            let token = call.await?.integrated_account_token.ok_or("the answer holds no `integrated_account_token`")?;
            Ok(Token::new(token).expires_in(ACCOUNT_TOKEN))
        })
    }
}

/// Replaces the token of an MCP server: makes a new token, gives it to `hand_over`, and removes the old token once the new one is taken over.
///
/// At each moment one valid token is in use. API tokens cannot be replaced by a call: the dashboard makes and removes them.
///
/// # Errors
/// [`RotateError`] says which of the tokens is in use.
pub async fn rotate_mcp_token<F, E>(
    client: &Client,
    old: Id<McpToken>,
    new: CreateMcpToken,
    hand_over: impl FnOnce(McpToken) -> F,
) -> Result<Id<McpToken>, RotateError>
where
    F: Future<Output = Result<(), E>>,
    E: Into<BoxError>,
{
    let remove = |id: Id<McpToken>| {
        let request = DeleteMcpToken::builder().integrated_account_id(new.integrated_account_id.clone()).id(id);
        request.send(client)
    };
    let token = new.send(client).await.map_err(RotateError::Create)?;
    let id = token.id.clone();
    if let Err(cause) = hand_over(token).await {
        return Err(RotateError::HandOver { cause: cause.into(), cleanup: remove(id).await.err() });
    }
    remove(old).await.map_err(RotateError::Delete)?;
    Ok(id)
}
