//! The throughput of a body while the client waits for it.

use core::time::Duration;

use tokio::time::Instant;

use crate::error::Clock;
use crate::policy::clock::End;
use crate::policy::settings::MinThroughput;
use crate::util::instant::saturating_add;

/// The throughput of one body. Time that the reader takes does not count.
#[derive(Debug)]
pub(crate) struct Throughput {
    rule: MinThroughput,
    /// `None` without a minimum.
    least: Option<u64>,
    /// Time waited and bytes received since the count began.
    waited: Duration,
    received: u64,
}

impl Throughput {
    pub(crate) fn new(rule: MinThroughput) -> Self {
        Self { rule, least: rule.least(), waited: Duration::ZERO, received: 0 }
    }

    /// When the minimum is missed if nothing more comes. `since` is when the client began to wait.
    pub(crate) fn end(&self, since: Instant) -> Option<End> {
        let least = self.least?;
        // If this period has enough already, the minimum is missed at the end of the next period at the earliest.
        let time = if self.received >= least { self.rule.over.saturating_mul(2) } else { self.rule.over };
        let at = saturating_add(since, time.saturating_sub(self.waited));
        Some(End { at, clock: Clock::Throughput, after: self.rule.over })
    }

    /// Counts a piece that came after this wait.
    pub(crate) fn count(&mut self, waited: Duration, bytes: u64) {
        if self.least.is_none() {
            return;
        }
        self.waited = self.waited.saturating_add(waited);
        self.received = self.received.saturating_add(bytes);
        if self.least.is_some_and(|least| self.received >= least) && self.waited >= self.rule.over {
            (self.waited, self.received) = (Duration::ZERO, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// How many seconds a body of one piece of `bytes` each `pause` is read before it is too slow, at most 1000.
    fn patience(bytes: u64, pause: Duration) -> Option<u64> {
        let mut throughput = Throughput::new(MinThroughput::new(100, 10 * SECOND));
        let start = Instant::now();
        let mut now = start;
        while now - start < 1000 * SECOND {
            let end = throughput.end(now).unwrap().at;
            if end < now + pause {
                return Some((end - start).as_secs());
            }
            now += pause;
            throughput.count(pause, bytes);
        }
        None
    }

    #[tokio::test(start_paused = true)]
    async fn a_steady_body_is_read_and_a_trickle_is_not() {
        assert_eq!(patience(1, SECOND), Some(10));
        assert_eq!(patience(99, SECOND), Some(10));
        assert_eq!(patience(100, SECOND), None);
        assert_eq!(patience(1000, 9 * SECOND), None);
        assert_eq!(patience(1_000_000, 21 * SECOND), Some(10), "nothing came before");
    }

    #[test]
    fn without_a_rule_there_is_no_end() {
        let throughput = Throughput::new(MinThroughput::OFF);
        assert!(throughput.end(Instant::now()).is_none());
    }
}
