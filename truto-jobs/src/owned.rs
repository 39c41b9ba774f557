//! Who owns an account, and whether it takes work: pure functions. One worker at a time owns an account, and with it the limits that
//! it learned. The epoch fences: it rises with each owner, and a commit under an older epoch changes nothing.

use core::time::Duration;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// Why an account takes no work until a person releases it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// A person paused it.
    Paused,
    /// Truto blocked it (503).
    Blocked,
    /// Its connection to the provider must be authorised again (401 from the provider).
    NeedsReauth,
    /// The API token of its client is refused (401 from Truto).
    TokenRefused,
}

impl Hold {
    /// All holds.
    pub const ALL: [Self; 4] = [Self::Paused, Self::Blocked, Self::NeedsReauth, Self::TokenRefused];

    /// The name in the ledger, in the program and in JSON: `needs_reauth`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paused => "paused",
            Self::Blocked => "blocked",
            Self::NeedsReauth => "needs_reauth",
            Self::TokenRefused => "token_refused",
        }
    }

    /// The hold of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hold| hold.name() == name)
    }
}

impl core::fmt::Display for Hold {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

/// A worker, by the number of its row in the ledger.
pub(crate) type WorkerId = i64;

/// What the ledger knows of an account's ownership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owned {
    /// Rises with each claim.
    pub epoch: i64,
    /// The worker that owns it, unless its lease is over.
    pub owner: Option<WorkerId>,
    /// When the lease of the owner is over.
    pub lease_until: Moment,
    /// When the account has something to do. `None` if it has nothing to do.
    pub due_at: Option<Moment>,
    /// Why it takes no work.
    pub hold: Option<Hold>,
}

impl Owned {
    /// An account that was just added.
    pub const NEW: Self = Self { epoch: 0, owner: None, lease_until: Moment::START, due_at: None, hold: None };

    /// The account after this worker took it. `None` if another owns it, or if it has nothing to do.
    #[must_use]
    pub fn claimed(self, worker: WorkerId, now: Moment, lease: Duration) -> Option<Self> {
        let is_due = self.hold.is_none() && self.due_at.is_some_and(|due| due <= now);
        let is_free = self.owner.is_none() || self.lease_until <= now;
        (is_due && is_free).then(|| Self {
            epoch: self.epoch.saturating_add(1),
            owner: Some(worker),
            lease_until: now.after(lease),
            ..self
        })
    }

    /// Whether this worker, which claimed the account at `epoch`, may still change it. The lease does not count: as long as nobody
    /// else has claimed it, there is nobody to disturb.
    #[must_use]
    pub fn is_held_by(&self, worker: WorkerId, epoch: i64) -> bool {
        self.owner == Some(worker) && self.epoch == epoch
    }

    /// The account with a longer lease.
    #[must_use]
    pub fn renewed(self, now: Moment, lease: Duration) -> Self {
        Self { lease_until: now.after(lease), ..self }
    }

    /// The account after its owner gave it back. `due_at` is when it has something to do again.
    #[must_use]
    pub fn released(self, due_at: Option<Moment>) -> Self {
        Self { owner: None, lease_until: Moment::START, due_at, ..self }
    }

    /// The account after a person paused it. Its owner ends what is under way, and takes no more.
    #[must_use]
    pub fn paused(self) -> Self {
        Self { hold: Some(Hold::Paused), ..self }
    }

    /// The account after a person released it. `due_at` is when it has something to do.
    #[must_use]
    pub fn resumed(self, due_at: Option<Moment>) -> Self {
        Self { hold: None, due_at, ..self }
    }

    /// Whether a worker may still send calls of the account.
    #[must_use]
    pub fn is_leased(&self, now: Moment) -> bool {
        self.owner.is_some() && self.lease_until > now
    }

    /// The account without its owner, who can commit nothing from now on.
    #[must_use]
    pub fn fenced(self) -> Self {
        Self { epoch: self.epoch.saturating_add(1), owner: None, lease_until: Moment::START, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEASE: Duration = Duration::from_secs(30);

    fn seconds(count: u64) -> Moment {
        Moment::START.after(Duration::from_secs(count))
    }

    #[test]
    fn an_account_has_one_owner_until_the_lease_is_over() {
        let due = Owned { due_at: Some(seconds(5)), ..Owned::NEW };
        assert_eq!(due.claimed(1, seconds(4), LEASE), None);
        let first = due.claimed(1, seconds(5), LEASE).unwrap();
        assert!(first.is_held_by(1, 1) && !first.is_held_by(2, 1));
        assert_eq!(first.claimed(2, seconds(34), LEASE), None);
        assert_eq!(first.renewed(seconds(20), LEASE).claimed(2, seconds(49), LEASE), None);
        let second = first.claimed(2, seconds(35), LEASE).unwrap();
        assert!(second.is_held_by(2, 2) && !second.is_held_by(1, 1));
        // The same worker is fenced off from what it did under its earlier claim.
        assert!(!second.is_held_by(2, 1));
    }

    #[test]
    fn what_is_held_or_has_nothing_to_do_is_not_claimed() {
        assert_eq!(Owned::NEW.claimed(1, seconds(9), LEASE), None);
        for hold in Hold::ALL {
            let held = Owned { due_at: Some(seconds(0)), hold: Some(hold), ..Owned::NEW };
            assert_eq!(held.claimed(1, seconds(9), LEASE), None);
            assert_eq!(Hold::named(hold.name()), Some(hold));
        }
        let again = Owned { due_at: Some(seconds(0)), ..Owned::NEW }.claimed(1, seconds(9), LEASE).unwrap();
        assert_eq!(again.released(Some(seconds(20))).claimed(2, seconds(20), LEASE).map(|it| it.epoch), Some(2));
    }

    #[test]
    fn a_pause_lets_the_owner_finish_and_stays_after_it() {
        let due = Owned { due_at: Some(seconds(0)), ..Owned::NEW };
        let paused = due.claimed(1, seconds(0), LEASE).unwrap().paused();
        assert!(paused.is_held_by(1, 1) && paused.is_leased(seconds(29)) && !paused.is_leased(seconds(30)));
        let left = paused.released(Some(seconds(1)));
        assert_eq!(left.claimed(2, seconds(99), LEASE), None);
        assert!(left.resumed(Some(seconds(5))).claimed(2, seconds(5), LEASE).is_some());
        assert!(!paused.fenced().is_held_by(1, 1));
    }
}
