//! Whether an account's server is there: the retry budget of its calls, and the circuit breaker that stops them when the
//! budget is spent and all of them fail, or when the account is blocked.

use core::time::Duration;
use std::sync::Arc;

use tokio::time::Instant;

use crate::error::Error;
use crate::policy::settings::RetryBudget;
use crate::util::instant::saturating_add;
use crate::util::random::{Spread, part};

/// How long a call is counted, on average.
const MEMORY: Duration = Duration::from_secs(10);
/// Fewer failures in a row are no outage, however small the budget is.
const OUTAGE: f64 = 20.0;
/// The pause before the first trial of an outage; it doubles.
const FIRST_TRIAL: Duration = Duration::from_secs(1);
const LONGEST_TRIAL: Duration = Duration::from_secs(30);

/// The health of one account's server, as its answers tell.
#[derive(Debug, Default)]
pub(crate) struct Health {
    ledger: Option<Ledger>,
    /// Failures in a row.
    failures: u32,
    outage: Option<Outage>,
}

/// Calls and retries, of which the older count less.
#[derive(Clone, Copy, Debug)]
struct Ledger {
    calls: f64,
    retries: f64,
    at: Instant,
}

/// Nothing is sent but trials.
#[derive(Debug)]
struct Outage {
    cause: Arc<Error>,
    next_trial: Instant,
    /// Whether one is on the wire.
    trying: bool,
    trials: u32,
}

/// Why nothing is sent.
#[derive(Clone, Debug)]
pub(crate) struct Down {
    pub(crate) cause: Arc<Error>,
    pub(crate) next_trial: Instant,
}

impl Health {
    /// What keeps calls from being sent, if anything does.
    pub(crate) fn down(&self, now: Instant) -> Option<Down> {
        let outage = self.outage.as_ref().filter(|outage| outage.trying || now < outage.next_trial)?;
        // What comes of a trial that is on the wire is not known at once.
        let next_trial = if outage.trying { saturating_add(now, pause(outage.trials)) } else { outage.next_trial };
        Some(Down { cause: Arc::clone(&outage.cause), next_trial })
    }

    /// Lets a call begin; `true` for a trial.
    pub(crate) fn begin(&mut self) -> bool {
        match &mut self.outage {
            Some(outage) => {
                outage.trying = true;
                true
            }
            None => false,
        }
    }

    /// Counts a call, however often it is going to be sent.
    pub(crate) fn count_call(&mut self, now: Instant) {
        self.ledger(now).calls += 1.0;
    }

    /// Whether one more retry is in the budget, and takes it. In an outage none is: it would wait for nothing.
    pub(crate) fn take_retry(&mut self, budget: RetryBudget, now: Instant) -> bool {
        if self.outage.is_some() {
            return false;
        }
        let ledger = self.ledger(now);
        let granted = ledger.retries + 1.0 <= ledger.most(budget);
        ledger.retries += f64::from(u8::from(granted));
        granted
    }

    /// The server answered, whatever it said.
    pub(crate) fn answered(&mut self) {
        self.failures = 0;
        self.outage = None;
    }

    /// The server did not answer, or not as one that works. Where nothing but failures came, and more of them than the budget
    /// has retries, this is an outage: whether the calls were ones to send again or not.
    pub(crate) fn failed(&mut self, trial: bool, budget: RetryBudget, spread: Spread, now: Instant, cause: &Error) {
        self.failures = self.failures.saturating_add(1);
        let most = self.ledger(now).most(budget).max(OUTAGE);
        match &mut self.outage {
            Some(outage) if trial => {
                outage.trying = false;
                outage.trials = outage.trials.saturating_add(1);
                outage.cause = Arc::new(cause.digest());
                outage.next_trial = next_trial(now, outage.trials, spread, cause);
            }
            None if f64::from(self.failures) >= most => self.declare_outage(spread, now, cause),
            _ => {}
        }
    }

    /// A trial was given up before its end.
    pub(crate) fn trial_abandoned(&mut self, now: Instant) {
        if let Some(outage) = &mut self.outage {
            outage.trying = false;
            outage.next_trial = saturating_add(now, pause(outage.trials));
        }
    }

    /// From now on nothing is sent but trials.
    pub(crate) fn declare_outage(&mut self, spread: Spread, now: Instant, cause: &Error) {
        if self.outage.is_none() {
            let next_trial = next_trial(now, 0, spread, cause);
            self.outage = Some(Outage { cause: Arc::new(cause.digest()), next_trial, trying: false, trials: 0 });
        }
    }

    /// Until when this is worth remembering, if it is.
    pub(crate) fn remembered_until(&self) -> Option<Instant> {
        // What is left of a count after five times its life would not buy a retry.
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
    /// How many retries are in the budget.
    fn most(&self, budget: RetryBudget) -> f64 {
        f64::from(budget.reserve) + self.calls * f64::from(budget.percent) / 100.0
    }
}

/// When to find out whether an outage is over: after a pause, or when the server said to come back. What is down for many
/// accounts at once is not asked by all of them at once.
fn next_trial(now: Instant, trials: u32, spread: Spread, cause: &Error) -> Instant {
    let pause = pause(trials);
    let own = pause.saturating_sub(part(pause / 10, spread.random));
    saturating_add(now, own.max(spread.over(cause.retry_after().unwrap_or_default())))
}

fn pause(trials: u32) -> Duration {
    FIRST_TRIAL.saturating_mul(1 << trials.min(6)).min(LONGEST_TRIAL)
}
