//! Random bytes, from the system or from a test, and the jitter that is drawn with them.

use core::time::Duration;

/// Fills the slice with random bytes.
pub(crate) type Random = fn(&mut [u8]) -> Result<(), getrandom::Error>;

/// The longest time over which calls that wait for the same moment are spread.
const LONGEST_SPREAD: Duration = Duration::from_secs(2);

/// A random part of a time, if `random` is uniform.
pub(crate) fn part(of: Duration, random: u32) -> Duration {
    let micros = of.as_micros().saturating_mul(u128::from(random)) / u128::from(u32::MAX);
    Duration::from_micros(u64::try_from(micros).unwrap_or(u64::MAX))
}

/// Spreads calls that wait for the same moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    /// Uniform.
    pub(crate) random: u32,
    /// Time until the deadline of the call.
    pub(crate) left: Duration,
}

impl Spread {
    /// The wait and up to a tenth more, at most 2 s. If the call has time for the wait, it has time for both.
    pub(crate) fn over(self, wait: Duration) -> Duration {
        let room = self.left.checked_sub(wait).map_or(LONGEST_SPREAD, |room| room / 2);
        let more = part((wait / 10).min(LONGEST_SPREAD).min(room), self.random);
        wait.saturating_add(more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_gets_longer_by_a_tenth_at_most_and_stays_within_the_deadline() {
        let second = Duration::from_secs(1);
        for (wait, random, left, over) in [
            (10 * second, 0, 100 * second, 10 * second),
            (10 * second, u32::MAX, 100 * second, 11 * second),
            (60 * second, u32::MAX, 100 * second, 62 * second),
            (10 * second, u32::MAX, 11 * second, 10 * second + second / 2),
            (10 * second, u32::MAX, 5 * second, 11 * second),
            (Duration::ZERO, u32::MAX, 5 * second, Duration::ZERO),
            (Duration::MAX, u32::MAX, second, Duration::MAX),
        ] {
            assert_eq!(Spread { random, left }.over(wait), over, "{wait:?} {random} {left:?}");
        }
    }
}
