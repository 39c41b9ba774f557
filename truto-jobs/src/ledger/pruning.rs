//! Retention: removes rows that are final for long enough.

use core::time::Duration;

use crate::db::{Database, Record, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts;
use crate::ledger::picking::{BATCH, Share, groups, listed, shares};
use crate::ledger::rows::Counts;
use crate::people::Rows;
use crate::row::State;

pub(crate) async fn prune(database: &Database, older_than: Duration, states: &[State]) -> Result<u64, Error> {
    const FINAL: [State; 4] = [State::Done, State::Skipped, State::Cancelled, State::Rejected];

    if let Some(state) = states.iter().find(|state| !FINAL.contains(state)) {
        return Err(Error::refused(format!(
            "rows in the state `{state}` are not removed, because something is still to do about them: send or skip them first"
        )));
    }
    if states.is_empty() {
        return Ok(0);
    }
    let mut pruned = 0;
    let shares = {
        let mut tx = database.read().await?;
        shares(&mut tx, &Rows::new(), states, true).await?
    };
    for group in groups(&shares) {
        loop {
            let removed =
                in_transaction!(database, "remove old rows", |tx| { remove(tx, group, older_than, states).await })?;
            pruned += removed;
            if removed < BATCH {
                break;
            }
        }
    }
    Ok(pruned)
}

async fn remove(tx: &mut Transaction, group: &[Share], older_than: Duration, states: &[State]) -> Result<u64, Error> {
    let now = tx.now().await?;
    let states = listed(states);
    // A person may send a row again meanwhile, so its state is checked where it is removed.
    let sql = format!(
        "DELETE FROM truto_rows WHERE state IN ({states}) AND id IN (SELECT r.id FROM truto_rows r \
         WHERE r.part_id {{among}} AND r.state IN ({states}) AND r.ended_at <= $1 LIMIT {BATCH}) RETURNING part_id, state"
    );
    let parts = accounts::ids(group.iter().map(|share| share.part));
    let removed = tx.rows(&sql, [now.before(older_than).into()], Some(parts)).await?;
    uncount(tx, &removed).await
}

/// Takes rows that were removed out of the counters: part and state of each. Returns how many there were.
pub(crate) async fn uncount(tx: &mut Transaction, removed: &[Record]) -> Result<u64, Error> {
    let mut counts = Counts::default();
    for record in removed {
        if let Some(state) = State::named(&record.text(1)?) {
            counts.add(record.int(0)?, state, -1);
        }
    }
    counts.write(tx).await?;
    Ok(removed.len() as u64)
}
