//! From the command line to the exit code. Each command is a file.

mod accounts;
mod arguments;
mod confirm;
mod csv;
mod deciding;
mod doctor;
mod export;
mod output;
mod rate;
mod rows;
mod status;
mod time;
mod workers;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use truto_jobs::Jobs;

use self::arguments::{Arguments, Command};
use self::output::Output;

/// How a command ended that did what it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Fine,
    /// There is something for a person.
    Attention,
}

impl End {
    pub(crate) const fn attention(is_needed: bool) -> Self {
        if is_needed { Self::Attention } else { Self::Fine }
    }
}

/// Why a command could not do what it was told, in words for the user.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl From<truto_jobs::Error> for Failure {
    fn from(error: truto_jobs::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(format!("cannot write the output: {error}"))
    }
}

pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let started = runtime.map_err(|error| Failure(format!("cannot start: {error}")));
    match started.and_then(|runtime| runtime.block_on(run(arguments))) {
        Ok(End::Fine) => ExitCode::SUCCESS,
        Ok(End::Attention) => ExitCode::from(1),
        Err(Failure(reason)) => {
            // If standard error is closed, there is nobody to tell.
            drop(writeln!(io::stderr(), "truto-jobs: {reason}"));
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: Arguments) -> Result<End, Failure> {
    let Some(url) = arguments.ledger else {
        return Err(Failure(
            "no ledger is named: pass --ledger sqlite://FILE or --ledger postgres://…, or set TRUTO_JOBS_LEDGER"
                .to_owned(),
        ));
    };
    let jobs = Jobs::open_existing(&url).await?;
    let out = Output::new(arguments.json);
    let end = command(&jobs, out, arguments.command).await;
    jobs.close().await;
    end
}

async fn command(jobs: &Jobs, out: Output, command: Command) -> Result<End, Failure> {
    match command {
        Command::Status(asked) => status::status(jobs, out, &asked).await,
        Command::Accounts(asked) => accounts::accounts(jobs, out, &asked).await,
        Command::Rows(asked) => rows::rows(jobs, out, asked).await,
        Command::Errors(asked) => rows::errors(jobs, out, asked).await,
        Command::Retry(asked) => deciding::retry(jobs, out, asked).await,
        Command::Skip(asked) => deciding::skip(jobs, out, asked).await,
        Command::Pause(asked) => deciding::pause(jobs, out, &asked).await,
        Command::Resume(asked) => deciding::resume(jobs, out, &asked).await,
        Command::Cancel(asked) => deciding::cancel(jobs, out, &asked).await,
        Command::Forget(asked) => deciding::forget(jobs, out, &asked).await,
        Command::Prune(asked) => deciding::prune(jobs, out, &asked).await,
        Command::Export(asked) => export::export(jobs, out, asked).await,
        Command::Workers => workers::workers(jobs, out).await,
        Command::Doctor => doctor::doctor(jobs, out).await,
    }
}
