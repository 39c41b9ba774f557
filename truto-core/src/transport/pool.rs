//! The connections of requests: a client's own pool, and a new client after one of its connections stopped answering.
//!
//! A connection can die silently. With HTTP/1 that affects one request. With HTTP/2 all requests share the connection, and neither
//! reqwest nor hyper-util has a way to close it. So after a clock ran out, the next attempt uses a new client with its own
//! connections.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::sync::{Arc, PoisonError, RwLock};

use http::Version;
use tokio::time::Instant;

use crate::error::Error;

/// The least time that connections are shared before new ones replace them, because a new client loads certificates, which takes
/// milliseconds. If they fall silent earlier, each attempt makes a new connection until then.
const LEAST_AGE: Duration = Duration::from_secs(1);

/// Makes a client.
pub(crate) type Make<C> = Box<dyn Fn(Keep) -> Result<C, Error> + Send + Sync>;

/// Which connections a client keeps for later requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    All,
    Nothing,
}

/// Makes clients, and holds the current one.
pub(crate) struct Pool<C> {
    make: Make<C>,
    current: RwLock<Current<C>>,
}

struct Current<C> {
    shared: Arc<Connections<C>>,
    /// A client that keeps no connections. Made when it is needed.
    single: Option<Arc<Connections<C>>>,
}

/// A client, and the state of its connections.
pub(crate) struct Connections<C> {
    pub(crate) client: C,
    since: Instant,
    /// Whether one of them fell silent.
    silent: AtomicBool,
    /// Whether each carries one request at a time. Then the silent connection is already closed.
    one_each: AtomicBool,
}

impl<C> Pool<C> {
    pub(crate) fn new(make: Make<C>) -> Result<Self, Error> {
        let shared = Connections::new(make(Keep::All)?);
        Ok(Self { make, current: RwLock::new(Current { shared, single: None }) })
    }

    /// The connections for the next attempt. None of them fell silent.
    pub(crate) fn connections(&self) -> Result<Arc<Connections<C>>, Error> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        if !current.shared.silent.load(Ordering::Relaxed) {
            return Ok(Arc::clone(&current.shared));
        }
        drop(current);
        self.renewed()
    }

    #[cold]
    fn renewed(&self) -> Result<Arc<Connections<C>>, Error> {
        // Calls that met the same silence wait here for the one that makes the client. Calls on the wire continue.
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let Connections { since, silent, one_each, .. } = &*current.shared;
        if silent.load(Ordering::Relaxed) {
            if since.elapsed() >= LEAST_AGE {
                current.shared = Connections::new((self.make)(Keep::All)?);
            } else if !one_each.load(Ordering::Relaxed) {
                let single = match current.single.take() {
                    Some(single) => single,
                    None => Connections::new((self.make)(Keep::Nothing)?),
                };
                return Ok(Arc::clone(current.single.insert(single)));
            }
        }
        Ok(Arc::clone(&current.shared))
    }
}

impl<C> Connections<C> {
    fn new(client: C) -> Arc<Self> {
        let (silent, one_each) = (AtomicBool::new(false), AtomicBool::new(false));
        Arc::new(Self { client, since: Instant::now(), silent, one_each })
    }

    /// Records the version of HTTP in which a request was answered.
    pub(crate) fn answered(&self, version: Version) {
        let one_each = version < Version::HTTP_2;
        if self.one_each.load(Ordering::Relaxed) != one_each {
            self.one_each.store(one_each, Ordering::Relaxed);
        }
    }

    /// Records that a clock ran out while one of the connections was in use.
    pub(crate) fn fell_silent(&self) {
        self.silent.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::AtomicU32;

    use tokio::time::advance;

    use super::*;
    use crate::error::ConfigError;

    const MILLISECOND: Duration = Duration::from_millis(1);

    /// A pool, and how many clients it made that keep connections, and that do not.
    fn counted() -> (Arc<Pool<()>>, Arc<[AtomicU32; 2]>) {
        let made = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
        let counter = Arc::clone(&made);
        let pool = Pool::new(Box::new(move |keep| {
            counter[usize::from(keep == Keep::Nothing)].fetch_add(1, Ordering::SeqCst);
            Ok(())
        }));
        (Arc::new(pool.unwrap()), made)
    }

    fn made(count: &[AtomicU32; 2]) -> [u32; 2] {
        [count[0].load(Ordering::SeqCst), count[1].load(Ordering::SeqCst)]
    }

    #[tokio::test(start_paused = true)]
    async fn silence_of_many_calls_makes_one_client_and_never_more_than_one_a_second() {
        let (pool, count) = counted();
        let before = pool.connections().unwrap();
        advance(LEAST_AGE).await;
        for _ in 0..10 {
            before.fell_silent();
            let after = pool.connections().unwrap();
            assert!(!Arc::ptr_eq(&before, &after));
        }
        assert_eq!(made(&count), [2, 0], "whoever still waits on the old ones says nothing of the new ones");
        for _ in 0..100 {
            let connections = pool.connections().unwrap();
            connections.fell_silent();
            let is_single = |next: &Arc<Connections<()>>| {
                pool.current.read().unwrap().single.as_ref().is_some_and(|single| Arc::ptr_eq(single, next))
            };
            let next = pool.connections().unwrap();
            assert!(!Arc::ptr_eq(&connections, &next) || is_single(&next), "over the same connection once more");
            advance(50 * MILLISECOND).await;
        }
        assert_eq!(made(&count), [2 + 4, 1], "for the four seconds that follow, and a client for what comes between");
    }

    #[tokio::test(start_paused = true)]
    async fn what_carries_one_request_at_a_time_is_replaced_no_sooner() {
        let (pool, count) = counted();
        let first = pool.connections().unwrap();
        first.one_each.store(true, Ordering::Relaxed);
        first.fell_silent();
        assert!(Arc::ptr_eq(&first, &pool.connections().unwrap()), "the connection that fell silent is closed");
        advance(LEAST_AGE).await;
        assert!(!Arc::ptr_eq(&first, &pool.connections().unwrap()));
        assert_eq!(made(&count), [2, 0]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_cannot_be_made_is_an_error_until_it_can() {
        let fails = Arc::new(AtomicBool::new(false));
        let switch = Arc::clone(&fails);
        let pool = Pool::new(Box::new(move |_| {
            let failure = ConfigError::new("transport", "cannot be set up", "check `configure_reqwest`");
            if switch.load(Ordering::SeqCst) { Err(failure.into()) } else { Ok(()) }
        }))
        .unwrap();
        pool.connections().unwrap().fell_silent();
        fails.store(true, Ordering::SeqCst);
        for age in [Duration::ZERO, LEAST_AGE] {
            advance(age).await;
            assert!(pool.connections().is_err());
        }
        fails.store(false, Ordering::SeqCst);
        assert!(!pool.connections().unwrap().silent.load(Ordering::Relaxed));
    }
}
