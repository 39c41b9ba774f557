//! The clock of the rate limits and of new records. A test moves it instead of sleeping until a window closes.
//!
//! Scripted delays do not use it: they wait on tokio's time, which tests can pause.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use crate::lock::lock;
use crate::seed::moment::DATA_END;

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
    /// The moment of the start, in milliseconds since 1970.
    started_at: i64,
    advanced: Arc<Mutex<Duration>>,
}

impl Clock {
    /// Creates a clock that follows real time.
    #[must_use]
    pub fn system() -> Self {
        let since_1970 = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        let started_at = i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX);
        Self { started: Some(Instant::now()), started_at: started_at.max(DATA_END), advanced: Arc::default() }
    }

    /// Creates a clock that stands still until [`advance`](Self::advance) moves it.
    #[must_use]
    pub fn manual() -> Self {
        Self { started: None, started_at: DATA_END, advanced: Arc::default() }
    }

    /// Time since the clock was created.
    #[must_use]
    pub fn now(&self) -> Duration {
        let real = self.started.map_or(Duration::ZERO, |started| started.elapsed());
        real.saturating_add(*lock(&self.advanced))
    }

    /// The moment of now in milliseconds since 1970, for records. A clock that stands still starts when the generated data
    /// ends, so that such a sandbox is the same on any day.
    pub(crate) fn millis(&self) -> i64 {
        let elapsed = i64::try_from(self.now().as_millis()).unwrap_or(i64::MAX);
        self.started_at.saturating_add(elapsed)
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
