//! Settings of a single call, which win over the client's.

use core::time::Duration;

use http::HeaderValue;

use crate::error::Error;
use crate::idempotency;

/// Clocks and caps of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) first_byte_timeout: Duration,
    pub(crate) stall_timeout: Duration,
    pub(crate) deadline: Duration,
    pub(crate) max_body_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            first_byte_timeout: Duration::from_secs(60),
            stall_timeout: Duration::from_secs(30),
            deadline: Duration::from_secs(120),
            max_body_bytes: 64 * 1024 * 1024,
        }
    }
}

/// Whether a write carries an idempotency key, and which.
#[derive(Clone, Debug, Default)]
pub(crate) enum Key {
    #[default]
    Fresh,
    Own(String),
    None,
}

/// Settings of a single call, given with [`Account::with`](crate::Account::with).
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use std::time::Duration;
/// # use truto_core::{CallOptions, Client, Error, crm::{CreateAssociation, crm_entity}};
/// # let account = Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let options = CallOptions::new().deadline(Duration::from_secs(5)).idempotency_key("order 17");
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // A key that no header can carry is found before anything is sent.
/// let error = link.send(&account.with(options)).await.unwrap_err();
/// assert!(matches!(&error, Error::Config(error) if error.setting() == "idempotency_key"), "{error}");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
pub struct CallOptions {
    first_byte_timeout: Option<Duration>,
    stall_timeout: Option<Duration>,
    deadline: Option<Duration>,
    max_body_bytes: Option<u64>,
    key: Key,
}

impl CallOptions {
    /// Options that change nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Longest time of the whole call; see [`ClientBuilder::deadline`](crate::ClientBuilder::deadline).
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Longest wait for the head of the answer; see
    /// [`ClientBuilder::first_byte_timeout`](crate::ClientBuilder::first_byte_timeout).
    #[must_use]
    pub fn first_byte_timeout(mut self, timeout: Duration) -> Self {
        self.first_byte_timeout = Some(timeout);
        self
    }

    /// Longest silence inside the body; see [`ClientBuilder::stall_timeout`](crate::ClientBuilder::stall_timeout).
    #[must_use]
    pub fn stall_timeout(mut self, timeout: Duration) -> Self {
        self.stall_timeout = Some(timeout);
        self
    }

    /// Largest body read into memory; see [`ClientBuilder::max_body_bytes`](crate::ClientBuilder::max_body_bytes).
    #[must_use]
    pub fn max_body_bytes(mut self, bytes: u64) -> Self {
        self.max_body_bytes = Some(bytes);
        self
    }

    /// The `Idempotency-Key` of the write: the server answers a repetition under the same key without running it again.
    ///
    /// A key names one write: give each write a handle of its own. It is for callers that repeat a write across
    /// restarts; without one, each call draws its own. How long the server remembers a key is not documented.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.key = Key::Own(key.into());
        self
    }

    /// Sends the write without an `Idempotency-Key`.
    #[must_use]
    pub fn without_idempotency_key(mut self) -> Self {
        self.key = Key::None;
        self
    }

    /// `limits`, with what these options say instead.
    pub(crate) fn over(&self, limits: Limits) -> Limits {
        Limits {
            first_byte_timeout: self.first_byte_timeout.unwrap_or(limits.first_byte_timeout),
            stall_timeout: self.stall_timeout.unwrap_or(limits.stall_timeout),
            deadline: self.deadline.unwrap_or(limits.deadline),
            max_body_bytes: self.max_body_bytes.unwrap_or(limits.max_body_bytes),
        }
    }

    /// The key of one write.
    pub(crate) fn key(&self, random: idempotency::Random) -> Result<Option<HeaderValue>, Error> {
        match &self.key {
            Key::Fresh => idempotency::fresh(random).map(Some),
            Key::Own(key) => idempotency::own(key).map(Some),
            Key::None => Ok(None),
        }
    }
}
