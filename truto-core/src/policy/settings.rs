//! The settings of a client and of a call: clocks, caps, retries, limits. Each is one entry of a table.

use core::time::Duration;

use crate::util::random::part;

/// Passes the table of settings to the macro `$then`: `name: Type = default` for each, with its documentation. What follows `for`
/// comes before the table, in braces.
///
/// A table, because the client's builder and four types that send have a method for each setting, with the same documentation.
macro_rules! for_each_setting {
    ($then:ident $(for $($target:tt)+)?) => {
        $then! {
            $({ $($target)+ })?
            /// Longest wait from sending a request to the head of its answer, in each attempt. 60 s by default.
            first_byte_timeout: Duration = Duration::from_secs(60),
            /// Longest silence of the server inside the body. 30 s by default. A slow reader of a stream is not a stall.
            stall_timeout: Duration = Duration::from_secs(30),
            /// Least throughput of a body once its head is there. 64 bytes per second over 20 s by default.
            min_throughput: MinThroughput = MinThroughput::new(64, Duration::from_secs(20)),
            /// Least throughput of a `stream`. Off by default, because a provider may pause between two records.
            stream_min_throughput: MinThroughput = MinThroughput::OFF,
            /// Longest time of one attempt, body included. 60 s by default. For a `stream` it ends with the head of the answer.
            attempt_timeout: Duration = Duration::from_secs(60),
            /// Longest time of a whole call, with all its attempts and the waits between them. 120 s by default.
            ///
            /// For a `stream` it ends with the head of the answer. It also ends there if the server refuses the call: the reasons
            /// are then read for up to 5 s more. For `pages` and `items` it applies to each page.
            deadline: Duration = Duration::from_secs(120),
            /// How often a call is sent at most. 4 by default; 1 turns retries off.
            ///
            /// A call is repeated only if it cannot happen twice: reads, writes under an idempotency key, `PUT`, `DELETE`, and
            /// any request that certainly was not sent.
            max_attempts: u32 = 4,
            /// The pauses between attempts if the server names no pause. Up to 0.5 s, doubling to 20 s, by default.
            backoff: Backoff = Backoff::new(Duration::from_millis(500), Duration::from_secs(20)),
            /// How many retries an account may add to its calls. 20 % of them and 10 more by default.
            retry_budget: RetryBudget = RetryBudget::percent(20).reserve(10),
            /// How many calls of one account are on the wire at once. 16 by default. A `stream` counts until its head is there.
            max_concurrency_per_account: u32 = 16,
            /// What a call does if its account's limits do not let it through at once. It waits by default.
            on_limit: OnLimit = OnLimit::Wait,
            /// How many redirects of a read are followed, within the origin of the base URL. 5 by default; a write follows no
            /// redirect.
            max_redirects: u32 = 5,
            /// Largest body that is read into memory, and largest record of a stream, in bytes after unpacking. 64 MiB by default.
            max_body_bytes: u64 = 64 * 1024 * 1024,
        }
    };
}
pub(crate) use for_each_setting;

macro_rules! declare {
    ($($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        /// The settings of a call: those of the call, and the client's for the rest.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(crate) struct Settings {
            $(pub(crate) $name: $type,)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        /// The settings that a call changes.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub(crate) struct Overrides {
            $(pub(crate) $name: Option<$type>,)+
        }

        impl Overrides {
            /// Returns `settings` with these changes.
            pub(crate) fn apply_to(&self, settings: &Settings) -> Settings {
                Settings { $($name: self.$name.unwrap_or(settings.$name),)+ }
            }

            /// Takes what is not set here from `earlier`.
            pub(crate) fn with_fallback(&self, earlier: &Self) -> Self {
                Self { $($name: self.$name.or(earlier.$name),)+ }
            }
        }
    };
}
for_each_setting!(declare);

/// The least throughput of an answer's body, for servers that send a byte now and then.
///
/// Only time spent waiting for the server counts, not time that the reader takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinThroughput {
    pub(crate) bytes_per_second: u64,
    pub(crate) over: Duration,
}

impl MinThroughput {
    /// Any throughput is accepted.
    pub const OFF: Self = Self::new(0, Duration::MAX);

    /// Requires `bytes_per_second`, averaged over each `over` of waiting for the server.
    #[must_use]
    pub const fn new(bytes_per_second: u64, over: Duration) -> Self {
        Self { bytes_per_second, over }
    }

    /// The bytes that must arrive within `over`. `None` without a minimum.
    pub(crate) fn least(&self) -> Option<u64> {
        let millis = self.over.as_millis();
        let least = u128::from(self.bytes_per_second).saturating_mul(millis) / 1000;
        u64::try_from(least).ok().filter(|least| *least > 0)
    }
}

/// The pauses between attempts: exponential, with full jitter.
///
/// The pause before attempt n + 1 is drawn evenly from zero to `first * 2^(n-1)`, at most `most`. If a failing server names a wait
/// (`Retry-After`), the longer of the two counts. After a 429 the wait that it names (`Retry-After`, `ratelimit-reset`) replaces the
/// pause, plus up to 10 % and at most 2 s, so that calls that wait for the same moment do not all return in it.
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

    /// The longest pause after this many attempts.
    pub(crate) fn longest(self, attempts: u32) -> Duration {
        let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first.saturating_mul(doubled).min(self.most)
    }

    /// The pause after this many attempts. `random` is uniform.
    pub(crate) fn pause(self, attempts: u32, random: u32) -> Duration {
        part(self.longest(attempts), random)
    }
}

/// How many retries an account may add to its calls, so that retries do not make an outage worse.
///
/// Calls and retries are counted over about the last 10 seconds. Once the budget is spent, a failed call is not repeated. If every
/// call fails, only one at a time is sent, to find out whether the outage is over; the others fail with
/// [`Error::Unavailable`](crate::Error::Unavailable). Retries after a 429 do not count, because the account's limit paces them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetryBudget {
    pub(crate) percent: u32,
    pub(crate) reserve: u32,
}

impl RetryBudget {
    /// Allows this many retries for each 100 calls.
    #[must_use]
    pub const fn percent(percent: u32) -> Self {
        Self { percent, reserve: 0 }
    }

    /// Allows this many retries more, for accounts with few calls.
    #[must_use]
    pub const fn reserve(mut self, retries: u32) -> Self {
        self.reserve = retries;
        self
    }
}

/// What a call does if its account's limits do not let it through at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OnLimit {
    /// It waits in line until its deadline. If that is certainly too short, it fails at once.
    Wait,
    /// It fails at once with [`Error::RateLimited`](crate::Error::RateLimited).
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
