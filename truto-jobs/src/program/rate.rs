//! How fast a run is, from looks at its counters.

use std::collections::VecDeque;
use std::time::Duration;

/// Looks that count: the last two minutes.
const WINDOW: Duration = Duration::from_mins(2);

/// The looks at one run, each with the time since the first and the rows that ended until then.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rate(VecDeque<(Duration, u64)>);

impl Rate {
    pub(crate) fn look(&mut self, at: Duration, ended: u64) {
        while self.0.front().is_some_and(|(first, _)| at.saturating_sub(*first) > WINDOW) {
            self.0.pop_front();
        }
        self.0.push_back((at, ended));
    }

    /// Rows that ended in a second, if there were two looks.
    pub(crate) fn per_second(&self) -> Option<f64> {
        let ((first, before), (last, after)) = (self.0.front()?, self.0.back()?);
        let time = last.saturating_sub(*first).as_secs_f64();
        #[allow(clippy::cast_precision_loss, reason = "a rate is shown with three digits")]
        (time > 0.0).then(|| after.saturating_sub(*before) as f64 / time)
    }

    /// The time until so many rows have ended, at this rate.
    pub(crate) fn left(&self, open: u64) -> Option<Duration> {
        #[allow(clippy::cast_precision_loss, reason = "as above")]
        let seconds = open as f64 / self.per_second().filter(|rate| *rate > 0.0)?;
        Duration::try_from_secs_f64(seconds).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_that_of_the_last_two_minutes() {
        let second = Duration::from_secs(1);
        let mut rate = Rate::default();
        assert_eq!(rate.per_second(), None);
        rate.look(Duration::ZERO, 0);
        assert_eq!((rate.per_second(), rate.left(5)), (None, None));
        rate.look(10 * second, 1_000);
        assert_eq!((rate.per_second(), rate.left(500)), (Some(100.0), Some(5 * second)));
        // Nothing since.
        rate.look(130 * second, 1_000);
        assert_eq!((rate.per_second(), rate.left(500)), (Some(0.0), None));
    }
}
