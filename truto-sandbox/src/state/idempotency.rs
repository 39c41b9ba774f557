//! The table of idempotency keys: a request that ran under a key is answered again, and not run again.
//!
//! A key belongs to an account and a path, as the API documents it. The [page of the crate](crate#behaviour) has the rest.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::answer::Answer;
use crate::bounded_log::BoundedLog;
use crate::lock::lock;

/// A key with the account and the path that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ScopedKey {
    pub(crate) account: String,
    pub(crate) path: String,
    pub(crate) key: String,
}

impl ScopedKey {
    /// Memory of an answer under this key, in bytes. The table holds the key twice.
    fn cost(&self, answer: &Answer) -> usize {
        let key = size_of::<Self>() + self.account.len() + self.path.len() + self.key.len();
        2 * key + size_of::<Answer>() + answer.cost()
    }
}

/// Digest and length of the request that used a key first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    pub(crate) digest: u64,
    pub(crate) length: usize,
}

#[derive(Debug)]
enum KeyState {
    Running(Fingerprint),
    Answered(Fingerprint, Box<Answer>),
}

#[derive(Debug)]
struct Table {
    keys: HashMap<ScopedKey, KeyState>,
    /// The keys with an answer. A running request must not be forgotten.
    answered: BoundedLog<ScopedKey>,
}

/// How to continue with a request that carries a key.
#[derive(Debug)]
pub(crate) enum Decision {
    /// The key is new: run the request, then [`Claim::finish`].
    Run(Claim),
    /// The request ran before: send its answer again.
    Replay(Box<Answer>),
    /// The first request is still running.
    InFlight,
    /// The key belongs to another request.
    OtherRequest,
}

/// All keys of a sandbox. Clones share them.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    table: Arc<Mutex<Table>>,
}

impl Keys {
    pub(crate) fn new(max_answers: usize) -> Self {
        let table = Table { keys: HashMap::new(), answered: BoundedLog::new(max_answers) };
        Self { table: Arc::new(Mutex::new(table)) }
    }

    pub(crate) fn claim(&self, key: ScopedKey, fingerprint: Fingerprint) -> Decision {
        let mut table = lock(&self.table);
        match table.keys.get(&key) {
            Some(KeyState::Running(first) | KeyState::Answered(first, _)) if *first != fingerprint => {
                Decision::OtherRequest
            }
            Some(KeyState::Running(_)) => Decision::InFlight,
            Some(KeyState::Answered(_, answer)) => Decision::Replay(answer.clone()),
            None => {
                table.keys.insert(key.clone(), KeyState::Running(fingerprint));
                Decision::Run(Claim { keys: self.clone(), pending: Some((key, fingerprint)) })
            }
        }
    }

    pub(crate) fn reset(&self) {
        let mut table = lock(&self.table);
        table.keys.clear();
        table.answered.clear();
    }
}

/// The right to run a request under a key. If it is dropped without an answer, the key is free again.
#[derive(Debug)]
pub(crate) struct Claim {
    keys: Keys,
    pending: Option<(ScopedKey, Fingerprint)>,
}

impl Claim {
    pub(crate) fn finish(mut self, answer: &Answer) {
        let Some((key, fingerprint)) = self.pending.take() else { return };
        let mut table = lock(&self.keys.table);
        // After a reset the key is gone, and must not come back.
        let Some(state) = table.keys.get_mut(&key) else { return };
        *state = KeyState::Answered(fingerprint, Box::new(answer.clone()));
        let cost = key.cost(answer);
        for forgotten in table.answered.push(key, cost) {
            table.keys.remove(&forgotten);
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let Some((key, _)) = self.pending.take() {
            lock(&self.keys.table).keys.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use serde_json::json;

    use super::{Claim, Decision, Fingerprint, Keys, ScopedKey};
    use crate::answer::Answer;
    use crate::bounded_log::{MAX_BYTES, MAX_ENTRIES};

    fn key(key: &str) -> ScopedKey {
        ScopedKey { account: "a".to_owned(), path: "/p".to_owned(), key: key.to_owned() }
    }

    fn post(body: &str) -> Fingerprint {
        Fingerprint { digest: u64::from(body.as_bytes()[0]), length: body.len() }
    }

    fn run(keys: &Keys, text: &str, body: &str) -> Claim {
        match keys.claim(key(text), post(body)) {
            Decision::Run(claim) => claim,
            other => panic!("{other:?}"),
        }
    }

    fn answer() -> Answer {
        Answer::with_status(StatusCode::CREATED, json!({ "n": 1 }))
    }

    #[test]
    fn a_key_runs_once() {
        let keys = Keys::new(MAX_ENTRIES);
        let claim = run(&keys, "k", "{}");
        assert!(matches!(keys.claim(key("k"), post("{}")), Decision::InFlight));
        assert!(matches!(keys.claim(key("k"), post("[]")), Decision::OtherRequest));
        claim.finish(&answer());
        match keys.claim(key("k"), post("{}")) {
            Decision::Replay(answer) => assert_eq!(answer.status, StatusCode::CREATED),
            other => panic!("{other:?}"),
        }
        assert!(matches!(keys.claim(key("k"), post("[]")), Decision::OtherRequest));
        let elsewhere = ScopedKey { account: "b".to_owned(), ..key("k") };
        assert!(matches!(keys.claim(elsewhere, post("{}")), Decision::Run(_)));
    }

    #[test]
    fn a_call_that_never_ran_frees_its_key() {
        let keys = Keys::new(MAX_ENTRIES);
        drop(run(&keys, "k", "{}"));
        run(&keys, "k", "[]").finish(&answer());
    }

    #[test]
    fn the_oldest_answers_are_forgotten_first() {
        let keys = Keys::new(MAX_ENTRIES);
        for n in 0..=MAX_ENTRIES {
            run(&keys, &n.to_string(), "{}").finish(&answer());
        }
        assert!(matches!(keys.claim(key("1"), post("{}")), Decision::Replay(_)));
        assert!(matches!(keys.claim(key("0"), post("{}")), Decision::Run(_)));
    }

    #[test]
    fn the_keys_of_answers_count_too() {
        let keys = Keys::new(MAX_ENTRIES);
        let long = |n: usize| format!("{n}{}", "k".repeat(MAX_BYTES / 5));
        for n in 0..3 {
            run(&keys, &long(n), "{}").finish(&answer());
        }
        assert!(matches!(keys.claim(key(&long(2)), post("{}")), Decision::Replay(_)));
        assert!(matches!(keys.claim(key(&long(0)), post("{}")), Decision::Run(_)));
    }

    #[test]
    fn a_reset_forgets_calls_that_are_still_running() {
        let keys = Keys::new(MAX_ENTRIES);
        let old = run(&keys, "k", "{}");
        keys.reset();
        old.finish(&answer());
        assert!(matches!(keys.claim(key("k"), post("{}")), Decision::Run(_)));
    }
}
