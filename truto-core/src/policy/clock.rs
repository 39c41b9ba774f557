//! When a clock of a call runs out.

use core::time::Duration;

use tokio::time::Instant;

use crate::error::Clock;
use crate::util::instant::saturating_add;

/// The end of a clock: when, which one, and how long it runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub(crate) at: Instant,
    pub(crate) clock: Clock,
    pub(crate) after: Duration,
}

impl End {
    /// The end of a clock that starts at `start`.
    pub(crate) fn new(clock: Clock, start: Instant, length: Duration) -> Self {
        Self { at: saturating_add(start, length), clock, after: length }
    }

    /// The earlier of two.
    pub(crate) fn min(self, other: Self) -> Self {
        if other.at < self.at { other } else { self }
    }
}
