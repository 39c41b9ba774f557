//! The clock of the rate limits. A test moves it instead of sleeping until a window closes.
//!
//! Scripted delays do not use it: they wait on tokio's time, which tests can pause.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::lock::lock;

/// A clock that follows real time or stands still, and that a test can move. Clones share their time.
///
/// ```
/// use std::time::Duration;
/// use truto_sandbox::Clock;
///
/// let clock = Clock::manual();
/// clock.advance(Duration::from_secs(10));
/// assert_eq!(clock.now(), Duration::from_secs(10));
/// ```
#[derive(Clone, Debug)]
pub struct Clock {
    started: Option<Instant>,
    advanced: Arc<Mutex<Duration>>,
}

impl Clock {
    /// Creates a clock that follows real time.
    #[must_use]
    pub fn system() -> Self {
        Self { started: Some(Instant::now()), advanced: Arc::default() }
    }

    /// Creates a clock that stands still until [`advance`](Self::advance) moves it.
    #[must_use]
    pub fn manual() -> Self {
        Self { started: None, advanced: Arc::default() }
    }

    /// Time since the clock was created.
    #[must_use]
    pub fn now(&self) -> Duration {
        let real = self.started.map_or(Duration::ZERO, |started| started.elapsed());
        real.saturating_add(*lock(&self.advanced))
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let mut advanced = lock(&self.advanced);
        *advanced = advanced.saturating_add(by);
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}
