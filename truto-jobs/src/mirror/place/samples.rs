//! Places, pages and times for the tests.

use core::time::Duration;

use super::{Came, Place};
use crate::mirror::record::read_time;
use crate::mirror::spec::Spec;
use crate::moment::Moment;
use crate::owned::WorkerId;

pub(super) const MINUTE: Duration = Duration::from_mins(1);
pub(super) const ME: WorkerId = 7;

pub(super) fn spec(changed_by: Option<&str>) -> Spec {
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

pub(super) fn at(text: &str) -> Moment {
    read_time(text).unwrap().into()
}

pub(super) fn page(cursor: Option<&str>, newest: &[&str]) -> Came {
    let newest = newest.iter().filter_map(|time| read_time(time)).max();
    let cursor = cursor.map(str::to_owned);
    Came { records: 2, is_partial: false, newest, checkpoint: "{}".to_owned(), cursor }
}

/// A walk that began at this time and gave these changes.
pub(super) fn walked(began_at: &str, changes: &[&str]) -> Place {
    let spec = spec(Some("updated_at"));
    let place = Place::default().taken(&spec, ME, false, at(began_at));
    place.after(page(None, changes), &spec, at(began_at)).unwrap().place
}
