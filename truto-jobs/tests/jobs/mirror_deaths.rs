//! A worker in another process that is killed while it mirrors, at each named point and at random moments, leaves a table that equals
//! its source byte by byte.
//!
//! ```text
//! TRUTO_KILLS=29 TRUTO_KILL_SEED=7 cargo test -p truto-jobs --test jobs mirror_deaths -- --nocapture
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends by a panic")]

use std::time::{Duration, Instant};

use truto_core::Client;
use truto_jobs::{Jobs, Mirror, MirrorProgress, Point, Table};
use truto_sandbox::Sandbox;

use crate::mirroring::{assert_mirrored, contacts, crm_on_socket, delete, live, rename, source};
use crate::support::{Ledger, Process, ledgers};

/// The lease of workers that may lose it to a pause of a busy machine. On PostgreSQL each death costs one.
const LEASE: Duration = Duration::from_millis(400);
/// The leases of workers whose walk must be whole: one that dies, and one that does not.
const LONG_LEASE: Duration = Duration::from_secs(1);
const LONGEST_LEASE: Duration = Duration::from_secs(10);
/// The records of each account.
const CONTACTS: u32 = 60;

/// A mirror of a CRM that changes before each round, and what has to come of it.
struct Trial {
    ledger: Ledger,
    jobs: Jobs,
    sandbox: Sandbox,
    client: Client,
    mirror: Mirror,
    accounts: [&'static str; 2],
    /// The ids that each account began with.
    ids: Vec<Vec<String>>,
    /// How often two records of each account were changed: one was deleted, and one has another title.
    changes: usize,
    /// The rounds so far, and the records that they read, if each page is read once.
    rounds: u64,
    read: u64,
}

impl Trial {
    async fn of(ledger: Ledger) -> Self {
        let (sandbox, client) = crm_on_socket(CONTACTS, Duration::from_millis(2)).await;
        let accounts = [sandbox.accounts().salesforce, sandbox.accounts().attio];
        let mut ids = Vec::new();
        for account in accounts {
            ids.push(source(&client, account).await.into_keys().collect());
        }
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
        mirror.accounts(accounts).await.unwrap();
        let (rounds, read) = (2, 2 * u64::from(CONTACTS));
        Self { ledger, jobs, sandbox, client, mirror, accounts, ids, changes: 0, rounds, read }
    }

    fn worker(&self, lease: Duration) -> Process {
        Process::start(self.ledger.url(), &self.sandbox, lease)
    }

    /// Deletes a record of the first pages of each account, changes one of the last pages, and asks for a round.
    async fn begin_round(&mut self) {
        for (account, ids) in self.accounts.iter().zip(&self.ids) {
            delete(&self.client, account, &ids[self.changes]).await;
            rename(&self.sandbox, account, &ids[ids.len() - 1 - self.changes], "Countess");
        }
        self.changes += 1;
        self.mirror.read_again(self.accounts).await.unwrap();
        self.rounds += 2;
        self.read += 2 * (u64::from(CONTACTS) - self.changes as u64);
    }

    async fn die_at(&self, point: Point, lease: Duration) {
        let mut worker = Process::start_to_die(self.ledger.url(), &self.sandbox, lease, point);
        assert!(worker.is_gone_within(Duration::from_secs(30)).await, "no worker came to {point:?}");
    }

    /// Waits until this holds of the mirror, while a worker reads.
    async fn until(&self, what: &str, holds: impl Fn(&MirrorProgress) -> bool) {
        let started = Instant::now();
        loop {
            let progress = self.mirror.progress().await.unwrap();
            if holds(&progress) {
                return;
            }
            assert!(started.elapsed() < Duration::from_mins(1), "{what} on {}: {progress:?}", self.ledger.on);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits until the round ends. Whatever died in it, the table has each record as it is now.
    async fn round_ends(&self, what: &str) {
        self.until(what, |progress| progress.rounds >= self.rounds).await;
        for account in self.accounts {
            let (rows, records) = (live(&self.ledger, "contacts", account).await, source(&self.client, account).await);
            let lost: Vec<_> = records.keys().filter(|id| rows.get(*id) != records.get(*id)).collect();
            assert!(lost.is_empty(), "{what} on {}: {lost:?} are not in the table", self.ledger.on);
        }
    }

    /// A round that nobody disturbs finds what was deleted. Then the table is the source, each page was read once, and each record
    /// was written and deleted as often as it changed.
    async fn check(mut self, what: &str) {
        self.begin_round().await;
        let worker = self.worker(LONGEST_LEASE);
        self.round_ends(what).await;
        assert!(worker.finish(), "{what} on {}", self.ledger.on);
        for account in self.accounts {
            assert_mirrored(&self.ledger, "contacts", &self.client, account).await;
        }
        let progress = self.mirror.progress().await.unwrap();
        let changed = 2 * self.changes as u64;
        let found = (progress.rounds, progress.read, progress.written, progress.deleted);
        let expected = (self.rounds, self.read, 2 * u64::from(CONTACTS) + changed, changed);
        assert_eq!(found, expected, "{what} on {}: {progress:?}", self.ledger.on);
        let findings = self.jobs.check().await.unwrap();
        assert!(findings.is_empty(), "{what} on {}: {findings:?}", self.ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_dies_at_each_point_of_a_mirror() {
    for ledger in ledgers().await {
        let mut trial = Trial::of(ledger).await;
        // A walk that somebody died in deletes nothing, so each point at its end needs a walk of its own.
        let (in_walk, at_end) = Point::OF_MIRRORS.split_at(4);
        for point in in_walk {
            trial.die_at(*point, LEASE).await;
        }
        let worker = trial.worker(LEASE);
        trial.round_ends("dead in the first walk").await;
        assert!(worker.finish(), "on {}", trial.ledger.on);
        for point in at_end {
            trial.begin_round().await;
            trial.die_at(*point, LONG_LEASE).await;
            let worker = trial.worker(LEASE);
            trial.round_ends(&format!("dead at {point:?}")).await;
            assert!(worker.finish(), "on {}", trial.ledger.on);
        }
        trial.check("dead at each point").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mirroring_workers_that_are_killed_at_random_moments() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let seed = number("TRUTO_KILL_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    let kills = number("TRUTO_KILLS").map_or(4, |kills| kills.min(u64::from(CONTACTS) / 2 - 1));
    println!("TRUTO_KILL_SEED={seed}");
    let mut random = seed;
    for ledger in ledgers().await {
        let mut trial = Trial::of(ledger).await;
        // An SQLite ledger has one worker at a time.
        let count = if trial.ledger.on == "SQLite" { 1 } else { 2 };
        let mut workers: Vec<_> = (0..count).map(|_| trial.worker(LEASE)).collect();
        let mut before = 0;
        for kill in 0..usize::try_from(kills).unwrap() {
            let what = format!("kill {kill} of TRUTO_KILL_SEED={seed}");
            trial.until(&what, |progress| progress.read > before).await;
            // The moment itself is the test. A round takes about as long.
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            tokio::time::sleep(Duration::from_micros((random >> 33) % 50_000)).await;
            workers[kill % count].kill();
            workers[kill % count] = trial.worker(LEASE);
            trial.round_ends(&what).await;
            before = trial.read;
            trial.begin_round().await;
        }
        trial.round_ends("after the kills").await;
        assert!(workers.into_iter().all(Process::finish), "a worker failed on {}", trial.ledger.on);
        trial.check(&format!("{kills} kills of TRUTO_KILL_SEED={seed}")).await;
    }
}
