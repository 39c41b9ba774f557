//! The observations of a server: counts of connections and requests, and the requests themselves.

use std::sync::Mutex;

use tokio::sync::watch;

use super::received::Received;
use crate::bounded_log::BoundedLog;
use crate::lock::lock;

/// Connections and requests since the start.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) accepted: usize,
    pub(super) open: usize,
    pub(super) received: usize,
}

/// The counts, which a test can wait for, and the newest requests.
#[derive(Default)]
pub(super) struct Observed {
    counts: watch::Sender<Counts>,
    requests: Mutex<BoundedLog<Received>>,
}

impl Observed {
    pub(super) fn counts(&self) -> Counts {
        *self.counts.borrow()
    }

    /// Waits until the counts satisfy the condition.
    pub(super) async fn wait_until(&self, wanted: impl FnMut(&Counts) -> bool) {
        // An error means that the sender is dropped, but `self` holds it.
        drop(self.counts.subscribe().wait_for(wanted).await);
    }

    /// Counts a new connection, and returns its number.
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

    /// Keeps a request, and numbers it.
    pub(super) fn received(&self, request: &mut Received) {
        let mut requests = lock(&self.requests);
        request.sequence = self.counts().received;
        requests.push(request.clone(), request.cost());
        // The lock is still held, so no other request gets the same number.
        self.counts.send_modify(|counts| counts.received += 1);
    }

    pub(super) fn all(&self) -> Vec<Received> {
        lock(&self.requests).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, Method};
    use tokio::time::Instant;

    use super::Observed;
    use crate::bounded_log::{MAX_BYTES, MAX_ENTRIES};
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
        let observed = Observed::default();
        for _ in 0..=MAX_ENTRIES {
            observed.received(&mut request(0));
        }
        assert_eq!((observed.all().len(), observed.all()[0].sequence), (MAX_ENTRIES, 1));
        for _ in 0..3 {
            observed.received(&mut request(MAX_BYTES / 2));
        }
        assert_eq!(observed.all().len(), 1);
        observed.received(&mut request(2 * MAX_BYTES));
        assert_eq!(observed.all()[0].sequence, MAX_ENTRIES + 4, "the newest request is kept, whatever it costs");
        assert_eq!(observed.counts().received, MAX_ENTRIES + 5);
    }
}
