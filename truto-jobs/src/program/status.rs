//! `status`: how far the runs are, how fast, and how long it takes. The ledger keeps no times of all rows, so the rate comes from looks
//! at the counters.

use std::collections::HashMap;
use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value, json};
use tokio::time::sleep;
use truto_jobs::people::RunView;
use truto_jobs::{Jobs, MirrorProgress, Progress};

use crate::program::arguments::Status;
use crate::program::output::{self, Output, table};
use crate::program::rate::Rate;
use crate::program::{End, Failure, time};

/// How often a live view looks.
const LOOK: Duration = Duration::from_secs(1);

pub(crate) async fn status(jobs: &Jobs, out: Output, asked: &Status) -> Result<End, Failure> {
    let mut looks = Looks::new(asked.run.as_deref());
    let mut runs = looks.look(jobs).await?;
    if asked.watch {
        runs = watch(jobs, out, &mut looks, runs).await?;
    } else if asked.over > 0 && runs.iter().any(is_moving) && !jobs.workers().await?.is_empty() {
        sleep(Duration::from_secs(asked.over)).await;
        runs = looks.look(jobs).await?;
    }
    out.print(&looks.document(&runs), || looks.table(&runs))?;
    Ok(End::attention(runs.iter().any(needs_person)))
}

/// Shows the runs until no row is open, but for those of paused runs.
async fn watch(
    jobs: &Jobs,
    out: Output,
    looks: &mut Looks<'_>,
    mut runs: Vec<RunView>,
) -> Result<Vec<RunView>, Failure> {
    let view = ProgressBar::with_draw_target(None, ProgressDrawTarget::stdout());
    if let Ok(style) = ProgressStyle::with_template("{msg}") {
        view.set_style(style);
    }
    let is_live = io::stdout().is_terminal() && !out.is_json;
    while runs.iter().any(is_moving) {
        if is_live {
            view.set_message(looks.table(&runs));
        } else {
            // A document on each line.
            out.print(&looks.document(&runs), || looks.table(&runs))?;
        }
        sleep(LOOK).await;
        runs = looks.look(jobs).await?;
    }
    view.finish_and_clear();
    Ok(runs)
}

fn is_moving(run: &RunView) -> bool {
    let is_read = run.mirror.as_ref().is_none_or(MirrorProgress::is_complete);
    run.cancelled_at.is_none() && run.paused_at.is_none() && !(run.progress.is_finished() && is_read)
}

fn needs_person(run: &RunView) -> bool {
    let progress = &run.progress;
    let is_held = run.mirror.as_ref().is_some_and(|mirror| !mirror.held_accounts.is_empty());
    progress.rejected + progress.needs_review > 0 || is_paused(run) || !progress.held_accounts.is_empty() || is_held
}

/// A run that was cancelled does not wait any more.
fn is_paused(run: &RunView) -> bool {
    run.paused_at.is_some() && run.cancelled_at.is_none()
}

/// Why no time is left until the end of a run.
fn standstill(run: &RunView) -> Option<String> {
    run.cancelled_at.map(|_| "cancelled".to_owned()).or_else(|| is_paused(run).then(|| "paused".to_owned()))
}

/// Looks at the runs, one after the other.
struct Looks<'a> {
    only: Option<&'a str>,
    since: Instant,
    rates: HashMap<String, Rate>,
}

impl<'a> Looks<'a> {
    fn new(only: Option<&'a str>) -> Self {
        Self { only, since: Instant::now(), rates: HashMap::new() }
    }

    async fn look(&mut self, jobs: &Jobs) -> Result<Vec<RunView>, Failure> {
        let mut runs = jobs.runs().await?;
        if let Some(only) = self.only {
            runs.retain(|run| run.name == only);
            if runs.is_empty() {
                return Err(Failure(format!("there is no run `{only}` in the ledger: `truto-jobs status` shows all")));
            }
        }
        for run in &runs {
            let Progress { done, rejected, needs_review, .. } = &run.progress;
            let rate = self.rates.entry(run.name.clone()).or_default();
            rate.look(self.since.elapsed(), done + rejected + needs_review);
        }
        Ok(runs)
    }

    /// Rows in a second, and the seconds that are left.
    fn pace(&self, run: &RunView) -> (Option<f64>, Option<Duration>) {
        let rate = self.rates.get(&run.name).filter(|_| is_moving(run));
        (rate.and_then(Rate::per_second), rate.and_then(|rate| rate.left(run.progress.open())))
    }

    fn document(&self, runs: &[RunView]) -> Value {
        let run = |run: &RunView| {
            let (rate, left) = self.pace(run);
            let mut document = serde_json::to_value(run).unwrap_or_default();
            document["open"] = run.progress.open().into();
            document["total"] = run.progress.total().into();
            document["rows_per_second"] = json!(rate);
            document["seconds_left"] = json!(left.map(|left| left.as_secs()));
            document
        };
        json!({ "runs": runs.iter().map(run).collect::<Vec<_>>() })
    }

    fn table(&self, runs: &[RunView]) -> String {
        let header = ["run", "done", "open", "rejected", "review", "not sent", "rows/s", "time left", "accounts"];
        let row = |run: &RunView| {
            let (rate, left) = self.pace(run);
            let progress = &run.progress;
            if let Some(mirror) = &run.mirror {
                return mirror_row(run, mirror);
            }
            let left = standstill(run).or_else(|| left.map(time::length)).unwrap_or_default();
            [
                run.name.clone(),
                format!("{} of {}", progress.done, progress.total()),
                progress.open().to_string(),
                progress.rejected.to_string(),
                progress.needs_review.to_string(),
                (progress.skipped + progress.cancelled).to_string(),
                output::maybe(rate.map(|rate| format!("{rate:.0}"))),
                left,
                accounts(progress),
            ]
        };
        table(header, runs.iter().map(row).collect(), "no runs")
    }
}

/// A mirror counts accounts where another run counts rows.
fn mirror_row(run: &RunView, mirror: &MirrorProgress) -> [String; 9] {
    let read = mirror.accounts - mirror.unread_accounts;
    let mut accounts = vec![format!("{} records read, {} written", mirror.read, mirror.written)];
    for (count, what) in [(mirror.failing_accounts, "failing"), (mirror.parked_accounts, "parked")] {
        if count > 0 {
            accounts.push(format!("{count} {what}"));
        }
    }
    accounts.extend(mirror.held_accounts.iter().map(|(hold, count)| format!("{count} {hold}")));
    let left = standstill(run).unwrap_or_default();
    let none = String::new;
    [
        run.name.clone(),
        format!("{read} of {} accounts", mirror.accounts),
        mirror.unread_accounts.to_string(),
        none(),
        none(),
        none(),
        none(),
        left,
        accounts.join(", "),
    ]
}

/// The accounts that still have open rows, and what they wait for.
fn accounts(progress: &Progress) -> String {
    let mut parts = Vec::new();
    if progress.open_accounts > 0 {
        parts.push(format!("{} open", progress.open_accounts));
    }
    if let Some(until) = progress.parked_until {
        parts.push(format!("{} parked, the first until {}", progress.parked_accounts, time::point(Some(until))));
    }
    parts.extend(progress.held_accounts.iter().map(|(hold, accounts)| format!("{accounts} {hold}")));
    parts.join(", ")
}
