//! What can be said of the commands that show something.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use truto_jobs::people::Place;

use crate::program::arguments::which::Which;

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
