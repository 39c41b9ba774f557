//! What a test can see of a server: its counts, and the requests that it received.
//!
//! The requests are bounded in number and bytes, and the oldest go first; the counts go on.

use std::collections::VecDeque;
use std::sync::Mutex;

use tokio::sync::watch;

use super::received::Received;
use crate::lock::lock;

const MAX_REQUESTS: usize = 10_000;
const MAX_BYTES: usize = 64 << 20;

/// Connections and requests since the start.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) accepted: usize,
    pub(super) open: usize,
    pub(super) received: usize,
}

/// Counts that can be waited for, and requests.
pub(super) struct Observed {
    counts: watch::Sender<Counts>,
    log: Mutex<Log>,
}

#[derive(Default)]
struct Log {
    kept: VecDeque<Received>,
    bytes: usize,
}

impl Observed {
    pub(super) fn new() -> Self {
        Self { counts: watch::Sender::new(Counts::default()), log: Mutex::default() }
    }

    pub(super) fn counts(&self) -> Counts {
        *self.counts.borrow()
    }

    /// Returns as soon as the counts are as wanted.
    pub(super) async fn wait_until(&self, wanted: impl FnMut(&Counts) -> bool) {
        // It fails only without a sender, and that is borrowed here.
        drop(self.counts.subscribe().wait_for(wanted).await);
    }

    /// Counts a connection, and returns its number.
    pub(super) fn accepted(&self) -> usize {
        let mut number = 0;
        self.counts.send_modify(|counts| {
            number = counts.accepted;
            counts.accepted += 1;
            counts.open += 1;
        });
        number
    }

    pub(super) fn closed(&self) {
        self.counts.send_modify(|counts| counts.open -= 1);
    }

    /// Keeps a request, and gives it its place among all of them.
    pub(super) fn received(&self, request: &mut Received) {
        let mut log = lock(&self.log);
        request.sequence = self.counts().received;
        log.bytes += request.weight();
        log.kept.push_back(request.clone());
        while log.kept.len() > MAX_REQUESTS || (log.bytes > MAX_BYTES && log.kept.len() > 1) {
            let Some(oldest) = log.kept.pop_front() else {
                break;
            };
            log.bytes -= oldest.weight();
        }
        // Under the lock, so that the place is counted once.
        self.counts.send_modify(|counts| counts.received += 1);
    }

    pub(super) fn all(&self) -> Vec<Received> {
        lock(&self.log).kept.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, Method};
    use tokio::time::Instant;

    use super::{MAX_BYTES, MAX_REQUESTS, Observed};
    use crate::testkit::Received;

    fn request(bytes: usize) -> Received {
        Received {
            connection: 0,
            sequence: 0,
            method: Method::GET,
            target: String::new(),
            headers: HeaderMap::new(),
            body: Bytes::from(vec![0; bytes]),
            complete: true,
            at: Instant::now(),
        }
    }

    #[test]
    fn the_newest_requests_are_kept_and_all_are_counted() {
        let observed = Observed::new();
        for _ in 0..=MAX_REQUESTS {
            observed.received(&mut request(0));
        }
        assert_eq!((observed.all().len(), observed.all()[0].sequence), (MAX_REQUESTS, 1));
        for _ in 0..3 {
            observed.received(&mut request(MAX_BYTES / 2));
        }
        assert_eq!(observed.all().len(), 1);
        observed.received(&mut request(2 * MAX_BYTES));
        assert_eq!(observed.all()[0].sequence, MAX_REQUESTS + 4, "the last one is kept, whatever it weighs");
        assert_eq!(observed.counts().received, MAX_REQUESTS + 5);
    }
}
