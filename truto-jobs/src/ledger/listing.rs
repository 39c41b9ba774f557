//! Lists for people: runs, accounts, rows, workers.

use std::time::SystemTime;

use truto_core::Json;

use crate::cipher;
use crate::db::{Database, Record, Transaction};
use crate::error::Error;
use crate::ledger::picking::{Conditions, Select, place, run_id, shares};
use crate::ledger::reading;
use crate::mirror::progress;
use crate::moment::Moment;
use crate::people::{AccountView, Accounts, Body, RowView, Rows, RunView, Standing, WorkerView};
use crate::row::State;
use crate::stored::{read_hold, read_state};

/// Rows of a list, unless the caller says how many.
const SHOWN: u32 = 100;

const ATTEMPT: &str = "read the ledger";

fn time(moment: Option<Moment>) -> Option<SystemTime> {
    moment.map(SystemTime::from)
}

pub(crate) async fn runs(database: &Database) -> Result<Vec<RunView>, Error> {
    let read = async {
        let mut tx = database.read().await?;
        let sql = "SELECT id, name, kind, endpoint, created_at, cancelled_at, paused_at FROM truto_runs ORDER BY id";
        let mut runs = Vec::new();
        for record in tx.rows(sql, [], None).await? {
            let kind = record.text(2)?;
            let mirror = match &*kind {
                "mirror" => Some(progress::sum(&progress::of_accounts_in(&mut tx, record.int(0)?).await?)),
                _ => None,
            };
            runs.push(RunView {
                name: record.text(1)?,
                kind,
                endpoint: record.text(3)?,
                created_at: record.moment(4)?.into(),
                cancelled_at: time(record.maybe_moment(5)?),
                paused_at: time(record.maybe_moment(6)?),
                progress: reading::progress_in(&mut tx, record.int(0)?).await?,
                mirror,
            });
        }
        Ok(runs)
    };
    read.await.map_err(|error: Error| error.during(ATTEMPT))
}

pub(crate) async fn accounts(database: &Database, filter: &Accounts) -> Result<Vec<AccountView>, Error> {
    let read = async {
        let mut tx = database.read().await?;
        let now = tx.now().await?;
        let mut conditions = Conditions::new([now.into()]);
        if let Some(run) = &filter.run {
            conditions.add("p.run_id = ?", run_id(&mut tx, run).await?);
        }
        if let Some(account) = &filter.account {
            conditions.add("a.account = ?", &**account);
        }
        if let Some(after) = &filter.after {
            conditions.add("a.account > ?", &**after);
        }
        let mut having = "true";
        match filter.standing {
            Some(Standing::Parked) => conditions.fixed("a.hold IS NULL AND a.park_until > $1"),
            Some(Standing::Held) => conditions.fixed("a.hold IS NOT NULL"),
            Some(Standing::Failing) => having = "sum(p.rejected + p.needs_review) > 0",
            None => {}
        }
        conditions.values.push(i64::from(filter.limit.unwrap_or(u32::MAX)).into());
        let sum = |of: &str| format!("CAST(coalesce(sum({of}), 0) AS BIGINT)");
        let sql = format!(
            "SELECT a.account, a.hold, CASE WHEN a.park_until > $1 THEN a.park_until END, a.last_error, \
             CASE WHEN a.lease_until > $1 THEN w.name END, a.due_at, {}, {}, {}, {}, {}, {} FROM truto_accounts a \
             LEFT JOIN truto_workers w ON w.id = a.owner LEFT JOIN truto_parts p ON p.account_id = a.id \
             LEFT JOIN truto_runs u ON u.id = p.run_id \
             WHERE {} GROUP BY a.id, w.id HAVING {having} ORDER BY a.account LIMIT ${}",
            sum("p.ready + p.sending + p.unknown"),
            sum("p.done"),
            sum("p.rejected"),
            sum("p.needs_review"),
            sum("p.ready + p.sending + p.unknown + p.done + p.rejected + p.needs_review + p.skipped + p.cancelled"),
            sum("CASE WHEN u.paused_at IS NOT NULL THEN p.ready + p.sending + p.unknown END"),
            conditions.text,
            conditions.values.len(),
        );
        let found = tx.rows(&sql, conditions.values, None).await?;
        found.iter().map(account).collect::<Result<_, Error>>()
    };
    read.await.map_err(|error: Error| error.during(ATTEMPT))
}

fn account(record: &Record) -> Result<AccountView, Error> {
    Ok(AccountView {
        account: record.text(0)?,
        hold: read_hold(record, 1)?,
        parked_until: time(record.maybe_moment(2)?),
        last_error: record.maybe_text(3)?,
        worker: record.maybe_text(4)?,
        due_at: time(record.maybe_moment(5)?),
        open: record.count(6)?,
        done: record.count(7)?,
        rejected: record.count(8)?,
        needs_review: record.count(9)?,
        total: record.count(10)?,
        paused: record.count(11)?,
    })
}

pub(crate) async fn rows(database: &Database, filter: &Rows) -> Result<Vec<RowView>, Error> {
    let read = async {
        let mut tx = database.read().await?;
        rows_in(&mut tx, filter).await
    };
    read.await.map_err(|error: Error| error.during(ATTEMPT))
}

pub(crate) async fn rows_in(tx: &mut Transaction, filter: &Rows) -> Result<Vec<RowView>, Error> {
    let states = if filter.states.is_empty() { &State::ALL[..] } else { &filter.states };
    let shares = shares(tx, filter, states, true).await?;
    let (body, answer) = if filter.bodies { ("r.body", "r.answer") } else { ("NULL", "NULL") };
    let columns = format!(
        "u.name, a.account, r.state, r.sends, r.sent_at, r.ended_at, r.due_at, r.status, r.request_id, r.error, \
         CAST({body} AS TEXT), CAST({answer} AS TEXT)"
    );
    let mut select = Select::new(filter, states, columns)
        .tables("CROSS JOIN truto_parts p CROSS JOIN truto_runs u CROSS JOIN truto_accounts a");
    select.conditions.fixed("p.id = r.part_id AND u.id = p.run_id AND a.id = p.account_id");
    let found = select.read(tx, &shares, filter.after.as_ref(), filter.limit.unwrap_or(SHOWN).into()).await?;
    found.iter().map(row).collect()
}

fn row(record: &Record) -> Result<RowView, Error> {
    Ok(RowView {
        place: place(record)?,
        row_key: record.text(1)?,
        run: record.text(2)?,
        account: record.text(3)?,
        state: read_state(record, 4)?,
        sends: u32::try_from(record.int(5)?).unwrap_or(u32::MAX),
        sent_at: time(record.maybe_moment(6)?),
        ended_at: time(record.maybe_moment(7)?),
        // What was never sent is due from the start.
        due_at: time(record.maybe_moment(8)?.filter(|due| *due > Moment::START)),
        status: record.maybe_int(9)?.and_then(|status| u16::try_from(status).ok()),
        request_id: record.maybe_text(10)?,
        error: record.maybe_text(11)?,
        body: record.maybe_text(12)?.map(body),
        answer: record.maybe_text(13)?.map(body),
    })
}

/// A stored text as people see it.
fn body(text: String) -> Body {
    if cipher::is_sealed(&text) {
        return Body::Encrypted;
    }
    Body::Clear(serde_json::from_str(&text).unwrap_or(Json::String(text)))
}

pub(crate) async fn workers(database: &Database) -> Result<Vec<WorkerView>, Error> {
    let read = async {
        let mut tx = database.read().await?;
        let now = tx.now().await?;
        let sql = "SELECT w.name, w.started_at, w.seen_at, w.takeovers, \
                   (SELECT count(*) FROM truto_accounts a WHERE a.owner = w.id AND a.lease_until > $1) \
                   FROM truto_workers w ORDER BY w.id";
        let found = tx.rows(sql, [now.into()], None).await?;
        let worker = |record: &Record| {
            Ok(WorkerView {
                name: record.text(0)?,
                started_at: record.moment(1)?.into(),
                seen_at: record.moment(2)?.into(),
                takeovers: record.count(3)?,
                accounts: record.count(4)?,
            })
        };
        found.iter().map(worker).collect::<Result<_, Error>>()
    };
    read.await.map_err(|error: Error| error.during(ATTEMPT))
}
