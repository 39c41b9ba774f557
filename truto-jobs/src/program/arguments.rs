//! The command line: its commands. What can be said of each stands in `looking.rs` and `deciding.rs`, and which rows are meant in
//! `which.rs`.

mod deciding;
mod looking;
mod which;

use clap::{Parser, Subcommand};

pub(crate) use self::deciding::{Cancel, Forget, Named, Prune, Retry, Skip};
pub(crate) use self::looking::{Accounts, Errors, Export, RowList, Status};
pub(crate) use self::which::Which;

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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }
}
