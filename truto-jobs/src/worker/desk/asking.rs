//! What a worker asks the ledger for: in turn, so that no account waits for another.

use core::mem;
use core::time::Duration;
use std::sync::Arc;

use tokio::time::Instant;

use crate::ledger::exchange::Asked;
use crate::worker::desk::Desk;

/// The most rows that are under way, for each place on the wire.
const MOST: usize = 32;

/// How many rows may be under way: twice what the wire holds, and three times what ended since the ledger was last asked. A wire that runs
/// dry while the ledger writes costs time, and rows that wait for long keep their account from other work.
fn most_under_way(concurrency: usize, ended: usize) -> usize {
    (2 * concurrency + 3 * ended).min(MOST * concurrency)
}

/// How many rows of an account may be under way if it gets more: as many as it gets at once, or its share of what ended.
fn share(rows: u32, ended: usize, accounts: usize) -> u32 {
    rows.max(u32::try_from(3 * ended / accounts.max(1)).unwrap_or(u32::MAX))
}

impl Desk {
    /// What to ask the ledger for.
    pub(super) fn ask(&mut self, is_stopping: bool) -> Asked {
        let slice = if is_stopping { Duration::ZERO } else { self.settings.slice };
        let mut asked = Asked { rows: self.settings.rows, ended: mem::take(&mut self.ended), ..Asked::default() };
        asked.is_alive = self.seen_at.elapsed() >= self.settings.lease / 4;
        let rows = self.settings.rows;
        self.waits.retain(|_, until| *until > Instant::now());
        let most = most_under_way(self.settings.concurrency, asked.ended.len()).max(rows as usize);
        let mut room = most.saturating_sub(self.calls.len());
        let share = share(rows, asked.ended.len(), self.held.len());
        for _ in 0..self.line.len() {
            let Some(id) = self.line.pop_front() else { break };
            self.line.push_back(id);
            let Some(held) = self.held.get(&id) else { continue };
            if held.is_ending(slice) {
                if held.under_way == 0 {
                    asked.releases.push(held.release(id));
                }
            } else if held.token.as_ref().is_some_and(|token| self.waits.contains_key(token)) {
                // Its token has no calls left.
            } else if held.under_way <= share && room >= rows as usize {
                room -= rows as usize;
                if let Some(token) = &held.token {
                    asked.tokens.insert(id, Arc::clone(token));
                }
                asked.wants.push(id);
            }
        }
        // All leases are renewed together, and in between only those of the accounts that the exchange is about.
        let is_renewal = self.renewed_at.elapsed() >= self.settings.lease / 4;
        let is_meant = |id: &i64| {
            is_renewal
                || asked.wants.contains(id)
                || asked.releases.iter().any(|release| release.account == *id)
                || asked.ended.iter().any(|ended| ended.account == *id)
        };
        let held: Vec<_> =
            self.held.iter().filter(|(id, _)| is_meant(id)).map(|(id, held)| (*id, held.epoch)).collect();
        asked.held = held;
        asked.reading = self.held.values().flat_map(|held| held.reading.iter().copied()).collect();
        if !is_stopping && room > 0 {
            let serving = self.held.values().filter(|held| !held.is_ending(slice)).count();
            asked.claims = self.settings.accounts.saturating_sub(u32::try_from(serving).unwrap_or(u32::MAX));
        }
        asked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_api_has_more_rows_under_way_within_a_bound() {
        assert_eq!(most_under_way(64, 0), 128);
        assert_eq!(most_under_way(64, 100), 428);
        assert_eq!(most_under_way(64, 100_000), 2048);
    }

    #[test]
    fn an_account_has_its_share_of_what_a_fast_api_ends() {
        assert_eq!(share(32, 100, 10), 32);
        assert_eq!(share(32, 1000, 10), 300);
        assert_eq!(share(32, 1000, 0), 3000);
    }
}
