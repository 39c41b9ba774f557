//! The table of idempotency keys: what ran under a key is answered again, not run again.
//!
//! A key counts per account and path, as the API documents. What it leaves open is decided here: the same key with
//! another request, which is another method, query or body, is 422; a key whose first call is still running is 409; and
//! a request that was refused before it ran leaves its key free. Two requests are the same if they say the same: the order of
//! members and parameters, blanks, escapes and the boundary of a form say nothing. The table is bounded in number and bytes;
//! the oldest answers are forgotten first.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use crate::answer::Answer;
use crate::lock::lock;

const MAX_ANSWERS: usize = 10_000;
const MAX_BYTES: usize = 64 << 20;

/// What a key is remembered under.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot {
    pub(crate) account: String,
    pub(crate) path: String,
    pub(crate) key: String,
}

impl Slot {
    /// Bytes that keeping an answer under it costs. The table holds the slot twice.
    fn weight(&self, answer: &Answer) -> usize {
        let slot = size_of::<Self>() + self.account.len() + self.path.len() + self.key.len();
        2 * slot + size_of::<Answer>() + answer.weight()
    }
}

/// A digest of the request that used a key first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    pub(crate) digest: u64,
    pub(crate) length: usize,
}

#[derive(Debug)]
enum Entry {
    Running(Fingerprint),
    Answered(Fingerprint, Box<Answer>),
}

#[derive(Debug, Default)]
struct Entries {
    by_slot: HashMap<Slot, Entry>,
    // Answered slots only, oldest first: a running call must not be forgotten.
    answered: VecDeque<Slot>,
    bytes: usize,
}

/// What to do with a request that carries a key.
#[derive(Debug)]
pub(crate) enum Decision {
    /// Nobody used the key before: run, then [`Permit::finish`].
    Run(Permit),
    /// It ran: answer this.
    Replay(Box<Answer>),
    /// It is running right now.
    InFlight,
    /// The key belongs to another request.
    OtherRequest,
}

/// The table. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    entries: Arc<Mutex<Entries>>,
}

impl Keys {
    pub(crate) fn begin(&self, slot: Slot, fingerprint: Fingerprint) -> Decision {
        let mut entries = lock(&self.entries);
        match entries.by_slot.get(&slot) {
            Some(Entry::Running(first) | Entry::Answered(first, _)) if *first != fingerprint => Decision::OtherRequest,
            Some(Entry::Running(_)) => Decision::InFlight,
            Some(Entry::Answered(_, answer)) => Decision::Replay(answer.clone()),
            None => {
                entries.by_slot.insert(slot.clone(), Entry::Running(fingerprint));
                Decision::Run(Permit { keys: self.clone(), open: Some((slot, fingerprint)) })
            }
        }
    }

    pub(crate) fn reset(&self) {
        *lock(&self.entries) = Entries::default();
    }
}

/// The right to run under a key. Dropped without an answer, it frees the key.
#[derive(Debug)]
pub(crate) struct Permit {
    keys: Keys,
    open: Option<(Slot, Fingerprint)>,
}

impl Permit {
    pub(crate) fn finish(mut self, answer: &Answer) {
        let Some((slot, fingerprint)) = self.open.take() else {
            return;
        };
        let mut entries = lock(&self.keys.entries);
        // Gone means reset: what began before belongs to the old table.
        let Some(entry) = entries.by_slot.get_mut(&slot) else {
            return;
        };
        *entry = Entry::Answered(fingerprint, Box::new(answer.clone()));
        entries.bytes += slot.weight(answer);
        entries.answered.push_back(slot);
        while entries.answered.len() > MAX_ANSWERS || entries.bytes > MAX_BYTES {
            let Some(oldest) = entries.answered.pop_front() else {
                break;
            };
            if let Some(Entry::Answered(_, forgotten)) = entries.by_slot.remove(&oldest) {
                entries.bytes = entries.bytes.saturating_sub(oldest.weight(&forgotten));
            }
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some((slot, _)) = self.open.take() {
            lock(&self.keys.entries).by_slot.remove(&slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use serde_json::json;

    use super::{Decision, Fingerprint, Keys, MAX_ANSWERS, MAX_BYTES, Permit, Slot};
    use crate::answer::Answer;

    fn slot(key: &str) -> Slot {
        Slot { account: "a".to_owned(), path: "/p".to_owned(), key: key.to_owned() }
    }

    fn post(body: &str) -> Fingerprint {
        Fingerprint { digest: u64::from(body.as_bytes()[0]), length: body.len() }
    }

    fn run(keys: &Keys, key: &str, body: &str) -> Permit {
        match keys.begin(slot(key), post(body)) {
            Decision::Run(permit) => permit,
            other => panic!("{other:?}"),
        }
    }

    fn answer() -> Answer {
        Answer::json(StatusCode::CREATED, &json!({ "n": 1 }))
    }

    #[test]
    fn a_key_runs_once() {
        let keys = Keys::default();
        let permit = run(&keys, "k", "{}");
        assert!(matches!(keys.begin(slot("k"), post("{}")), Decision::InFlight));
        assert!(matches!(keys.begin(slot("k"), post("[]")), Decision::OtherRequest));
        permit.finish(&answer());
        match keys.begin(slot("k"), post("{}")) {
            Decision::Replay(answer) => assert_eq!(answer.status, StatusCode::CREATED),
            other => panic!("{other:?}"),
        }
        assert!(matches!(keys.begin(slot("k"), post("[]")), Decision::OtherRequest));
        let elsewhere = Slot { account: "b".to_owned(), ..slot("k") };
        assert!(matches!(keys.begin(elsewhere, post("{}")), Decision::Run(_)));
    }

    #[test]
    fn a_call_that_never_ran_frees_its_key() {
        let keys = Keys::default();
        drop(run(&keys, "k", "{}"));
        run(&keys, "k", "[]").finish(&answer());
    }

    #[test]
    fn the_oldest_answers_are_forgotten_first() {
        let keys = Keys::default();
        for n in 0..=MAX_ANSWERS {
            run(&keys, &n.to_string(), "{}").finish(&answer());
        }
        assert!(matches!(keys.begin(slot("1"), post("{}")), Decision::Replay(_)));
        assert!(matches!(keys.begin(slot("0"), post("{}")), Decision::Run(_)));
    }

    #[test]
    fn the_slots_of_answers_weigh_too() {
        let keys = Keys::default();
        let long = |n: usize| format!("{n}{}", "k".repeat(MAX_BYTES / 5));
        for n in 0..3 {
            run(&keys, &long(n), "{}").finish(&answer());
        }
        assert!(matches!(keys.begin(slot(&long(2)), post("{}")), Decision::Replay(_)));
        assert!(matches!(keys.begin(slot(&long(0)), post("{}")), Decision::Run(_)));
    }

    #[test]
    fn a_reset_forgets_calls_that_are_still_running() {
        let keys = Keys::default();
        let old = run(&keys, "k", "{}");
        keys.reset();
        old.finish(&answer());
        assert!(matches!(keys.begin(slot("k"), post("{}")), Decision::Run(_)));
    }
}
