//! Rate limits: so many calls in a window, per account and per token.
//!
//! Off unless asked for, so that no test trips over them by accident. The windows are fixed: one opens with the first
//! call and closes when its time is over on the sandbox's [`Clock`](crate::Clock).

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};

use crate::lock::lock;

/// How many calls the sandbox takes in a window before it answers 429.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::settings::OnLimit;
/// use truto_core::Error;
/// use truto_sandbox::{RateLimits, Sandbox};
///
/// // `RateLimits::documented()`, or whatever a test can reach quickly.
/// let sandbox = Sandbox::builder().rate_limits(RateLimits::off().per_account(1)).in_process();
/// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
/// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().salesforce)?;
/// let link = || CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts).send(&account);
/// assert!(link().await.is_ok());
/// // The first answer said that none is left: a client that learns from that need not ask.
/// let hurried = link().on_limit(OnLimit::Fail).await;
/// assert!(matches!(hurried, Err(Error::RateLimited(limited)) if limited.retry_at().is_some()));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    per_account: Option<u32>,
    per_token: Option<u32>,
    window: Duration,
}

impl RateLimits {
    /// No limits, and windows of 10 s for those that are added.
    #[must_use]
    pub const fn off() -> Self {
        Self { per_account: None, per_token: None, window: Duration::from_secs(10) }
    }

    /// 50 calls in 10 s per account, 500 per token.
    #[must_use]
    pub const fn documented() -> Self {
        Self::off().per_account(50).per_token(500)
    }

    /// The same limits with so many calls per account.
    #[must_use]
    pub const fn per_account(mut self, calls: u32) -> Self {
        self.per_account = Some(calls);
        self
    }

    /// The same limits with so many calls per token.
    #[must_use]
    pub const fn per_token(mut self, calls: u32) -> Self {
        self.per_token = Some(calls);
        self
    }

    /// The same limits over another window.
    #[must_use]
    pub const fn window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        Self::off()
    }
}

/// What is left in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quota {
    limit: u32,
    remaining: u32,
    reset: u64,
    window: u64,
}

impl Quota {
    /// The API documents the length of the window as its `Retry-After`, whatever is left of it.
    pub(crate) fn retry_after(self) -> u64 {
        self.window
    }

    pub(crate) fn write(self, headers: &mut HeaderMap) {
        // `quota;w=window`: the documented form, which is not a plain number.
        if let Ok(limit) = HeaderValue::from_str(&format!("{};w={}", self.limit, self.window)) {
            headers.insert(HeaderName::from_static("ratelimit-limit"), limit);
        }
        headers.insert(HeaderName::from_static("ratelimit-remaining"), HeaderValue::from(self.remaining));
        headers.insert(HeaderName::from_static("ratelimit-reset"), HeaderValue::from(self.reset));
    }
}

/// Whether a call may go ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing limits this account.
    Unlimited,
    /// Within the limit.
    Within(Quota),
    /// Over the limit of the account.
    AccountSpent(Quota),
    /// Over the limit of the token.
    TokenSpent(Quota),
}

#[derive(Clone, Copy, Debug)]
struct Window {
    opened: Duration,
    used: u32,
}

#[derive(Debug, Default)]
struct Windows {
    token: Option<Window>,
    // Only accounts that exist get here, so this never outgrows the accounts.
    accounts: HashMap<String, Window>,
}

/// Counts calls.
#[derive(Debug)]
pub(crate) struct Limiter {
    limits: RateLimits,
    windows: Mutex<Windows>,
}

impl Limiter {
    pub(crate) fn new(limits: RateLimits) -> Self {
        Self { limits, windows: Mutex::default() }
    }

    pub(crate) fn reset(&self) {
        *lock(&self.windows) = Windows::default();
    }

    /// Counts one call of this account. A call that is refused is not counted.
    pub(crate) fn take(&self, account: &str, now: Duration) -> Verdict {
        let RateLimits { per_account, per_token, window } = self.limits;
        if per_account.is_none() && per_token.is_none() {
            return Verdict::Unlimited;
        }
        let mut windows = lock(&self.windows);
        let fresh = Window { opened: now, used: 0 };
        // Ages instead of ends: these cannot overflow, whatever the window and the clock.
        let age = |known: Window| now.saturating_sub(known.opened);
        let current = |known: Option<Window>| known.filter(|known| age(*known) < window).unwrap_or(fresh);
        let mut token = current(windows.token);
        let mut own = current(windows.accounts.get(account).copied());
        let quota = |counted: Window, limit: u32| Quota {
            limit,
            remaining: limit.saturating_sub(counted.used),
            reset: whole_seconds(window.saturating_sub(age(counted))),
            window: whole_seconds(window),
        };

        if let Some(limit) = per_token.filter(|limit| token.used >= *limit) {
            return Verdict::TokenSpent(quota(token, limit));
        }
        if let Some(limit) = per_account.filter(|limit| own.used >= *limit) {
            return Verdict::AccountSpent(quota(own, limit));
        }
        token.used = token.used.saturating_add(1);
        own.used = own.used.saturating_add(1);
        windows.token = Some(token);
        windows.accounts.insert(account.to_owned(), own);
        match (per_account, per_token) {
            (Some(limit), _) => Verdict::Within(quota(own, limit)),
            (None, Some(limit)) => Verdict::Within(quota(token, limit)),
            (None, None) => Verdict::Unlimited,
        }
    }
}

/// Rounded up: a client that waits for what it is told finds the window open.
fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Limiter, Quota, RateLimits, Verdict};

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_spent_window_opens_again_when_its_time_is_over() {
        let limiter = Limiter::new(RateLimits::off().per_account(2));
        let within = |remaining, reset| Verdict::Within(Quota { limit: 2, remaining, reset, window: 10 });
        assert_eq!(limiter.take("a", at(0)), within(1, 10));
        assert_eq!(limiter.take("a", at(4)), within(0, 6));
        let spent = Verdict::AccountSpent(Quota { limit: 2, remaining: 0, reset: 1, window: 10 });
        assert_eq!(limiter.take("a", Duration::from_millis(9_500)), spent);
        assert_eq!(limiter.take("b", at(9)), within(1, 10), "another account has a window of its own");
        assert_eq!(limiter.take("a", at(10)), within(1, 10));
    }

    #[test]
    fn the_token_is_limited_over_all_accounts() {
        let limiter = Limiter::new(RateLimits::off().per_account(2).per_token(3));
        for account in ["a", "a", "b"] {
            assert!(matches!(limiter.take(account, at(0)), Verdict::Within(_)));
        }
        assert!(matches!(limiter.take("c", at(1)), Verdict::TokenSpent(_)));
        limiter.reset();
        assert!(matches!(limiter.take("c", at(1)), Verdict::Within(_)));
    }

    #[test]
    fn a_window_may_be_as_long_as_time() {
        let limiter = Limiter::new(RateLimits::off().per_account(1).window(Duration::MAX));
        let quota = |reset| Quota { limit: 1, remaining: 0, reset, window: u64::MAX };
        assert_eq!(limiter.take("a", at(5)), Verdict::Within(quota(u64::MAX)));
        assert_eq!(limiter.take("a", at(6)), Verdict::AccountSpent(quota(u64::MAX)));
    }

    #[test]
    fn at_the_end_of_time_limits_hold() {
        let limiter = Limiter::new(RateLimits::off().per_account(1));
        let quota = Quota { limit: 1, remaining: 0, reset: 10, window: 10 };
        assert_eq!(limiter.take("a", Duration::MAX), Verdict::Within(quota));
        assert_eq!(limiter.take("a", Duration::MAX), Verdict::AccountSpent(quota));
    }

    #[test]
    fn nothing_is_limited_by_default() {
        assert_eq!(Limiter::new(RateLimits::default()).take("a", at(0)), Verdict::Unlimited);
    }
}
