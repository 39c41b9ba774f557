//! The settings of a worker.

use core::time::Duration;

use crate::budget::Budget;
use crate::point::{Point, Probe};
use crate::row::Times;

/// The settings of a worker.
///
/// ```
/// use std::time::Duration;
/// use truto_jobs::Settings;
///
/// let patient = Settings::new().concurrency(8).lease(Duration::from_mins(1));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "settings change nothing until they are passed to a worker"]
pub struct Settings {
    pub(crate) concurrency: usize,
    pub(crate) accounts: u32,
    pub(crate) rows: u32,
    pub(crate) slice: Duration,
    pub(crate) lease: Duration,
    pub(crate) call_timeout: Duration,
    pub(crate) key_memory: Duration,
    pub(crate) pause: Duration,
    pub(crate) poll: Duration,
    pub(crate) probe: Probe,
    pub(crate) budget: Option<Budget>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            concurrency: 64,
            accounts: 32,
            rows: 32,
            slice: Duration::from_secs(2),
            lease: Duration::from_secs(30),
            call_timeout: Duration::from_mins(1),
            key_memory: Duration::from_hours(24),
            pause: Duration::from_secs(1),
            poll: Duration::from_millis(250),
            probe: Probe::default(),
            budget: None,
        }
    }
}

macro_rules! setters {
    ($($(#[$doc:meta])+ $name:ident: $type:ty $(, at least $least:expr)?;)+) => {
        $($(#[$doc])+
        pub fn $name(mut self, $name: $type) -> Self {
            self.$name = $name $(.max($least))?;
            self
        })+
    };
}

impl Settings {
    /// The settings that suit most programs.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// How many calls are on the wire at once. 64 by default. One account has at most 16 of them.
        concurrency: usize, at least 1;
        /// How many accounts the worker holds at once. 32 by default.
        accounts: u32, at least 1;
        /// How many rows of a run are taken of an account at once. 32 by default. After a kill, rows that were taken are sent again.
        rows: u32, at least 1;
        /// How long a worker holds an account before it goes to the end of the line. 2 s by default.
        slice: Duration, at least Duration::from_millis(1);
        /// How long an account stays with a worker that does not answer. 30 s by default. A longer lease survives longer pauses of the
        /// process, and a shorter lease is taken over earlier.
        lease: Duration, at least Duration::from_millis(100);
        /// The longest time of a call, with its retries. 60 s by default. A row whose worker died is not sent again earlier.
        call_timeout: Duration, at least Duration::from_millis(1);
        /// How long a row that may have been written is repeated under its key. 24 h by default. An older row needs a person, because the
        /// server may have forgotten the key. The API does not document how long it remembers. It must be longer than this by the
        /// longest time for which a worker's process may be stopped.
        key_memory: Duration;
        /// The pause before a row that was not sent is tried again. 1 s by default. It doubles with each try, up to an hour.
        pause: Duration;
        /// How often a worker without work looks for work. 250 ms by default.
        poll: Duration, at least Duration::from_millis(1);
    }

    /// Calls this at each [`Point`], so that a test can end the process there.
    #[doc(hidden)]
    pub fn probe(mut self, probe: fn(Point)) -> Self {
        self.probe = Probe(Some(probe));
        self
    }

    /// Shares the calls of an API token between all workers of the ledger: together they make at most `calls` in any `window`. Off by
    /// default. All workers must have the same values; Truto documents 500 in 10 s.
    ///
    /// A tenth of the calls may be made at once, and the rest is spread over the window. A row counts once, when it is taken; the
    /// retries within a call do not count, nor do calls of other programs.
    ///
    /// ```
    /// use std::time::Duration;
    /// use truto_jobs::Settings;
    ///
    /// let settings = Settings::new().calls_per_token(500, Duration::from_secs(10));
    /// # let _ = settings;
    /// ```
    pub fn calls_per_token(mut self, calls: u32, window: Duration) -> Self {
        self.budget = Some(Budget::new(calls, window));
        self
    }

    pub(crate) const fn times(&self) -> Times {
        Times { in_flight: self.call_timeout, key_memory: self.key_memory, pause: self.pause }
    }
}
