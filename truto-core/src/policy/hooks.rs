//! What a client tells the program about calls that do not go well at once.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use crate::error::Error;

/// A call that is going to be sent again. Given to [`ClientBuilder::on_retry`](crate::ClientBuilder::on_retry).
///
/// ```
/// use std::sync::Arc;
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use truto_core::Client;
///
/// # fn main() -> Result<(), truto_core::Error> {
/// let retries = Arc::new(AtomicU64::new(0));
/// let counter = Arc::clone(&retries);
/// let client = Client::builder().token("t").on_retry(move |retry| {
///     counter.fetch_add(1, Ordering::Relaxed);
///     eprintln!("{} again in {:?}: {}", retry.endpoint(), retry.wait(), retry.error());
/// });
/// # client.build().map(drop) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Retry<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) account: &'a str,
    pub(crate) attempts: u32,
    pub(crate) wait: Duration,
    pub(crate) error: &'a Error,
}

impl Retry<'_> {
    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        self.endpoint
    }

    /// The `integrated_account_id`.
    #[must_use]
    pub fn account(&self) -> &str {
        self.account
    }

    /// How often the call was sent by now.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The pause before it is sent again.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// How the last attempt failed.
    #[must_use]
    pub fn error(&self) -> &Error {
        self.error
    }
}

/// An account whose window was closed by a refusal. Given to
/// [`ClientBuilder::on_rate_limit`](crate::ClientBuilder::on_rate_limit).
///
/// ```
/// use truto_core::Client;
///
/// # fn main() -> Result<(), truto_core::Error> {
/// let client = Client::builder()
///     .token("t")
///     .on_rate_limit(|limit| eprintln!("{} rests for {:?}", limit.account(), limit.wait()));
/// # client.build().map(drop) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RateLimited<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) account: &'a str,
    pub(crate) wait: Duration,
    pub(crate) error: &'a Error,
}

impl RateLimited<'_> {
    /// Method and path template of the endpoint whose call was refused.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        self.endpoint
    }

    /// The `integrated_account_id`, none of whose calls is sent for now.
    #[must_use]
    pub fn account(&self) -> &str {
        self.account
    }

    /// For how long.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// The refusal.
    #[must_use]
    pub fn error(&self) -> &Error {
        self.error
    }
}

type Hook<E> = Option<Arc<E>>;

/// The hooks of a client.
#[derive(Clone, Default)]
pub(crate) struct Hooks {
    pub(crate) on_retry: Hook<dyn Fn(&Retry<'_>) + Send + Sync>,
    pub(crate) on_rate_limit: Hook<dyn Fn(&RateLimited<'_>) + Send + Sync>,
}

impl fmt::Debug for Hooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hooks")
            .field("on_retry", &self.on_retry.is_some())
            .field("on_rate_limit", &self.on_rate_limit.is_some())
            .finish()
    }
}
