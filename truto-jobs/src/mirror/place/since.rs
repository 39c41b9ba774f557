//! Where the next list of changes starts.

use core::time::Duration;
use std::time::SystemTime;

use truto_core::Timestamp;

use super::Listing;
use crate::moment::Moment;

/// The API's `gt` leaves out a change of the very same millisecond.
const LEAST_OVERLAP: Duration = Duration::from_millis(1);

/// Where the next list of changes starts.
///
/// A record can change after its page was read, and before the list ends. The next list has to give it again, so it starts where this
/// one began. The clock of the ledger may be ahead of the provider's, and a provider may show a change late. So the next list never
/// starts after the newest change of this one, and both times are moved back by `overlap`.
pub(super) fn since(
    list: &Listing,
    newest: Option<SystemTime>,
    before: Option<&str>,
    overlap: Duration,
) -> Option<String> {
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
pub(super) fn spell(time: SystemTime) -> String {
    let since_1970 = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let whole = Duration::from_millis(u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX));
    Timestamp::from(SystemTime::UNIX_EPOCH + whole).as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::samples::walked;

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
}
