//! Finds a person by email in each connected CRM, and links the person to a company there.
//!
//! ```text
//! cargo run --example find_and_link                                          Emeka Fischer, on a sandbox in this process
//! cargo run --example find_and_link -- ada@x.example "X Ltd" --account sales=<uuid>   with TRUTO_API_TOKEN
//! cargo run --example find_and_link -- --help
//! ```
//!
//! `find.rs` finds records although some providers ignore filters. `link.rs` links in the way that the provider supports.

#[path = "../accounts.rs"]
mod accounts;
mod find;
mod link;
mod options;
mod run;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::options::Options;

/// Exit code if the run cannot start.
const CANNOT_RUN: u8 = 2;

// The program mostly waits for responses, so one thread is enough.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run::run(&Options::parse(), &mut io::stdout()).await {
        Ok(code) => ExitCode::from(code),
        Err(reason) => {
            // If standard error is closed, the reason cannot be reported.
            drop(writeln!(io::stderr(), "find_and_link: {reason}"));
            ExitCode::from(CANNOT_RUN)
        }
    }
}
