//! Rows that are added are written once, by one worker or by several, whatever happens on the way.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends by a panic")]

use truto_core::crm::CreateAssociation;
use truto_jobs::Error;
use truto_jobs::people::{Body, Rows};

use crate::support::{Backwards, account, ledgers, link, links, sandbox};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_row_is_written_once() {
    for ledger in ledgers().await {
        let (sandbox, client) = sandbox(20);
        let jobs = ledger.open().await;
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        let added = run.add(links(5_000, 20)).await.unwrap();
        assert_eq!((added.new, added.known), (5_000, 0), "on {}", ledger.on);
        let again = run.add(links(5_000, 20)).await.unwrap();
        assert_eq!((again.new, again.known), (0, 5_000), "on {}", ledger.on);
        let report = tokio::spawn(jobs.worker(client).run()).await.unwrap().unwrap();
        let progress = run.progress().await.unwrap();
        assert_eq!((progress.done, progress.total()), (5_000, 5_000), "on {}: {progress:?}", ledger.on);
        assert_eq!((report.done, sandbox.all_links().len()), (5_000, 5_000), "on {}", ledger.on);
    }
}

#[tokio::test]
async fn a_row_that_no_worker_could_send_is_refused_when_it_is_added() {
    for ledger in ledgers().await {
        let run = ledger.open().await.run("import-7").writes::<CreateAssociation>().await.unwrap();
        for id in ["", "account 1", "62f44730dd91461ebd6aaedd9e0ad79d"] {
            let error = run.add([(id, "row", link(1))]).await.unwrap_err();
            assert!(matches!(error, Error::Refused { .. }), "on {}: {error}", ledger.on);
            assert!(error.to_string().contains("expected a UUID"), "on {}: {error}", ledger.on);
        }
        // In any spelling of its letters it is one account.
        let upper = account(10).to_ascii_uppercase();
        assert_eq!(run.add([(upper, "row".to_owned(), link(1))]).await.unwrap().new, 1);
        assert_eq!(run.add([(account(10), "row".to_owned(), link(1))]).await.unwrap().known, 1);
    }
}

#[tokio::test]
async fn a_kept_answer_is_shown_unless_it_is_encrypted() {
    for ledger in ledgers().await {
        for is_encrypted in [false, true] {
            let (_sandbox, client) = sandbox(1);
            let jobs = ledger.open().await;
            let jobs = if is_encrypted { jobs.cipher(Backwards) } else { jobs };
            let name = format!("import {is_encrypted}");
            let run = jobs.run(&*name).keep_answers().writes::<CreateAssociation>().await.unwrap();
            run.add(links(1, 1)).await.unwrap();
            jobs.worker(client).run().await.unwrap();
            let rows = jobs.rows(&Rows::new().run(&*name).bodies()).await.unwrap();
            match &rows[0].answer {
                Some(Body::Clear(answer)) => {
                    assert!(!is_encrypted && answer["entity_id"] == "003000000000000", "{answer}");
                }
                Some(Body::Encrypted) => assert!(is_encrypted),
                other => panic!("on {}: {other:?}", ledger.on),
            }
        }
    }
}
