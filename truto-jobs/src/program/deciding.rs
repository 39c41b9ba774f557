//! What a person decides: `retry`, `skip`, `pause`, `resume`, `cancel`, `forget`, `prune`.

use std::time::Duration;

use serde_json::json;
use tokio::time::timeout;
use truto_jobs::Jobs;
use truto_jobs::row::State;

use crate::program::arguments::{Cancel, Forget, Named, Prune, Retry, Skip, Which};
use crate::program::confirm::confirm;
use crate::program::output::Output;
use crate::program::{End, Failure, time};

pub(crate) async fn retry(jobs: &Jobs, out: Output, mut asked: Retry) -> Result<End, Failure> {
    if asked.which.state.is_empty() && asked.which.key.is_none() {
        asked.which.state.push(State::Rejected);
    }
    let which = &asked.which;
    // A row with the key may be in any state.
    if which.state.is_empty() || which.state.contains(&State::NeedsReview) {
        let risk = "rows that need a review may have been written already, and are then written twice";
        confirm(asked.yes, &format!("sending {} again ({risk})", words(which)))?;
    }
    counted(out, "retry", jobs.retry(&which.filter()).await?, "are sent again")
}

pub(crate) async fn skip(jobs: &Jobs, out: Output, asked: Skip) -> Result<End, Failure> {
    confirm(asked.yes, &format!("skipping {}", words(&asked.which)))?;
    counted(out, "skip", jobs.skip(&asked.which.filter()).await?, "are skipped")
}

pub(crate) async fn pause(jobs: &Jobs, out: Output, asked: &Named) -> Result<End, Failure> {
    for account in &asked.accounts {
        jobs.pause(account).await?;
    }
    if let Some(run) = &asked.run {
        jobs.pause_run(run).await?;
    }
    named(out, "pause", asked, "paused: calls that are under way end first")
}

pub(crate) async fn resume(jobs: &Jobs, out: Output, asked: &Named) -> Result<End, Failure> {
    for account in &asked.accounts {
        jobs.resume(account).await?;
    }
    if let Some(run) = &asked.run {
        jobs.resume_run(run).await?;
    }
    named(out, "resume", asked, "released")
}

pub(crate) async fn cancel(jobs: &Jobs, out: Output, asked: &Cancel) -> Result<End, Failure> {
    confirm(asked.yes, &format!("cancelling the run `{}` for good", asked.run))?;
    counted(out, "cancel", jobs.cancel(&asked.run).await?, "are not sent; what is on the wire ends first")
}

pub(crate) async fn forget(jobs: &Jobs, out: Output, asked: &Forget) -> Result<End, Failure> {
    let account = &asked.account;
    confirm(asked.yes, &format!("erasing the account {account} and all its rows"))?;
    match timeout(Duration::from_secs(asked.wait), jobs.forget(account)).await {
        Ok(erased) => counted(out, "forget", erased?, "are erased, and with them the account"),
        Err(_) => Err(Failure(format!(
            "the account {account} is not erased, because its worker did not give it back within {} s; it stays paused: try again",
            asked.wait
        ))),
    }
}

pub(crate) async fn prune(jobs: &Jobs, out: Output, asked: &Prune) -> Result<End, Failure> {
    let states = asked.state.iter().map(|state| state.name()).collect::<Vec<_>>().join(", ");
    let age = time::length(asked.older_than);
    confirm(asked.yes, &format!("removing rows that are {states} for longer than {age}"))?;
    counted(out, "prune", jobs.prune(asked.older_than, &asked.state).await?, "are removed")
}

fn counted(out: Output, command: &str, rows: u64, done: &str) -> Result<End, Failure> {
    out.print(&json!({ "command": command, "rows": rows }), || format!("{rows} rows {done}"))?;
    Ok(End::Fine)
}

fn named(out: Output, command: &str, asked: &Named, done: &str) -> Result<End, Failure> {
    let Named { accounts, run } = asked;
    let document = match run {
        Some(run) => json!({ "command": command, "run": run }),
        None => json!({ "command": command, "accounts": accounts }),
    };
    out.print(&document, || format!("{}: {done}", run.clone().unwrap_or_else(|| accounts.join(", "))))?;
    Ok(End::Fine)
}

/// The rows, in words.
fn words(which: &Which) -> String {
    let states = which.state.iter().map(|state| state.name()).collect::<Vec<_>>().join(", ");
    let mut words = if states.is_empty() { "rows".to_owned() } else { format!("{states} rows") };
    let parts = [("the key", &which.key), ("the run", &which.run), ("the account", &which.account)];
    for (name, value) in parts {
        if let Some(value) = value {
            words.extend([" of ", name, " `", value, "`"]);
        }
    }
    words
}
