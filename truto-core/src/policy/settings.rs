//! What can be set, for a client and for one call: clocks, caps, retries, limits. Each setting is written once, in a table.
//! [`ClientBuilder`](crate::ClientBuilder), [`CallOptions`](crate::CallOptions) and whatever sends make a method of each.

use core::time::Duration;

use crate::util::random::part;

/// Hands the table of settings to a macro that takes `name: Type = default` for each, with its documentation. What follows
/// `for` stands in front of the table, in braces.
macro_rules! for_each_setting {
    ($then:ident $(for $($target:tt)+)?) => {
        $then! {
            $({ $($target)+ })?
            /// Longest wait from sending a request to the head of its answer; 60 s by default. Counts for each attempt.
            first_byte_timeout: Duration = Duration::from_secs(60),
            /// Longest silence of the server inside the body; 30 s by default. A slow reader of a stream is not a stall.
            stall_timeout: Duration = Duration::from_secs(30),
            /// The least that a body has to bring, once its head is there; 64 bytes a second over 20 s by default.
            min_throughput: MinThroughput = MinThroughput::new(64, Duration::from_secs(20)),
            /// The same for a `stream`, which has no such clock by default: a provider may think between two records.
            stream_min_throughput: MinThroughput = MinThroughput::OFF,
            /// Longest time of one attempt, body included; 60 s by default. Of a `stream` it ends with the head of the answer.
            attempt_timeout: Duration = Duration::from_secs(60),
            /// Longest time of a whole call, over all its attempts and the waits between them; 120 s by default.
            ///
            /// Of a `stream` it ends with the head of the answer, and of a call that the server refuses too: why it does is
            /// then read for up to 5 s more. Of `pages` and `items` it counts for each page.
            deadline: Duration = Duration::from_secs(120),
            /// How often a call is sent at most; 4 times by default. 1 turns retries off.
            ///
            /// What may be sent again is what cannot happen twice: reads, writes under an idempotency key, `PUT` and `DELETE`,
            /// and whatever certainly did not leave.
            max_attempts: u32 = 4,
            /// The pauses between attempts where the server says nothing about them; up to 0.5 s, doubling to 20 s by default.
            backoff: Backoff = Backoff::new(Duration::from_millis(500), Duration::from_secs(20)),
            /// How many retries an account may add to its calls; a fifth of them and 10 more by default.
            retry_budget: RetryBudget = RetryBudget::percent(20).reserve(10),
            /// How many calls of one account are on the wire at once; 16 by default. A `stream` counts until its head is there.
            max_concurrency_per_account: u32 = 16,
            /// What a call does that its account's limits do not let through at once; it waits by default.
            on_limit: OnLimit = OnLimit::Wait,
            /// How many redirects of a read are followed, within the origin of the base URL; 5 by default. A write follows none.
            max_redirects: u32 = 5,
            /// Largest body that is read into memory, and largest record of a stream, in bytes, unpacked; 64 MiB by default.
            max_body_bytes: u64 = 64 * 1024 * 1024,
        }
    };
}
pub(crate) use for_each_setting;

macro_rules! declare {
    ($($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        /// The settings of a call: the client's, and over them those of the call.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(crate) struct Settings {
            $(pub(crate) $name: $type,)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        /// Settings that were set.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub(crate) struct Overrides {
            $(pub(crate) $name: Option<$type>,)+
        }

        impl Overrides {
            /// `settings`, with what is set here instead.
            pub(crate) fn apply_to(&self, settings: &Settings) -> Settings {
                Settings { $($name: self.$name.unwrap_or(settings.$name),)+ }
            }

            /// What is set here, and of what is not, what is set in `earlier`.
            pub(crate) fn with_fallback(&self, earlier: &Self) -> Self {
                Self { $($name: self.$name.or(earlier.$name),)+ }
            }
        }
    };
}
for_each_setting!(declare);

/// The least that an answer's body has to bring: a server that sends a byte now and then is as good as silent.
///
/// Only the time that the server is waited for counts, not the reader's own.
///
/// ```
/// use std::time::Duration;
/// use truto_core::settings::MinThroughput;
/// use truto_core::CallOptions;
///
/// let options = CallOptions::new().min_throughput(MinThroughput::new(1024, Duration::from_secs(10)));
/// # let _ = options;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinThroughput {
    pub(crate) bytes_per_second: u64,
    pub(crate) over: Duration,
}

impl MinThroughput {
    /// No such clock.
    pub const OFF: Self = Self::new(0, Duration::MAX);

    /// At least `bytes_per_second`, averaged over each `over` of waiting for the server.
    #[must_use]
    pub const fn new(bytes_per_second: u64, over: Duration) -> Self {
        Self { bytes_per_second, over }
    }

    /// The bytes that have to come within [`over`](Self::over); `None` where nothing has to.
    pub(crate) fn least(&self) -> Option<u64> {
        let millis = self.over.as_millis();
        let least = u128::from(self.bytes_per_second).saturating_mul(millis) / 1000;
        u64::try_from(least).ok().filter(|least| *least > 0)
    }
}

/// The pauses between attempts: exponential, with full jitter.
///
/// The pause before attempt n + 1 is drawn evenly from nothing to `first * 2^(n-1)`, at most `most`. Where a server that fails
/// says how long to wait (`Retry-After`), the longer of the two counts. What a 429 says (`Retry-After`, `ratelimit-reset`) is
/// followed instead, with up to a tenth of it more, 2 s at most: calls that wait for one moment do not all come back in it.
///
/// ```
/// use std::time::Duration;
/// use truto_core::settings::Backoff;
/// use truto_core::Client;
///
/// let patient = Client::builder().backoff(Backoff::new(Duration::from_secs(1), Duration::from_secs(60)));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    first: Duration,
    most: Duration,
}

impl Backoff {
    /// Pauses of up to `first`, doubling up to `most`.
    #[must_use]
    pub const fn new(first: Duration, most: Duration) -> Self {
        Self { first, most }
    }

    /// The longest pause after so many attempts.
    pub(crate) fn longest(self, attempts: u32) -> Duration {
        let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first.saturating_mul(doubled).min(self.most)
    }

    /// The pause after so many attempts; `random` is even over all its values.
    pub(crate) fn pause(self, attempts: u32, random: u32) -> Duration {
        part(self.longest(attempts), random)
    }
}

/// How many retries an account may add to its calls, so that an outage is not made worse.
///
/// Calls and retries are counted over the last 10 seconds or so. Once the budget is spent, a failure is the caller's at once;
/// and when every call fails, none is sent any more but one at a time, to find out whether it is over
/// ([`Error::Unavailable`](crate::Error::Unavailable)). Retries after 429 are not counted: the account's limit paces them.
///
/// ```
/// use truto_core::settings::RetryBudget;
/// use truto_core::Client;
///
/// let careful = Client::builder().retry_budget(RetryBudget::percent(10).reserve(3));
/// # let _ = careful;
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryBudget {
    pub(crate) percent: u32,
    pub(crate) reserve: u32,
}

impl RetryBudget {
    /// A retry for so many of a hundred calls.
    #[must_use]
    pub const fn percent(percent: u32) -> Self {
        Self { percent, reserve: 0 }
    }

    /// The same budget with so many retries more, for accounts with few calls.
    #[must_use]
    pub const fn reserve(mut self, retries: u32) -> Self {
        self.reserve = retries;
        self
    }
}

/// What a call does that its account's limits do not let through at once.
///
/// ```
/// use truto_core::settings::OnLimit;
/// use truto_core::CallOptions;
///
/// // For a queue of jobs of one's own: the error says when to come back.
/// let options = CallOptions::new().on_limit(OnLimit::Fail);
/// # let _ = options;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnLimit {
    /// It waits in line, as long as its deadline allows; when that is certain not to be enough, it fails at once.
    Wait,
    /// It fails at once, with [`Error::RateLimited`](crate::Error::RateLimited).
    Fail,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let backoff = Backoff::new(Duration::from_millis(500), Duration::from_secs(20));
        let longest: Vec<u128> = (1..9).map(|attempts| backoff.longest(attempts).as_millis()).collect();
        assert_eq!(longest, [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
        assert_eq!(backoff.longest(u32::MAX), Duration::from_secs(20));
        assert_eq!(Backoff::new(Duration::MAX, Duration::MAX).longest(40), Duration::MAX);
        assert_eq!(backoff.pause(2, 0), Duration::ZERO);
        assert_eq!(backoff.pause(2, u32::MAX), Duration::from_secs(1));
        assert!(Backoff::new(Duration::MAX, Duration::MAX).pause(40, u32::MAX) > Duration::from_secs(1 << 40));
    }

    #[test]
    fn the_least_throughput_is_counted_over_its_time() {
        assert_eq!(MinThroughput::new(64, Duration::from_secs(20)).least(), Some(1280));
        assert_eq!(MinThroughput::new(1, Duration::from_millis(500)).least(), None);
        assert_eq!(MinThroughput::OFF.least(), None);
    }

    #[test]
    fn what_a_call_sets_wins() {
        let settings = Settings { max_attempts: 7, ..Settings::default() };
        let overrides = Overrides { deadline: Some(Duration::from_secs(1)), ..Overrides::default() };
        let over = overrides.apply_to(&settings);
        assert_eq!((over.max_attempts, over.deadline), (7, Duration::from_secs(1)));
    }
}
