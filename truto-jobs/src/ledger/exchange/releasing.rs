//! A worker gives its accounts back, each with the time at which it has something to do.

use std::collections::HashMap;

use crate::db::{Given, Transaction};
use crate::error::Error;
use crate::ledger::accounts::{ids, write_owned};
use crate::ledger::exchange::{Asked, Release, Terms};
use crate::ledger::rows;
use crate::moment::Moment;
use crate::owned::Owned;
use crate::row::Event;

/// Gives accounts back, each with the time at which it has something to do.
pub(super) async fn release(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    held: &HashMap<i64, Owned>,
    now: Moment,
) -> Result<(), Error> {
    let releases: Vec<&Release> = asked.releases.iter().filter(|release| held.contains_key(&release.account)).collect();
    if releases.is_empty() {
        return Ok(());
    }
    let accounts = || ids(releases.iter().map(|release| release.account));
    cancel_leftovers(tx, terms, accounts(), now).await?;
    let sql = "SELECT p.account_id, (SELECT min(r.due_at) FROM truto_rows r WHERE r.part_id = p.id AND r.due_at IS NOT NULL), \
               CASE WHEN u.cancelled_at IS NULL THEN p.due_at END FROM {given} CROSS JOIN truto_parts p \
               LEFT JOIN truto_runs u ON u.id = p.run_id \
               WHERE p.account_id = given.id AND u.paused_at IS NULL \
               AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL)";
    let mut due: HashMap<i64, Moment> = HashMap::new();
    for record in tx.rows(sql, [], Some(accounts())).await? {
        let account = record.int(0)?;
        for at in [record.maybe_moment(1)?, record.maybe_moment(2)?].into_iter().flatten() {
            // The end of the line is now, not the time at which the oldest row was added.
            let at = at.max(now);
            due.entry(account).and_modify(|known| *known = at.min(*known)).or_insert(at);
        }
    }
    let mut given_back = Vec::with_capacity(releases.len());
    for release in &releases {
        let Some(owned) = held.get(&release.account) else { continue };
        let until = release.park.map_or(Moment::START, |wait| now.after(wait));
        let due_at = due.get(&release.account).map(|due| (*due).max(until));
        // A person may have paused it meanwhile.
        given_back.push((release.account, Owned { hold: owned.hold.or(release.hold), ..owned.released(due_at) }));
    }
    write_owned(tx, &given_back).await?;
    let given = accounts()
        .ints("park_until", releases.iter().map(|release| release.park.map(|wait| now.after(wait).0)).collect())
        .texts("last_error", releases.iter().map(|release| release.error.clone()).collect());
    let sql = "UPDATE truto_accounts SET park_until = coalesce(given.park_until, 0), \
               last_error = coalesce(given.last_error, truto_accounts.last_error) \
               FROM {given} WHERE truto_accounts.id = given.id";
    tx.run(sql, [], Some(given)).await?;
    Ok(())
}

/// Cancels the rows of cancelled runs that were under way when the run was cancelled, and were not written.
async fn cancel_leftovers(tx: &mut Transaction, terms: &Terms, accounts: Given, now: Moment) -> Result<(), Error> {
    let sql = "SELECT p.id FROM {given} CROSS JOIN truto_parts p WHERE p.account_id = given.id AND p.ready + p.unknown > 0 \
               AND (SELECT u.cancelled_at FROM truto_runs u WHERE u.id = p.run_id) IS NOT NULL";
    let parts = tx.rows(sql, [], Some(accounts)).await?;
    let parts = parts.iter().map(|record| record.int(0)).collect::<Result<Vec<_>, _>>()?;
    if parts.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "SELECT r.id, r.part_id, {} FROM {{given}} CROSS JOIN truto_rows r WHERE r.part_id = given.id AND r.due_at IS NOT NULL",
        rows::COLUMNS
    );
    let found = tx.rows(&sql, [], Some(ids(parts))).await?;
    let changes = rows::changes(&found, 0, &terms.times, Event::Cancel)?;
    rows::write(tx, now, &changes).await?;
    Ok(())
}
