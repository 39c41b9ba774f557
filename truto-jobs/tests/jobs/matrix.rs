//! The matrix: workers are killed at random moments and at each named point, the API fails in every way, the file is busy, full and
//! under a clock that steps. Then each row was written once.
//!
//! ```text
//! cargo test -p truto-jobs --test jobs matrix                                                  small, as in CI
//! TRUTO_ROWS=100000 TRUTO_ACCOUNTS=200 TRUTO_KILLS=60 TRUTO_WORKERS=4 cargo test --release -p truto-jobs --test jobs matrix -- --nocapture
//! ```
//!
//! Rows create notes, because each write of a note makes a new record: a note that is there twice was written twice.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test ends by a panic")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use http::StatusCode;
use http::header::RETRY_AFTER;
use truto_core::crm::CreateNote;
use truto_jobs::{Jobs, Point, Run};
use truto_sandbox::{Fault, Sandbox};

use crate::support::{Ledger, Process, account, ledgers, sandbox_on_socket};

/// A lease that is long beside the pauses of a busy machine.
const LEASE: Duration = Duration::from_secs(1);

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().map_or(default, |text| text.parse().expect("a number"))
}

/// How many rows and accounts: these, unless the environment says more.
fn size(rows: usize, accounts: usize) -> (usize, usize) {
    (number("TRUTO_ROWS", rows), number("TRUTO_ACCOUNTS", accounts))
}

/// A run on a sandbox, and what went wrong on purpose.
struct Trial {
    ledger: Ledger,
    jobs: Jobs,
    sandbox: Sandbox,
    run: Run<CreateNote>,
    rows: usize,
    accounts: usize,
    started: Instant,
}

impl Trial {
    async fn of(ledger: Ledger, (rows, accounts): (usize, usize)) -> Self {
        let sandbox = sandbox_on_socket(accounts, Duration::from_millis(2)).await;
        let jobs = ledger.open().await;
        let run = jobs.run("notes").writes::<CreateNote>().await.unwrap();
        let notes = (0..rows).map(|row| {
            let note = CreateNote::builder().title(format!("note {row}")).content("x").build();
            (account(row % accounts), format!("row {row}"), note)
        });
        assert_eq!(run.add(notes).await.unwrap().new, rows as u64);
        Self { ledger, jobs, sandbox, run, rows, accounts, started: Instant::now() }
    }

    fn worker(&self) -> Process {
        Process::start(self.ledger.url(), &self.sandbox, LEASE)
    }

    async fn done(&self) -> u64 {
        self.run.progress().await.unwrap().done
    }

    /// Waits until no row is open.
    async fn finished(&self) {
        // A row takes a fraction of a millisecond.
        let patience = self.started.elapsed() + Duration::from_mins(1) + Duration::from_millis(5 * self.rows as u64);
        while !self.run.progress().await.unwrap().is_finished() {
            let progress = self.run.progress().await.unwrap();
            assert!(self.started.elapsed() < patience, "stuck on {}: {progress:?}", self.ledger.on);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Each row was written once, and the ledger knows it. `lost` is how many requests may have been without an answer that is final.
    async fn check(self, what: &str, lost: usize) {
        let progress = self.run.progress().await.unwrap();
        assert_eq!(progress.done, self.rows as u64, "{what} on {}: {progress:?}", self.ledger.on);
        let mut written: BTreeMap<String, usize> = BTreeMap::new();
        for number in 0..self.accounts {
            for record in self.sandbox.records(&account(number)) {
                let title = record.fields["title"].as_str().unwrap_or_default();
                *written.entry(title.to_owned()).or_default() += 1;
            }
        }
        for row in 0..self.rows {
            let times = written.remove(&format!("note {row}")).unwrap_or_default();
            assert_eq!(times, 1, "{what} on {}: note {row} was written {times} times", self.ledger.on);
        }
        assert_eq!(written, BTreeMap::new(), "{what} on {}", self.ledger.on);
        let findings = self.jobs.check().await.unwrap();
        assert!(findings.is_empty(), "{what} on {}: {findings:?}", self.ledger.on);
        // The log of the sandbox forgets the oldest requests of a run in full size. The ledger counts more: it counts what was marked, and
        // an account that parks leaves marked rows that were not sent.
        let marks = "SELECT CAST(sum(sends) - count(*) AS BIGINT) FROM truto_rows";
        let repeated = match self.sandbox.requests().len().checked_sub(self.rows) {
            Some(repeated) => repeated,
            None => usize::try_from(self.ledger.int(marks).await).unwrap(),
        };
        println!(
            "{what} on {}: {} rows in {:.1} s, {repeated} sent again",
            self.ledger.on,
            self.rows,
            self.started.elapsed().as_secs_f64()
        );
        assert!(
            repeated <= lost,
            "{what} on {}: {repeated} rows were sent again, at most {lost} were under way",
            self.ledger.on
        );
    }
}

/// How many rows a worker of these tests has under way at most: thirty-two times its eight places on the wire.
const UNDER_WAY: usize = 256;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_dies_at_each_point_of_its_work() {
    for ledger in ledgers().await {
        let trial = Trial::of(ledger, size(300, 6)).await;
        for point in Point::OF_ROWS {
            // Each account is refused now and then, so that it is parked.
            let busy = Fault::status(StatusCode::TOO_MANY_REQUESTS).header(RETRY_AFTER, "1".parse().unwrap());
            trial.sandbox.clear_faults();
            trial.sandbox.script(busy.times(2));
            let mut worker = Process::start_to_die(trial.ledger.url(), &trial.sandbox, LEASE, point);
            assert!(worker.is_gone_within(Duration::from_secs(30)).await, "no worker came to {point:?}");
        }
        trial.sandbox.clear_faults();
        let last = trial.worker();
        trial.finished().await;
        assert!(last.finish());
        // What was refused was sent again too.
        trial.check("dead at each point", Point::OF_ROWS.len() * (UNDER_WAY + 2)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_that_are_killed_at_random_moments() {
    let (rows, accounts) = size(1_200, 12);
    let kills = number("TRUTO_KILLS", 4);
    for ledger in ledgers().await {
        // An SQLite ledger has one worker at a time.
        let count = if ledger.on == "SQLite" { 1 } else { number("TRUTO_WORKERS", 2) };
        let trial = Trial::of(ledger, (rows, accounts)).await;
        let mut workers: Vec<_> = (0..count).map(|_| trial.worker()).collect();
        for kill in 0..kills {
            // The moment itself is the test.
            let share = ((kill + 1) * rows / (kills + 2)) as u64;
            while trial.done().await < share {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let victim = kill % count;
            workers[victim].kill();
            workers[victim] = trial.worker();
        }
        trial.finished().await;
        assert!(workers.into_iter().all(Process::finish), "a worker failed");
        trial.check(&format!("{kills} kills"), kills * UNDER_WAY).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_api_fails_in_every_way() {
    for ledger in ledgers().await {
        let trial = Trial::of(ledger, size(600, 6)).await;
        // A hundredth of the calls has each fault, and a tenth meets a limit.
        let part = |of: usize| u32::try_from(trial.rows / of).unwrap();
        let (each, limited) = (part(100), part(10));
        let storm =
            Fault::status(StatusCode::TOO_MANY_REQUESTS).header(RETRY_AFTER, "1".parse().unwrap()).times(limited);
        let faults = [
            Fault::close(),
            Fault::close().after_handling(),
            Fault::status(StatusCode::INTERNAL_SERVER_ERROR),
            Fault::status(StatusCode::BAD_GATEWAY).after_handling(),
            Fault::status(StatusCode::GATEWAY_TIMEOUT).after_handling(),
            Fault::status(StatusCode::REQUEST_TIMEOUT),
            Fault::html(),
            Fault::html().after_handling(),
            Fault::empty().after_handling(),
            Fault::cut_at(20),
            Fault::delay(Duration::from_millis(300)),
        ];
        trial.sandbox.clear_faults();
        // Each fault costs a request. A late answer is an answer.
        let lost = (faults.len() - 1) * (trial.rows / 100) + trial.rows / 10;
        for fault in faults {
            trial.sandbox.script(fault.times(each));
        }
        trial.sandbox.script(storm);
        let worker = trial.worker();
        trial.finished().await;
        assert!(worker.finish());
        trial.check("faults of the API", lost).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_others_write_too() {
    let trial = Trial::of(Ledger::sqlite(), size(400, 4)).await;
    let worker = trial.worker();
    // Another process may add rows and look, but it may not work.
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!trial.worker().ended_well(), "two workers on one file");
    let url = trial.ledger.url().to_owned();
    let storm = tokio::spawn(async move {
        use sqlx::Connection as _;
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        loop {
            // SQLite knows no fairness: whoever never pauses keeps the file.
            tokio::time::sleep(Duration::from_millis(10)).await;
            if sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut connection).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(40)).await;
                sqlx::raw_sql("COMMIT").execute(&mut connection).await.unwrap();
            }
        }
    });
    trial.finished().await;
    storm.abort();
    assert!(worker.finish());
    // The lease of these tests is short beside the time that the file can be busy.
    let rows = trial.rows;
    trial.check("a busy file", rows).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_is_full() {
    let trial = Trial::of(Ledger::sqlite(), size(400, 4)).await;
    let started_at = trial.done().await;
    // The file may not grow any more.
    let mut cramped = Process::start_cramped(trial.ledger.url(), &trial.sandbox, LEASE);
    tokio::time::sleep(Duration::from_secs(2)).await;
    cramped.kill();
    let before = trial.done().await;
    assert!(before < trial.rows as u64, "the disk was not full");
    println!("{} rows were written beside a full disk", before - started_at);
    let worker = trial.worker();
    trial.finished().await;
    assert!(worker.finish());
    let rows = trial.rows;
    trial.check("a full disk", rows).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_steps_by_a_minute() {
    let trial = Trial::of(Ledger::sqlite(), size(400, 4)).await;
    let mut first = Process::start_with_steps(trial.ledger.url(), &trial.sandbox, LEASE);
    while trial.done().await < trial.rows as u64 / 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    first.kill();
    let second = Process::start_with_steps(trial.ledger.url(), &trial.sandbox, LEASE);
    trial.finished().await;
    assert!(second.finish());
    trial.check("a clock that steps", UNDER_WAY).await;
}
