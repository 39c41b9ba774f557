//! Which rows a filter means, and the shares of accounts that can hold them. The counters of the shares tell where such rows are, so that
//! nothing else is read. Rows are read share by share in the order of their keys, each statement from where the last one ended: a share
//! of a million rows is read once.

use crate::db::{Record, Transaction, Value};
use crate::error::Error;
use crate::ledger::accounts::ids;
use crate::people::{Place, Rows};
use crate::row::State;

/// Rows that one transaction changes, or that one statement reads.
pub(crate) const BATCH: u64 = 1000;

/// The states of the rows in the index `truto_rows_failed`.
const FAILED: [State; 2] = [State::Rejected, State::NeedsReview];

/// Conditions, with their values.
#[derive(Clone, Debug)]
pub(crate) struct Conditions {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

impl Conditions {
    /// Conditions whose first values are these.
    pub(crate) fn new(values: impl IntoIterator<Item = Value>) -> Self {
        Self { text: "true".to_owned(), values: values.into_iter().collect() }
    }

    /// One more condition, with `?` for its value.
    pub(crate) fn add(&mut self, condition: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        let parameter = format!("${}", self.values.len());
        self.fixed(&condition.replace('?', &parameter));
    }

    /// One more condition, without a value.
    pub(crate) fn fixed(&mut self, condition: &str) {
        self.text.push_str(" AND ");
        self.text.push_str(condition);
    }
}

/// Rows as they are selected from `truto_rows r`.
#[derive(Clone, Debug)]
pub(crate) struct Select {
    /// What is read of each row.
    columns: String,
    /// Further tables.
    tables: &'static str,
    pub(crate) conditions: Conditions,
}

impl Select {
    /// The rows in these states that the filter means, wherever they are.
    pub(crate) fn new(filter: &Rows, states: &[State], columns: impl Into<String>) -> Self {
        let mut conditions = Conditions::new([]);
        conditions.fixed(&format!("r.state IN ({})", listed(states)));
        if states.iter().all(|state| FAILED.contains(state)) {
            // SQLite takes the index of these rows only if the statement has its very words.
            conditions.fixed(&format!("r.state IN ({})", listed(&FAILED)));
        }
        if let Some(key) = &filter.row_key {
            conditions.add("r.row_key = ?", &**key);
        }
        Self { columns: columns.into(), tables: "", conditions }
    }

    /// Joins further tables.
    pub(crate) fn tables(self, tables: &'static str) -> Self {
        Self { tables, ..self }
    }

    /// Up to `limit` of these rows after a place, in the order of their shares and keys. Each begins with its place. The shares are in the
    /// order of their parts.
    pub(crate) async fn read(
        &self,
        tx: &mut Transaction,
        shares: &[Share],
        after: Option<&Place>,
        limit: u64,
    ) -> Result<Vec<Record>, Error> {
        let mut found = Vec::new();
        let mut rest = shares;
        if let Some(Place { part, row_key }) = after {
            rest = &rest[rest.partition_point(|share| share.part < *part)..];
            if let [first, others @ ..] = rest
                && first.part == *part
            {
                found = self.of_share(tx, first, Some(row_key), limit).await?;
                rest = others;
            }
        }
        for group in groups(rest) {
            let room = limit.saturating_sub(found.len() as u64);
            if room == 0 {
                break;
            }
            found.extend(match group {
                [share] => self.of_share(tx, share, None, room).await?,
                _ => self.of_shares(tx, group, room).await?,
            });
        }
        Ok(found)
    }

    /// Rows of a share, however large it is.
    async fn of_share(
        &self,
        tx: &mut Transaction,
        share: &Share,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Vec<Record>, Error> {
        let mut conditions = self.conditions.clone();
        conditions.add("r.part_id = ?", share.part);
        if let Some(key) = after {
            conditions.add("r.row_key > ?", key);
        }
        tx.rows(&self.sql(&conditions, "r.row_key", limit), conditions.values, None).await
    }

    /// Rows of shares that are small together.
    async fn of_shares(&self, tx: &mut Transaction, shares: &[Share], limit: u64) -> Result<Vec<Record>, Error> {
        let mut conditions = self.conditions.clone();
        conditions.fixed("r.part_id {among}");
        // With `+ 0` no index has the order, or PostgreSQL would read all parts to have it.
        let sql = self.sql(&conditions, "r.part_id + 0, r.row_key", limit);
        tx.rows(&sql, conditions.values, Some(ids(shares.iter().map(|share| share.part)))).await
    }

    fn sql(&self, conditions: &Conditions, order: &str, limit: u64) -> String {
        let (columns, tables, conditions) = (&self.columns, self.tables, &conditions.text);
        format!(
            "SELECT r.part_id, r.row_key, {columns} FROM truto_rows r {tables} WHERE {conditions} ORDER BY {order} LIMIT {limit}"
        )
    }
}

/// How many columns [`Select`] puts before its own: the place.
pub(crate) const COLUMNS: usize = 2;

/// The place of a row that was selected.
pub(crate) fn place(record: &Record) -> Result<Place, Error> {
    Ok(Place { part: record.int(0)?, row_key: record.text(1)? })
}

/// The place after which a batch goes on. `None` if it was the last.
pub(crate) fn last_place(batch: &[Record]) -> Result<Option<Place>, Error> {
    batch.last().filter(|_| batch.len() as u64 >= BATCH).map(place).transpose()
}

/// The share of an account in a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    pub(crate) part: i64,
    pub(crate) account: i64,
    /// Its rows in the states that are meant.
    pub(crate) rows: u64,
}

/// The shares that have rows in these states, in the order of their parts. Those of runs that are cancelled are left out if
/// `with_cancelled` is not set.
pub(crate) async fn shares(
    tx: &mut Transaction,
    filter: &Rows,
    states: &[State],
    with_cancelled: bool,
) -> Result<Vec<Share>, Error> {
    let mut conditions = Conditions::new([]);
    if let Some(run) = &filter.run {
        conditions.add("p.run_id = ?", run_id(tx, run).await?);
    }
    if let Some(account) = &filter.account {
        conditions.add("p.account_id = ?", account_id(tx, account).await?);
    }
    if let Some(place) = &filter.after {
        conditions.add("p.id >= ?", place.part);
    }
    if !with_cancelled {
        conditions.fixed("p.run_id NOT IN (SELECT u.id FROM truto_runs u WHERE u.cancelled_at IS NOT NULL)");
    }
    let sum = states.iter().map(|state| format!("p.{state}")).collect::<Vec<_>>().join(" + ");
    let sql = format!("SELECT p.id, p.account_id, {sum} FROM truto_parts p WHERE {} AND {sum} > 0", conditions.text);
    let found = tx.rows(&sql, conditions.values, None).await?;
    // A key is at most one row of a share.
    let most = if filter.row_key.is_some() { 1 } else { u64::MAX };
    let share = |row: &Record| Ok(Share { part: row.int(0)?, account: row.int(1)?, rows: row.count(2)?.min(most) });
    let mut shares = found.iter().map(share).collect::<Result<Vec<_>, Error>>()?;
    // PostgreSQL would read all parts in this order, and not those of the run or the account by their index.
    shares.sort_unstable_by_key(|share| share.part);
    Ok(shares)
}

/// Shares that are small enough together for one transaction, or a share that is too large.
pub(crate) fn groups(shares: &[Share]) -> impl Iterator<Item = &[Share]> {
    let mut rest = shares;
    core::iter::from_fn(move || {
        let mut rows = 0;
        let fit = rest.iter().take_while(|share| {
            rows += share.rows;
            rows <= BATCH
        });
        let (group, others) = rest.split_at(fit.count().max(1).min(rest.len()));
        rest = others;
        (!group.is_empty()).then_some(group)
    })
}

/// Runs the body on one batch of rows after the other, each in a transaction of its own, and sums up what it returns: how many rows, and the
/// place after which the next batch begins, if there may be more.
///
/// A macro, as [`in_transaction`](crate::db::in_transaction) is.
macro_rules! in_batches {
    ($database:expr, $attempt:literal, $shares:expr, |$tx:ident, $group:ident, $after:ident| $body:block) => {{
        let mut sum = 0;
        for $group in $crate::ledger::picking::groups($shares) {
            let mut place: Option<$crate::people::Place> = None;
            loop {
                let $after = place.as_ref();
                let (rows, last): (u64, _) = $crate::db::in_transaction!($database, $attempt, |$tx| $body)?;
                sum += rows;
                place = last;
                if place.is_none() {
                    break;
                }
            }
        }
        Ok::<u64, $crate::error::Error>(sum)
    }};
}
pub(crate) use in_batches;

/// The states, as a list of SQL.
pub(crate) fn listed(states: &[State]) -> String {
    states.iter().map(|state| format!("'{state}'")).collect::<Vec<_>>().join(", ")
}

/// The run of this name. A name that is not in the ledger would mean no rows, in silence.
pub(crate) async fn run_id(tx: &mut Transaction, run: &str) -> Result<i64, Error> {
    let found = tx.maybe_row("SELECT id FROM truto_runs WHERE name = $1", [run.into()]).await?;
    found.ok_or_else(|| Error::not_found(format!("run `{run}`")))?.int(0)
}

async fn account_id(tx: &mut Transaction, account: &str) -> Result<i64, Error> {
    let found = tx.maybe_row("SELECT id FROM truto_accounts WHERE account = $1", [account.into()]).await?;
    found.ok_or_else(|| Error::not_found(format!("account `{account}`")))?.int(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_shares_share_a_transaction() {
        let share = |rows| Share { part: 0, account: 0, rows };
        let sizes = |rows: &[u64]| {
            let shares: Vec<_> = rows.iter().copied().map(share).collect();
            groups(&shares).map(<[_]>::len).collect::<Vec<_>>()
        };
        assert!(sizes(&[]).is_empty());
        assert_eq!(sizes(&[400, 600, 1, 5000, 5000, 2]), [2, 1, 1, 1, 1]);
    }
}
