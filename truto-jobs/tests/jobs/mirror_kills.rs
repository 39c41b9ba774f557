//! A worker that is killed while it mirrors, at any step, neither loses a record nor doubles one, and deletes nothing by mistake.

#![allow(clippy::unwrap_used, clippy::panic)]

use core::future::poll_fn;
use core::pin::pin;
use core::task::Poll;
use std::time::Duration;

use truto_core::Client;
use truto_jobs::{Jobs, Settings, Table};
use truto_sandbox::Fault;

use crate::mirroring::{assert_mirrored, contacts, crm, delete, live, rename, rows, source, work};
use crate::support::ledgers;

/// Works for this many steps of the worker, and drops it in the midst of what it does.
async fn kill_after(steps: u32, jobs: &Jobs, client: &Client, settings: Settings) {
    let never = core::future::pending::<()>();
    let mut worker = pin!(jobs.worker(client.clone()).settings(settings).shutdown(never));
    let mut left = steps;
    let killed = poll_fn(|cx| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        worker.as_mut().poll(cx).map(|ended| panic!("the worker ended by itself: {ended:?}"))
    });
    killed.await;
}

/// A lease that a test can wait for.
fn hasty() -> Settings {
    Settings::new().slice(Duration::from_millis(20)).lease(Duration::from_millis(150)).poll(Duration::from_millis(20))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mirror_that_is_killed_at_each_step_equals_its_source() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(180);
        let accounts = [sandbox.accounts().salesforce, sandbox.accounts().attio];
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
        mirror.accounts(accounts).await.unwrap();
        let (mut kills, mut in_a_walk) = (0, 0);
        while !mirror.progress().await.unwrap().is_complete() && kills < 400 {
            kills += 1;
            kill_after(3 + kills % 61, &jobs, &client, hasty()).await;
            in_a_walk += u32::from(mirror.progress().await.unwrap().read > 0);
        }
        assert!(in_a_walk > 3, "on {}: {in_a_walk} of {kills} kills", ledger.on);
        finish(&jobs, &client).await;
        for account in accounts {
            assert_mirrored(&ledger, "contacts", &client, account).await;
        }
        let progress = mirror.progress().await.unwrap();
        // Pages that were read and not committed are not counted, and no committed page is read twice.
        assert_eq!((progress.read, progress.written), (360, 360), "on {}, {kills} kills: {progress:?}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_walk_that_was_resumed_deletes_nothing_and_the_next_one_does() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(100);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let ids: Vec<String> = source(&client, account).await.into_keys().collect();
        for id in &ids[..30] {
            delete(&client, account, id).await;
        }
        rename(&sandbox, account, &ids[50], "Countess");

        mirror.read_again([account]).await.unwrap();
        let read = async || mirror.progress().await.unwrap().read;
        let before = read().await;
        // It dies in the midst of its slice, which has some of the walk, because a page takes longer than one of its steps.
        sandbox.script(Fault::delay(Duration::from_millis(50)).times(u32::MAX));
        let mut steps = 3;
        while read().await == before {
            kill_after(steps, &jobs, &client, hasty().slice(Duration::from_mins(1))).await;
            steps += 1;
        }
        sandbox.clear_faults();
        finish(&jobs, &client).await;
        let progress = mirror.progress().await.unwrap();
        assert_eq!((progress.rounds, progress.deleted), (2, 0), "on {}: {progress:?}", ledger.on);
        assert_eq!(live(&ledger, "contacts", account).await.len(), 100, "on {}", ledger.on);

        mirror.read_again([account]).await.unwrap();
        finish(&jobs, &client).await;
        assert_eq!(mirror.progress().await.unwrap().deleted, 30, "on {}", ledger.on);
        assert_mirrored(&ledger, "contacts", &client, account).await;
        assert_eq!(rows(&ledger, "contacts", account).await.len(), 100, "on {}", ledger.on);
    }
}

/// Works until all is read. An account of a killed worker is free only once its lease is over, unless the ledger is a file.
async fn finish(jobs: &Jobs, client: &Client) {
    let free = Duration::from_millis(400);
    let worker = jobs.worker(client.clone()).shutdown(tokio::time::sleep(free));
    tokio::time::timeout(Duration::from_mins(1), worker).await.unwrap().unwrap();
    work(jobs, client, Settings::new()).await;
}
