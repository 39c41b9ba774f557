//! Erases an account. It is paused first, so that no worker claims it again, and its rows go in short transactions.

use core::time::Duration;

use tokio::time::sleep;

use crate::db::{Database, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts;
use crate::ledger::mirroring;
use crate::ledger::picking::BATCH;
use crate::ledger::pruning::uncount;
use crate::moment::Moment;
use crate::owned::Owned;

/// How often to look whether the worker has given the account back.
const LOOK: Duration = Duration::from_millis(100);

pub(crate) async fn forget(database: &Database, account: &str) -> Result<u64, Error> {
    let mut erased = 0;
    loop {
        let step = in_transaction!(database, "erase an account", |tx| {
            let now = tx.now().await?;
            let (id, owned) = accounts::find(tx, account).await?;
            erase(tx, now, account, id, owned).await
        })?;
        match step {
            Step::Owned => sleep(LOOK).await,
            Step::Rows(rows) => erased += rows,
            Step::Gone => break,
        }
    }
    database.compact().await?;
    Ok(erased)
}

enum Step {
    /// A worker still sends its calls.
    Owned,
    /// So many rows are gone, and there may be more.
    Rows(u64),
    Gone,
}

async fn erase(tx: &mut Transaction, now: Moment, account: &str, id: i64, owned: Owned) -> Result<Step, Error> {
    let paused = owned.paused();
    if owned.is_leased(now) {
        accounts::write_owned(tx, &[(id, paused)]).await?;
        return Ok(Step::Owned);
    }
    // A worker that wakes up after its lease finds another epoch, and then no account.
    accounts::write_owned(tx, &[(id, paused.fenced())]).await?;
    let sql = format!(
        "DELETE FROM truto_rows WHERE id IN (SELECT r.id FROM truto_parts p CROSS JOIN truto_rows r \
         WHERE p.account_id = $1 AND r.part_id = p.id LIMIT {BATCH}) RETURNING part_id, state"
    );
    let removed = tx.rows(&sql, [id.into()], None).await?;
    if !removed.is_empty() {
        return Ok(Step::Rows(uncount(tx, &removed).await?));
    }
    let mirrored = mirroring::forget(tx, &account.to_ascii_lowercase()).await?;
    if mirrored > 0 {
        return Ok(Step::Rows(mirrored));
    }
    tx.run("DELETE FROM truto_parts WHERE account_id = $1", [id.into()], None).await?;
    tx.run("DELETE FROM truto_accounts WHERE id = $1", [id.into()], None).await?;
    Ok(Step::Gone)
}
