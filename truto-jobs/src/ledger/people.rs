//! What a person decides about rows: retry, skip, cancel. [`Row::on`](crate::row::Row::on) says what becomes of each row. The rows of an
//! account change under the lock of the account, so that its worker is not in the middle of taking them.

use core::time::Duration;

use crate::db::{Database, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::picking::{self, BATCH, Select, Share, in_batches, last_place, run_id, shares};
use crate::ledger::{accounts, rows};
use crate::people::{Place, Rows};
use crate::row::{Event, State, Times};

/// The events of people depend on no times.
const TIMES: Times = Times { in_flight: Duration::ZERO, key_memory: Duration::ZERO, pause: Duration::ZERO };

/// Sends rows again.
pub(crate) async fn retry(database: &Database, filter: &Rows) -> Result<u64, Error> {
    const STATES: &[State] = &[State::Ready, State::Rejected, State::NeedsReview, State::Skipped, State::Cancelled];

    let states = meant(filter, STATES, "sent again")?;
    if let Some(run) = &filter.run {
        let mut tx = database.read().await?;
        let sql = "SELECT id FROM truto_runs WHERE name = $1 AND cancelled_at IS NOT NULL";
        if tx.maybe_row(sql, [(&**run).into()]).await?.is_some() {
            return Err(Error::refused(format!(
                "no row of the run `{run}` is sent again, because the run is cancelled: add the rows to a run with another name"
            )));
        }
    }
    move_rows(database, filter, &states, Event::Retry).await
}

/// Decides that rows are not sent.
pub(crate) async fn skip(database: &Database, filter: &Rows) -> Result<u64, Error> {
    const STATES: &[State] = &[State::Ready, State::Unknown, State::Rejected, State::NeedsReview, State::Cancelled];

    let states = meant(filter, STATES, "skipped")?;
    move_rows(database, filter, &states, Event::Skip).await
}

/// Cancels a run. Its workers take no more rows of it from the first transaction on.
pub(crate) async fn cancel(database: &Database, run: &str) -> Result<u64, Error> {
    in_transaction!(database, "cancel a run", |tx| {
        let now = tx.now().await?;
        let id = run_id(tx, run).await?;
        let sql = "UPDATE truto_runs SET cancelled_at = coalesce(cancelled_at, $2) WHERE id = $1";
        tx.run(sql, [id.into(), now.into()], None).await?;
        // A mirror reads no more.
        let sql = "UPDATE truto_parts SET due_at = NULL WHERE run_id = $1 AND due_at IS NOT NULL";
        tx.run(sql, [id.into()], None).await
    })?;
    move_rows(database, &Rows::new().run(run), &[State::Ready, State::Unknown], Event::Cancel).await
}

/// The states of the filter that the event has a meaning in.
fn meant(filter: &Rows, known: &[State], what: &str) -> Result<Vec<State>, Error> {
    if filter.states.is_empty() && filter.row_key.is_none() {
        return Err(Error::refused(format!(
            "no row is {what}, because the filter names neither a state nor a key: name what is meant"
        )));
    }
    let is_meant = |state: &State| filter.states.is_empty() || filter.states.contains(state);
    let states: Vec<_> = known.iter().copied().filter(is_meant).collect();
    if states.is_empty() {
        let names = known.iter().map(|state| state.name()).collect::<Vec<_>>().join(", ");
        return Err(Error::refused(format!(
            "no row is {what}, because rows in that state cannot be: name one of {names}"
        )));
    }
    Ok(states)
}

/// Moves the rows in these states by an event, in short transactions.
pub(crate) async fn move_rows(
    database: &Database,
    filter: &Rows,
    states: &[State],
    event: Event,
) -> Result<u64, Error> {
    let shares = {
        let mut tx = database.read().await?;
        shares(&mut tx, filter, states, event != Event::Retry).await?
    };
    let mut select = Select::new(filter, states, format!("r.id, r.part_id, {}", rows::COLUMNS));
    if event == Event::Retry {
        // A row that is due already cannot be sent earlier.
        select.conditions.fixed("(r.state <> 'ready' OR r.due_at > 0)");
    }
    in_batches!(database, "change rows", &shares, |tx, group, after| {
        move_batch(tx, group, &select, after, event).await
    })
}

/// Moves up to a batch of rows after a place. Returns how many changed, and the place of the last, if there may be more.
async fn move_batch(
    tx: &mut Transaction,
    group: &[Share],
    select: &Select,
    after: Option<&Place>,
    event: Event,
) -> Result<(u64, Option<Place>), Error> {
    let now = tx.now().await?;
    let mut of: Vec<i64> = group.iter().map(|share| share.account).collect();
    of.sort_unstable();
    of.dedup();
    accounts::lock(tx, &of).await?;
    let found = select.read(tx, group, after, BATCH).await?;
    let last = last_place(&found)?;
    let changes = rows::changes(&found, picking::COLUMNS, &TIMES, event)?;
    let written = rows::write(tx, now, &changes).await?;
    if event == Event::Retry && written > 0 {
        accounts::wake(tx, &of, now).await?;
    }
    Ok((written, last))
}
