//! The tasks of a bulk. A task that has a slot carries out one call after the other, so that a call that waits for its turn costs
//! no task, and what a task allocates stays in the caches of the CPU.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::{JoinSet, coop};

use crate::client::bulk::line::{AccountKey, Line, Numbered};
use crate::engine::sending::Sending;
use crate::error::Error;

/// How a call ended: with its result, or with a panic in the caller's code.
pub(super) type Outcome<T> = Result<Result<T, Error>, Box<dyn Any + Send>>;

/// The tasks of a bulk, and the calls before and behind them. Dropping it ends all calls.
pub(super) struct Crew<T>(Arc<Shared<T>>);

/// What the reader of the results and the tasks share.
struct Shared<T> {
    state: Mutex<State<T>>,
    /// `None` once the bulk is dropped. The state may be locked while this is, but not the other way round.
    workers: Mutex<Option<JoinSet<()>>>,
}

struct State<T> {
    line: Line<T>,
    done: VecDeque<(usize, Outcome<T>)>,
    reader: Option<Waker>,
}

/// What the reader finds.
pub(super) enum Found<T> {
    Result(usize, Outcome<T>),
    /// There is room for calls.
    Room,
    /// Nothing. The reader is woken if that changes.
    Nothing,
}

impl<T> Crew<T> {
    pub(super) fn new(slots: usize) -> Self {
        let state = State { line: Line::new(slots), done: VecDeque::new(), reader: None };
        Self(Arc::new(Shared { state: Mutex::new(state), workers: Mutex::new(Some(JoinSet::new())) }))
    }

    /// Changes how many calls are on the wire at once.
    pub(super) fn set_slots(&self, slots: usize) {
        self.0.state().line.set_slots(slots);
    }

    /// Whether more calls ought to wait.
    pub(super) fn has_room(&self) -> bool {
        self.0.state().line.has_room()
    }

    /// Adds a call to the end of the line.
    pub(super) fn push(&self, number: usize, call: Sending<T>) {
        self.0.state().line.push(number, call);
    }

    /// Begins the calls that wait, as long as there are slots.
    pub(super) fn start(&self)
    where
        T: Send + 'static,
    {
        self.0.start();
    }

    /// Takes a result. `may_take` tells whether the reader can take more calls.
    pub(super) fn find(&self, may_take: bool, reader: &Waker) -> Found<T> {
        let mut state = self.0.state();
        if let Some((number, outcome)) = state.done.pop_front() {
            return Found::Result(number, outcome);
        }
        if may_take && state.line.is_low() {
            return Found::Room;
        }
        if !state.reader.as_ref().is_some_and(|known| known.will_wake(reader)) {
            state.reader = Some(reader.clone());
        }
        Found::Nothing
    }
}

impl<T> Drop for Crew<T> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        let rest = (std::mem::replace(&mut state.line, Line::new(0)), std::mem::take(&mut state.done));
        drop(state);
        let workers = self.0.workers.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop((rest, workers));
    }
}

impl<T> Shared<T> {
    /// Starts a task for each call that waits, as long as there are slots. Returns whether it started one.
    fn start(self: &Arc<Self>) -> bool
    where
        T: Send + 'static,
    {
        let mut has_started = false;
        loop {
            // Taken first, because a task that is dropped at once locks the state.
            let Some(call) = self.state().line.take() else { return has_started };
            let worker = Worker { shared: Arc::clone(self), current: Some(call) };
            let mut workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(workers) = &mut *workers else { return has_started };
            while workers.try_join_next().is_some() {}
            workers.spawn(worker);
            has_started = true;
        }
    }

    /// Looks for calls that can begin, because a call of this account may have given its slot back without being over.
    fn look(self: &Arc<Self>, account: AccountKey)
    where
        T: Send + 'static,
    {
        self.state().line.look(account);
        if self.start() {
            let mut state = self.state();
            let reader = if state.line.is_low() { state.reader.take() } else { None };
            drop(state);
            wake(reader);
        }
    }

    /// Keeps the outcome of a call, and takes the next call if there is one to take.
    fn finish(&self, number: usize, account: AccountKey, outcome: Outcome<T>) -> Option<Numbered<T>> {
        let mut state = self.state();
        state.done.push_back((number, outcome));
        state.line.ended(account);
        let next = state.line.take();
        let reader = state.reader.take();
        drop(state);
        wake(reader);
        next
    }

    /// Tells the reader of a call that cannot go on.
    fn abandon(&self, number: usize, account: AccountKey) {
        let mut state = self.state();
        state.done.push_back((number, Ok(Err(Error::runtime_ended()))));
        state.line.ended(account);
        let reader = state.reader.take();
        drop(state);
        wake(reader);
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A task. It ends if no call can begin.
struct Worker<T> {
    shared: Arc<Shared<T>>,
    current: Option<Numbered<T>>,
}

impl<T: Send + 'static> Future for Worker<T> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let Self { shared, current } = &mut *self;
        while let Some(Numbered { number, call, account, .. }) = current {
            // Without it, calls that end at once would keep the thread.
            let turn = ready!(coop::poll_proceed(cx));
            let outcome = match catch_unwind(AssertUnwindSafe(|| Pin::new(call).poll(cx))) {
                Ok(Poll::Ready(result)) => Ok(result),
                Err(panic) => Err(panic),
                Ok(Poll::Pending) => {
                    shared.look(*account);
                    return Poll::Pending;
                }
            };
            turn.made_progress();
            *current = shared.finish(*number, *account, outcome);
        }
        Poll::Ready(())
    }
}

/// The runtime has ended, or the bulk is dropped.
impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        if let Some(Numbered { number, call, account, .. }) = self.current.take() {
            // Its slot is free before the reader looks.
            drop(call);
            self.shared.abandon(number, account);
        }
    }
}

/// Wakes outside of every lock, because a waker can run arbitrary code.
fn wake(reader: Option<Waker>) {
    if let Some(reader) = reader {
        reader.wake();
    }
}
