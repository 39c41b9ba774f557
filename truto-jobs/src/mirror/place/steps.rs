//! What follows each event: a pure state machine. A worker takes the place, a page comes, the list starts again, reading fails.
//!
//! A round reads one list to its end: a full walk through all records, or what changed since an earlier list began. Only a full walk
//! that is whole finds deleted records: every page came, and no worker died or ended in the midst of it.

use core::time::Duration;
use std::time::SystemTime;

use super::since::{since, spell};
use super::{Listing, Place};
use crate::mirror::record::read_time;
use crate::mirror::spec::Spec;
use crate::moment::Moment;
use crate::owned::WorkerId;

/// How often a list may start again in a round, because its cursor leads nowhere.
const RESTARTS: u32 = 5;
/// The longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_hours(1);

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

    /// The place after the page that this place expects, if the ledger has it already: the page was committed, and the answer to the
    /// commit was lost. Only the owner of the account commits pages, so nobody else wrote it.
    #[must_use]
    pub(crate) fn committed(&self, in_ledger: Self) -> Option<After> {
        let is_end = in_ledger.rounds > self.rounds;
        // A page without records that ends nothing is committed once more, which changes nothing.
        let is_committed = is_end || in_ledger.read > self.read;
        is_committed.then_some(After { place: in_ledger, is_end, deletes: false })
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

#[cfg(test)]
mod tests {
    use super::super::samples::{ME, MINUTE, at, page, spec, walked};
    use super::*;

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
}
