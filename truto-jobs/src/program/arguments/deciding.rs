//! What can be said of the commands that change something.

use std::time::Duration;

use clap::{ArgGroup, Args};
use truto_jobs::row::State;

use crate::program::arguments::which::{Which, state};
use crate::program::time;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("meant").args(["run", "account", "all"]).required(true).multiple(true))]
pub(crate) struct Retry {
    #[command(flatten)]
    pub(crate) which: Which,
    /// Rows of all runs and accounts.
    #[arg(long)]
    pub(crate) all: bool,
    /// Do not ask. A row that needs a review may be written twice.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("meant").args(["run", "account", "all"]).required(true).multiple(true))]
#[command(group = ArgGroup::new("condition").args(["state", "key"]).required(true).multiple(true))]
pub(crate) struct Skip {
    #[command(flatten)]
    pub(crate) which: Which,
    /// Rows of all runs and accounts.
    #[arg(long)]
    pub(crate) all: bool,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("meant").args(["accounts", "run"]).required(true))]
pub(crate) struct Named {
    /// Ids of the accounts.
    #[arg(value_name = "ACCOUNT")]
    pub(crate) accounts: Vec<String>,
    /// Name of a run. Its accounts go on with other runs.
    #[arg(long)]
    pub(crate) run: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Cancel {
    /// Name of the run.
    pub(crate) run: String,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Forget {
    /// Id of the account.
    #[arg(long, value_name = "UUID")]
    pub(crate) account: String,
    /// How long to wait for the worker of the account.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    pub(crate) wait: u64,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Prune {
    /// Age of the rows: 30d, 12h, 15m or 10s.
    #[arg(long, value_parser = time::parse_length, value_name = "TIME")]
    pub(crate) older_than: Duration,
    /// States of the rows.
    #[arg(long, value_delimiter = ',', value_parser = state, value_name = "STATE", default_value = "done,skipped,cancelled")]
    pub(crate) state: Vec<State>,
    /// Do not ask.
    #[arg(long)]
    pub(crate) yes: bool,
}
