//! A worker takes the rows of its accounts, and the mirrors that are due.

use std::collections::HashMap;

use crate::db::{Dialect, Transaction};
use crate::error::Error;
use crate::ledger::accounts::ids;
use crate::ledger::exchange::{Asked, Got, Taken, Terms};
use crate::ledger::mirroring;
use crate::ledger::rows::{self, Change};
use crate::ledger::tokens::Purse;
use crate::moment::Moment;
use crate::owned::Owned;
use crate::row::{Event, State};

/// Takes rows that are due, and marks them.
pub(super) async fn take(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    held: &HashMap<i64, Owned>,
    now: Moment,
    got: &mut Got,
) -> Result<(), Error> {
    let wants: Vec<i64> = asked.wants.iter().copied().filter(|id| takes_work(held, *id)).collect();
    if wants.is_empty() || asked.rows == 0 {
        return Ok(());
    }
    let sql = "SELECT p.id, p.account_id, (SELECT u.name FROM truto_runs u WHERE u.id = p.run_id AND u.cancelled_at IS NULL AND u.paused_at IS NULL), \
               (SELECT u.keeps_answers FROM truto_runs u WHERE u.id = p.run_id) FROM {given} CROSS JOIN truto_parts p \
               WHERE p.account_id = given.id AND p.ready + p.unknown > 0 ORDER BY p.id";
    let found = tx.rows(sql, [], Some(ids(wants))).await?;
    let mut parts: HashMap<i64, (i64, String, bool)> = HashMap::new();
    for part in &found {
        // The rows of a run that is cancelled or paused are not sent.
        if let Some(run) = part.maybe_text(2)? {
            parts.insert(part.int(0)?, (part.int(1)?, run, part.int(3)? != 0));
        }
    }
    if parts.is_empty() {
        return Ok(());
    }
    let mut purse = match terms.budget {
        Some(budget) => Some(Purse::open(tx, budget, asked.tokens.clone(), now).await?),
        None => None,
    };
    let most = purse.as_ref().map_or(asked.rows, |purse| purse.most().min(asked.rows));
    // The share of each part, so that a run does not starve another run of the same account.
    let columns = rows::COLUMNS;
    let due = "due_at <= $1 AND x.state <> 'sending' ORDER BY x.due_at, x.id LIMIT $2";
    let sql = match tx.dialect() {
        Dialect::Sqlite => format!(
            "SELECT r.id, r.part_id, r.row_key, r.body, {columns} FROM {{given}} CROSS JOIN truto_rows r WHERE r.id IN \
             (SELECT x.id FROM truto_rows x WHERE x.part_id = given.id AND x.{due})"
        ),
        #[cfg(feature = "postgres")]
        Dialect::Postgres => format!(
            "SELECT r.id, r.part_id, r.row_key, r.body, {columns} FROM {{given}} CROSS JOIN LATERAL \
             (SELECT * FROM truto_rows x WHERE x.part_id = given.id AND x.{due}) AS r"
        ),
    };
    let found = tx.rows(&sql, [now.into(), i64::from(most).into()], Some(ids(parts.keys().copied()))).await?;
    let mut changes = Vec::with_capacity(found.len());
    for record in &found {
        let before = rows::read(record, 4)?;
        let Some(after) = before.on(Event::Take { now }, &terms.times) else { continue };
        let (id, part) = (record.int(0)?, record.int(1)?);
        let Some((account, run, keeps_answers)) = parts.get(&part) else { continue };
        let is_sent = after.state == State::Sending;
        if is_sent && purse.as_mut().is_some_and(|purse| !purse.spend(*account)) {
            continue;
        }
        changes.push(Change { id, part, before, after, facts: None });
        if is_sent {
            let (row_key, body) = (record.text(2)?, record.maybe_text(3)?.unwrap_or_default());
            let (account, run, keeps_answers) = (*account, run.clone(), *keeps_answers);
            got.taken.push(Taken { account, part, id, row_key, body, run, keeps_answers, row: after });
        } else {
            got.moved += 1;
        }
    }
    rows::write(tx, now, &changes).await?;
    if let Some(purse) = purse {
        got.waits = purse.close(tx, now).await?;
    }
    Ok(())
}

/// Whether the worker may begin something for the account: it holds it, and nobody paused it.
fn takes_work(held: &HashMap<i64, Owned>, account: i64) -> bool {
    held.get(&account).is_some_and(|owned| owned.hold.is_none())
}

/// Finds the mirrors that are due, and marks them.
pub(super) async fn read(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    held: &HashMap<i64, Owned>,
    now: Moment,
    got: &mut Got,
) -> Result<(), Error> {
    let wants: Vec<i64> = asked.wants.iter().copied().filter(|id| takes_work(held, *id)).collect();
    if !wants.is_empty() {
        got.due = mirroring::take(tx, terms, wants, &asked.reading, now).await?;
    }
    Ok(())
}
