//! The database goes away while workers work: they go on by themselves once it is back, and nothing is lost or written twice.

use std::time::Duration;

use truto_core::crm::CreateAssociation;
use truto_jobs::{Jobs, Run, Table};

use crate::mirroring::{assert_mirrored, contacts, crm, delete, rename, source};
use crate::support::{Break, BreakingWire, Ledger, durable_cluster, hasty, links, sandbox};

const LEASE: Duration = Duration::from_secs(1);

/// Ends once the run is finished. A database that is away is waited for.
async fn finished(run: Run<CreateAssociation>) {
    loop {
        match run.progress().await {
            Ok(progress) if progress.is_finished() => return,
            Ok(_) => {}
            Err(error) => assert!(error.is_temporary(), "{error}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workers_go_on_after_the_database_was_stopped_at_once() {
    let Some(cluster) = durable_cluster() else { return };
    let ledger = Ledger::in_cluster(&cluster).await;
    let (sandbox, client) = sandbox(12);
    sandbox.script(truto_sandbox::Fault::delay(Duration::from_millis(30)).times(u32::MAX));
    let jobs = ledger.open().await;
    let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
    run.add(links(1_200, 12)).await.unwrap();
    let mut working = tokio::task::JoinSet::new();
    for _ in 0..2 {
        let jobs = ledger.open().await;
        working.spawn(jobs.worker(client.clone()).settings(hasty(LEASE)).shutdown(finished(run.clone())));
    }
    for _ in 0..2 {
        let before = sandbox.requests().len();
        while sandbox.requests().len() < before + 200 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        cluster.stop_at_once().unwrap();
        cluster.start().unwrap();
    }
    while let Some(report) = working.join_next().await {
        report.unwrap().unwrap();
    }
    let progress = run.progress().await.unwrap();
    assert_eq!((progress.done, progress.total()), (1_200, 1_200), "{progress:?}");
    assert_eq!(sandbox.all_links().len(), 1_200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wire_that_breaks_in_the_middle_of_a_commit_loses_and_doubles_nothing() {
    let Some(cluster) = durable_cluster() else { return };
    let ledger = Ledger::in_cluster(&cluster).await;
    let database = ledger.url().rsplit('/').next().unwrap();
    let jobs = ledger.open().await;
    let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
    run.add(links(300, 6)).await.unwrap();
    let (sandbox, client) = sandbox(6);
    // Each fifth commit breaks, in the two ways by turns.
    let plan = |commit: usize| match commit % 10 {
        5 => Some(Break::AfterCommit),
        0 => Some(Break::BeforeCommit),
        _ => None,
    };
    let wire = BreakingWire::to(cluster.socket(), plan).await;
    let broken = Jobs::open(&format!("postgres://truto@{}/{database}?sslmode=disable", wire.address)).await.unwrap();
    broken.worker(client).settings(hasty(LEASE)).shutdown(finished(run.clone())).await.unwrap();
    assert!(wire.breaks() >= 4, "it broke {} times", wire.breaks());
    let progress = run.progress().await.unwrap();
    assert_eq!((progress.done, progress.total()), (300, 300), "{progress:?}");
    assert_eq!(sandbox.all_links().len(), 300);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mirror_counts_each_page_once_if_the_answer_to_its_commit_is_lost() {
    let Some(cluster) = durable_cluster() else { return };
    let ledger = Ledger::in_cluster(&cluster).await;
    let database = ledger.url().rsplit('/').next().unwrap();
    let (sandbox, client) = crm(60);
    let account = sandbox.accounts().salesforce;
    let jobs = ledger.open().await;
    let mirror = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
    mirror.accounts([account]).await.unwrap();
    let ids: Vec<String> = source(&client, account).await.into_keys().collect();
    let (mut read, mut gone) = (0, 0);
    // In each round the answer to another commit is lost. Those of the pages are among them.
    for round in 1..=9 {
        if round > 1 {
            delete(&client, account, &ids[round]).await;
            rename(&sandbox, account, &ids[0], &format!("Countess {round}"));
            gone += 1;
            mirror.read_again([account]).await.unwrap();
        }
        read += 60 - gone;
        // The first commit is that of the tables.
        let plan = move |commit| (commit == round + 1).then_some(Break::AfterCommit);
        let wire = BreakingWire::to(cluster.socket(), plan).await;
        let broken =
            Jobs::open(&format!("postgres://truto@{}/{database}?sslmode=disable", wire.address)).await.unwrap();
        let is_read = async {
            while mirror.progress().await.unwrap().rounds < round as u64 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let settings = hasty(Duration::from_secs(20));
        broken.worker(client.clone()).settings(settings).shutdown(is_read).await.unwrap();
        assert_eq!(wire.breaks(), 1);
        assert_mirrored(&ledger, "contacts", &client, account).await;
        let progress = mirror.progress().await.unwrap();
        // A record was renamed before each round but the first.
        let counts = (progress.read, progress.written, progress.deleted);
        assert_eq!(counts, (read, 60 + gone, gone), "the answer to commit {} was lost", round + 1);
    }
}
