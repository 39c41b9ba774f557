//! Links CRM records from a file: checks every row, sends the valid rows, and reports what is wrong with the others.
//!
//! ```text
//! cargo run --example link_records                 the file that ships with it, on a sandbox in this process
//! cargo run --example link_records -- --help       everything else
//! ```

#[path = "../accounts.rs"]
mod accounts;
mod ending;
mod input;
mod lines;
mod options;
mod report;
mod row;
mod run;
mod session;
mod tally;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::options::Options;
use crate::session::Session;

/// Exit code if the run cannot start or has to stop.
const CANNOT_RUN: u8 = 2;

// The program mostly waits for responses, so one thread is enough.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    let session = match Session::open(&options.accounts).await {
        Ok(session) => session,
        Err(reason) => return refuse(&reason),
    };
    match run::run(&options, &session, &mut io::stdout(), &mut io::stderr()).await {
        Ok(code) => ExitCode::from(code),
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(reason: &str) -> ExitCode {
    // If standard error is closed, the reason cannot be reported.
    drop(writeln!(io::stderr(), "link_records: {reason}"));
    ExitCode::from(CANNOT_RUN)
}
