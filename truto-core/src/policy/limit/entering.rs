//! Calls on their way in: each waits in line at the limiter of its account until its window lets it through.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use crate::policy::limit::health::Down;
use crate::policy::limit::limiter::State;
use crate::policy::limit::limiters::LimiterHandle;
use crate::policy::limit::permit::Permit;
use crate::policy::limit::window::Wait;
use crate::policy::settings::{OnLimit, Settings};
use crate::util::instant::after;

/// How many calls of one account wait in line at most.
const LONGEST_LINE: usize = 100_000;

/// Why a call does not get through.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The window stays closed for longer than the call may take, or than it wants to wait.
    Closed(Instant),
    /// All that may be on the wire are, and the call does not want to wait.
    Busy,
    /// The line is too long.
    Full,
    /// The call's deadline came while it waited.
    Late,
    /// The server is not there.
    Down(Down),
}

/// How long a call waits at a limiter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// Until this moment.
    Moment(Instant),
    /// For as long as it takes; but not for a window that stays closed for longer than this.
    Longest(Duration),
}

impl LimiterHandle {
    /// Waits until this call may be sent, for the first time or again.
    pub(crate) async fn enter(&self, settings: &Settings, until: Until, is_first: bool) -> Result<Permit, Refusal> {
        self.wait(settings, until, |state, now| self.let_in(state, now, settings, is_first)).await
    }

    /// Lets a call in that has waited in line before, if it is still its turn.
    pub(crate) fn try_enter(&self, settings: &Settings, is_first: bool) -> Result<Option<Permit>, Refusal> {
        self.change(|state, _| {
            let now = Instant::now();
            match state.health.down(now) {
                Some(down) => Err(Refusal::Down(down)),
                None => Ok(self.let_in(state, now, settings, is_first).ok()),
            }
        })
    }

    /// Waits until a call would be let in, without taking anybody's place.
    pub(crate) async fn open(&self, settings: &Settings, until: Until) -> Result<(), Refusal> {
        let most = settings.max_concurrency_per_account;
        self.wait(settings, until, |state, now| state.window.check(now, most)).await
    }

    fn let_in(&self, state: &mut State, now: Instant, settings: &Settings, is_first: bool) -> Result<Permit, Wait> {
        let pass = state.window.enter(now, settings.max_concurrency_per_account)?;
        if is_first {
            state.health.count(now);
        }
        Ok(Permit::new(self.clone(), pass, state.health.begin()))
    }

    /// Waits in line until `pass` succeeds.
    async fn wait<T>(
        &self,
        settings: &Settings,
        until: Until,
        mut pass: impl FnMut(&mut State, Instant) -> Result<T, Wait>,
    ) -> Result<T, Refusal> {
        let mut waiting = Waiting { limiter: self, on_limit: settings.on_limit, until, ticket: None };
        let mut timer: Option<Pin<Box<Sleep>>> = None;
        poll_fn(|cx| {
            loop {
                let until = match waiting.look(cx, &mut pass) {
                    Look::Done(result) => return Poll::Ready(result),
                    Look::Wait(until, replaced) => {
                        drop(replaced);
                        until
                    }
                };
                let timer = timer.get_or_insert_with(|| Box::pin(sleep_until(until)));
                if timer.deadline() != until {
                    timer.as_mut().reset(until);
                }
                if timer.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
            }
        })
        .await
    }
}

/// A call in line, or about to be. Dropping it leaves the line.
struct Waiting<'g> {
    limiter: &'g LimiterHandle,
    on_limit: OnLimit,
    until: Until,
    ticket: Option<u64>,
}

/// What a look at the limiter brought.
enum Look<T> {
    Done(Result<T, Refusal>),
    /// Nothing before this moment, unless somebody wakes us. The waker that stood in line until now goes with it, to be dropped
    /// once the lock is free: that may be foreign code, which comes back to this limiter.
    Wait(Instant, Option<Waker>),
}

impl Waiting<'_> {
    fn look<T>(&mut self, cx: &Context<'_>, pass: impl FnOnce(&mut State, Instant) -> Result<T, Wait>) -> Look<T> {
        self.limiter.change(|state, wakers| {
            let now = Instant::now();
            let waits = match self.pass(state, now, pass) {
                Ok(passed) => {
                    self.step_out(state, wakers);
                    // Perhaps there is room for one more.
                    state.first(wakers);
                    return Look::Done(Ok(passed));
                }
                Err(waits) => waits,
            };
            match waits.and_then(|wait| self.may_wait(state, wait, now)) {
                Ok(until) => {
                    let ticket = *self.ticket.get_or_insert_with(|| {
                        state.tickets += 1;
                        state.tickets
                    });
                    Look::Wait(until, state.line.insert(ticket, cx.waker().clone()))
                }
                Err(refusal) => {
                    self.step_out(state, wakers);
                    Look::Done(Err(refusal))
                }
            }
        })
    }

    /// Lets the call through, or says what it waits for, if it may.
    fn pass<T>(
        &self,
        state: &mut State,
        now: Instant,
        pass: impl FnOnce(&mut State, Instant) -> Result<T, Wait>,
    ) -> Result<T, Result<Wait, Refusal>> {
        if let Some(down) = state.health.down(now) {
            return Err(Err(Refusal::Down(down)));
        }
        let ahead = state.line.first_key_value().is_some_and(|(first, _)| Some(*first) != self.ticket);
        // A timer may wake a call too late for the window that it waited for.
        let is_late = matches!(self.until, Until::Moment(deadline) if now >= deadline);
        if ahead || is_late {
            return Err(Ok(Wait::Turn));
        }
        pass(state, now).map_err(Ok)
    }

    /// Until when a call may wait, if it may.
    fn may_wait(&self, state: &State, wait: Wait, now: Instant) -> Result<Instant, Refusal> {
        let deadline = match self.until {
            Until::Moment(moment) => moment,
            Until::Longest(longest) => after(now, longest),
        };
        // Those further back know as well as the first one when nothing can come of it.
        let closed = state.window.closed_until(now);
        if let Some(until) = closed.filter(|until| self.on_limit == OnLimit::Fail || *until > deadline) {
            return Err(Refusal::Closed(until));
        }
        if now >= deadline {
            return Err(Refusal::Late);
        }
        if self.on_limit == OnLimit::Fail {
            return Err(Refusal::Busy);
        }
        if self.ticket.is_none() && state.line.len() >= LONGEST_LINE {
            return Err(Refusal::Full);
        }
        // Only the first in line needs to know when the window opens: it wakes the next.
        Ok(match wait {
            Wait::Until(until) => until.min(deadline),
            Wait::Turn => deadline,
        })
    }

    fn step_out(&mut self, state: &mut State, wakers: &mut Vec<Waker>) {
        let Some(ticket) = self.ticket.take() else { return };
        let was_first = state.line.first_key_value().is_some_and(|(first, _)| *first == ticket);
        // Woken once more rather than dropped here: dropping a waker may be foreign code, too.
        wakers.extend(state.line.remove(&ticket));
        if was_first {
            state.first(wakers);
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if self.ticket.is_some() {
            let limiter = self.limiter;
            limiter.change(|state, wakers| self.step_out(state, wakers));
        }
    }
}
