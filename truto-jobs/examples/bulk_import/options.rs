//! The command line.

use clap::Parser;

/// Imports links between CRM records in bulk, through a ledger that outlives the process.
#[derive(Clone, Debug, Parser)]
#[command(name = "bulk_import")]
pub(crate) struct Options {
    /// Links to import.
    #[arg(long, default_value_t = 100_000)]
    pub(crate) rows: usize,

    /// Accounts that they belong to.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(crate) accounts: u64,

    /// Kill the importer half-way, and go on.
    #[arg(long)]
    pub(crate) kill: bool,

    /// The ledger: `sqlite://import.db` or `postgres://…`. The default is a file in a temporary folder.
    #[arg(long, env = "TRUTO_JOBS_LEDGER", value_name = "URL")]
    pub(crate) ledger: Option<String>,

    /// Use the PostgreSQL of `TRUTO_JOBS_DATABASE_URL`, or start a cluster in a temporary folder.
    #[arg(long, conflicts_with = "ledger")]
    pub(crate) postgres: bool,

    /// The process that imports. `--kill` kills it.
    #[arg(long, hide = true)]
    pub(crate) is_importer: bool,
}
