//! Finds a cursor that repeats: following it would return the same records again, without end.

use std::collections::HashSet;
use std::hash::BuildHasher;

/// How many cursors are remembered at a time, in 8 bytes each.
const MAX_REMEMBERED: usize = 100_000;

/// The cursors of one list. A cycle of up to [`MAX_REMEMBERED`] pages is found, and at the latest in its third round.
#[derive(Debug, Default)]
pub(super) struct SeenCursors(HashSet<u64>);

impl SeenCursors {
    /// Remembers a cursor. Returns whether it was seen before.
    pub(super) fn insert(&mut self, cursor: &str) -> bool {
        let hash = self.0.hasher().hash_one(cursor);
        let is_new = self.0.insert(hash);
        // Forgetting all the others keeps every whole cycle that follows in reach.
        if self.0.len() > MAX_REMEMBERED {
            self.0.retain(|seen| *seen == hash);
        }
        !is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_found_whether_it_begins_early_or_late() {
        for (before, cycle) in [(0, 1), (0, 2), (3, 1), (5, 7), (100, 1000), (250_000, 3), (99_999, 100_000)] {
            let mut seen = SeenCursors::default();
            let cursors = (0..before).chain((0..).map(|step| before + step % cycle));
            let found = cursors.map(|cursor| cursor.to_string()).position(|cursor| seen.insert(&cursor)).unwrap();
            if before + cycle <= MAX_REMEMBERED {
                assert_eq!(found, before + cycle, "{before} and {cycle}");
            }
            assert!(found < before + 3 * cycle, "after {found} pages, {before} and {cycle}");
        }
    }

    #[test]
    fn a_list_without_a_cycle_is_read_to_its_end() {
        let mut seen = SeenCursors::default();
        assert!((0..3 * MAX_REMEMBERED).all(|cursor| !seen.insert(&format!("cursor {cursor}"))));
    }
}
