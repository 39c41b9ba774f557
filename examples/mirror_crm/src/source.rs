//! Where the records come from: the API if there is a token, otherwise a sandbox in this process.

use std::env;
use std::path::PathBuf;

use truto_core::settings::ClientBuilder;
use truto_core::{Account, Client};
use truto_sandbox::Sandbox;

use crate::demo;
use crate::options::Options;

/// An account of the API.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) account: Account,
    /// The sandbox stops when it is dropped.
    pub(crate) sandbox: Option<Sandbox>,
}

impl Source {
    /// Opens the account that the options name, or an account of a new sandbox.
    pub(crate) async fn open(options: &Options) -> Result<Self, String> {
        let Some(token) = &options.token else {
            let sandbox =
                demo::sandbox().start().await.map_err(|error| format!("cannot start the sandbox: {error}"))?;
            let id = sandbox.accounts().salesforce;
            return Self::of(sandbox.client(), id, Some(sandbox));
        };
        let id = options.account.as_deref();
        let id = id.ok_or("no account is given: pass its id with --account, or set TRUTO_ACCOUNT_ID")?;
        let mut client = Client::builder().token(token);
        if let Some(url) = &options.url {
            client = client.base_url(url);
        }
        Self::of(client, id, None)
    }

    fn of(client: ClientBuilder, id: &str, sandbox: Option<Sandbox>) -> Result<Self, String> {
        let account = client.build().and_then(|client| client.account(id)).map_err(|error| error.to_string())?;
        Ok(Self { account, sandbox })
    }

    /// Names the place of the records, for the first line of the output.
    pub(crate) fn name(&self) -> String {
        match &self.sandbox {
            Some(_) => "a sandbox in this process (TRUTO_API_TOKEN is not set)".to_owned(),
            None => format!("the account {}", self.account.id()),
        }
    }

    /// The mirror, if the command line names no other.
    pub(crate) fn default_file(&self) -> PathBuf {
        match &self.sandbox {
            Some(_) => env::temp_dir().join("truto-mirror-crm.sqlite"),
            None => PathBuf::from("crm.sqlite"),
        }
    }
}
