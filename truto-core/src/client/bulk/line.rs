//! The calls of a bulk that have not begun. A call that waits here is its request only, which takes a fraction of the memory of a
//! call that has begun.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use tokio::sync::Semaphore;
use tracing::Instrument;
use tracing::instrument::Instrumented;

use crate::engine::sending::Sending;
use crate::policy::limit::{AccountLimiter, Slots};

/// A call, and the number by which the reader knows it.
pub(super) struct Numbered<T> {
    pub(super) number: usize,
    pub(super) call: Instrumented<Sending<T>>,
    pub(super) account: AccountKey,
    /// Whether it begins however many calls wait at its account.
    is_released: bool,
}

/// Tells accounts apart, while one of their calls is not over. 0 if the call does not wait at its account.
pub(super) type AccountKey = usize;

/// Calls in the order in which they begin.
pub(super) struct Line<T> {
    /// Calls on the wire hold one each. A call that has begun and needs one again gets it before the calls that have not begun.
    slots: Arc<Semaphore>,
    calls: VecDeque<Numbered<T>>,
    /// Calls whose account lets no call in, by account. As long as there is an entry, a call of that account has begun or is
    /// released, so that its end releases the next.
    held_back: HashMap<AccountKey, VecDeque<Numbered<T>>>,
    /// How many slots there are. So many calls of an account wait at its limiter, and are enough to use all slots once it opens.
    most: usize,
    /// How many calls ought to be in `calls`.
    length: usize,
    /// Whether so many have been there since `length` last changed.
    was_full: bool,
}

impl<T> Line<T> {
    pub(super) fn new(slots: usize) -> Self {
        Self {
            slots: Arc::new(Semaphore::new(slots)),
            calls: VecDeque::new(),
            held_back: HashMap::new(),
            most: slots,
            length: slots,
            was_full: false,
        }
    }

    /// Changes how many slots there are. Calls on the wire keep the slots that they have.
    pub(super) fn set_slots(&mut self, slots: usize) {
        self.slots = Arc::new(Semaphore::new(slots));
        (self.most, self.length, self.was_full) = (slots, slots, false);
    }

    pub(super) fn push(&mut self, number: usize, call: Sending<T>) {
        let account = call.limiter().map_or(0, key);
        self.calls.push_back(Numbered { number, call: call.in_current_span(), account, is_released: false });
    }

    /// Whether more calls ought to wait.
    pub(super) fn has_room(&mut self) -> bool {
        let is_full = self.calls.len() >= self.length;
        self.was_full |= is_full;
        !is_full
    }

    /// Whether the reader ought to fill it up.
    pub(super) fn is_low(&self) -> bool {
        self.calls.len() <= self.length / 2
    }

    /// Takes the first call that can begin, with a slot.
    pub(super) fn take(&mut self) -> Option<Numbered<T>> {
        if self.slots.available_permits() == 0 {
            return None;
        }
        let slot = Arc::clone(&self.slots).try_acquire_owned().ok()?;
        while let Some(mut first) = self.calls.pop_front() {
            if self.must_wait(&first) {
                self.held_back.entry(first.account).or_default().push_back(first);
                continue;
            }
            first.call.inner_mut().share_slots(Slots::starting_with(slot, &self.slots));
            return Some(first);
        }
        // A line that is empty before the reader fills it again was too short.
        if std::mem::take(&mut self.was_full) {
            self.length = self.length.saturating_mul(4);
        }
        None
    }

    /// Whether other calls of the account have to begin first.
    fn must_wait(&mut self, call: &Numbered<T>) -> bool {
        let Some(limiter) = call.call.inner().limiter().filter(|_| !call.is_released) else { return false };
        let are_enough = limiter.waiting() >= self.most;
        if !are_enough && self.held_back.is_empty() {
            return false;
        }
        match self.held_back.get(&call.account) {
            Some(others) => are_enough || !others.is_empty(),
            None => {
                if are_enough {
                    // This one begins, and its end releases the next.
                    self.held_back.insert(call.account, VecDeque::new());
                }
                false
            }
        }
    }

    /// Releases calls that were held back, if few calls wait at their account and there is a slot.
    pub(super) fn look(&mut self, account: AccountKey) {
        if !self.held_back.is_empty() && self.slots.available_permits() > 0 {
            self.release(account, 0);
        }
    }

    /// A call of this account is over, which releases at least one that was held back.
    pub(super) fn ended(&mut self, account: AccountKey) {
        if !self.held_back.is_empty() {
            self.release(account, 1);
        }
    }

    fn release(&mut self, account: AccountKey, at_least: usize) {
        let Some(others) = self.held_back.get_mut(&account) else { return };
        let waiting = others.front().and_then(|first| first.call.inner().limiter()).map(|limiter| limiter.waiting());
        let Some(waiting) = waiting else {
            if at_least > 0 {
                self.held_back.remove(&account);
            }
            return;
        };
        let count = self.most.saturating_sub(waiting).max(at_least).min(others.len());
        for mut call in others.drain(..count).rev() {
            call.is_released = true;
            self.calls.push_front(call);
        }
    }
}

fn key(limiter: &Arc<AccountLimiter>) -> AccountKey {
    Arc::as_ptr(limiter).addr()
}
