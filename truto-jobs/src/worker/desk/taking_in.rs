//! What a worker does with what the ledger said: it begins calls, and takes and drops accounts.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use tokio::time::Instant;

use crate::key::hex;
use crate::ledger::exchange::{Asked, Claimed, Got, Release};
use crate::worker::desk::Desk;
use crate::worker::held::Held;
use crate::worker::reading::Read;
use crate::worker::sending::Send;

impl Desk {
    /// Does what the ledger said. Returns whether there is nothing more to get at the moment.
    pub(super) fn take_in(&mut self, asked: &Asked, got: Got, asked_at: Instant) -> bool {
        // The lease began before the ledger wrote it, and it ends here before it ends there.
        let lease_end = asked_at + self.settings.lease - self.settings.lease / 8;
        for (id, _) in &asked.held {
            if let Some(held) = self.held.get(id) {
                held.lease.renew(lease_end);
            }
        }
        if asked.held.len() == self.held.len() {
            self.renewed_at = asked_at;
        }
        if asked.is_alive {
            self.seen_at = asked_at;
        }
        for id in &got.lost {
            tracing::warn!(
                account = self.held.get(id).map(|held| held.account.id()),
                "another worker took the account over"
            );
            self.drop_account(*id, asked_at);
        }
        for id in &got.paused {
            if let Some(held) = self.held.get_mut(id) {
                held.is_paused = true;
            }
        }
        for Release { account, park, .. } in &asked.releases {
            self.report.parks += u64::from(park.is_some());
            self.drop_account(*account, asked_at);
        }
        // An account that was given back may have more to do, and is claimed by the next exchange.
        let is_idle = asked.releases.is_empty()
            && got.claimed.is_empty()
            && got.taken.is_empty()
            && got.due.is_empty()
            && got.moved == 0;
        for id in &asked.wants {
            if let Some(held) = self.held.get_mut(id) {
                held.is_empty = held.token.as_ref().is_none_or(|token| !got.waits.contains_key(token));
            }
        }
        self.waits.extend(got.waits.into_iter().map(|(token, wait)| (token, asked_at + wait)));
        for taken in got.taken {
            let Some(held) = self.held.get_mut(&taken.account) else { continue };
            held.is_empty = false;
            held.under_way += 1;
            let end = asked_at + self.settings.call_timeout;
            let send = Send::new(taken, held, &self.wire, end, self.jobs.keeper(), self.settings.probe);
            self.calls.spawn(send.run());
        }
        for due in got.due {
            let Some(held) = self.held.get_mut(&due.account) else { continue };
            held.under_way += 1;
            held.reading.insert(due.part);
            self.calls.spawn(Read::new(&self.readers, due, held).run());
        }
        for claimed in got.claimed {
            self.report.claims += 1;
            self.report.takeovers += u64::from(claimed.taken_over);
            self.hold(&claimed, lease_end);
        }
        is_idle
    }

    fn hold(&mut self, claimed: &Claimed, lease_end: Instant) {
        let account = (self.clients)(&claimed.account).and_then(|client| Ok(client.account(&claimed.account)?));
        match account {
            Ok(account) => {
                let token = self.settings.budget.map(|_| hashed(&(self.token_of)(&claimed.account)));
                self.held.insert(claimed.id, Held::new(claimed, account, token, lease_end));
                self.line.push_back(claimed.id);
            }
            // It goes back to the line when its lease is over, so that the others are served meanwhile.
            Err(error) => tracing::error!(account = claimed.account, %error, "there is no client for the account"),
        }
    }

    fn drop_account(&mut self, id: i64, now: Instant) {
        if let Some(held) = self.held.remove(&id) {
            // Its calls end now.
            held.lease.renew(now);
        }
        self.line.retain(|known| *known != id);
    }
}

/// What stands for a token in the ledger: a token can be tried, and its hash cannot.
fn hashed(token: &str) -> Arc<str> {
    hex(&Sha256::digest(token.as_bytes())).into()
}
