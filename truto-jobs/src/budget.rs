//! How many calls one API token may make: a pure function, which workers in all processes apply to the same number in the ledger.
//!
//! The server counts in windows, and does not say where they begin. So calls are spread: a tenth of a window's calls may be made at
//! once, and the rest returns evenly in the course of a window. In no window are there more calls than the server allows, wherever it
//! begins.

use core::time::Duration;

use crate::moment::Moment;

/// What a token may do: at most so many calls in any window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    calls: u32,
    window: Duration,
}

/// What is granted of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Granted {
    /// Calls that may be made now.
    pub(crate) calls: u32,
    /// How long to wait until it is worth to ask again.
    pub(crate) wait: Duration,
}

impl Budget {
    pub(crate) const fn new(calls: u32, window: Duration) -> Self {
        Self { calls: if calls == 0 { 1 } else { calls }, window }
    }

    /// The most calls at once.
    fn burst(self) -> u32 {
        (self.calls / 10).max(1)
    }

    /// The time in which one call returns.
    fn interval(self) -> Duration {
        let evenly = self.calls.saturating_sub(self.burst()).max(1);
        // Rounded up: a microsecond too much is a call too late, and a microsecond too little is a call too many.
        let micros = self.window.as_micros().div_ceil(u128::from(evenly)).max(1);
        Duration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX))
    }

    /// What may be done now. `whole_at` is when all calls will have returned.
    pub(crate) fn granted(self, whole_at: Moment, now: Moment) -> Granted {
        let interval = self.interval();
        let missing = self.after(whole_at, now, 0).since(now).as_micros().div_ceil(interval.as_micros());
        let missing = u32::try_from(missing).unwrap_or(u32::MAX);
        // A transaction for each call that returns would cost more than the call.
        let batch = (self.burst() / 5).max(1);
        let lacking = (missing + batch).saturating_sub(self.burst());
        Granted { calls: self.burst().saturating_sub(missing), wait: interval.saturating_mul(lacking) }
    }

    /// When all calls will have returned, after so many more.
    pub(crate) fn after(self, whole_at: Moment, now: Moment, calls: u32) -> Moment {
        let interval = self.interval();
        // A clock that was put back must not block the token for as long as it was ahead.
        let latest = now.after(interval.saturating_mul(self.burst()));
        whole_at.max(now).min(latest).after(interval.saturating_mul(calls))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEN_SECONDS: Duration = Duration::from_secs(10);

    fn millis(count: u64) -> Moment {
        Moment::START.after(Duration::from_millis(count))
    }

    #[test]
    fn a_tenth_is_granted_at_once_and_the_rest_evenly() {
        let budget = Budget::new(500, TEN_SECONDS);
        assert_eq!(budget.granted(Moment::START, millis(7)), Granted { calls: 50, wait: Duration::ZERO });
        let whole_at = budget.after(Moment::START, millis(7), 50);
        let granted = budget.granted(whole_at, millis(7));
        // 450 calls in 10 s: one returns every 22.2 ms, and ten are worth a transaction.
        assert_eq!((granted.calls, granted.wait.as_millis()), (0, 222));
        assert_eq!(budget.granted(whole_at, millis(7 + 223)).calls, 10);
        assert_eq!(budget.granted(whole_at, millis(7 + 10_000)).calls, 50);
    }

    #[test]
    fn a_clock_that_is_put_back_does_not_block_the_token() {
        let budget = Budget::new(500, TEN_SECONDS);
        let whole_at = budget.after(Moment::START, millis(60_000_000), 50);
        let granted = budget.granted(whole_at, millis(1_000));
        assert!(granted.wait <= TEN_SECONDS / 10, "{granted:?}");
        assert_eq!(budget.granted(budget.after(whole_at, millis(1_000), 0), millis(3_000)).calls, 50);
    }

    proptest! {
        /// Two workers ask whenever they like, and take all that they get.
        #[test]
        fn no_window_has_more_calls_than_the_budget(
            calls in 1_u32..60,
            pauses in proptest::collection::vec(0_u64..400, 1..200),
        ) {
            let budget = Budget::new(calls, Duration::from_secs(1));
            let (mut whole_at, mut now, mut made) = (Moment::START, millis(1_000), Vec::new());
            for pause in pauses {
                now = now.after(Duration::from_millis(pause));
                let granted = budget.granted(whole_at, now);
                whole_at = budget.after(whole_at, now, granted.calls);
                made.extend(core::iter::repeat_n(now, granted.calls as usize));
                prop_assert!(granted.calls > 0 || granted.wait > Duration::ZERO);
            }
            for (at, first) in made.iter().enumerate() {
                let in_window = made[at..].iter().take_while(|call| call.since(*first) < Duration::from_secs(1)).count();
                prop_assert!(in_window <= calls as usize, "{in_window} of {calls}");
            }
        }
    }
}
