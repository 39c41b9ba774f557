//! Taking a lock whose holder may have panicked.
//!
//! Everything behind our locks is whole after each statement, so a panic elsewhere must not take the sandbox down.

use std::sync::{Mutex, MutexGuard, PoisonError};

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
