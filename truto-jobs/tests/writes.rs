//! Rows that are added are written once, by one worker or by several, whatever happens on the way.

mod support;

use truto_core::crm::CreateAssociation;
use truto_jobs::Jobs;

use support::{Folder, links, sandbox};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_row_is_written_once() {
    let folder = Folder::new();
    let (sandbox, client) = sandbox(20);
    let jobs = Jobs::open(&folder.ledger()).await.unwrap();
    let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
    let started = std::time::Instant::now();
    let added = run.add(links(5_000, 20)).await.unwrap();
    println!("added in {:?}", started.elapsed());
    assert_eq!((added.new, added.known), (5_000, 0));
    let again = run.add(links(5_000, 20)).await.unwrap();
    assert_eq!((again.new, again.known), (0, 5_000));
    let started = std::time::Instant::now();
    let report = tokio::spawn(jobs.worker(client).run()).await.unwrap().unwrap();
    println!("written in {:?}: {report:?}", started.elapsed());
    let progress = run.progress().await.unwrap();
    assert_eq!((progress.done, progress.total()), (5_000, 5_000), "{progress:?}");
    assert_eq!(sandbox.all_links().len(), 5_000);
}
