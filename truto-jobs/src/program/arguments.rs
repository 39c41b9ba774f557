//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgGroup, Args, Parser, Subcommand};
use truto_jobs::people::{Place, Rows};
use truto_jobs::row::State;

use crate::program::time;

/// Looks at a ledger of truto-jobs, and decides where a worker must not.
///
/// Ends with 0 if all is well, with 1 if what it shows holds something for a person (rejected rows, rows that need a review, accounts
/// that are held, runs that are paused), and with 2 if it cannot do what it was told.
#[derive(Debug, Parser)]
#[command(name = "truto-jobs", version)]
pub(crate) struct Arguments {
    /// URL of the ledger: `sqlite://FILE` or `postgres://USER@HOST/DATABASE`.
    #[arg(long, env = "TRUTO_JOBS_LEDGER", hide_env_values = true, global = true, value_name = "URL")]
    pub(crate) ledger: Option<String>,

    /// Print JSON, with names and exit codes that stay.
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// How far the runs are, how fast, and how long it takes.
    Status(Status),
    /// Accounts: what they wait for, who holds them, how many rows they have.
    Accounts(Accounts),
    /// Rows, one by one.
    Rows(RowList),
    /// Why rows are rejected or need a review.
    Errors(Errors),
    /// Sends rows again: rejected rows, unless --state or --key says otherwise.
    Retry(Retry),
    /// Decides that rows are not sent.
    Skip(Skip),
    /// Pauses accounts, over all runs, or a whole run.
    Pause(Named),
    /// Releases accounts, whatever they wait for, or a run that is paused.
    Resume(Named),
    /// Cancels a run for good.
    Cancel(Cancel),
    /// Writes rows that failed to CSV files, which only their owner can read.
    ///
    /// A text that a spreadsheet may read as a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a new line, gets a leading
    /// apostrophe, as does a text that begins with one: without its first apostrophe, it is the text of the ledger. --raw leaves texts as
    /// they are.
    Export(Export),
    /// The workers that the ledger knows.
    Workers,
    /// Erases an account with all its rows. It waits until the worker of the account has given it back.
    Forget(Forget),
    /// Removes rows that are final for long enough. Their keys can be added, and sent, again.
    Prune(Prune),
    /// Looks for what is wrong with the ledger, and says what to do.
    Doctor,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    /// Only this run.
    pub(crate) run: Option<String>,
    /// Look again every second, until no row is open, but for those of paused runs.
    #[arg(long)]
    pub(crate) watch: bool,
    /// For how many seconds to measure the rate; 0 measures no rate.
    #[arg(long, value_name = "SECONDS", default_value_t = 1, value_parser = clap::value_parser!(u64).range(..=3600))]
    pub(crate) over: u64,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("standing").args(["parked", "failing", "held"]))]
pub(crate) struct Accounts {
    /// Only accounts of this run, with their rows of it.
    #[arg(long)]
    pub(crate) run: Option<String>,
    /// Only accounts whose API takes no calls for a while.
    #[arg(long)]
    pub(crate) parked: bool,
    /// Only accounts with rows that are rejected or need a review.
    #[arg(long)]
    pub(crate) failing: bool,
    /// Only accounts that wait for a person.
    #[arg(long)]
    pub(crate) held: bool,
    /// The most accounts to show.
    #[arg(long, default_value_t = 1000)]
    pub(crate) limit: u32,
    /// Show the accounts after this id.
    #[arg(long, value_name = "UUID")]
    pub(crate) after: Option<String>,
}

/// Which rows are meant.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Rows of this run.
    #[arg(long)]
    pub(crate) run: Option<String>,
    /// Rows of this account.
    #[arg(long, value_name = "UUID")]
    pub(crate) account: Option<String>,
    /// Rows with this key.
    #[arg(long)]
    pub(crate) key: Option<String>,
    /// Rows in these states: `ready`, `sending`, `unknown`, `done`, `rejected`, `needs_review`, `skipped`, `cancelled`.
    #[arg(long, value_delimiter = ',', value_parser = state, value_name = "STATE")]
    pub(crate) state: Vec<State>,
}

impl Which {
    pub(crate) fn filter(&self) -> Rows {
        let mut rows = self.state.iter().copied().fold(Rows::new(), Rows::state);
        if let Some(run) = &self.run {
            rows = rows.run(run);
        }
        if let Some(account) = &self.account {
            rows = rows.account(account);
        }
        if let Some(key) = &self.key {
            rows = rows.row_key(key);
        }
        rows
    }
}

#[derive(Debug, Args)]
pub(crate) struct RowList {
    #[command(flatten)]
    pub(crate) which: Which,
    /// The most rows to show.
    #[arg(long, default_value_t = 100)]
    pub(crate) limit: u32,
    /// Show the rows after this place, which the last row has in `--json`.
    #[arg(long, value_name = "PLACE")]
    pub(crate) after: Option<Place>,
    /// Show requests and kept answers as well, which are people's data. What is encrypted stays hidden.
    #[arg(long)]
    pub(crate) bodies: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Errors {
    #[command(flatten)]
    pub(crate) which: Which,
    /// Show errors that differ only in ids and numbers together.
    #[arg(long)]
    pub(crate) group: bool,
    /// The most rows to show without --group.
    #[arg(long, default_value_t = 100)]
    pub(crate) limit: u32,
}

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
#[command(group = ArgGroup::new("what").args(["rejected", "needs_review"]).required(true).multiple(true))]
pub(crate) struct Export {
    /// File for the rows that the API refused; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) rejected: Option<PathBuf>,
    /// File for the rows that need a review; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) needs_review: Option<PathBuf>,
    /// Only rows of this run.
    #[arg(long)]
    pub(crate) run: Option<String>,
    /// Only rows of this account.
    #[arg(long, value_name = "UUID")]
    pub(crate) account: Option<String>,
    /// Write the requests as well, which are people's data. What is encrypted stays hidden.
    #[arg(long)]
    pub(crate) bodies: bool,
    /// Write texts as they are, for programs. A spreadsheet may run them as formulas.
    #[arg(long)]
    pub(crate) raw: bool,
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

fn state(name: &str) -> Result<State, String> {
    let names = || State::ALL.map(State::name).join(", ");
    State::named(&name.replace('-', "_")).ok_or_else(|| format!("expected one of {}", names()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }
}
