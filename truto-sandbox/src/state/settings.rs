//! What a sandbox is set up with, once and for all.
//!
//! The builder fills it; what tests change while the sandbox runs lives in [`Shared`](crate::state::Shared).

use std::collections::BTreeMap;

use truto_core::Registry;

use crate::state::accounts::Account;
use crate::state::clock::Clock;
use crate::state::custom::CustomAnswers;
use crate::state::limits::RateLimits;

/// Settings of a sandbox.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) token: String,
    pub(crate) accounts: BTreeMap<String, Account>,
    pub(crate) registry: Registry,
    pub(crate) answers: CustomAnswers,
    pub(crate) clock: Clock,
    pub(crate) rate_limits: RateLimits,
    pub(crate) max_body_bytes: usize,
    pub(crate) request_log: usize,
    pub(crate) stream_bytes: u64,
    pub(crate) strict_filters: bool,
    pub(crate) seed: u32,
    pub(crate) control_needs_token: bool,
}
