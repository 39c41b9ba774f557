//! What the sandbox remembers between requests: records, accounts, limits, keys, and the clock.

pub(crate) mod accounts;
pub(crate) mod clock;
pub(crate) mod idempotency;
pub(crate) mod limits;
pub(crate) mod request_log;
pub(crate) mod settings;
pub(crate) mod store;
pub(crate) mod weight;
