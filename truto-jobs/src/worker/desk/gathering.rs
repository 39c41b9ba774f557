//! Waits for calls, so that the ends of many are one transaction.

use core::time::Duration;
use std::collections::HashMap;

use tokio::task::{JoinError, JoinSet};
use tokio::time::{sleep, timeout};

use crate::ledger::exchange::Ended;
use crate::row::Ending;
use crate::worker::finished::Finished;
use crate::worker::held::Held;
use crate::worker::report::Report;

/// How long the ledger waits for more calls to end, if few ended. A transaction for each would be slower than the calls.
const GATHER: Duration = Duration::from_millis(3);

/// So many are worth a transaction at once.
const MANY: usize = 64;

/// Waits for calls that end, but not longer than `wait`, and takes down how they ended.
pub(super) async fn gather(
    calls: &mut JoinSet<Finished>,
    held: &mut HashMap<i64, Held>,
    ended: &mut Vec<Ended>,
    report: &mut Report,
    wait: Duration,
) {
    if calls.is_empty() {
        sleep(wait).await;
        return;
    }
    let Ok(Some(first)) = timeout(wait, calls.join_next()).await else { return };
    take_down(first, held, ended, report);
    take_down_all(calls, held, ended, report);
    // Only after the first is taken down: a shutdown drops this future while it sleeps.
    if ended.len() < MANY {
        sleep(GATHER).await;
        take_down_all(calls, held, ended, report);
    }
}

/// Takes down how the calls ended that have ended by now.
fn take_down_all(
    calls: &mut JoinSet<Finished>,
    held: &mut HashMap<i64, Held>,
    ended: &mut Vec<Ended>,
    report: &mut Report,
) {
    while let Some(result) = calls.try_join_next() {
        take_down(result, held, ended, report);
    }
}

fn take_down(
    result: Result<Finished, JoinError>,
    held: &mut HashMap<i64, Held>,
    ended: &mut Vec<Ended>,
    report: &mut Report,
) {
    match result {
        Ok(Finished::Row(row, on_account)) => {
            report.calls += 1;
            report.done += u64::from(row.ending == Ending::Written);
            report.rejected += u64::from(row.ending == Ending::Refused);
            // A call of an account that was lost ended too late, also if this worker has claimed the account again.
            if let Some(held) = held.get_mut(&row.account).filter(|held| held.epoch == row.epoch) {
                held.end(on_account);
                ended.push(*row);
            }
        }
        Ok(Finished::Read { account, epoch, part, pages, on_account }) => {
            report.calls += pages;
            report.pages += pages;
            if let Some(held) = held.get_mut(&account).filter(|held| held.epoch == epoch) {
                held.reading.remove(&part);
                held.end(on_account);
            }
        }
        // A call holds no code of the user's, so this is a mistake of ours. The row stays marked, and its next owner repeats it.
        Err(error) => tracing::error!(%error, "a call was lost"),
    }
}
