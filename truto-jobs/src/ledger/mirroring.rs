//! What mirrors do with the ledger: a mirror is opened, woken and read, and a page of it is committed.

use std::collections::{BTreeMap, HashSet};

use crate::db::{Database, Transaction, in_transaction};
use crate::error::Error;
use crate::ledger::accounts::{self, ids};
use crate::ledger::adding::{self, NewRun};
use crate::ledger::exchange::Terms;
use crate::ledger::mirror_table::{self, Written};
use crate::mirror::place::{After, Came, Place};
use crate::mirror::record::Split;
use crate::mirror::spec::Spec;
use crate::moment::Moment;
use crate::point::{Point, Probe};

/// A part that a worker has to read.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) account: i64,
    pub(crate) part: i64,
    pub(crate) run: String,
    /// What it reads, or why this version cannot tell.
    pub(crate) spec: Result<Spec, String>,
    pub(crate) place: Place,
}

/// Opens the mirror: creates its run and its table, or finds them. A part whose table got new columns is due at once.
///
/// # Errors
/// [`Error::OtherRun`] if the run is for something else, and [`Error::Refused`] if the table belongs to somebody else.
pub(crate) async fn open(database: &Database, run: &NewRun, spec: &Spec) -> Result<i64, Error> {
    let id = adding::open_run(database, run).await?;
    let text = serde_json::to_string(spec).map_err(|error| Error::refused(error.to_string()))?;
    in_transaction!(database, "open a mirror", |tx| {
        let now = tx.now().await?;
        // Two mirrors that are opened at once see each other, because each locks the rows of all mirrors.
        let sql = "SELECT id, name, spec FROM truto_runs WHERE kind = 'mirror' ORDER BY id {update}";
        let mut before = None;
        for record in tx.rows(sql, [], None).await? {
            let Some(known) = record.maybe_text(2)?.and_then(|text| Spec::read(&text).ok()) else { continue };
            if record.int(0)? == id {
                before = Some(known);
            } else if known.sink.is_none() && spec.sink.is_none() && known.table.eq_ignore_ascii_case(&spec.table) {
                return Err(Error::refused(format!(
                    "the table `{}` belongs to the run `{}`: two mirrors in one table would delete each other's rows, so give the new \
                     one another table",
                    known.table,
                    record.text(1)?
                )));
            }
        }
        if let Some(before) = before.as_ref().filter(|before| before.identity != spec.identity) {
            return Err(Error::refused(format!(
                "the run `{}` mirrors this list with other filters or another page size into `{}`: give the new run and its table other \
                 names",
                run.name, before.table
            )));
        }
        if spec.sink.is_none() {
            mirror_table::prepare(tx, spec).await?;
        }
        tx.run("UPDATE truto_runs SET spec = $2 WHERE id = $1", [id.into(), (&*text).into()], None).await?;
        if before.is_some_and(|before| before.form() != spec.form()) {
            let sql = "SELECT p.id FROM truto_parts p WHERE p.run_id = $1 ORDER BY p.id";
            let parts = tx.rows(sql, [id.into()], None).await?;
            let parts = parts.iter().map(|record| record.int(0)).collect::<Result<Vec<_>, _>>()?;
            wake_in(tx, &parts, false, now).await?;
        }
        Ok(id)
    })
}

/// Makes the parts due: all of them, or only those that were never due.
pub(crate) async fn wake(database: &Database, parts: &[i64], only_new: bool) -> Result<(), Error> {
    in_transaction!(database, "wake the accounts of a mirror", |tx| {
        let now = tx.now().await?;
        wake_in(tx, parts, only_new, now).await
    })
}

async fn wake_in(tx: &mut Transaction, parts: &[i64], only_new: bool, now: Moment) -> Result<(), Error> {
    let which = if only_new { "p.due_at IS NULL AND p.place IS NULL" } else { "(p.due_at IS NULL OR p.due_at > $1)" };
    let sql = format!(
        "SELECT DISTINCT p.account_id FROM {{given}} CROSS JOIN truto_parts p WHERE p.id = given.id AND {which} ORDER BY p.account_id"
    );
    let values = if only_new { Vec::new() } else { vec![now.into()] };
    let accounts = tx.rows(&sql, values, Some(ids(parts.iter().copied()))).await?;
    let accounts = accounts.iter().map(|record| record.int(0)).collect::<Result<Vec<_>, _>>()?;
    // Accounts before parts, as everywhere.
    accounts::lock(tx, &accounts).await?;
    accounts::wake(tx, &accounts, now).await?;
    let which = which.replace("p.", "truto_parts.");
    let sql = format!("UPDATE truto_parts SET due_at = $1 FROM {{given}} WHERE truto_parts.id = given.id AND {which}");
    tx.run(&sql, [now.into()], Some(ids(parts.iter().copied()))).await?;
    Ok(())
}

/// The parts of these accounts that are due, each marked as being read. Those that the worker reads already are left out.
pub(crate) async fn take(
    tx: &mut Transaction,
    terms: &Terms,
    accounts: Vec<i64>,
    reading: &HashSet<i64>,
    now: Moment,
) -> Result<Vec<Due>, Error> {
    let sql = "SELECT p.id, p.account_id, u.name, u.spec, p.place FROM {given} CROSS JOIN truto_parts p \
               LEFT JOIN truto_runs u ON u.id = p.run_id \
               WHERE p.account_id = given.id AND p.due_at <= $1 AND u.cancelled_at IS NULL AND u.paused_at IS NULL ORDER BY p.id";
    let found = tx.rows(sql, [now.into()], Some(ids(accounts))).await?;
    let mut due = Vec::new();
    for record in &found {
        let part = record.int(0)?;
        if reading.contains(&part) {
            continue;
        }
        let spec = record.maybe_text(3)?.ok_or_else(|| "the run says not what to read".to_owned());
        let spec = spec.and_then(|text| Spec::read(&text));
        let place = Place::read(record.maybe_text(4)?.as_deref());
        due.push(Due { account: record.int(1)?, part, run: record.text(2)?, spec, place });
    }
    if due.is_empty() {
        return Ok(due);
    }
    let readers: HashSet<i64> = due.iter().map(|due| due.place.reader).collect();
    let sql = "SELECT given.id FROM {given} WHERE (SELECT w.seen_at FROM truto_workers w WHERE w.id = given.id) >= $1";
    let silent = now.before(3 * terms.lease);
    let living = tx.rows(sql, [silent.into()], Some(ids(readers))).await?;
    let living = living.iter().map(|record| record.int(0)).collect::<Result<HashSet<_>, _>>()?;
    for due in &mut due {
        if let Ok(spec) = &due.spec {
            due.place = due.place.taken(spec, terms.worker, living.contains(&due.place.reader), now);
        }
    }
    let places =
        ids(due.iter().map(|due| due.part)).texts("place", due.iter().map(|due| Some(due.place.to_text())).collect());
    let sql = "UPDATE truto_parts SET place = given.place FROM {given} WHERE truto_parts.id = given.id";
    tx.run(sql, [], Some(places)).await?;
    Ok(due)
}

/// Who reads: the part, under the epoch of its account.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) terms: Terms,
    pub(crate) account: i64,
    /// The id of the integrated account.
    pub(crate) name: &'a str,
    pub(crate) epoch: i64,
    pub(crate) part: i64,
    pub(crate) probe: Probe,
}

/// What became of a page.
#[derive(Clone, Debug)]
pub(crate) enum Committed {
    Done(Box<After>),
    /// Its cursor came before.
    Circle,
    /// Another worker owns the account now. Nothing was written.
    Lost,
}

/// Commits a page: its rows, the deletions that it proves, and the place after it, all or nothing, and only while the worker owns the
/// account. With a sink, the rows are there already. A page that was committed before stays as it is.
pub(crate) async fn commit(
    database: &Database,
    reader: &Reader<'_>,
    spec: &Spec,
    place: &Place,
    came: &Came,
    records: &BTreeMap<String, (Split, String)>,
    is_last: bool,
) -> Result<Committed, Error> {
    in_transaction!(database, "commit a page of a mirror", |tx| {
        let now = tx.now().await?;
        if !is_held(tx, reader).await? {
            return Ok(Committed::Lost);
        }
        if let Some(after) = place.committed(read_place(tx, reader.part).await?) {
            return Ok(Committed::Done(Box::new(after)));
        }
        let Some(mut after) = place.after(came.clone(), spec, now) else { return Ok(Committed::Circle) };
        if let Some(list) = place.list.as_ref().filter(|_| spec.sink.is_none()) {
            let written = Written { account: reader.name, records, walk: place.walk, is_walk: list.is_full };
            after.place.written += mirror_table::upsert(tx, spec, &written, spec.form(), now).await?;
            if after.deletes {
                reader.probe.pass(Point::BeforeDeletes, true);
                after.place.deleted += mirror_table::delete_unseen(tx, spec, reader.name, place.walk, now).await?;
                reader.probe.pass(Point::AfterDeletes, true);
            }
        } else {
            after.place.written += records.len() as u64;
        }
        if is_last {
            after.place = after.place.given_back();
        }
        let due_at = if after.is_end { spec.every().map(|pause| now.after(pause)) } else { Some(now) };
        write_place(tx, reader.part, &after.place, due_at).await?;
        Ok(Committed::Done(Box::new(after)))
    })
}

/// Writes a place without a page: the list starts again, or reading failed. `wait` is how long the part is not read. Returns whether
/// the worker owns the account.
pub(crate) async fn write(
    database: &Database,
    reader: &Reader<'_>,
    place: &Place,
    wait: core::time::Duration,
) -> Result<bool, Error> {
    in_transaction!(database, "note the place of a mirror", |tx| {
        let now = tx.now().await?;
        let is_held = is_held(tx, reader).await?;
        if is_held {
            write_place(tx, reader.part, place, Some(now.after(wait))).await?;
        }
        Ok(is_held)
    })
}

async fn is_held(tx: &mut Transaction, reader: &Reader<'_>) -> Result<bool, Error> {
    let sql = format!("SELECT {} FROM truto_accounts a WHERE a.id = $1 {{share}}", accounts::OWNED);
    let found = tx.rows(&sql, [reader.account.into()], None).await?;
    let Some(record) = found.first() else { return Ok(false) };
    Ok(accounts::read_owned(record)?.1.is_held_by(reader.terms.worker, reader.epoch))
}

async fn read_place(tx: &mut Transaction, part: i64) -> Result<Place, Error> {
    let found = tx.maybe_row("SELECT p.place FROM truto_parts p WHERE p.id = $1", [part.into()]).await?;
    let text = found.map(|record| record.maybe_text(0)).transpose()?.flatten();
    Ok(Place::read(text.as_deref()))
}

async fn write_place(tx: &mut Transaction, part: i64, place: &Place, due_at: Option<Moment>) -> Result<(), Error> {
    let sql = "UPDATE truto_parts SET place = $2, due_at = $3 WHERE id = $1";
    tx.run(sql, [part.into(), place.to_text().into(), due_at.into()], None).await?;
    Ok(())
}

/// Removes some of what mirrors hold of the account, in all tables. Returns how many rows; 0 if nothing is left. Sinks of the user's own are not reached.
pub(crate) async fn forget(tx: &mut Transaction, account: &str) -> Result<u64, Error> {
    let runs = tx.rows("SELECT spec FROM truto_runs WHERE kind = 'mirror' ORDER BY id", [], None).await?;
    let mut rows = 0;
    for record in &runs {
        let spec = record.maybe_text(0)?.map(|text| Spec::read(&text));
        // A table that is not known cannot be emptied, and saying nothing of it would leave people's data behind.
        let spec = spec.transpose().map_err(Error::refused)?;
        if let Some(spec) = spec.filter(|spec| spec.sink.is_none()) {
            rows += mirror_table::erase(tx, &spec, account).await?;
        }
    }
    Ok(rows)
}
