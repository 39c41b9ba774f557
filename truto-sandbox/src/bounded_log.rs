//! A log that forgets its oldest entries, so that a long test run cannot fill the memory.

use std::collections::VecDeque;

/// The default limit of entries in a log.
pub(crate) const MAX_ENTRIES: usize = 10_000;
/// The limit of bytes in a log. The newest entry is kept even if it is larger.
pub(crate) const MAX_BYTES: usize = 64 << 20;

/// Entries in the order of their arrival, bounded in number and in bytes.
#[derive(Debug)]
pub(crate) struct BoundedLog<T> {
    /// The entries with the bytes that each costs.
    entries: VecDeque<(T, usize)>,
    bytes: usize,
    max_entries: usize,
}

impl<T> BoundedLog<T> {
    pub(crate) fn new(max_entries: usize) -> Self {
        Self { entries: VecDeque::new(), bytes: 0, max_entries }
    }

    /// Adds an entry that costs this many bytes, and returns the entries that were forgotten in exchange.
    pub(crate) fn push(&mut self, entry: T, bytes: usize) -> Vec<T> {
        self.entries.push_back((entry, bytes));
        self.bytes += bytes;
        let mut forgotten = Vec::new();
        while self.entries.len() > self.max_entries || (self.bytes > MAX_BYTES && self.entries.len() > 1) {
            let Some((oldest, bytes)) = self.entries.pop_front() else { break };
            self.bytes -= bytes;
            forgotten.push(oldest);
        }
        forgotten
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(entry, _)| entry)
    }

    /// The entries, newest first.
    pub(crate) fn newest_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut().rev().map(|(entry, _)| entry)
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
    }
}

impl<T> Default for BoundedLog<T> {
    fn default() -> Self {
        Self::new(MAX_ENTRIES)
    }
}

#[cfg(test)]
mod tests {
    use super::{BoundedLog, MAX_BYTES};

    #[test]
    fn the_oldest_entries_are_forgotten_first() {
        let mut log = BoundedLog::new(2);
        assert!(log.push(1, 0).is_empty());
        assert!(log.push(2, MAX_BYTES).is_empty());
        assert_eq!(log.push(3, MAX_BYTES), [1, 2]);
        assert_eq!(log.push(4, MAX_BYTES + 1), [3], "the newest entry is kept, whatever it costs");
        assert!(log.iter().eq(&[4]));
        log.clear();
        assert!(log.push(5, MAX_BYTES).is_empty());
    }
}
