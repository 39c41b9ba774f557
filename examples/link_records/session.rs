//! The destination of the rows: the real API if there is a token, otherwise a sandbox in this process.

use std::collections::BTreeMap;
use std::env;

use truto_core::{Account, Client};
use truto_sandbox::Sandbox;

use crate::accounts::of_sandbox;

/// A client and the accounts that rows may name.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) accounts: Accounts,
    /// The sandbox stops when it is dropped.
    pub(crate) sandbox: Option<Sandbox>,
}

impl Session {
    /// Opens a session with the API that the environment names, or with a new sandbox.
    pub(crate) async fn open(named: &[(String, String)]) -> Result<Self, String> {
        if env::var_os("TRUTO_API_TOKEN").is_some_and(|token| !token.is_empty()) {
            let client = Client::from_env().map_err(|error| error.to_string())?;
            return Ok(Self { accounts: Accounts::new(client, named)?, sandbox: None });
        }
        let sandbox = Sandbox::start().await.map_err(|error| format!("cannot start the sandbox: {error}"))?;
        Self::on(sandbox, named)
    }

    /// Opens a session with this sandbox.
    pub(crate) fn on(sandbox: Sandbox, named: &[(String, String)]) -> Result<Self, String> {
        let client = sandbox.client().build();
        let all: Vec<_> = of_sandbox(&sandbox).into_iter().chain(named.iter().cloned()).collect();
        let accounts = Accounts::new(client.map_err(|error| error.to_string())?, &all)?;
        Ok(Self { accounts, sandbox: Some(sandbox) })
    }

    /// Describes the destination of the rows.
    pub(crate) fn place(&self) -> &'static str {
        match self.sandbox {
            Some(_) => "on a sandbox in this process (TRUTO_API_TOKEN is not set)",
            None => "through the API (TRUTO_API_TOKEN is set)",
        }
    }
}

/// The accounts that rows may name.
#[derive(Clone, Debug)]
pub(crate) struct Accounts {
    client: Client,
    by_name: BTreeMap<String, Account>,
}

impl Accounts {
    /// Creates the accounts of `client`. Rows may use the names in `named` in place of UUIDs.
    pub(crate) fn new(client: Client, named: &[(String, String)]) -> Result<Self, String> {
        let mut by_name = BTreeMap::new();
        for (name, id) in named {
            let account = client.account(id).map_err(|error| format!("--account {name}: {error}"))?;
            by_name.insert(name.clone(), account);
        }
        Ok(Self { client, by_name })
    }

    /// Finds the account with this name or UUID, and returns its name for the report.
    pub(crate) fn find(&self, text: &str) -> Result<(String, Account), String> {
        if let Some(account) = self.by_name.get(text) {
            return Ok((text.to_owned(), account.clone()));
        }
        let account = self.client.account(text).map_err(|_| self.unknown(text))?;
        let name = self.by_name.iter().find(|(_, known)| known.id().eq_ignore_ascii_case(account.id()));
        Ok((name.map_or(text, |(name, _)| name).to_owned(), account))
    }

    fn unknown(&self, text: &str) -> String {
        let text: String = text.chars().take(64).collect();
        let text = text.escape_debug();
        if self.by_name.is_empty() {
            return format!("unknown account `{text}`: not a UUID, and no --account NAME=UUID was given");
        }
        let names: Vec<&str> = self.by_name.keys().map(String::as_str).collect();
        format!("unknown account `{text}`: neither a UUID nor one of {}", names.join(", "))
    }
}
