//! The cursors that a listing has been at: one that comes back would go on for ever, and yield records twice.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// So many cursors are known one by one, each in a few bytes.
const KNOWN: usize = 100_000;

/// The cursors of one listing. Up to [`KNOWN`] of them a repeated one is found when it comes back; beyond, by Brent's method,
/// within a few rounds of the circle, whatever its length, and without more memory.
#[derive(Debug)]
pub(super) struct Seen {
    hasher: RandomState,
    known: HashSet<u64>,
    /// Brent's tortoise, which waits until the hare comes by, and then moves on by twice as far.
    waiting: Option<u64>,
    patience: u64,
    steps: u64,
    most: usize,
}

impl Seen {
    pub(super) fn new() -> Self {
        Self::remembering(KNOWN)
    }

    fn remembering(most: usize) -> Self {
        Self { hasher: RandomState::new(), known: HashSet::new(), waiting: None, patience: 1, steps: 0, most }
    }

    /// Notes a cursor; returns whether it was there before.
    pub(super) fn again(&mut self, cursor: &str) -> bool {
        let hash = self.hasher.hash_one(cursor);
        if self.known.contains(&hash) || self.waiting == Some(hash) {
            return true;
        }
        if self.known.len() < self.most {
            self.known.insert(hash);
            return false;
        }
        self.steps += 1;
        if self.steps >= self.patience {
            (self.waiting, self.patience, self.steps) = (Some(hash), self.patience.saturating_mul(2), 0);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many cursors of a way that leads into a circle it is noticed.
    fn noticed(mut seen: Seen, tail: usize, circle: usize) -> usize {
        let cursors = (0..tail).chain((0..).map(|step| tail + step % circle));
        1 + cursors.map(|cursor| cursor.to_string()).position(|cursor| seen.again(&cursor)).unwrap()
    }

    #[test]
    fn a_circle_of_any_length_is_noticed() {
        for (tail, circle) in [(0, 1), (0, 2), (3, 1), (5, 7), (100, 1000)] {
            assert_eq!(noticed(Seen::new(), tail, circle), tail + circle + 1, "at once, {tail} and {circle}");
            let later = noticed(Seen::remembering(0), tail, circle);
            assert!(later <= 4 * (tail + circle) + 4, "after {later} steps of {tail} and {circle}");
        }
    }

    #[test]
    fn a_way_without_a_circle_is_walked_to_its_end() {
        for most in [0, 10, KNOWN] {
            let mut seen = Seen::remembering(most);
            assert!((0..10_000).all(|cursor| !seen.again(&format!("cursor {cursor}"))), "{most}");
        }
    }
}
