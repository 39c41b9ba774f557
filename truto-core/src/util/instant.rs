//! Instants that may be very far away.

use core::time::Duration;

use tokio::time::Instant;

/// Longer than any clock of a call, and short enough that adding it does not overflow.
const FAR: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// `now` plus `wait`. A wait of more than a century is cut to a century.
pub(crate) fn saturating_add(now: Instant, wait: Duration) -> Instant {
    now.checked_add(wait.min(FAR)).unwrap_or(now)
}
