//! Mirrors the contacts, accounts and opportunities of a CRM into SQLite, and keeps the mirror fresh.
//!
//! ```text
//! cargo run -p truto-mirror-crm                a sandbox in this process
//! cargo run -p truto-mirror-crm -- --help      everything else
//! ```
//!
//! Read `tables.rs` first: it says which record goes into which table. `sync.rs` is the job itself: a walk through a list, whose
//! place is committed together with its rows. `store.rs` is the database, `place.rs` the place. The rest is set-up and output.

mod demo;
mod options;
mod output;
mod place;
mod run;
mod source;
mod store;
mod sync;
mod tables;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::options::Options;

/// Exit code if the run cannot start or has to stop. The next run continues where it stopped.
const STOPPED: u8 = 2;

// The program mostly waits for answers, so one thread is enough; SQLite has its own.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run::run(&Options::parse(), &mut io::stdout()).await {
        Ok(code) => ExitCode::from(code),
        Err(reason) => {
            // If standard error is closed, there is nobody to tell.
            drop(writeln!(io::stderr(), "mirror_crm: {reason}"));
            ExitCode::from(STOPPED)
        }
    }
}
