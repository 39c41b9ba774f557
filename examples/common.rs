//! The account that the small examples call.

use std::error::Error;

use truto_core::{Account, Client};
use truto_sandbox::{Sandbox, SandboxBuilder};

/// Returns an account of the real API if `TRUTO_API_TOKEN` is set, and an account of this sandbox otherwise.
///
/// Keep the sandbox: it stops when it is dropped.
pub(crate) async fn connect(sandbox: SandboxBuilder) -> Result<(Account, Option<Sandbox>), Box<dyn Error>> {
    if std::env::var_os("TRUTO_API_TOKEN").is_some_and(|token| !token.is_empty()) {
        let id = std::env::var("TRUTO_ACCOUNT_ID")
            .map_err(|_| "TRUTO_ACCOUNT_ID is not set: set it to the id of the account to call")?;
        return Ok((Client::from_env()?.account(id)?, None));
    }
    let sandbox = sandbox.start().await?;
    Ok((sandbox.client().build()?.account(sandbox.accounts().salesforce)?, Some(sandbox)))
}
