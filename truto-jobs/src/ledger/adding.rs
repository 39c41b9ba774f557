//! Runs, and the rows that are added to them.

use std::collections::HashMap;

use crate::db::{Database, Given, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts;
use crate::ledger::rows::Counts;
use crate::row::State;

/// A run as it is created.
#[derive(Clone, Debug)]
pub(crate) struct NewRun {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) endpoint: String,
    pub(crate) spec: Option<String>,
    pub(crate) keeps_answers: bool,
}

/// A row as it is added.
#[derive(Clone, Debug)]
pub(crate) struct NewRow {
    pub(crate) account: String,
    pub(crate) row_key: String,
    pub(crate) identity: String,
    pub(crate) body: String,
}

/// How many rows were new, and how many were in the ledger already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Rows that were not in the ledger.
    pub new: u64,
    /// Rows that were in the ledger with the same request.
    pub known: u64,
}

/// Creates the run, or finds it if it is the same.
pub(crate) async fn open_run(database: &Database, run: &NewRun) -> Result<i64, Error> {
    in_transaction!(database, "open a run", |tx| {
        let now = tx.now().await?;
        tx.run(
            "INSERT INTO truto_runs (name, kind, endpoint, spec, keeps_answers, created_at) \
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING",
            [
                (&*run.name).into(),
                run.kind.into(),
                (&*run.endpoint).into(),
                run.spec.clone().into(),
                i64::from(run.keeps_answers).into(),
                now.into(),
            ],
            None,
        )
        .await?;
        let sql = "SELECT id, kind, endpoint, cancelled_at FROM truto_runs WHERE name = $1";
        let found = tx.row(sql, [(&*run.name).into()], None).await?;
        let (kind, endpoint) = (found.text(1)?, found.text(2)?);
        if (&*kind, &*endpoint) != (run.kind, &*run.endpoint) {
            return Err(Error::OtherRun {
                run: run.name.clone(),
                found: format!("{kind} {endpoint}"),
                expected: format!("{} {}", run.kind, run.endpoint),
            });
        }
        if found.maybe_int(3)?.is_some() {
            return Err(Error::refused(format!("the run `{}` is cancelled: give the new run another name", run.name)));
        }
        found.int(0)
    })
}

/// The parts of these accounts in the run. Missing ones are created.
pub(crate) async fn parts(database: &Database, run: i64, accounts: &[String]) -> Result<HashMap<String, i64>, Error> {
    let names = || Given::new().texts("account", accounts.iter().cloned().map(Some).collect());
    in_transaction!(database, "open the accounts of a run", |tx| {
        // SQLite takes the `ON` of an upsert for that of a join without a `WHERE`.
        let sql = "INSERT INTO truto_accounts (account) SELECT account FROM {given} WHERE true ORDER BY account \
                       ON CONFLICT (account) DO NOTHING";
        tx.run(sql, [], Some(names())).await?;
        let sql = "INSERT INTO truto_parts (run_id, account_id) SELECT $1, a.id FROM {given} \
                       CROSS JOIN truto_accounts a WHERE a.account = given.account ORDER BY a.id \
                       ON CONFLICT (run_id, account_id) DO NOTHING";
        tx.run(sql, [run.into()], Some(names())).await?;
        let sql = "SELECT a.account, (SELECT p.id FROM truto_parts p WHERE p.run_id = $1 AND p.account_id = a.id) \
                       FROM {given} CROSS JOIN truto_accounts a WHERE a.account = given.account";
        let found = tx.rows(sql, [run.into()], Some(names())).await?;
        found.iter().map(|row| Ok((row.text(0)?, row.int(1)?))).collect()
    })
}

/// Adds the rows, and wakes their accounts, in one transaction: all of them or nothing.
pub(crate) async fn add(
    database: &Database,
    run: &str,
    rows: &[NewRow],
    parts: &HashMap<String, i64>,
) -> Result<Added, Error> {
    in_transaction!(database, "add rows", |tx| { add_in(tx, run, rows, parts).await })
}

async fn add_in(
    tx: &mut Transaction,
    run: &str,
    rows: &[NewRow],
    parts: &HashMap<String, i64>,
) -> Result<Added, Error> {
    let now = tx.now().await?;
    let column = |of: fn(&NewRow) -> &String| rows.iter().map(|row| Some(of(row).clone())).collect::<Vec<_>>();
    let part_of = || rows.iter().map(|row| parts.get(&row.account).copied()).collect::<Vec<_>>();
    let given = Given::new()
        .ints("part_id", part_of())
        .texts("row_key", column(|row| &row.row_key))
        .texts("identity", column(|row| &row.identity))
        .texts("body", column(|row| &row.body));
    let sql = "INSERT INTO truto_rows (part_id, row_key, identity, body, added_at, state, due_at) \
               SELECT part_id, row_key, identity, body, $1, 'ready', 0 FROM {given} WHERE true \
               ON CONFLICT (part_id, row_key) DO NOTHING RETURNING part_id";
    let inserted = tx.rows(sql, [now.into()], Some(given)).await?;
    let mut counts = Counts::default();
    for record in &inserted {
        counts.add(record.int(0)?, State::Ready, 1);
    }
    if inserted.len() < rows.len() {
        let known = Given::new()
            .ints("part_id", part_of())
            .texts("row_key", column(|row| &row.row_key))
            .texts("identity", column(|row| &row.identity))
            .texts("account", column(|row| &row.account));
        let sql = "SELECT given.account, given.row_key FROM {given} \
                   CROSS JOIN truto_rows r WHERE r.part_id = given.part_id AND r.row_key = given.row_key \
                   AND r.identity <> given.identity LIMIT 1";
        if let Some(other) = tx.rows(sql, [], Some(known)).await?.first() {
            return Err(Error::Conflict { run: run.to_owned(), account: other.text(0)?, row_key: other.text(1)? });
        }
    }
    let new = inserted.len() as u64;
    if new > 0 {
        let woken = Given::new().ints("id", part_ids(&inserted)?);
        // In the order of their ids, so that two transactions do not wait for each other.
        let sql = "SELECT a.id FROM truto_accounts a WHERE a.id IN \
                   (SELECT p.account_id FROM {given} CROSS JOIN truto_parts p WHERE p.id = given.id) ORDER BY a.id {update}";
        let accounts = tx.rows(sql, [], Some(woken)).await?;
        let accounts = accounts.iter().map(|row| row.int(0)).collect::<Result<Vec<_>, _>>()?;
        accounts::wake(tx, &accounts, now).await?;
        counts.write(tx).await?;
    }
    Ok(Added { new, known: rows.len() as u64 - new })
}

fn part_ids(inserted: &[crate::db::Record]) -> Result<Vec<Option<i64>>, Error> {
    let mut parts = inserted.iter().map(|row| row.int(0)).collect::<Result<Vec<_>, _>>()?;
    parts.sort_unstable();
    parts.dedup();
    Ok(parts.into_iter().map(Some).collect())
}
