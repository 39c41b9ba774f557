//! A worker claims accounts, and finds the rows that their last owner did not report.

use std::collections::HashSet;

use crate::db::Transaction;
use crate::error::Error;
use crate::ledger::accounts::{OWNED, ids, read_owned, write_owned};
use crate::ledger::exchange::{Asked, Claimed, Got, Terms};
use crate::ledger::rows;
use crate::moment::Moment;
use crate::row::Event;

/// Claims accounts that are due, and finds the rows that their last owner did not report.
pub(super) async fn claim(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    now: Moment,
    got: &mut Got,
) -> Result<(), Error> {
    if asked.claims == 0 {
        return Ok(());
    }
    let sql = format!(
        "SELECT {OWNED}, a.account FROM truto_accounts a WHERE a.due_at <= $1 AND a.hold IS NULL \
         AND (a.owner IS NULL OR a.lease_until <= $1) ORDER BY a.due_at, a.id LIMIT $2 {{skip}}"
    );
    let found = tx.rows(&sql, [now.into(), i64::from(asked.claims).into()], None).await?;
    let given_back: HashSet<i64> = asked.releases.iter().map(|release| release.account).collect();
    let mut claimed = Vec::with_capacity(found.len());
    for record in &found {
        let (id, owned) = read_owned(record)?;
        let Some(after) = owned.claimed(terms.worker, now, terms.lease) else { continue };
        // An account that was given back in this transaction is claimed in the next: nothing of this one is under way then.
        if given_back.contains(&id) {
            continue;
        }
        claimed.push((id, after));
        let taken_over = owned.owner.is_some();
        got.claimed.push(Claimed { id, account: record.text(6)?, epoch: after.epoch, taken_over });
    }
    write_owned(tx, &claimed).await?;
    if !claimed.is_empty() {
        got.moved += lose(tx, terms, claimed.iter().map(|(id, _)| *id), now).await?;
    }
    let taken_over = got.claimed.iter().filter(|claimed| claimed.taken_over).count();
    if taken_over > 0 {
        let sql = "UPDATE truto_workers SET takeovers = takeovers + $2 WHERE id = $1";
        let taken_over = i64::try_from(taken_over).unwrap_or(i64::MAX);
        tx.run(sql, [terms.worker.into(), taken_over.into()], None).await?;
    }
    Ok(())
}

/// Turns the rows that are marked into rows whose outcome is unknown: whoever marked them does not own the account any more.
async fn lose(
    tx: &mut Transaction,
    terms: &Terms,
    accounts: impl IntoIterator<Item = i64>,
    now: Moment,
) -> Result<usize, Error> {
    let sql = "SELECT p.id FROM {given} CROSS JOIN truto_parts p WHERE p.account_id = given.id AND p.sending > 0 ORDER BY p.id";
    let parts = tx.rows(sql, [], Some(ids(accounts))).await?;
    if parts.is_empty() {
        return Ok(0);
    }
    let parts = parts.iter().map(|record| record.int(0)).collect::<Result<Vec<_>, _>>()?;
    // A row that was never sent is due at 0, and comes first in the index; a marked row is not.
    let sql = format!(
        "SELECT r.id, r.part_id, {} FROM {{given}} CROSS JOIN truto_rows r \
         WHERE r.part_id = given.id AND r.due_at > 0 AND r.state = 'sending'",
        rows::COLUMNS
    );
    let found = tx.rows(&sql, [], Some(ids(parts))).await?;
    let changes = rows::changes(&found, 0, &terms.times, Event::Lose)?;
    rows::write(tx, now, &changes).await?;
    Ok(changes.len())
}
