//! Rows that are added are written once, by one worker or by several, whatever happens on the way.

mod support;

use support::{ledgers, links, sandbox};
use truto_core::crm::CreateAssociation;

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
