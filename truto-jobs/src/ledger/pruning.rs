//! Retention: removes rows that are final for long enough.

use core::time::Duration;

use crate::db::{Database, Record, Transaction};
use crate::error::Error;
use crate::ledger::accounts;
use crate::ledger::picking::{BATCH, COLUMNS, Select, Share, in_batches, last_place, listed, shares};
use crate::ledger::rows::Counts;
use crate::moment::Moment;
use crate::people::{Place, Rows};
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
    let (until, shares) = {
        let mut tx = database.read().await?;
        (tx.now().await?.before(older_than), shares(&mut tx, &Rows::new(), states, true).await?)
    };
    let mut select = Select::new(&Rows::new(), states, "r.id");
    select.conditions.add("r.ended_at <= ?", until);
    in_batches!(database, "remove old rows", &shares, |tx, group, after| {
        remove(tx, group, &select, after, until, states).await
    })
}

/// Removes rows of up to a batch after a place. Returns how many, and the place of the last, if there may be more.
async fn remove(
    tx: &mut Transaction,
    group: &[Share],
    select: &Select,
    after: Option<&Place>,
    until: Moment,
    states: &[State],
) -> Result<(u64, Option<Place>), Error> {
    let found = select.read(tx, group, after, BATCH).await?;
    let last = last_place(&found)?;
    let found = found.iter().map(|record| record.int(COLUMNS)).collect::<Result<Vec<_>, _>>()?;
    // A person may send a row again meanwhile, so it is checked where it is removed.
    let sql = format!(
        "DELETE FROM truto_rows WHERE id {{among}} AND state IN ({}) AND ended_at <= $1 RETURNING part_id, state",
        listed(states)
    );
    let removed = tx.rows(&sql, [until.into()], Some(accounts::ids(found))).await?;
    Ok((uncount(tx, &removed).await?, last))
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
