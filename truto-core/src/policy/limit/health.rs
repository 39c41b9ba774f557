//! Whether an account's server answers: the retry budget of its calls, and the circuit breaker that stops them if the budget is
//! spent and all of them fail, or if the account is blocked.

use core::time::Duration;
use std::sync::Arc;

use tokio::time::Instant;

use crate::error::Error;
use crate::policy::retry::Verdict;
use crate::policy::settings::RetryBudget;
use crate::util::instant::saturating_add;
use crate::util::random::{Spread, part};

/// How long a call counts, on average.
const MEMORY: Duration = Duration::from_secs(10);
/// Fewer failures in a row are not an outage, even with a small budget.
const OUTAGE: f64 = 20.0;
/// The pause before the first trial of an outage; it doubles.
const FIRST_TRIAL: Duration = Duration::from_secs(1);
const LONGEST_TRIAL: Duration = Duration::from_secs(30);

/// The health of one account's server.
#[derive(Debug, Default)]
pub(crate) struct Health {
    ledger: Option<Ledger>,
    /// Failures in a row.
    failures: u32,
    outage: Option<Outage>,
}

/// Calls and retries. Older ones count less.
#[derive(Clone, Copy, Debug)]
struct Ledger {
    calls: f64,
    retries: f64,
    at: Instant,
}

/// A time in which only trials are sent.
#[derive(Debug)]
struct Outage {
    cause: Arc<Error>,
    next_trial: Instant,
    /// Whether a trial is on the wire.
    trying: bool,
    trials: u32,
}

/// Why nothing is sent, and until when.
#[derive(Clone, Debug)]
pub(crate) struct Down {
    pub(crate) cause: Arc<Error>,
    pub(crate) next_trial: Instant,
}

impl Health {
    /// Why calls are not sent, if they are not.
    pub(crate) fn down(&self, now: Instant) -> Option<Down> {
        let outage = self.outage.as_ref().filter(|outage| outage.trying || now < outage.next_trial)?;
        // A trial on the wire needs time for its answer.
        let next_trial = if outage.trying { saturating_add(now, pause(outage.trials)) } else { outage.next_trial };
        Some(Down { cause: Arc::clone(&outage.cause), next_trial })
    }

    /// Begins a call. Returns whether it is a trial.
    pub(crate) fn begin(&mut self) -> bool {
        if let Some(outage) = &mut self.outage {
            outage.trying = true;
        }
        self.outage.is_some()
    }

    /// Counts a call, not each of its attempts.
    pub(crate) fn count_call(&mut self, now: Instant) {
        self.ledger(now).calls += 1.0;
    }

    /// Takes a retry from the budget. Returns `false` if the budget is spent, or in an outage, where the retry would only wait.
    pub(crate) fn take_retry(&mut self, budget: RetryBudget, now: Instant) -> bool {
        if self.outage.is_some() {
            return false;
        }
        let ledger = self.ledger(now);
        let granted = ledger.retries + 1.0 <= ledger.most(budget);
        ledger.retries += f64::from(u8::from(granted));
        granted
    }

    /// The server answered.
    pub(crate) fn answered(&mut self) {
        self.failures = 0;
        self.outage = None;
    }

    /// The server did not answer, or not like a server that works. More failures in a row than the budget has retries are an
    /// outage, whether or not these calls could be repeated, and so is a blocked account. In an outage only trials are sent.
    pub(crate) fn failed(&mut self, trial: bool, budget: RetryBudget, spread: Spread, now: Instant, cause: &Error) {
        self.failures = self.failures.saturating_add(1);
        let most = self.ledger(now).most(budget).max(OUTAGE);
        let trials = match &self.outage {
            Some(outage) if trial => outage.trials.saturating_add(1),
            None if f64::from(self.failures) >= most || Verdict::of(cause) == Verdict::Blocked => 0,
            _ => return,
        };
        let next_trial = next_trial(now, trials, spread, cause);
        self.outage = Some(Outage { cause: Arc::new(cause.digest()), next_trial, trying: false, trials });
    }

    /// A trial was dropped before its end.
    pub(crate) fn trial_abandoned(&mut self, now: Instant) {
        if let Some(outage) = &mut self.outage {
            outage.trying = false;
            outage.next_trial = saturating_add(now, pause(outage.trials));
        }
    }

    /// When this can be forgotten. `None` if it can be now.
    pub(crate) fn remembered_until(&self) -> Option<Instant> {
        // After five times its life a count has no effect.
        let counted =
            self.ledger.filter(|ledger| ledger.retries > 0.0).map(|ledger| saturating_add(ledger.at, 5 * MEMORY));
        let trial = self.outage.as_ref().map(|outage| saturating_add(outage.next_trial, LONGEST_TRIAL));
        counted.into_iter().chain(trial).max()
    }

    fn ledger(&mut self, now: Instant) -> &mut Ledger {
        let ledger = self.ledger.get_or_insert(Ledger { calls: 0.0, retries: 0.0, at: now });
        let age = now.saturating_duration_since(ledger.at);
        if !age.is_zero() {
            let kept = (-age.as_secs_f64() / MEMORY.as_secs_f64()).exp();
            *ledger = Ledger { calls: ledger.calls * kept, retries: ledger.retries * kept, at: now };
        }
        ledger
    }
}

impl Ledger {
    /// How many retries the budget allows.
    fn most(&self, budget: RetryBudget) -> f64 {
        f64::from(budget.reserve) + self.calls * f64::from(budget.percent) / 100.0
    }
}

/// When the next trial of an outage is: after a pause, or later if the server asked for it. With jitter, because an outage often
/// affects many accounts at once.
fn next_trial(now: Instant, trials: u32, spread: Spread, cause: &Error) -> Instant {
    let pause = pause(trials);
    let own = pause.saturating_sub(part(pause / 10, spread.random));
    saturating_add(now, own.max(spread.over(cause.retry_after().unwrap_or_default())))
}

fn pause(trials: u32) -> Duration {
    FIRST_TRIAL.saturating_mul(1 << trials.min(6)).min(LONGEST_TRIAL)
}
