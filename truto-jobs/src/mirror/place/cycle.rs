//! A list that leads back to a cursor of its own has no end.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::key::hex;

/// Finds a cursor that came before, over any number of slices, with one mark: Brent's way. Each mark stands twice as long as the last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Cycle {
    mark: String,
    steps: u64,
    power: u64,
}

impl Cycle {
    /// Whether the cursor stands at the mark.
    pub(super) fn meets(&mut self, cursor: &str) -> bool {
        let hash = Sha256::digest(cursor.as_bytes());
        let hash = hex(&hash[..8]);
        if self.mark == hash {
            return true;
        }
        self.steps += 1;
        if self.steps >= self.power {
            *self = Self { mark: hash, steps: 0, power: (self.power * 2).max(1) };
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::super::samples::{ME, at, page, spec};
    use super::*;

    #[test]
    fn a_circle_of_cursors_is_found() {
        let spec = spec(None);
        let now = at("2026-03-01T12:00:00Z");
        for length in [1, 2, 7, 100] {
            let mut place = Place::default().taken(&spec, ME, false, now);
            let found = (0..1000).find(|step| {
                let cursor = if *step < 5 { format!("first {step}") } else { format!("{}", step % length) };
                match place.after(page(Some(&cursor), &[]), &spec, now) {
                    Some(after) => {
                        place = after.place;
                        false
                    }
                    None => true,
                }
            });
            assert!(found.is_some_and(|steps| steps <= 3 * length + 20), "{length}: {found:?}");
        }
        let mut straight = Cycle::default();
        assert!((0..10_000).all(|step| !straight.meets(&step.to_string())));
    }
}
