//! What an account's server lets through: learned from its answers, decided without a clock of its own.

use core::time::Duration;

use tokio::time::Instant;

use crate::meta::rate_limit::RateLimit;
use crate::util::instant::saturating_add;
use crate::util::random::Spread;

/// The wait after a refusal that says nothing about one, and its double after each further one in a row.
const FIRST_GUESS: Duration = Duration::from_secs(1);
const LONGEST_GUESS: Duration = Duration::from_secs(60);
/// A quota is believed for so long at most: an answer that promises nothing for a day is taken for a mistake.
const LONGEST_QUOTA: Duration = Duration::from_secs(60 * 60);

/// How a call came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ticket {
    /// One of many.
    Free,
    /// The first after a refusal: the others wait for its answer.
    Probe,
}

/// Why a call has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blocked {
    /// For this moment.
    Until(Instant),
    /// For a call that is on the wire.
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
    /// Whether a call is finding out if it is open.
    probing: bool,
}

/// What is left of a window.
#[derive(Clone, Copy, Debug)]
struct Quota {
    calls: u64,
    until: Instant,
}

impl Window {
    /// Whether a call would be let in, or what it would have to wait for.
    pub(crate) fn check(&self, now: Instant, most: u32) -> Result<(), Blocked> {
        if let Some(until) = self.closed_until(now) {
            return Err(Blocked::Until(until));
        }
        if self.closed.is_some_and(|closed| closed.probing) || self.on_the_wire >= most.max(1) {
            return Err(Blocked::ByOthers);
        }
        Ok(())
    }

    /// Lets a call in, or says what it has to wait for.
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

    /// Until when nothing comes in; `None` when it is open.
    pub(crate) fn closed_until(&self, now: Instant) -> Option<Instant> {
        let refused = self.closed.map(|closed| closed.until);
        // While calls are on the wire, their answers may bring more; but who waits for the reset is not wrong.
        let spent = self.quota.filter(|left| left.calls == 0).map(|left| left.until);
        refused.into_iter().chain(spent).max().filter(|until| now < *until)
    }

    /// A call left without an answer that says anything.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.on_the_wire = self.on_the_wire.saturating_sub(1);
        if let (Ticket::Probe, Some(closed)) = (ticket, &mut self.closed) {
            // Whatever became of it, the next one may find out.
            closed.probing = false;
        }
    }

    /// A call left with an answer that is no refusal.
    pub(crate) fn answered(&mut self, ticket: Ticket, limit: RateLimit, spread: impl FnOnce() -> Spread, now: Instant) {
        self.leave(ticket);
        // A call that was on the wire before may have been refused while the probe was: that is the newer news.
        if ticket == Ticket::Probe && self.closed_until(now).is_none() {
            self.closed = None;
        }
        if self.closed.is_none() {
            self.refusals = 0;
        }
        if let (Some(remaining), Some(reset)) = (limit.remaining, limit.reset.filter(|reset| *reset <= LONGEST_QUOTA)) {
            // Of those on the wire nobody knows whether the server had counted them.
            let calls = remaining.saturating_sub(u64::from(self.on_the_wire));
            let reset = if calls == 0 { spread().over(reset) } else { reset };
            self.quota = Some(Quota { calls, until: saturating_add(now, reset) });
        }
    }

    /// A call left because there were too many. The window is closed for as long as the server says and a little longer, or for
    /// a time that doubles. The moment is returned.
    pub(crate) fn refused(&mut self, ticket: Ticket, wait: Option<Duration>, spread: Spread, now: Instant) -> Instant {
        self.leave(ticket);
        // Those that were on the wire with the first one say the same once more.
        let is_news = ticket == Ticket::Probe || self.closed_until(now).is_none();
        self.refusals = self.refusals.saturating_add(u32::from(is_news));
        let guess = FIRST_GUESS.saturating_mul(1 << (self.refusals.saturating_sub(1)).min(6)).min(LONGEST_GUESS);
        // Whole seconds that are rounded down, and clocks that are behind, come out as nothing.
        let wait = wait.filter(|wait| !wait.is_zero()).map_or(guess, |wait| {
            // What was too short before is not believed again, as far as it is less than a second.
            let least = if self.refusals > 1 { (guess / 10).min(FIRST_GUESS) } else { Duration::ZERO };
            let wait = wait.max(least);
            if is_news { spread.over(wait) } else { wait }
        });
        let until = saturating_add(now, wait);
        let known = self.closed.map_or(until, |closed| closed.until);
        let until = known.max(until);
        self.closed = Some(Closed { until, probing: self.closed.is_some_and(|closed| closed.probing) });
        until
    }

    /// Until when this is worth remembering, if it is.
    pub(crate) fn remembered_until(&self) -> Option<Instant> {
        // Who comes a little later shall still know that it was not the first refusal.
        let closed = self.closed.map(|closed| saturating_add(closed.until, LONGEST_GUESS));
        closed.max(self.quota.map(|left| left.until))
    }
}
