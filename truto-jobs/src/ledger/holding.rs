//! What a person decides about accounts and runs: pause and resume.

use crate::db::{Database, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::picking::{BATCH, run_id};
use crate::ledger::{accounts, people};
use crate::people::Rows;
use crate::row::{Event, State};

/// Pauses an account. Its worker reads the hold in its next exchange.
pub(crate) async fn pause(database: &Database, account: &str) -> Result<(), Error> {
    in_transaction!(database, "pause an account", |tx| {
        let (id, owned) = accounts::find(tx, account).await?;
        accounts::write_owned(tx, &[(id, owned.paused())]).await
    })
}

/// Releases an account, and the rows of it that wait for a time.
pub(crate) async fn resume(database: &Database, account: &str) -> Result<(), Error> {
    in_transaction!(database, "resume an account", |tx| {
        let now = tx.now().await?;
        let (id, owned) = accounts::find(tx, account).await?;
        let sql = "SELECT p.id FROM truto_parts p \
                   WHERE p.account_id = $1 AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL) LIMIT 1";
        let has_work = tx.maybe_row(sql, [id.into()]).await?.is_some();
        // Whoever claims it finds out when it has something to do next.
        accounts::write_owned(tx, &[(id, owned.resumed(has_work.then_some(now)))]).await?;
        let sql = "UPDATE truto_accounts SET park_until = 0, last_error = NULL WHERE id = $1";
        tx.run(sql, [id.into()], None).await
    })?;
    people::move_rows(database, &Rows::new().account(account), &[State::Ready], Event::Retry).await?;
    Ok(())
}

/// Pauses a run. Workers read it in their next exchange.
pub(crate) async fn pause_run(database: &Database, run: &str) -> Result<(), Error> {
    in_transaction!(database, "pause a run", |tx| {
        let now = tx.now().await?;
        let id = find_run(tx, run).await?;
        let sql = "UPDATE truto_runs SET paused_at = coalesce(paused_at, $2) WHERE id = $1";
        tx.run(sql, [id.into(), now.into()], None).await
    })?;
    Ok(())
}

/// Lets a run go on, and wakes its accounts: a worker that gave one back while the run was paused found nothing to do for it. Each batch
/// is a transaction, so that workers go on meanwhile.
pub(crate) async fn resume_run(database: &Database, run: &str) -> Result<(), Error> {
    let id = in_transaction!(database, "resume a run", |tx| {
        let id = find_run(tx, run).await?;
        tx.run("UPDATE truto_runs SET paused_at = NULL WHERE id = $1", [id.into()], None).await?;
        Ok(id)
    })?;
    let mut last = Some(0);
    while let Some(after) = last {
        last = in_transaction!(database, "wake the accounts of a run", |tx| { wake_next(tx, id, after).await })?;
    }
    Ok(())
}

/// Locks the run of this name, and returns its id.
async fn find_run(tx: &mut Transaction, run: &str) -> Result<i64, Error> {
    let id = run_id(tx, run).await?;
    let sql = "SELECT cancelled_at FROM truto_runs WHERE id = $1 {update}";
    if tx.row(sql, [id.into()], None).await?.maybe_int(0)?.is_some() {
        return Err(Error::refused(format!("the run `{run}` is cancelled for good: it is neither paused nor resumed")));
    }
    Ok(id)
}

/// Wakes up to a batch of the run's accounts after this one, and returns the last of them. `None` if there are no more.
async fn wake_next(tx: &mut Transaction, run: i64, after: i64) -> Result<Option<i64>, Error> {
    let now = tx.now().await?;
    let sql = format!(
        "SELECT p.account_id FROM truto_parts p WHERE p.run_id = $1 AND p.account_id > $2 \
         AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL) ORDER BY p.account_id LIMIT {BATCH}"
    );
    let found = tx.rows(&sql, [run.into(), after.into()], None).await?;
    let found = found.iter().map(|record| record.int(0)).collect::<Result<Vec<_>, _>>()?;
    accounts::lock(tx, &found).await?;
    accounts::wake(tx, &found, now).await?;
    Ok(found.last().copied())
}
