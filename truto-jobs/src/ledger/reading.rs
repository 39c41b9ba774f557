//! What the counters say: how far a run is, and how deep the queue.

use core::time::Duration;
use std::time::SystemTime;

use crate::db::{Database, Record, Transaction};
use crate::error::Error;
use crate::people::progress::Progress;
use crate::row::State;
use crate::stored::read_hold;

/// The progress of a run. It reads a row for each account, and no rows of the run.
pub(crate) async fn progress(database: &Database, run: i64) -> Result<Progress, Error> {
    let mut tx = database.read().await?;
    progress_in(&mut tx, run).await
}

pub(crate) async fn progress_in(tx: &mut Transaction, run: i64) -> Result<Progress, Error> {
    let now = tx.now().await?;
    let sums = "SELECT CAST(coalesce(sum(ready), 0) AS BIGINT), CAST(coalesce(sum(sending), 0) AS BIGINT), \
                CAST(coalesce(sum(unknown), 0) AS BIGINT), CAST(coalesce(sum(done), 0) AS BIGINT), \
                CAST(coalesce(sum(rejected), 0) AS BIGINT), CAST(coalesce(sum(needs_review), 0) AS BIGINT), \
                CAST(coalesce(sum(skipped), 0) AS BIGINT), CAST(coalesce(sum(cancelled), 0) AS BIGINT) \
                FROM truto_parts WHERE run_id = $1";
    let counts = tx.row(sums, [run.into()], None).await?;
    let accounts = "SELECT a.hold, a.park_until FROM truto_parts p JOIN truto_accounts a ON a.id = p.account_id \
                    WHERE p.run_id = $1 AND p.ready + p.sending + p.unknown > 0";
    let mut progress = Progress {
        ready: counts.count(0)?,
        sending: counts.count(1)?,
        unknown: counts.count(2)?,
        done: counts.count(3)?,
        rejected: counts.count(4)?,
        needs_review: counts.count(5)?,
        skipped: counts.count(6)?,
        cancelled: counts.count(7)?,
        ..Progress::default()
    };
    for record in tx.rows(accounts, [run.into()], None).await? {
        progress.open_accounts += 1;
        let park_until = record.moment(1)?;
        if let Some(hold) = read_hold(&record, 0)? {
            *progress.held_accounts.entry(hold.name()).or_default() += 1;
        } else if park_until > now {
            progress.parked_accounts += 1;
            let until = SystemTime::from(park_until);
            progress.parked_until = Some(progress.parked_until.map_or(until, |known| known.min(until)));
        }
    }
    Ok(progress)
}

/// The open rows of a run, from its counters.
pub(crate) async fn open_rows(database: &Database, run: i64) -> Result<u64, Error> {
    let mut tx = database.read().await?;
    let sql = "SELECT CAST(coalesce(sum(ready + sending + unknown), 0) AS BIGINT) FROM truto_parts WHERE run_id = $1";
    tx.row(sql, [run.into()], None).await?.count(0)
}

/// How deep the queue is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Depth {
    /// Rows by state, in the order of [`State::ALL`].
    pub(crate) rows: [u64; State::ALL.len()],
    /// For how long the account waits that is first in the line.
    pub(crate) longest_wait: Duration,
    /// How long ago the oldest open row was added.
    pub(crate) oldest_open_row: Duration,
}

/// The depth of the queue over all runs.
pub(crate) async fn depth(database: &Database) -> Result<Depth, Error> {
    let mut tx = database.read().await?;
    let now = tx.now().await?;
    let sums = State::ALL.map(|state| format!("CAST(coalesce(sum({state}), 0) AS BIGINT)")).join(", ");
    let counts = tx.row(&format!("SELECT {sums} FROM truto_parts"), [], None).await?;
    let mut rows = [0; State::ALL.len()];
    for (at, count) in rows.iter_mut().enumerate() {
        *count = counts.count(at)?;
    }
    let first = "SELECT min(due_at) FROM truto_accounts WHERE due_at <= $1 AND owner IS NULL";
    let first = tx.row(first, [now.into()], None).await?;
    // Rows that wait from the start are in the order of their ids, so the first is the oldest. Those with a time are few.
    let oldest = "SELECT min(open.added_at) FROM (\
                  SELECT (SELECT r.added_at FROM truto_rows r WHERE r.part_id = p.id AND r.due_at = 0 ORDER BY r.id LIMIT 1) AS added_at \
                  FROM truto_parts p WHERE p.ready > 0 UNION ALL \
                  SELECT (SELECT min(r.added_at) FROM truto_rows r WHERE r.part_id = p.id AND r.due_at > 0) \
                  FROM truto_parts p WHERE p.ready + p.sending + p.unknown > 0) AS open";
    let oldest = tx.row(oldest, [], None).await?;
    let since = |found: &Record| Ok::<_, Error>(found.maybe_moment(0)?.map_or(Duration::ZERO, |at| now.since(at)));
    Ok(Depth { rows, longest_wait: since(&first)?, oldest_open_row: since(&oldest)? })
}
