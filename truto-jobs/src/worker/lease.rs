//! The lease of an account, as its calls see it. It ends by the clock of this process that no step moves, and it goes on while the
//! process is stopped: a worker that wakes up late sends nothing more.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::{Instant, sleep_until};

/// When the lease ends. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Lease(Arc<Mutex<Instant>>);

impl Lease {
    pub(crate) fn until(end: Instant) -> Self {
        Self(Arc::new(Mutex::new(end)))
    }

    pub(crate) fn end(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn renew(&self, end: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = end;
    }

    pub(crate) fn is_over(&self) -> bool {
        self.end() <= Instant::now()
    }

    /// Returns once the lease is over.
    pub(crate) async fn over(&self) {
        while !self.is_over() {
            sleep_until(self.end()).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_lease_that_is_renewed_is_not_over() {
        let start = Instant::now();
        let second = Duration::from_secs(1);
        let lease = Lease::until(start + second);
        let renewing = lease.clone();
        let renew = async move {
            sleep_until(start + second / 2).await;
            renewing.renew(start + 3 * second);
        };
        tokio::join!(lease.over(), renew);
        assert_eq!(Instant::now(), start + 3 * second);
        assert!(lease.is_over());
    }
}
