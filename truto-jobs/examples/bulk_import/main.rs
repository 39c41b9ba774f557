//! Imports 100,000 links over 200 accounts, and survives its own death.
//!
//! ```text
//! cargo run --example bulk_import                          SQLite, on a sandbox in a process of its own
//! cargo run --example bulk_import -- --kill                the same, and the importer is killed half-way
//! cargo run --example bulk_import -- --postgres            a PostgreSQL cluster in a temporary folder, if `initdb` is found
//! cargo run --example bulk_import -- --help                everything else
//! ```
//!
//! `import.rs` is the import as you would write it. This file plays the world around it: it starts the sandbox, starts the importer as
//! another process, starts it again if it dies, and counts in the end what the sandbox has.

mod import;
mod options;
mod world;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::options::Options;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    let options = Options::parse();
    let ended = if options.is_importer { import::import(&options).await } else { world::play(&options).await };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, there is nobody to tell.
            drop(writeln!(io::stderr(), "bulk_import: {error}"));
            ExitCode::FAILURE
        }
    }
}
