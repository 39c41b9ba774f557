//! Moments that may be very far away.

use core::time::Duration;

use tokio::time::Instant;

/// Farther than any clock of a call runs, and near enough that adding it overflows nothing.
const FAR: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// The moment so long after `now`; a wait of centuries is a wait of one.
pub(crate) fn after(now: Instant, wait: Duration) -> Instant {
    now.checked_add(wait.min(FAR)).unwrap_or(now)
}
