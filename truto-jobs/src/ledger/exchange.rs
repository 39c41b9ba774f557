//! All that a worker does with the ledger, in one transaction: it writes how calls ended, gives accounts back, takes rows, and claims
//! accounts. One transaction for many accounts, because each costs a write to the disk.
//!
//! What it takes stands in `taking.rs`, what it gives back in `releasing.rs`, and what it claims in `claiming.rs`.

mod claiming;
mod releasing;
mod taking;

use core::time::Duration;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tokio::time::timeout;

use crate::budget::Budget;
use crate::db::{Database, Dialect, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts::{OWNED, ids, read_owned, write_owned};
use crate::ledger::mirroring::Due;
use crate::ledger::rows::{self, Change, Facts};
use crate::moment::Moment;
use crate::owned::{Hold, Owned, WorkerId};
use crate::row::{Ending, Event, Row, Times};

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
        taking::take(tx, terms, asked, &held, now, &mut got).await?;
        taking::read(tx, terms, asked, &held, now, &mut got).await?;
        releasing::release(tx, terms, asked, &held, now).await?;
        claiming::claim(tx, terms, asked, now, &mut got).await?;
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
