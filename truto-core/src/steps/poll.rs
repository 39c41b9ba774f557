//! Asking again and again, until a deadline.

use core::time::Duration;

use tokio::time::{Instant, sleep};

use crate::util::instant::saturating_add;

/// How often a step asks, unless it is told otherwise.
pub(super) const EVERY: Duration = Duration::from_secs(3);

/// The pauses of a step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Poll {
    every: Duration,
    until: Instant,
}

impl Poll {
    /// Pauses of this length until this time has passed.
    pub(super) fn new(every: Duration, deadline: Duration) -> Self {
        Self { every, until: saturating_add(Instant::now(), deadline) }
    }

    /// Waits until it is time to ask again. Returns `false` if the deadline has passed. The last question is asked at the deadline.
    pub(super) async fn pause(self) -> bool {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        sleep(self.every.min(left)).await;
        true
    }
}
