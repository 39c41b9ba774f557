//! Several workers on one ledger, in one process and in several: no row is sent by two of them, what a worker leaves is taken over,
//! and a worker that comes back too late changes nothing.

#![allow(clippy::unwrap_used, reason = "a test ends by a panic")]

use std::time::{Duration, Instant};

use truto_core::crm::CreateAssociation;
use truto_jobs::{Jobs, Run};

use crate::support::{Ledger, Process, hasty, links, sandbox, sandbox_on_socket};

/// A lease that is long beside the pauses of a busy machine.
const LEASE: Duration = Duration::from_secs(2);

async fn run_with_links(jobs: &Jobs, rows: usize, accounts: usize) -> Run<CreateAssociation> {
    let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
    assert_eq!(run.add(links(rows, accounts)).await.unwrap().new, rows as u64);
    run
}

/// Waits until this is so. A test that waits in vain fails after a minute.
async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !is_so().await {
        assert!(started.elapsed() < Duration::from_mins(1), "{what} did not happen");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_of_one_process_share_the_work() {
    for workers in [2, 4] {
        let Some(ledger) = Ledger::postgres().await else { return };
        let (sandbox, client) = sandbox(24);
        let jobs = ledger.open().await;
        let run = run_with_links(&jobs, 960, 24).await;
        let mut working = tokio::task::JoinSet::new();
        for _ in 0..workers {
            let jobs = ledger.open().await;
            let settings = hasty(Duration::from_secs(20)).accounts(2);
            let worker = jobs.worker(client.clone()).settings(settings).run();
            working.spawn(worker);
        }
        let mut done = Vec::new();
        while let Some(report) = working.join_next().await {
            let report = report.unwrap().unwrap();
            assert_eq!(report.takeovers, 0);
            done.push(report.done);
        }
        assert!(done.iter().all(|done| *done > 0), "one did all the work: {done:?}");
        assert_eq!(done.iter().sum::<u64>(), 960, "{done:?}");
        assert_eq!(run.progress().await.unwrap().done, 960);
        assert_eq!((sandbox.requests().len(), sandbox.all_links().len()), (960, 960));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_of_several_processes_share_the_work() {
    for workers in [2, 4] {
        let Some(ledger) = Ledger::postgres().await else { return };
        let sandbox = sandbox_on_socket(24, Duration::from_millis(20)).await;
        let jobs = ledger.open().await;
        let run = run_with_links(&jobs, 480, 24).await;
        let lease = Duration::from_secs(20);
        let processes: Vec<_> = (0..workers).map(|_| Process::start(ledger.url(), &sandbox, lease)).collect();
        until("the end of the run", async || run.progress().await.unwrap().is_finished()).await;
        assert!(processes.into_iter().all(Process::finish), "a worker failed");
        assert_eq!(run.progress().await.unwrap().done, 480);
        assert_eq!((sandbox.requests().len(), sandbox.all_links().len()), (480, 480));
        assert_eq!(ledger.int("SELECT count(*) FROM truto_workers").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_worker_holds_is_taken_over_within_three_leases() {
    let Some(ledger) = Ledger::postgres().await else { return };
    let sandbox = sandbox_on_socket(8, Duration::from_millis(50)).await;
    let jobs = ledger.open().await;
    let run = run_with_links(&jobs, 200, 8).await;
    let mut first = Process::start(ledger.url(), &sandbox, LEASE);
    until("the first row", async || run.progress().await.unwrap().done > 0).await;
    let second = Process::start(ledger.url(), &sandbox, LEASE);
    until("a claim of the second", async || {
        ledger.int("SELECT count(DISTINCT owner) FROM truto_accounts WHERE owner IS NOT NULL").await == 2
    })
    .await;
    first.kill();
    let killed = Instant::now();
    until("the takeover", async || ledger.int("SELECT max(takeovers) FROM truto_workers").await > 0).await;
    assert!(killed.elapsed() < 3 * LEASE, "it took {:?}", killed.elapsed());
    until("the end of the run", async || run.progress().await.unwrap().is_finished()).await;
    assert!(second.finish());
    assert_eq!((run.progress().await.unwrap().done, sandbox.all_links().len()), (200, 200));
    // What the killed worker had taken is sent again: at most as many rows as it may take ahead.
    assert!(sandbox.requests().len() <= 200 + 4 * 2 * 4, "{} requests", sandbox.requests().len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_was_stopped_for_twice_its_lease_changes_nothing_afterwards() {
    let Some(ledger) = Ledger::postgres().await else { return };
    let sandbox = sandbox_on_socket(4, Duration::from_millis(200)).await;
    let jobs = ledger.open().await;
    let run = run_with_links(&jobs, 600, 4).await;
    let mut first = Process::start(ledger.url(), &sandbox, LEASE);
    until("the first row", async || run.progress().await.unwrap().done > 0).await;
    first.stop();
    let stopped = Instant::now();
    let second = Process::start(ledger.url(), &sandbox, LEASE);
    tokio::time::sleep_until((stopped + 2 * LEASE).into()).await;
    // The second is stopped as well, while it holds all accounts: whatever changes now, the first did it.
    let held = "SELECT count(*) FROM truto_accounts WHERE owner = (SELECT max(id) FROM truto_workers) AND epoch > 1";
    let mut is_held = false;
    while !is_held {
        second.wake();
        until("the takeover of all accounts", async || ledger.int(held).await == 4).await;
        second.stop();
        is_held = ledger.int(held).await == 4;
    }
    let state = async || {
        let rows = "SELECT CAST(sum(sends) * 1000 + sum(coalesce(ended_at, 0) % 1000000) AS BIGINT) FROM truto_rows";
        let accounts =
            "SELECT CAST(sum(epoch) + sum(lease_until) + sum(coalesce(owner, 0) * 1000) AS BIGINT) FROM truto_accounts";
        (ledger.int(rows).await, ledger.int(accounts).await)
    };
    // What the second sent to the database before it was stopped is carried out meanwhile.
    let mut before = state().await;
    until("the last commit of the second", async || {
        let earlier = core::mem::replace(&mut before, state().await);
        earlier == before
    })
    .await;
    assert!(!run.progress().await.unwrap().is_finished());
    first.tell_to_end();
    first.wake();
    assert!(first.finish(), "the worker that was stopped failed");
    assert_eq!(state().await, before, "a worker changed what is not its own");
    second.wake();
    until("the end of the run", async || run.progress().await.unwrap().is_finished()).await;
    assert!(second.finish());
    assert_eq!((run.progress().await.unwrap().done, sandbox.all_links().len()), (600, 600));
}
