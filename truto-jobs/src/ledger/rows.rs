//! Changes of rows: what [`Row::on`] decided is written here, together with the counters of the parts.

use std::collections::{BTreeMap, HashMap};

use crate::db::{Given, Record, Transaction};
use crate::error::Error;
use crate::moment::Moment;
use crate::row::{Event, Row, State, Times};
use crate::stored::read_state;

/// The columns of a [`Row`], in the order in which [`read`] takes them.
pub(crate) const COLUMNS: &str = "r.state, r.due_at, r.first_sent_at, r.sends, r.maybe_written";

/// Reads a row from the columns that begin at `at`.
pub(crate) fn read(record: &Record, at: usize) -> Result<Row, Error> {
    Ok(Row {
        state: read_state(record, at)?,
        due_at: record.maybe_moment(at + 1)?.unwrap_or(Moment::START),
        first_sent_at: record.maybe_moment(at + 2)?,
        sends: u32::try_from(record.int(at + 3)?).unwrap_or(u32::MAX),
        maybe_written: record.int(at + 4)? != 0,
    })
}

/// What a call left behind for people.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<String>,
    pub(crate) answer: Option<String>,
    pub(crate) error: Option<String>,
}

/// A row before and after.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) id: i64,
    pub(crate) part: i64,
    pub(crate) before: Row,
    pub(crate) after: Row,
    /// What the call left behind, if one ended.
    pub(crate) facts: Option<Facts>,
}

/// The changes that an event makes of these rows: id, part and the columns of a row stand from the column `at` on.
pub(crate) fn changes(found: &[Record], at: usize, times: &Times, event: Event) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for record in found {
        let before = read(record, at + 2)?;
        if let Some(after) = before.on(event, times) {
            changes.push(Change { id: record.int(at)?, part: record.int(at + 1)?, before, after, facts: None });
        }
    }
    Ok(changes)
}

/// Writes the changes. A row that is not as it was before the change stays as it is: somebody else changed it, or the same change was
/// written already, and its confirmation was lost.
pub(crate) async fn write(tx: &mut Transaction, now: Moment, changes: &[Change]) -> Result<u64, Error> {
    let by_id: HashMap<i64, &Change> = changes.iter().map(|change| (change.id, change)).collect();
    let mut counts = Counts::default();
    let mut written = 0;
    // Rows without facts are most of what a worker marks, and each column costs time.
    let (moved, ended): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.facts.is_none());
    for (changes, facts) in [(moved, false), (ended, true)] {
        if changes.is_empty() {
            continue;
        }
        let sql = format!("{STATE}, {} {WHERE}", if facts { FACTS } else { END });
        for record in &tx.rows(&sql, [now.into()], Some(given(&changes, facts))).await? {
            written += 1;
            if let Some(change) = by_id.get(&record.int(0)?) {
                counts.add(change.part, change.before.state, -1);
                counts.add(change.part, change.after.state, 1);
            }
        }
    }
    counts.write(tx).await?;
    Ok(written)
}

const STATE: &str = "\
    UPDATE truto_rows SET state = given.state, due_at = given.due_at, first_sent_at = given.first_sent_at, \
        sent_at = CASE WHEN given.state = 'sending' THEN $1 ELSE truto_rows.sent_at END, \
        sends = given.sends, maybe_written = given.maybe_written";
const END: &str = "ended_at = CASE WHEN given.due_at IS NULL THEN $1 ELSE truto_rows.ended_at END";
const FACTS: &str = "\
    ended_at = $1, status = given.status, request_id = given.request_id, answer = given.answer, error = given.error, \
        body = CASE WHEN given.state = 'done' THEN NULL ELSE truto_rows.body END";
const WHERE: &str = "\
    FROM {given} \
    WHERE truto_rows.id = given.id AND truto_rows.state = given.before AND truto_rows.sends = given.sends_before \
    RETURNING truto_rows.id";

fn given(changes: &[&Change], facts: bool) -> Given {
    let ints = |of: &dyn Fn(&Change) -> Option<i64>| changes.iter().map(|change| of(change)).collect::<Vec<_>>();
    let texts = |of: &dyn Fn(&Change) -> Option<String>| changes.iter().map(|change| of(change)).collect::<Vec<_>>();
    let given = Given::new()
        .ints("id", ints(&|change| Some(change.id)))
        .texts("before", texts(&|change| Some(change.before.state.name().to_owned())))
        .ints("sends_before", ints(&|change| Some(change.before.sends.into())))
        .texts("state", texts(&|change| Some(change.after.state.name().to_owned())))
        .ints("due_at", ints(&|change| change.after.state.is_open().then_some(change.after.due_at.0)))
        .ints("first_sent_at", ints(&|change| change.after.first_sent_at.map(|moment| moment.0)))
        .ints("sends", ints(&|change| Some(change.after.sends.into())))
        .ints("maybe_written", ints(&|change| Some(change.after.maybe_written.into())));
    if !facts {
        return given;
    }
    let fact =
        |change: &Change, of: fn(&Facts) -> &Option<String>| change.facts.as_ref().and_then(|facts| of(facts).clone());
    given
        .ints("status", ints(&|change| change.facts.as_ref()?.status.map(i64::from)))
        .texts("request_id", texts(&|change| fact(change, |facts| &facts.request_id)))
        .texts("answer", texts(&|change| fact(change, |facts| &facts.answer)))
        .texts("error", texts(&|change| fact(change, |facts| &facts.error)))
}

/// By how much the counters of parts change.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<i64, [i64; State::ALL.len()]>);

impl Counts {
    pub(crate) fn add(&mut self, part: i64, state: State, rows: i64) {
        let counts = self.0.entry(part).or_default();
        if let Some(at) = State::ALL.iter().position(|known| *known == state) {
            counts[at] += rows;
        }
    }

    /// Writes them. Parts are in the order of their ids, so that two transactions do not wait for each other.
    pub(crate) async fn write(self, tx: &mut Transaction) -> Result<(), Error> {
        const UPDATE: &str = "\
            UPDATE truto_parts SET ready = truto_parts.ready + given.ready, sending = truto_parts.sending + given.sending, \
                unknown = truto_parts.unknown + given.unknown, done = truto_parts.done + given.done, \
                rejected = truto_parts.rejected + given.rejected, \
                needs_review = truto_parts.needs_review + given.needs_review, \
                skipped = truto_parts.skipped + given.skipped, cancelled = truto_parts.cancelled + given.cancelled \
            FROM {given} WHERE truto_parts.id = given.id";

        let counts: Vec<_> = self.0.into_iter().filter(|(_, counts)| counts.iter().any(|count| *count != 0)).collect();
        if counts.is_empty() {
            return Ok(());
        }
        let ids = counts.iter().map(|(part, _)| Some(*part)).collect();
        let mut given = Given::new().ints("id", ids);
        for (at, state) in State::ALL.into_iter().enumerate() {
            given = given.ints(state.name(), counts.iter().map(|(_, counts)| Some(counts[at])).collect());
        }
        tx.run(UPDATE, [], Some(given)).await?;
        Ok(())
    }
}
