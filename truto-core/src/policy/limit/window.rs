//! What an account's server lets through, learned from its answers.

use core::time::Duration;

use tokio::time::Instant;

use crate::meta::rate_limit::RateLimit;
use crate::util::instant::saturating_add;
use crate::util::random::Spread;

/// The wait after a refusal that names no wait. It doubles after each further refusal in a row.
const FIRST_GUESS: Duration = Duration::from_secs(1);
const LONGEST_GUESS: Duration = Duration::from_secs(60);
/// A quota that resets later than this is ignored, because it is probably a mistake.
const LONGEST_QUOTA: Duration = Duration::from_secs(60 * 60);

/// How a call was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ticket {
    /// Through an open window.
    Free,
    /// As the first after a refusal. The others wait for its answer.
    Probe,
}

/// Why a call has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blocked {
    /// Until this moment.
    Until(Instant),
    /// Until another call is over.
    ByOthers,
}

/// The window of one account.
#[derive(Debug, Default)]
pub(crate) struct Window {
    on_the_wire: u32,
    closed: Option<Closed>,
    quota: Option<Quota>,
    /// Refusals in a row.
    refusals: u32,
}

/// A window that a refusal closed.
#[derive(Clone, Copy, Debug)]
struct Closed {
    until: Instant,
    /// Whether a probe is on the wire.
    probing: bool,
}

/// The calls that are left until a moment.
#[derive(Clone, Copy, Debug)]
struct Quota {
    calls: u64,
    until: Instant,
}

impl Window {
    /// Whether a call would be let in.
    pub(crate) fn check(&self, now: Instant, most: u32) -> Result<(), Blocked> {
        if let Some(until) = self.closed_until(now) {
            return Err(Blocked::Until(until));
        }
        if self.closed.is_some_and(|closed| closed.probing) || self.on_the_wire >= most.max(1) {
            return Err(Blocked::ByOthers);
        }
        Ok(())
    }

    /// Lets a call in, or says why it must wait.
    pub(crate) fn enter(&mut self, now: Instant, most: u32) -> Result<Ticket, Blocked> {
        self.check(now, most)?;
        if let Some(left) = self.quota.as_mut().filter(|left| now < left.until) {
            left.calls -= 1;
        }
        self.on_the_wire += 1;
        Ok(match &mut self.closed {
            Some(closed) => {
                closed.probing = true;
                Ticket::Probe
            }
            None => Ticket::Free,
        })
    }

    /// Calls on the wire.
    pub(crate) fn on_the_wire(&self) -> u32 {
        self.on_the_wire
    }

    /// The calls that are left, and when the server counts anew.
    pub(crate) fn quota(&self, now: Instant) -> Option<(u64, Instant)> {
        self.quota.filter(|left| now < left.until).map(|left| (left.calls, left.until))
    }

    /// When the window opens. `None` if it is open.
    pub(crate) fn closed_until(&self, now: Instant) -> Option<Instant> {
        let refused = self.closed.map(|closed| closed.until);
        // Answers of calls on the wire may raise the quota earlier. Waiting for the reset is the safe choice.
        let spent = self.quota.filter(|left| left.calls == 0).map(|left| left.until);
        refused.into_iter().chain(spent).max().filter(|until| now < *until)
    }

    /// A call left without an answer that says anything about the window.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.on_the_wire = self.on_the_wire.saturating_sub(1);
        if let (Ticket::Probe, Some(closed)) = (ticket, &mut self.closed) {
            // The next call becomes the probe.
            closed.probing = false;
        }
    }

    /// A call left with an answer that is not a refusal.
    pub(crate) fn answered(&mut self, ticket: Ticket, limit: RateLimit, spread: impl FnOnce() -> Spread, now: Instant) {
        self.leave(ticket);
        // An older call may have been refused while the probe was on the wire. That refusal stands.
        if ticket == Ticket::Probe && self.closed_until(now).is_none() {
            self.closed = None;
        }
        if self.closed.is_none() {
            self.refusals = 0;
        }
        if let (Some(remaining), Some(reset)) = (limit.remaining, limit.reset.filter(|reset| *reset <= LONGEST_QUOTA)) {
            // The server may not have counted the calls on the wire yet.
            let calls = remaining.saturating_sub(u64::from(self.on_the_wire));
            let reset = if calls == 0 { spread().over(reset) } else { reset };
            self.quota = Some(Quota { calls, until: saturating_add(now, reset) });
        }
    }

    /// A call was refused because there were too many. Closes the window for the time that the server names plus jitter, or for a
    /// time that doubles. Returns when it opens.
    pub(crate) fn refused(&mut self, ticket: Ticket, wait: Option<Duration>, spread: Spread, now: Instant) -> Instant {
        self.leave(ticket);
        // Calls that were on the wire together are refused for the same reason: that counts once.
        let is_news = ticket == Ticket::Probe || self.closed_until(now).is_none();
        self.refusals = self.refusals.saturating_add(u32::from(is_news));
        let guess = FIRST_GUESS.saturating_mul(1 << (self.refusals.saturating_sub(1)).min(6)).min(LONGEST_GUESS);
        // Zero comes from seconds that were rounded down, and from clocks that are behind.
        let wait = wait.filter(|wait| !wait.is_zero()).map_or(guess, |wait| {
            // A wait of less than a second that was too short before is lengthened.
            let least = if self.refusals > 1 { (guess / 10).min(FIRST_GUESS) } else { Duration::ZERO };
            let wait = wait.max(least);
            if is_news { spread.over(wait) } else { wait }
        });
        let until = saturating_add(now, wait);
        let closed = self.closed.get_or_insert(Closed { until, probing: false });
        closed.until = closed.until.max(until);
        closed.until
    }

    /// When this can be forgotten. `None` if it can be now.
    pub(crate) fn remembered_until(&self) -> Option<Instant> {
        // A refusal a little later must still count as one in a row.
        let closed = self.closed.map(|closed| saturating_add(closed.until, LONGEST_GUESS));
        closed.max(self.quota.map(|left| left.until))
    }
}
