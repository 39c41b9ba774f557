//! What a call may do, and when: decisions as pure functions of state and event. Only `limit` has state.

pub(crate) mod attempt;
pub(crate) mod clock;
pub(crate) mod hooks;
pub(crate) mod idempotency;
pub(crate) mod limit;
pub(crate) mod options;
pub(crate) mod outcome;
pub(crate) mod redirect;
pub(crate) mod retry;
pub(crate) mod settings;
pub(crate) mod throughput;
