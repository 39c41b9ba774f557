//! The place of a resource in its work, which survives the process.
//!
//! A resource is mirrored in three phases: it walks through all records, it checks the rows that the walk did not see, and from
//! then on it asks for changes.

use std::time::{Duration, SystemTime};

use truto_core::Timestamp;

/// The API's `gt` leaves out a change of the very same millisecond.
const MIN_OVERLAP: Duration = Duration::from_millis(1);

/// What is done with a resource next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Read all records.
    #[default]
    Walk,
    /// Ask for each row that the walk did not see.
    Check,
    /// Read what changed.
    Changes,
}

impl Phase {
    pub(crate) const ALL: [Self; 3] = [Self::Walk, Self::Check, Self::Changes];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Walk => "walk",
            Self::Check => "check",
            Self::Changes => "changes",
        }
    }
}

/// The place of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) phase: Phase,
    /// Number of the walk that is under way, or of the last one. A row has the number of the last walk that saw it.
    pub(crate) walk: i64,
    /// When the last walk ended.
    pub(crate) walked_at: Option<String>,
    /// The list of changes starts here.
    pub(crate) since: Option<String>,
    /// When the list that is under way began, by the clock of this machine.
    pub(crate) began_at: Option<String>,
    /// The newest `updated_at` in that list so far.
    pub(crate) newest: Option<String>,
    /// The place in that list; `None` if it has not begun.
    pub(crate) checkpoint: Option<String>,
}

impl Place {
    /// The place of a resource that was never read.
    pub(crate) fn start() -> Self {
        Self { walk: 1, ..Self::default() }
    }

    /// Begins a new walk, unless one is under way.
    pub(crate) fn walk_again(&mut self) {
        if self.phase == Phase::Changes {
            self.phase = Phase::Walk;
            self.walk += 1;
            self.leave_list();
        }
    }

    /// Notes the start of a list. A list that starts again keeps its first start, because its first pages are old by now.
    pub(crate) fn begin_list(&mut self, now: SystemTime) {
        self.began_at.get_or_insert_with(|| spell(now));
    }

    /// Notes the time of a change that the list gave.
    pub(crate) fn see_change(&mut self, updated_at: &str) {
        if let Some(time) = read(updated_at)
            && self.newest.as_deref().and_then(read).is_none_or(|newest| newest < time)
        {
            self.newest = Some(updated_at.to_owned());
        }
    }

    /// Ends the list, and computes where the next list of changes starts.
    ///
    /// A record can change after its page was read, and before the list ends. The next list has to give it again, so it starts
    /// where this one began. The clock of this machine may be ahead of the provider's, and a provider may show a change late.
    /// So the next list never starts after the newest change of this one, and both times are moved back by `overlap`.
    pub(crate) fn end_list(&mut self, overlap: Duration) {
        let began_at = self.began_at.as_deref().and_then(read);
        let newest = self.newest.as_deref().and_then(read);
        // Without any change, the last start is still right.
        let start = match (newest, &self.since) {
            (None, Some(_)) => None,
            (None, None) => began_at,
            (Some(newest), _) => Some(began_at.map_or(newest, |began_at| began_at.min(newest))),
        };
        if let Some(start) = start.and_then(|start| start.checked_sub(overlap.max(MIN_OVERLAP))) {
            self.since = Some(spell(start));
        }
        self.leave_list();
    }

    fn leave_list(&mut self) {
        self.began_at = None;
        self.newest = None;
        self.checkpoint = None;
    }

    /// Whether the last walk ended longer ago than this.
    pub(crate) fn is_walk_older_than(&self, age: Duration, now: SystemTime) -> bool {
        let walked_at = self.walked_at.as_deref().and_then(read);
        walked_at.is_some_and(|walked_at| now.duration_since(walked_at).is_ok_and(|passed| passed > age))
    }
}

/// The time in the spelling of the API, in milliseconds: some providers refuse more digits.
pub(crate) fn spell(time: SystemTime) -> String {
    let since_1970 = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let whole = Duration::from_millis(u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX));
    Timestamp::from(SystemTime::UNIX_EPOCH + whole).as_str().to_owned()
}

/// `None` if the text is not a point in time, such as a date alone or a time without its zone.
pub(crate) fn read(text: &str) -> Option<SystemTime> {
    SystemTime::try_from(Timestamp::from(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_mins(1);

    fn at(text: &str) -> SystemTime {
        read(text).unwrap()
    }

    fn ended(began_at: &str, changes: &[&str]) -> Place {
        let mut place = Place { since: Some("2026-01-01T00:00:00Z".to_owned()), ..Place::start() };
        place.begin_list(at(began_at));
        place.begin_list(at("2026-09-09T00:00:00Z"));
        for change in changes {
            place.see_change(change);
        }
        place.end_list(MINUTE);
        place
    }

    #[test]
    fn the_next_list_starts_where_this_one_began() {
        let place = ended("2026-03-01T12:00:00Z", &["2026-03-01T12:00:05Z", "2026-02-01T00:00:00Z"]);
        assert_eq!(place.since.as_deref(), Some("2026-03-01T11:59:00Z"));
        assert_eq!((place.began_at, place.newest, place.checkpoint), (None, None, None));
    }

    #[test]
    fn a_clock_that_is_ahead_does_not_skip_changes() {
        let place = ended("2026-03-01T12:00:00Z", &["2026-02-01T08:00:00+02:00", "2026-02-01T05:00:00Z", "yesterday"]);
        assert_eq!(place.since.as_deref(), Some("2026-02-01T05:59:00Z"));
    }

    #[test]
    fn an_empty_list_of_changes_leaves_the_start_where_it_is() {
        assert_eq!(ended("2026-03-01T12:00:00Z", &[]).since.as_deref(), Some("2026-01-01T00:00:00Z"));
        let mut first = Place::start();
        first.begin_list(at("2026-03-01T12:00:00Z"));
        first.end_list(MINUTE);
        assert_eq!(first.since.as_deref(), Some("2026-03-01T11:59:00Z"));
    }

    #[test]
    fn a_walk_that_is_under_way_is_not_started_again() {
        let mut place = Place { checkpoint: Some("{}".to_owned()), ..Place::start() };
        place.walk_again();
        assert_eq!((place.walk, place.checkpoint.is_some()), (1, true));
        let mut place = Place { phase: Phase::Changes, ..place };
        place.walk_again();
        assert_eq!((place.walk, place.phase, place.checkpoint), (2, Phase::Walk, None));
    }
}
