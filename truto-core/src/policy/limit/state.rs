//! What a limiter knows, for people to see.

use core::time::Duration;

use tokio::time::Instant;
use uuid::Uuid;

use crate::policy::limit::Limiters;
use crate::policy::limit::limiter::AccountLimiter;

/// The limits of one account at a moment, or of the calls that belong to the client. [`Client::limits`](crate::Client::limits) and
/// [`Account::limit_state`](crate::Account::limit_state) read them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitState {
    /// The `integrated_account_id`. `None` for calls of the platform, which share the limit of the API token.
    pub account: Option<String>,
    /// Calls that are on the wire.
    pub on_the_wire: u32,
    /// Calls that wait in line.
    pub waiting: usize,
    /// Time until the window opens. `None` if it is open.
    pub opens_in: Option<Duration>,
    /// The calls that the server said are left, and the time until it counts anew. `None` if it said nothing that still holds.
    pub quota: Option<(u64, Duration)>,
    /// Time until a call finds out whether the server answers again. `None` outside of an outage.
    pub next_trial_in: Option<Duration>,
}

impl Limiters {
    /// What the limiters know. The client's is first, and the accounts follow in the order of their ids.
    pub(crate) fn states(&self) -> Vec<LimitState> {
        let now = Instant::now();
        let mut accounts = self.of_accounts();
        accounts.sort_unstable_by_key(|(account, _)| *account);
        let accounts = accounts.into_iter().map(|(account, limiter)| {
            let id = Uuid::from_u128(account).hyphenated().to_string();
            limiter.limit_state(Some(id), now)
        });
        core::iter::once(self.of_client.limit_state(None, now)).chain(accounts).collect()
    }
}

impl AccountLimiter {
    /// What this limiter knows of its account.
    pub(crate) fn limit_state(&self, account: Option<String>, now: Instant) -> LimitState {
        let until = |moment: Instant| moment.saturating_duration_since(now);
        self.with_state(|state| LimitState {
            account,
            on_the_wire: state.window.on_the_wire(),
            waiting: state.waiting,
            opens_in: state.window.closed_until(now).map(until),
            quota: state.window.quota(now).map(|(calls, reset)| (calls, until(reset))),
            next_trial_in: state.health.down(now).map(|down| until(down.next_trial)),
        })
    }
}
