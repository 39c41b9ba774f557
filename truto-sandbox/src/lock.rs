//! Takes a lock even if its holder panicked.
//!
//! The data behind our locks is consistent after each statement, so one panic must not take the whole sandbox down.

use std::sync::{Mutex, MutexGuard, PoisonError};

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
