//! Rate limits per account and per token, off by default so that no test meets them by accident.
//!
//! The windows are fixed: a window opens with the first call, and closes after its time on the sandbox's
//! [`Clock`](crate::Clock).

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};

use crate::answer::refusal::Refusal;
use crate::lock::lock;

/// The number of calls that the sandbox accepts in a window before it answers 429.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::settings::OnLimit;
/// use truto_sandbox::{RateLimits, Sandbox};
///
/// // `RateLimits::documented()` are the real limits. A test reaches a lower limit sooner.
/// let sandbox = Sandbox::builder().rate_limits(RateLimits::off().per_account(1)).in_process();
/// # let account = sandbox.client().build()?.account(sandbox.accounts().salesforce)?;
/// let link = || CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts).send(&account);
/// assert!(link().await.is_ok());
/// assert!(link().on_limit(OnLimit::Fail).await.unwrap_err().is_rate_limited());
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimits {
    per_account: Option<u32>,
    per_token: Option<u32>,
    window: Duration,
}

impl RateLimits {
    /// No limits. Limits that are added have windows of 10 s.
    #[must_use]
    pub const fn off() -> Self {
        Self { per_account: None, per_token: None, window: Duration::from_secs(10) }
    }

    /// 50 calls in 10 s per account, 500 per token.
    #[must_use]
    pub const fn documented() -> Self {
        Self::off().per_account(50).per_token(500)
    }

    /// Limits the calls per account.
    #[must_use]
    pub const fn per_account(mut self, calls: u32) -> Self {
        self.per_account = Some(calls);
        self
    }

    /// Limits the calls per token.
    #[must_use]
    pub const fn per_token(mut self, calls: u32) -> Self {
        self.per_token = Some(calls);
        self
    }

    /// Sets the length of the window.
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

/// The state of a window, as an answer reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quota {
    limit: u32,
    remaining: u32,
    reset: u64,
    window: u64,
}

impl Quota {
    pub(crate) fn write(self, headers: &mut HeaderMap) {
        // `quota;w=window` is the documented form, and not a plain number.
        if let Ok(limit) = HeaderValue::from_str(&format!("{};w={}", self.limit, self.window)) {
            headers.insert(HeaderName::from_static("ratelimit-limit"), limit);
        }
        headers.insert(HeaderName::from_static("ratelimit-remaining"), HeaderValue::from(self.remaining));
        headers.insert(HeaderName::from_static("ratelimit-reset"), HeaderValue::from(self.reset));
    }
}

#[derive(Clone, Copy, Debug)]
struct Window {
    opened: Duration,
    used: u32,
}

#[derive(Debug, Default)]
struct Windows {
    token: Option<Window>,
    /// Only existing accounts are counted, so the map cannot outgrow them.
    accounts: HashMap<String, Window>,
}

/// Counts the calls in their windows.
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

    /// Counts a call of the platform, which belongs to no account.
    pub(crate) fn take_token(&self, now: Duration) -> (Option<Quota>, Result<(), Refusal>) {
        let Some(limit) = self.limits.per_token else { return (None, Ok(())) };
        let length = self.limits.window;
        let mut windows = lock(&self.windows);
        let age = |window: &Window| now.saturating_sub(window.opened);
        let mut window = windows.token.filter(|window| age(window) < length).unwrap_or(Window { opened: now, used: 0 });
        let is_spent = window.used >= limit;
        if !is_spent {
            window.used = window.used.saturating_add(1);
            windows.token = Some(window);
        }
        let quota = Quota {
            limit,
            remaining: limit.saturating_sub(window.used),
            reset: whole_seconds(length.saturating_sub(age(&window))),
            window: whole_seconds(length),
        };
        let refused = || Err(Refusal::too_many("Too many requests for this token", whole_seconds(length)));
        (Some(quota), if is_spent { refused() } else { Ok(()) })
    }

    /// Counts a call of this account, and returns the quota to report, if there is a limit. A refused call is not counted.
    pub(crate) fn take(&self, account: &str, now: Duration) -> (Option<Quota>, Result<(), Refusal>) {
        let RateLimits { per_account, per_token, window: length } = self.limits;
        if per_account.is_none() && per_token.is_none() {
            return (None, Ok(()));
        }
        let mut windows = lock(&self.windows);
        // Ages cannot overflow, unlike ends.
        let age = |window: &Window| now.saturating_sub(window.opened);
        let new = Window { opened: now, used: 0 };
        let mut token = windows.token.filter(|window| age(window) < length).unwrap_or(new);
        let mut own = windows.accounts.get(account).copied().filter(|window| age(window) < length).unwrap_or(new);
        let quota = |window: Window, limit: u32| Quota {
            limit,
            remaining: limit.saturating_sub(window.used),
            reset: whole_seconds(length.saturating_sub(age(&window))),
            window: whole_seconds(length),
        };
        // The API documents the length of the window as `Retry-After`, however much of it is left.
        let refuse = |message| Err(Refusal::too_many(message, whole_seconds(length)));

        if let Some(limit) = per_token.filter(|limit| token.used >= *limit) {
            return (Some(quota(token, limit)), refuse("Too many requests for this token".to_owned()));
        }
        if let Some(limit) = per_account.filter(|limit| own.used >= *limit) {
            let message = format!("Too many requests for the integrated account {account}");
            return (Some(quota(own, limit)), refuse(message));
        }
        token.used = token.used.saturating_add(1);
        own.used = own.used.saturating_add(1);
        windows.token = Some(token);
        windows.accounts.insert(account.to_owned(), own);
        (per_account.map(|limit| quota(own, limit)).or(per_token.map(|limit| quota(token, limit))), Ok(()))
    }
}

/// Rounds up, so that a client that waits so long finds the window open.
fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Limiter, Quota, RateLimits};

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    /// Takes a call, and returns the quota and whether the call was admitted.
    fn take(limiter: &Limiter, account: &str, now: Duration) -> (Option<Quota>, bool) {
        let (quota, admitted) = limiter.take(account, now);
        (quota, admitted.is_ok())
    }

    #[test]
    fn a_spent_window_opens_again_when_its_time_is_over() {
        let limiter = Limiter::new(RateLimits::off().per_account(2));
        let within = |remaining, reset| (Some(Quota { limit: 2, remaining, reset, window: 10 }), true);
        assert_eq!(take(&limiter, "a", at(0)), within(1, 10));
        assert_eq!(take(&limiter, "a", at(4)), within(0, 6));
        let spent = (Some(Quota { limit: 2, remaining: 0, reset: 1, window: 10 }), false);
        assert_eq!(take(&limiter, "a", Duration::from_millis(9_500)), spent);
        assert_eq!(take(&limiter, "b", at(9)), within(1, 10), "another account has a window of its own");
        assert_eq!(take(&limiter, "a", at(10)), within(1, 10));
    }

    #[test]
    fn the_token_is_limited_over_all_accounts() {
        let limiter = Limiter::new(RateLimits::off().per_account(2).per_token(3));
        for account in ["a", "a", "b"] {
            assert!(take(&limiter, account, at(0)).1);
        }
        let (_, refused) = limiter.take("c", at(1));
        assert!(format!("{refused:?}").contains("for this token"), "{refused:?}");
        limiter.reset();
        assert!(take(&limiter, "c", at(1)).1);
    }

    #[test]
    fn a_window_may_be_as_long_as_time() {
        let limiter = Limiter::new(RateLimits::off().per_account(1).window(Duration::MAX));
        let quota = |reset| Quota { limit: 1, remaining: 0, reset, window: u64::MAX };
        assert_eq!(take(&limiter, "a", at(5)), (Some(quota(u64::MAX)), true));
        assert_eq!(take(&limiter, "a", at(6)), (Some(quota(u64::MAX)), false));
    }

    #[test]
    fn at_the_end_of_time_limits_hold() {
        let limiter = Limiter::new(RateLimits::off().per_account(1));
        let quota = Quota { limit: 1, remaining: 0, reset: 10, window: 10 };
        assert_eq!(take(&limiter, "a", Duration::MAX), (Some(quota), true));
        assert_eq!(take(&limiter, "a", Duration::MAX), (Some(quota), false));
    }

    #[test]
    fn nothing_is_limited_by_default() {
        assert_eq!(take(&Limiter::new(RateLimits::default()), "a", at(0)), (None, true));
    }
}
