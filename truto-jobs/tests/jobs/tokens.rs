//! Workers that share an API token share its calls, and an account that goes to the end of the line comes back.

use std::time::Duration;

use truto_core::crm::CreateAssociation;
use truto_jobs::Jobs;

use crate::support::{Ledger, hasty, ledgers, links, sandbox};

const DAY: Duration = Duration::from_hours(24);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_make_no_more_calls_than_their_token_has() {
    let postgres = Ledger::postgres().await;
    let memory = "sqlite::memory:".to_owned();
    for url in [Some(memory), postgres.as_ref().map(|ledger| ledger.url().to_owned())].into_iter().flatten() {
        let (sandbox, client) = sandbox(6);
        let jobs = Jobs::open(&url).await.unwrap();
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(120, 6)).await.unwrap();
        // Ten calls at once, and the eleventh in a quarter of an hour.
        let settings = hasty(Duration::from_secs(20)).calls_per_token(100, DAY);
        let ten_are_done = async || {
            while run.progress().await.unwrap().done < 10 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let work = || jobs.worker(client.clone()).settings(settings).shutdown(ten_are_done());
        let (one, other) = tokio::join!(work(), work());
        assert_eq!(one.unwrap().done + other.unwrap().done, 10, "on {url}");
        assert_eq!(sandbox.requests().len(), 10, "on {url}");

        // Another token has calls of its own.
        let finished = async || {
            while run.progress().await.unwrap().done < 20 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let other = jobs.worker(client.clone()).settings(settings).token_of(|_| "other".to_owned());
        assert_eq!(other.shutdown(finished()).await.unwrap().done, 10, "on {url}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_ends_only_after_the_last_slice_of_an_account() {
    for ledger in ledgers().await {
        let (_sandbox, client) = sandbox(1);
        let jobs = ledger.open().await;
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(40, 1)).await.unwrap();
        let settings = hasty(Duration::from_secs(20)).slice(Duration::from_millis(1));
        jobs.worker(client).settings(settings).run().await.unwrap();
        assert_eq!(run.progress().await.unwrap().done, 40, "on {}", ledger.on);
    }
}
