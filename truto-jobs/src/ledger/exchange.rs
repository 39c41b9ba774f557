//! All that a worker does with the ledger, in one transaction: it writes how calls ended, gives accounts back, takes rows, and claims
//! accounts. One transaction for many accounts, because each costs a write to the disk.

use core::time::Duration;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tokio::time::timeout;

use crate::budget::Budget;
use crate::db::{Database, Dialect, Given, Record, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts::{OWNED, ids, read_owned, write_owned};
use crate::ledger::mirroring::{self, Due};
use crate::ledger::rows::{self, Change, Facts};
use crate::ledger::tokens::Purse;
use crate::moment::Moment;
use crate::owned::{Hold, Owned, WorkerId};
use crate::row::{Ending, Event, Row, State, Times};

/// What a worker asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// The accounts that it holds and that this exchange is about, with their epochs.
    pub(crate) held: Vec<(i64, i64)>,
    /// The calls that ended.
    pub(crate) ended: Vec<Ended>,
    /// The accounts to give back.
    pub(crate) releases: Vec<Release>,
    /// The accounts to take rows of.
    pub(crate) wants: Vec<i64>,
    /// The API tokens of these accounts, if their calls are counted.
    pub(crate) tokens: HashMap<i64, Arc<str>>,
    /// The most rows to take of each.
    pub(crate) rows: u32,
    /// The most accounts to claim.
    pub(crate) claims: u32,
    /// The parts of mirrors that the worker reads already.
    pub(crate) reading: HashSet<i64>,
    /// Whether to note that the worker is alive.
    pub(crate) is_alive: bool,
}

/// A call that ended.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    pub(crate) account: i64,
    /// Under which claim the row was sent. A later claim of the same worker does not know the call.
    pub(crate) epoch: i64,
    pub(crate) part: i64,
    pub(crate) id: i64,
    pub(crate) before: Row,
    pub(crate) ending: Ending,
    pub(crate) retry_at: Option<Duration>,
    pub(crate) facts: Facts,
}

/// An account that is given back.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    pub(crate) account: i64,
    /// How long the account takes no calls.
    pub(crate) park: Option<Duration>,
    pub(crate) hold: Option<Hold>,
    pub(crate) error: Option<String>,
}

/// What a worker gets.
#[derive(Debug, Default)]
pub(crate) struct Got {
    /// Accounts that another worker took over.
    pub(crate) lost: Vec<i64>,
    /// Accounts that a person paused. They get no rows.
    pub(crate) paused: Vec<i64>,
    /// Rows that are marked, and have to be sent.
    pub(crate) taken: Vec<Taken>,
    /// Mirrors that have to be read.
    pub(crate) due: Vec<Due>,
    pub(crate) claimed: Vec<Claimed>,
    /// Tokens that have no calls left, and for how long.
    pub(crate) waits: HashMap<Arc<str>, Duration>,
    /// Rows that a key's age turned into [`NeedsReview`](crate::row::State::NeedsReview), and rows that a lost owner left.
    pub(crate) moved: usize,
}

/// A row that has to be sent.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) account: i64,
    pub(crate) part: i64,
    pub(crate) id: i64,
    pub(crate) row_key: String,
    pub(crate) body: String,
    pub(crate) run: String,
    pub(crate) keeps_answers: bool,
    pub(crate) row: Row,
}

/// An account that the worker owns now.
#[derive(Debug)]
pub(crate) struct Claimed {
    pub(crate) id: i64,
    pub(crate) account: String,
    pub(crate) epoch: i64,
    /// Whether the lease of another owner was over.
    pub(crate) taken_over: bool,
}

/// Who exchanges, and by which times.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    pub(crate) worker: WorkerId,
    pub(crate) lease: Duration,
    pub(crate) times: Times,
    /// The calls that processes with one API token share.
    pub(crate) budget: Option<Budget>,
}

/// Carries the exchange out. On PostgreSQL it takes no longer than a lease: a server that vanished without a farewell answers never.
pub(crate) async fn exchange(database: &Database, terms: &Terms, asked: &Asked) -> Result<Got, Error> {
    let exchanged = exchange_in(database, terms, asked);
    if database.dialect() == Dialect::Sqlite {
        return exchanged.await;
    }
    let exchanged = timeout(terms.lease, exchanged).await;
    exchanged.unwrap_or_else(|_| Err(Error::no_answer().during("exchange rows with the ledger")))
}

async fn exchange_in(database: &Database, terms: &Terms, asked: &Asked) -> Result<Got, Error> {
    in_transaction!(database, "exchange rows with the ledger", |tx| {
        let now = tx.now().await?;
        let mut got = Got::default();
        if asked.is_alive {
            let sql = "UPDATE truto_workers SET seen_at = $2 WHERE id = $1";
            tx.run(sql, [terms.worker.into(), now.into()], None).await?;
        }
        let held = hold(tx, terms, asked, now, &mut got).await?;
        write_ended(tx, terms, asked, &held, now).await?;
        take(tx, terms, asked, &held, now, &mut got).await?;
        read(tx, terms, asked, &held, now, &mut got).await?;
        release(tx, terms, asked, &held, now).await?;
        claim(tx, terms, asked, now, &mut got).await?;
        Ok(got)
    })
}

/// Locks the accounts, finds those that this worker still holds, and extends their leases.
async fn hold(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    now: Moment,
    got: &mut Got,
) -> Result<HashMap<i64, Owned>, Error> {
    if asked.held.is_empty() {
        return Ok(HashMap::new());
    }
    // In the order of their ids, so that two transactions do not wait for each other.
    let sql = format!(
        "SELECT {OWNED} FROM {{given}} CROSS JOIN truto_accounts a WHERE a.id = given.id ORDER BY a.id {{update}}"
    );
    let found = tx.rows(&sql, [], Some(ids(asked.held.iter().map(|(id, _)| *id)))).await?;
    let found: HashMap<i64, Owned> = found.iter().map(read_owned).collect::<Result<_, _>>()?;
    let mut held = HashMap::new();
    for (id, epoch) in &asked.held {
        match found.get(id) {
            Some(owned) if owned.is_held_by(terms.worker, *epoch) => {
                if owned.hold.is_some() {
                    got.paused.push(*id);
                }
                held.insert(*id, owned.renewed(now, terms.lease));
            }
            _ => got.lost.push(*id),
        }
    }
    let mut renewed: Vec<_> = held.iter().map(|(id, owned)| (*id, *owned)).collect();
    renewed.sort_unstable_by_key(|(id, _)| *id);
    write_owned(tx, &renewed).await?;
    Ok(held)
}

/// Writes how the calls of held accounts ended.
async fn write_ended(
    tx: &mut Transaction,
    terms: &Terms,
    asked: &Asked,
    held: &HashMap<i64, Owned>,
    now: Moment,
) -> Result<(), Error> {
    let ended = asked.ended.iter().filter(|ended| held.contains_key(&ended.account));
    let changes: Vec<Change> = ended
        .filter_map(|ended| {
            let retry_at = ended.retry_at.map(|wait| now.after(wait));
            let event = Event::End { now, ending: ended.ending, retry_at };
            let after = ended.before.on(event, &terms.times)?;
            let Ended { part, id, before, .. } = *ended;
            Some(Change { id, part, before, after, facts: Some(ended.facts.clone()) })
        })
        .collect();
    rows::write(tx, now, &changes).await?;
    Ok(())
}

/// Takes rows that are due, and marks them.
async fn take(
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
    let sql = "SELECT p.id, p.account_id, (SELECT u.name FROM truto_runs u WHERE u.id = p.run_id AND u.cancelled_at IS NULL), \
               (SELECT u.keeps_answers FROM truto_runs u WHERE u.id = p.run_id) FROM {given} CROSS JOIN truto_parts p \
               WHERE p.account_id = given.id AND p.ready + p.unknown > 0 ORDER BY p.id";
    let found = tx.rows(sql, [], Some(ids(wants))).await?;
    let mut parts: HashMap<i64, (i64, String, bool)> = HashMap::new();
    for part in &found {
        // The rows of a cancelled run are not sent.
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
async fn read(
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

/// Gives accounts back, each with the time at which it has something to do.
async fn release(
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
               JOIN truto_runs u ON u.id = p.run_id \
               WHERE p.account_id = given.id AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL)";
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
    if !parts.is_empty() {
        move_open(tx, &terms.times, &parts, Event::Cancel, now).await?;
    }
    Ok(())
}

/// Moves the open rows of these parts by an event.
pub(crate) async fn move_open(
    tx: &mut Transaction,
    times: &Times,
    parts: &[i64],
    event: Event,
    now: Moment,
) -> Result<u64, Error> {
    let sql = format!(
        "SELECT r.id, r.part_id, {} FROM {{given}} CROSS JOIN truto_rows r WHERE r.part_id = given.id AND r.due_at IS NOT NULL",
        rows::COLUMNS
    );
    let found = tx.rows(&sql, [], Some(ids(parts.iter().copied()))).await?;
    let changes = changes(&found, times, event)?;
    rows::write(tx, now, &changes).await
}

/// The changes that an event makes of these rows: id, part, and the columns of a row.
pub(crate) fn changes(found: &[Record], times: &Times, event: Event) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for record in found {
        let before = rows::read(record, 2)?;
        if let Some(after) = before.on(event, times) {
            changes.push(Change { id: record.int(0)?, part: record.int(1)?, before, after, facts: None });
        }
    }
    Ok(changes)
}

/// Claims accounts that are due, and finds the rows that their last owner did not report.
async fn claim(tx: &mut Transaction, terms: &Terms, asked: &Asked, now: Moment, got: &mut Got) -> Result<(), Error> {
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
    let changes = changes(&found, &terms.times, Event::Lose)?;
    rows::write(tx, now, &changes).await?;
    Ok(changes.len())
}
