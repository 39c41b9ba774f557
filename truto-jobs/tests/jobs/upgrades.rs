//! A ledger of another version: a newer ledger is refused with words, and one of this version is opened again.

#![allow(clippy::unwrap_used, reason = "a test ends by a panic")]

use crate::support::{ledgers, links, sandbox};
use truto_core::crm::CreateAssociation;
use truto_jobs::{Error, Jobs};

#[tokio::test]
async fn a_newer_ledger_is_refused_with_words() {
    for ledger in ledgers().await {
        ledger.open().await.close().await;
        ledger.execute("UPDATE truto_ledger SET version = version + 1").await;
        let error = Jobs::open(ledger.url()).await.unwrap_err();
        assert!(matches!(error, Error::NewerSchema { .. }), "on {}: {error}", ledger.on);
        assert_eq!(
            error.to_string(),
            "the ledger has version 2, written by a later version of truto-jobs, and this version knows 1: update truto-jobs"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_is_opened_by_many_at_once_and_again_later() {
    for ledger in ledgers().await {
        let opening = (0..4).map(|_| {
            let url = ledger.url().to_owned();
            tokio::spawn(async move { Jobs::open(&url).await.map(drop) })
        });
        for opened in opening.collect::<Vec<_>>() {
            opened.await.unwrap().unwrap();
        }
        let jobs = ledger.open().await;
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(20, 2)).await.unwrap();
        jobs.close().await;

        let (sandbox, client) = sandbox(2);
        let jobs = ledger.open().await;
        jobs.worker(client).run().await.unwrap();
        assert_eq!(sandbox.all_links().len(), 20, "on {}", ledger.on);
    }
}
