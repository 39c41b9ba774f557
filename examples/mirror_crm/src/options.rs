//! The command line.

use std::path::PathBuf;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;

/// Mirrors the contacts, accounts and opportunities of a CRM into an SQLite file, and keeps the file fresh.
///
/// Without a token the records come from a sandbox in this process, without an account or network. With a token they come from
/// the real API, or from `--url`, such as the program truto-sandbox.
#[derive(Debug, Parser)]
#[command(name = "mirror_crm", after_help = AFTER_HELP)]
pub(crate) struct Options {
    /// The mirror. The default is a file in the directory for temporary files on the sandbox, and crm.sqlite otherwise.
    pub(crate) file: Option<PathBuf>,

    /// Token of the API.
    #[arg(long, env = "TRUTO_API_TOKEN", hide_env_values = true, value_parser = NonEmptyStringValueParser::new())]
    pub(crate) token: Option<String>,

    /// Address of the API.
    #[arg(long, env = "TRUTO_BASE_URL", requires = "token")]
    pub(crate) url: Option<String>,

    /// Integrated account whose records are mirrored.
    #[arg(long, value_name = "UUID", env = "TRUTO_ACCOUNT_ID", requires = "token")]
    pub(crate) account: Option<String>,

    /// Catch up once, then end. This is the default.
    #[arg(long, conflicts_with = "follow")]
    pub(crate) once: bool,

    /// Catch up again and again, until Ctrl-C.
    #[arg(long)]
    pub(crate) follow: bool,

    /// Seconds between two rounds of `--follow`.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub(crate) every: f64,

    /// Read all records again, to find those that are gone.
    #[arg(long)]
    pub(crate) full: bool,

    /// With `--follow`, read all records again after this many hours.
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) full_every: u32,

    /// Seconds by which the clock of the provider may be late, or its list of changes.
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    pub(crate) overlap: f64,

    /// Records in a page.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) page: u32,
}

const AFTER_HELP: &str = "\
How it stays correct:
  The rows of a page and the place after the page are one transaction. If the program is killed, the next run goes on with the
  next page. A row that comes twice changes nothing.
  A round asks for what changed since the last one began. The API does not tell what was deleted, so --full reads all records,
  asks for each row that was not among them, and marks the row in `deleted_at` if the API answers 404.

Exit codes:
  0    the mirror is fresh
  2    the run could not start, or had to stop: the next run goes on from there
  130  interrupted with Ctrl-C: the next run goes on from there";

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.0..=1e6).contains(seconds));
    seconds.ok_or_else(|| "expected a number of seconds, such as 30 or 0.5".to_owned())
}
