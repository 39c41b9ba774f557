//! Calls on their way in. Each waits in line at the limiter of its account until it may be sent.

use core::ops::ControlFlow::{self, Break, Continue};
use core::pin::pin;
use std::sync::Arc;

use futures_util::future::{Either, select};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

use crate::error::LimitKind;
use crate::policy::limit::health::Down;
use crate::policy::limit::limiter::{AccountLimiter, State};
use crate::policy::limit::permit::Permit;
use crate::policy::limit::window::Blocked;
use crate::policy::settings::{OnLimit, Settings};
use crate::util::instant::saturating_add;

/// How many calls of one account wait in line at most.
const LONGEST_LINE: usize = 100_000;

/// Why a call is not let in.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// A limit holds for longer than the call can wait. It ends at this moment, if that is known.
    Limited(LimitKind, Option<Instant>),
    /// The call's deadline passed while it waited.
    Late,
    /// The server does not answer, or not for this account.
    Down(Down),
}

/// What a call in line does next. It leaves the line, or it looks again at this moment, or earlier if it is woken.
type Step<T> = ControlFlow<Result<T, Refusal>, Instant>;

/// The slots of a bulk, of which a call holds one while it is on the wire.
#[derive(Debug)]
pub(crate) struct Slots {
    all: Arc<Semaphore>,
    /// The slot that the call begins with.
    first: Option<OwnedSemaphorePermit>,
}

impl Slots {
    pub(crate) fn starting_with(first: OwnedSemaphorePermit, all: &Arc<Semaphore>) -> Self {
        Self { all: Arc::clone(all), first: Some(first) }
    }
}

/// A call that asks to be let in.
#[derive(Clone, Copy)]
pub(super) struct Entrant<'s> {
    pub(super) settings: &'s Settings,
    pub(super) deadline: Option<Instant>,
    pub(super) is_first: bool,
}

impl AccountLimiter {
    /// Waits until this call may be sent, for the first time or again.
    ///
    /// A call that is part of a bulk also waits for one of its `slots`. While it waits for one of the two it does not hold the
    /// other, because another call could be sent with it.
    ///
    /// Without a `deadline` it waits as long as it takes, but not for a window that stays closed for longer than
    /// `settings.deadline`.
    pub(crate) async fn enter(
        self: &Arc<Self>,
        settings: &Settings,
        deadline: Option<Instant>,
        is_first: bool,
        slots: Option<&mut Slots>,
    ) -> Result<Permit, Refusal> {
        let call = Entrant { settings, deadline, is_first };
        let Some(slots) = slots else {
            return self.wait(call, |state, now| self.let_in(state, now, call)).await;
        };
        // A call that begins with a slot does not overtake the line.
        let mut slot = slots.first.take().filter(|_| self.with_state(|state| state.waiting == 0));
        loop {
            if slot.is_none() {
                self.wait_until_open(call).await?;
                let free = Arc::clone(&slots.all).acquire_owned();
                let free = match deadline {
                    Some(deadline) => timeout_at(deadline, free).await.map_err(|_| Refusal::Late)?,
                    None => free.await,
                };
                // Only a closed semaphore gives no slot, and this one is never closed.
                slot = free.ok();
            }
            // The window may have closed while the call waited for the slot.
            if let Some(mut permit) = self.try_enter(call)? {
                permit.slot = slot;
                return Ok(permit);
            }
            slot = None;
        }
    }

    /// Waits until a call would be let in, and takes no place.
    pub(super) async fn wait_until_open(&self, call: Entrant<'_>) -> Result<(), Refusal> {
        self.wait(call, |state, now| state.window.check(now, call.settings.max_concurrency_per_account)).await
    }

    /// Lets in a call that has waited in line before, if there is still room.
    pub(super) fn try_enter(self: &Arc<Self>, call: Entrant<'_>) -> Result<Option<Permit>, Refusal> {
        self.with_state(|state| {
            let now = Instant::now();
            match state.health.down(now) {
                Some(down) => Err(Refusal::Down(down)),
                None => Ok(self.let_in(state, now, call).ok()),
            }
        })
    }

    fn let_in(self: &Arc<Self>, state: &mut State, now: Instant, call: Entrant<'_>) -> Result<Permit, Blocked> {
        let ticket = state.window.enter(now, call.settings.max_concurrency_per_account)?;
        if call.is_first {
            state.health.count_call(now);
        }
        Ok(Permit { limiter: Some(Arc::clone(self)), ticket, is_trial: state.health.begin(), slot: None })
    }

    /// Waits in line until `enter` succeeds.
    async fn wait<T>(
        &self,
        call: Entrant<'_>,
        mut enter: impl FnMut(&mut State, Instant) -> Result<T, Blocked>,
    ) -> Result<T, Refusal> {
        let step = self.with_state(|state| {
            let step = state.next_step(call, state.waiting == 0, &mut enter);
            if step.is_continue() {
                if state.waiting >= LONGEST_LINE {
                    return Break(Err(Refusal::Limited(LimitKind::Line, None)));
                }
                state.waiting += 1;
            }
            step
        });
        if let Break(result) = step {
            return result;
        }
        let _place = PlaceInLine(self);
        // Boxed, because most calls do not wait and need not carry its state.
        Box::pin(self.wait_in_line(call, enter)).await
    }

    async fn wait_in_line<T>(
        &self,
        call: Entrant<'_>,
        mut enter: impl FnMut(&mut State, Instant) -> Result<T, Blocked>,
    ) -> Result<T, Refusal> {
        let mut turn = pin!(self.turn.lock());
        let mut held = None;
        loop {
            // Before the look, so that no change after it is missed.
            let others = self.others.notified();
            let until = match self.with_state(|state| state.next_step(call, held.is_some(), &mut enter)) {
                Break(result) => return result,
                Continue(until) => until,
            };
            if held.is_some() {
                let _ = timeout_at(until, self.first.notified()).await;
            } else if let Ok(Either::Left((guard, _))) = timeout_at(until, select(turn.as_mut(), pin!(others))).await {
                held = Some(guard);
            }
        }
    }
}

impl State {
    /// Lets a call in whose turn it is, or says what it does instead.
    fn next_step<T>(
        &mut self,
        call: Entrant<'_>,
        is_its_turn: bool,
        enter: &mut impl FnMut(&mut Self, Instant) -> Result<T, Blocked>,
    ) -> Step<T> {
        let now = Instant::now();
        if let Some(down) = self.health.down(now) {
            return Break(Err(Refusal::Down(down)));
        }
        // A timer may wake a call after its deadline.
        let is_late = call.deadline.is_some_and(|deadline| now >= deadline);
        let blocked = if is_its_turn && !is_late { enter(self, now) } else { Err(Blocked::ByOthers) };
        let blocked = match blocked {
            Ok(entered) => return Break(Ok(entered)),
            Err(blocked) => blocked,
        };
        let latest = call.deadline.unwrap_or_else(|| saturating_add(now, call.settings.deadline));
        let fails = call.settings.on_limit == OnLimit::Fail;
        // Every call in line fails as soon as it is certain, not only the first.
        if let Some(until) = self.window.closed_until(now).filter(|until| fails || *until > latest) {
            return Break(Err(Refusal::Limited(LimitKind::Window, Some(until))));
        }
        if now >= latest {
            return Break(Err(Refusal::Late));
        }
        if fails {
            return Break(Err(Refusal::Limited(LimitKind::Concurrency, None)));
        }
        // Only the first in line watches for the window to open. It wakes the next.
        Continue(match blocked {
            Blocked::Until(until) => until.min(latest),
            Blocked::ByOthers => latest,
        })
    }
}

/// A place in line. Dropping it leaves the line.
struct PlaceInLine<'l>(&'l AccountLimiter);

impl Drop for PlaceInLine<'_> {
    fn drop(&mut self) {
        self.0.with_state(|state| state.waiting -= 1);
    }
}
