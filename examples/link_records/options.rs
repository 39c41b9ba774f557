//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::accounts::name_and_id;

/// Links CRM records through Truto's unified API, row by row from a file.
///
/// If `TRUTO_API_TOKEN` is not set, the rows go to a sandbox in this process, without an account or network. If it is set,
/// they go to the real API (or to `TRUTO_BASE_URL`).
#[derive(Debug, Parser)]
#[command(name = "link_records", after_help = AFTER_HELP)]
pub(crate) struct Options {
    /// File of JSON Lines; `-` reads standard input. The default is the file that ships with this example.
    pub(crate) file: Option<PathBuf>,

    /// Names an integrated account for the rows (repeatable). The accounts of the sandbox already have names.
    #[arg(long = "account", value_name = "NAME=UUID", value_parser = name_and_id)]
    pub(crate) accounts: Vec<(String, String)>,

    /// Maximum number of calls in flight.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) concurrency: u16,

    /// Check every row, but send nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

const AFTER_HELP: &str = r#"Rows:
  {"account": "salesforce", "entity": "accounts", "entity_id": "001Ux000003GhNt",
   "associations": {"opportunities": [{"id": "006Ux000002KdPq"}]}}
  Each row is one line. "account" is a name or a UUID. The other keys are the body of POST /unified/crm/associations,
  with optional "remote_data" and "remote_query". Empty lines are skipped.

Running a file twice:
  Each call has its own idempotency key, so a retry cannot link twice. A second run of the file sends all rows again,
  except that a row with your own "idempotency_key" is the same write in each run.

Exit codes:
  0    every row was linked
  1    some rows were wrong or failed (the file that ships with this example has such rows on purpose)
  2    the run could not start or had to stop: wrong usage, missing file, refused token
  130  interrupted with Ctrl-C"#;
