//! The command line.

use clap::Parser;

use crate::accounts::name_and_id;

/// Finds a person by email in each connected CRM, and links the person to a company there.
///
/// If `TRUTO_API_TOKEN` is not set, the CRMs are those of a sandbox in this process, without an account or network. If it is
/// set, they are the accounts that `--account` names, through the real API (or `TRUTO_BASE_URL`).
#[derive(Debug, Parser)]
#[command(name = "find_and_link", after_help = AFTER_HELP)]
pub(crate) struct Options {
    /// Email address of the person.
    #[arg(default_value = "emeka.fischer@mail.example")]
    pub(crate) email: String,

    /// Name of the company.
    #[arg(default_value = "Ember Software")]
    pub(crate) company: String,

    /// Names an integrated account to search (repeatable). The sandbox has four.
    #[arg(long = "account", value_name = "NAME=UUID", value_parser = name_and_id)]
    pub(crate) accounts: Vec<(String, String)>,

    /// Maximum number of records to read of an account whose provider ignores the filter.
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    pub(crate) most: usize,
}

const AFTER_HELP: &str = "\
Exit codes:
  0    the person is linked in every account
  1    an account lacks the person or the company, or a call failed
  2    the run could not start: wrong usage, an account that is no UUID";
