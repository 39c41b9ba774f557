//! How far the mirror of an account is: a pure state machine, whose state is committed together with the rows of each page.
//!
//! A round reads one list to its end: a full walk through all records, or what changed since an earlier list began. Only a full walk
//! that is whole finds deleted records: every page came, and no worker died or ended in the midst of it.

use core::time::Duration;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use truto_core::Timestamp;

use crate::key::hex;
use crate::mirror::record::read_time;
use crate::mirror::spec::Spec;
use crate::moment::Moment;
use crate::owned::WorkerId;

/// How often a list may start again in a round, because its cursor leads nowhere.
const RESTARTS: u32 = 5;
/// The API's `gt` leaves out a change of the very same millisecond.
const LEAST_OVERLAP: Duration = Duration::from_millis(1);
/// The longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_hours(1);

/// The text of `truto_parts.place`. Members that an earlier version did not write have their defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    /// The number of the full walk that is under way, or of the last one. A row has the number of the walk that last saw it.
    pub(crate) walk: i64,
    /// The list that is under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) list: Option<Listing>,
    /// The worker that read last, and whether it did not give the place back yet.
    pub(crate) reader: WorkerId,
    pub(crate) is_reading: bool,
    /// The next list of changes starts here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// When the last full walk ended, and the last one that was whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) walked_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) whole_at: Option<i64>,
    /// The set of columns that the last full walk filled.
    pub(crate) form: i64,
    pub(crate) rounds: u64,
    pub(crate) read: u64,
    pub(crate) written: u64,
    pub(crate) deleted: u64,
    /// How often reading failed since it last succeeded, and why.
    pub(crate) failures: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

/// A list that is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Listing {
    /// Whether it is a full walk.
    pub(crate) is_full: bool,
    /// Whether nothing of it can be missing so far.
    pub(crate) is_whole: bool,
    /// When it began. A list that starts again keeps its first start, because its first pages are old by now.
    pub(crate) began_at: i64,
    /// A list of changes asks for what is newer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// The newest change in it so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) newest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) checkpoint: Option<String>,
    pub(crate) form: i64,
    restarts: u32,
    cycle: Cycle,
}

/// A page that came.
#[derive(Clone, Debug)]
pub(crate) struct Came {
    pub(crate) records: u64,
    pub(crate) is_partial: bool,
    pub(crate) newest: Option<SystemTime>,
    pub(crate) checkpoint: String,
    /// `None` on the last page.
    pub(crate) cursor: Option<String>,
}

/// The place after a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct After {
    pub(crate) place: Place,
    /// Whether the page ended the list.
    pub(crate) is_end: bool,
    /// Whether the rows that this walk did not see are deleted.
    pub(crate) deletes: bool,
}

impl Place {
    /// Reads the text of the ledger. A text that this version cannot read begins anew: its rows stay, and the next walk sees them.
    pub(crate) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    pub(crate) fn to_text(&self) -> String {
        // Texts and numbers can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The worker begins to read: it goes on with the list, or begins the next. `reader_lives` says whether the worker that read
    /// last is still at work.
    #[must_use]
    pub(crate) fn taken(&self, spec: &Spec, worker: WorkerId, reader_lives: bool, now: Moment) -> Self {
        let mut place = self.clone();
        let is_orderly = !self.is_reading && (self.reader == worker || reader_lives);
        match &mut place.list {
            Some(list) if list.checkpoint.is_some() => list.is_whole &= is_orderly,
            // Nothing of it was read.
            _ => place.begin(spec, now),
        }
        Self { reader: worker, is_reading: true, ..place }
    }

    fn begin(&mut self, spec: &Spec, now: Moment) {
        let form = spec.form();
        let is_recent = self.walked_at.is_some_and(|at| now.since(Moment(at)) < spec.full_every());
        let since = self.since.clone().filter(|_| spec.changed_by.is_some() && is_recent && self.form == form);
        let is_full = since.is_none();
        self.walk += i64::from(is_full);
        self.list = Some(Listing { is_full, is_whole: true, began_at: now.0, since, form, ..Listing::default() });
    }

    /// The place after a page of the list. `None` if its cursor came before in this list, which then has no end.
    #[must_use]
    pub(crate) fn after(&self, came: Came, spec: &Spec, now: Moment) -> Option<After> {
        let mut place = self.clone();
        let mut list = place.list.take()?;
        list.is_whole &= !came.is_partial;
        list.checkpoint = Some(came.checkpoint);
        let newest = list.newest.as_deref().and_then(read_time).max(came.newest);
        list.newest = newest.map(spell);
        place.read += came.records;
        place.failures = 0;
        place.error = None;
        if let Some(cursor) = came.cursor {
            if list.cycle.meets(&cursor) {
                return None;
            }
            place.list = Some(list);
            return Some(After { place, is_end: false, deletes: false });
        }
        place.since = since(&list, newest, self.since.as_deref(), spec.overlap());
        place.rounds += 1;
        place.is_reading = false;
        if list.is_full {
            place.walked_at = Some(now.0);
            place.form = list.form;
        }
        let deletes = list.is_full && list.is_whole;
        if deletes {
            place.whole_at = Some(now.0);
        }
        Some(After { place, is_end: true, deletes })
    }

    /// The worker stops reading in order, and another may go on.
    #[must_use]
    pub(crate) fn given_back(self) -> Self {
        Self { is_reading: false, ..self }
    }

    /// The list starts again, because its cursor leads nowhere. `None` if it did so too often, or is at its start.
    #[must_use]
    pub(crate) fn restarted(&self) -> Option<Self> {
        let list = self.list.as_ref().filter(|list| list.checkpoint.is_some() && list.restarts < RESTARTS)?;
        let again = Listing {
            is_full: list.is_full,
            is_whole: true,
            began_at: list.began_at,
            since: list.since.clone(),
            newest: list.newest.clone(),
            form: list.form,
            restarts: list.restarts + 1,
            ..Listing::default()
        };
        // The new walk has a number of its own, so that a row that only the first pages of the old walk saw is not taken as seen.
        Some(Self { walk: self.walk + i64::from(list.is_full), list: Some(again), ..self.clone() })
    }

    /// The place after a failure, and how long to wait before the next try.
    #[must_use]
    pub(crate) fn failed(&self, error: String, is_final: bool, pause: Duration) -> (Self, Duration) {
        let failures = self.failures.saturating_add(1);
        let doubled = pause.saturating_mul(1 << self.failures.min(16));
        let wait = if is_final { LONGEST_PAUSE } else { doubled.min(LONGEST_PAUSE) };
        let mut place = Self { failures, error: Some(error), is_reading: false, ..self.clone() };
        if let Some(list) = &mut place.list {
            // After the pause it may start again as often as before.
            list.restarts = 0;
        }
        (place, wait)
    }
}

/// Where the next list of changes starts.
///
/// A record can change after its page was read, and before the list ends. The next list has to give it again, so it starts where this
/// one began. The clock of the ledger may be ahead of the provider's, and a provider may show a change late. So the next list never
/// starts after the newest change of this one, and both times are moved back by `overlap`.
fn since(list: &Listing, newest: Option<SystemTime>, before: Option<&str>, overlap: Duration) -> Option<String> {
    let began_at = SystemTime::from(Moment(list.began_at));
    let start = match newest {
        // Without any change, the last start is still right.
        None if before.is_some() && !list.is_full => None,
        None => Some(began_at),
        Some(newest) => Some(began_at.min(newest)),
    };
    let start = start.and_then(|start| start.checked_sub(overlap.max(LEAST_OVERLAP)));
    start.map(spell).or_else(|| before.map(str::to_owned))
}

/// The time in the spelling of the API, in milliseconds: some providers refuse more digits.
fn spell(time: SystemTime) -> String {
    let since_1970 = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let whole = Duration::from_millis(u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX));
    Timestamp::from(SystemTime::UNIX_EPOCH + whole).as_str().to_owned()
}

/// Finds a cursor that came before, over any number of slices, with one mark: Brent's way. Each mark stands twice as long as the last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Cycle {
    mark: String,
    steps: u64,
    power: u64,
}

impl Cycle {
    /// Whether the cursor stands at the mark.
    fn meets(&mut self, cursor: &str) -> bool {
        let hash = Sha256::digest(cursor.as_bytes());
        let hash = hex(&hash[..8]);
        if self.mark == hash {
            return true;
        }
        self.steps += 1;
        if self.steps >= self.power {
            *self = Self { mark: hash, steps: 0, power: (self.power * 2).max(1) };
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);
    const ME: WorkerId = 7;

    fn spec(changed_by: Option<&str>) -> Spec {
        Spec {
            version: 1,
            list: String::new(),
            identity: String::new(),
            table: "contacts".to_owned(),
            key: "id".to_owned(),
            columns: Vec::new(),
            sink: None,
            every: Some(1),
            changed_by: changed_by.map(str::to_owned),
            overlap: 60_000,
            full_every: 3_600_000,
        }
    }

    fn at(text: &str) -> Moment {
        read_time(text).unwrap().into()
    }

    fn page(cursor: Option<&str>, newest: &[&str]) -> Came {
        let newest = newest.iter().filter_map(|time| read_time(time)).max();
        let cursor = cursor.map(str::to_owned);
        Came { records: 2, is_partial: false, newest, checkpoint: "{}".to_owned(), cursor }
    }

    /// A walk that began at this time and gave these changes.
    fn walked(began_at: &str, changes: &[&str]) -> Place {
        let spec = spec(Some("updated_at"));
        let place = Place::default().taken(&spec, ME, false, at(began_at));
        place.after(page(None, changes), &spec, at(began_at)).unwrap().place
    }

    #[test]
    fn the_next_list_starts_where_this_one_began() {
        let place = walked("2026-03-01T12:00:00Z", &["2026-03-01T12:00:05Z", "2026-02-01T00:00:00Z"]);
        assert_eq!(place.since.as_deref(), Some("2026-03-01T11:59:00Z"));
        assert_eq!(walked("2026-03-01T12:00:00Z", &[]).since.as_deref(), Some("2026-03-01T11:59:00Z"));
    }

    #[test]
    fn a_clock_that_is_ahead_does_not_skip_changes() {
        let place = walked("2026-03-01T12:00:00Z", &["2026-02-01T08:00:00+02:00", "2026-02-01T05:00:00Z", "yesterday"]);
        assert_eq!(place.since.as_deref(), Some("2026-02-01T05:59:00Z"));
    }

    #[test]
    fn later_rounds_ask_for_changes_until_a_full_walk_is_due() {
        let spec = spec(Some("updated_at"));
        let place = walked("2026-03-01T12:00:00Z", &[]);
        let soon = place.taken(&spec, ME, true, at("2026-03-01T12:10:00Z"));
        let list = soon.list.as_ref().unwrap();
        assert_eq!((list.is_full, list.since.as_deref(), soon.walk), (false, Some("2026-03-01T11:59:00Z"), 1));
        // A round without a change leaves the start where it is, and never deletes.
        let after = soon.after(page(None, &[]), &spec, at("2026-03-01T12:10:00Z")).unwrap();
        assert_eq!((after.place.since.as_deref(), after.deletes), (Some("2026-03-01T11:59:00Z"), false));
        let later = place.taken(&spec, ME, true, at("2026-03-01T13:00:00Z"));
        assert_eq!((later.list.unwrap().is_full, later.walk), (true, 2));
        // New columns are filled by a walk.
        let wider = Spec { columns: crate::mirror::columns::of(list_shape()), ..spec };
        assert!(place.taken(&wider, ME, true, at("2026-03-01T12:10:00Z")).list.unwrap().is_full);
    }

    fn list_shape() -> truto_core::shape::Shape {
        use truto_core::Endpoint as _;

        truto_core::crm::ListContacts::CONTRACT.answer()
    }

    #[test]
    fn only_a_whole_walk_deletes() {
        let spec = spec(None);
        let now = at("2026-03-01T12:00:00Z");
        let begun = Place::default().taken(&spec, ME, false, now);
        let half = begun.after(page(Some("a"), &[]), &spec, now).unwrap().place;
        let end = |place: Place| place.after(page(None, &[]), &spec, now).unwrap().deletes;

        let given_back = half.clone().given_back();
        assert!(end(half.clone()));
        // The same worker in its next slice, and another one while the first lives.
        assert!(end(given_back.taken(&spec, ME, false, now)) && end(given_back.taken(&spec, 8, true, now)));
        // The worker ended, or died.
        assert!(!end(given_back.taken(&spec, 8, false, now)));
        assert!(!end(half.taken(&spec, 8, true, now)) && !end(half.taken(&spec, ME, true, now)));
        // A page that the server calls incomplete.
        let partial = begun.after(Came { is_partial: true, ..page(Some("a"), &[]) }, &spec, now).unwrap().place;
        assert!(!end(partial.clone()));
        // A list that starts again is read from its start.
        assert!(end(partial.restarted().unwrap()));
    }

    #[test]
    fn a_list_starts_again_a_few_times_and_then_waits() {
        let spec = spec(None);
        let now = at("2026-03-01T12:00:00Z");
        let mut place = Place::default().taken(&spec, ME, false, now);
        assert_eq!(place.restarted(), None);
        for restart in 1..=RESTARTS {
            place = place.after(page(Some("a"), &[]), &spec, now).unwrap().place.restarted().unwrap();
            assert_eq!(place.walk, 1 + i64::from(restart));
        }
        place = place.after(page(Some("a"), &[]), &spec, now).unwrap().place;
        assert_eq!(place.restarted(), None);
        let (failed, wait) = place.failed("gone".to_owned(), false, MINUTE);
        assert_eq!((wait, failed.error.as_deref()), (MINUTE, Some("gone")));
        let (twice, wait) = failed.failed("gone".to_owned(), false, MINUTE);
        assert_eq!((wait, twice.failures), (2 * MINUTE, 2));
        assert_eq!(twice.failed(String::new(), true, MINUTE).1, LONGEST_PAUSE);
        assert!(twice.restarted().is_some());
    }

    #[test]
    fn a_circle_of_cursors_is_found() {
        let spec = spec(None);
        let now = at("2026-03-01T12:00:00Z");
        for length in [1, 2, 7, 100] {
            let mut place = Place::default().taken(&spec, ME, false, now);
            let found = (0..1000).find(|step| {
                let cursor = if *step < 5 { format!("first {step}") } else { format!("{}", step % length) };
                match place.after(page(Some(&cursor), &[]), &spec, now) {
                    Some(after) => {
                        place = after.place;
                        false
                    }
                    None => true,
                }
            });
            assert!(found.is_some_and(|steps| steps <= 3 * length + 20), "{length}: {found:?}");
        }
        let mut straight = Cycle::default();
        assert!((0..10_000).all(|step| !straight.meets(&step.to_string())));
    }

    #[test]
    fn the_form_of_a_place_does_not_change() {
        let spec = spec(Some("updated_at"));
        let now = at("2026-03-01T12:00:00Z");
        let begun = Place::default().taken(&spec, ME, false, now);
        let half = begun.after(page(Some("a"), &["2026-02-01T05:00:00Z"]), &spec, now).unwrap().place;
        let form = spec.form();
        let text = format!(
            "{}{form}{}",
            r#"{"walk":1,"list":{"is_full":true,"is_whole":true,"began_at":1772366400000000,"newest":"2026-02-01T05:00:00Z","checkpoint":"{}","form":"#,
            r#","restarts":0,"cycle":{"mark":"ca978112ca1bbdca","steps":0,"power":1}},"reader":7,"is_reading":true,"form":0,"rounds":0,"read":2,"written":0,"deleted":0,"failures":0}"#,
        );
        assert_eq!(half.to_text(), text);
        assert_eq!(Place::read(Some(&text)), half);
    }

    #[test]
    fn the_text_of_a_place_is_read_back() {
        let place = walked("2026-03-01T12:00:00Z", &["2026-03-01T12:00:05Z"]);
        assert_eq!(Place::read(Some(&place.to_text())), place);
        assert_eq!(Place::read(Some("{\"walk\":3,\"later\":1}")).walk, 3);
        assert_eq!((Place::read(Some("rubbish")), Place::read(None)), (Place::default(), Place::default()));
    }
}
