//! What waits because of a person, and goes on because of a person: accounts and whole runs.

use std::time::{Duration, SystemTime};

use http::StatusCode;
use tokio::time::{sleep, timeout};
use truto_core::crm::{CreateAssociation, ListContacts};
use truto_jobs::people::{Accounts, Standing};
use truto_jobs::{Settings, Table};
use truto_sandbox::Fault;

use crate::people::tests::{SECONDS, is_sound, links_of, run_of, slowly, until};
use crate::support::{Ledger, account, links, sandbox};

async fn a_paused_account_stops_while_a_worker_holds_it_and_goes_on_when_it_is_released(ledger: &Ledger) {
    let (sandbox, client) = sandbox(2);
    slowly(&sandbox);
    let jobs = ledger.open().await;
    let run = run_of(&jobs, 400, 2).await;
    let settings = Settings::new().rows(4).slice(Duration::from_mins(1));
    let worker = tokio::spawn(jobs.worker(client.clone()).settings(settings).run());
    until(async || links_of(&sandbox, 0) > 0 && links_of(&sandbox, 1) > 0).await;
    jobs.pause(&account(0)).await.unwrap();
    // The worker goes on with the other account, gives both back, and ends.
    timeout(SECONDS, worker).await.unwrap().unwrap().unwrap();
    assert_eq!(links_of(&sandbox, 1), 200);
    assert!(links_of(&sandbox, 0) < 200);
    let held = jobs.accounts(&Accounts::new().standing(Standing::Held)).await.unwrap();
    let [paused] = &*held else { panic!("{held:?}") };
    assert_eq!((&paused.account, paused.hold.unwrap().name()), (&account(0), "paused"));
    assert_eq!((paused.worker.as_ref(), paused.open), (None, 200 - links_of(&sandbox, 0) as u64));
    assert_eq!(run.progress().await.unwrap().held_accounts["paused"], 1);
    is_sound(&jobs).await;

    jobs.resume(&account(0)).await.unwrap();
    jobs.worker(client).run().await.unwrap();
    assert_eq!(links_of(&sandbox, 0), 200);
    is_sound(&jobs).await;
}

async fn a_pause_that_is_taken_back_at_once_does_not_stay(ledger: &Ledger) {
    let (sandbox, client) = sandbox(1);
    slowly(&sandbox);
    let jobs = ledger.open().await;
    run_of(&jobs, 200, 1).await;
    let worker = jobs.worker(client).settings(Settings::new().rows(4)).shutdown(async {
        until(async || links_of(&sandbox, 0) > 20).await;
        for _ in 0..10 {
            jobs.pause(&account(0)).await.unwrap();
            sleep(Duration::from_millis(15)).await;
            jobs.resume(&account(0)).await.unwrap();
        }
        until(async || links_of(&sandbox, 0) == 200).await;
    });
    worker.await.unwrap();
    let accounts = jobs.accounts(&Accounts::new()).await.unwrap();
    assert_eq!((accounts[0].hold, accounts[0].done), (None, 200));
}

async fn a_parked_account_is_released_before_its_time(ledger: &Ledger) {
    let (sandbox, client) = sandbox(1);
    let jobs = ledger.open().await;
    let run = run_of(&jobs, 5, 1).await;
    let limit = Fault::status(StatusCode::TOO_MANY_REQUESTS).times(1000);
    sandbox.script(limit.header(http::header::RETRY_AFTER, http::HeaderValue::from_static("3600")));
    jobs.worker(client).run().await.unwrap();
    let parked = jobs.accounts(&Accounts::new().standing(Standing::Parked)).await.unwrap();
    assert_eq!(parked.len(), 1, "{:?}", run.progress().await);
    assert!(parked[0].parked_until.unwrap() > SystemTime::now() + Duration::from_mins(50));

    sandbox.clear_faults();
    jobs.resume(&account(0)).await.unwrap();
    // Another process: the limiter of this one remembers that the account takes no calls.
    jobs.worker(sandbox.client().build().unwrap()).run().await.unwrap();
    assert_eq!((run.progress().await.unwrap().done, links_of(&sandbox, 0)), (5, 5));
}

async fn a_paused_run_stops_while_a_worker_serves_it_and_other_runs_go_on(ledger: &Ledger) {
    let (sandbox, client) = sandbox(2);
    slowly(&sandbox);
    let jobs = ledger.open().await;
    let run = run_of(&jobs, 400, 2).await;
    let other = jobs.run("import-8").writes::<CreateAssociation>().await.unwrap();
    // Other links than those of the first run: the same one twice is one link in the CRM.
    other.add(links(1_060, 2).skip(1_000)).await.unwrap();
    // The slice does not end in this test.
    let settings = Settings::new().rows(4).slice(Duration::from_mins(1));
    let worker = tokio::spawn(jobs.worker(client.clone()).settings(settings).run());
    until(async || run.progress().await.unwrap().done > 0).await;
    run.pause().await.unwrap();
    let paused_at = jobs.runs().await.unwrap()[0].paused_at;
    timeout(SECONDS, worker).await.unwrap().unwrap().unwrap();
    let progress = run.progress().await.unwrap();
    assert!(progress.done < 400 && progress.sending == 0, "{progress:?}");
    assert_eq!(other.progress().await.unwrap().done, 60);
    let accounts = jobs.accounts(&Accounts::new()).await.unwrap();
    assert!(accounts.iter().all(|account| account.open > 0 && account.open == account.paused), "{accounts:?}");
    // Nobody is called to look at accounts that wait for their run.
    is_sound(&jobs).await;

    // A row that is added, or a pause that is said again, changes nothing.
    run.add(links(402, 2)).await.unwrap();
    run.pause().await.unwrap();
    assert!(paused_at.is_some() && jobs.runs().await.unwrap()[0].paused_at == paused_at);
    assert_eq!(jobs.worker(client.clone()).run().await.unwrap().calls, 0);

    run.resume().await.unwrap();
    assert_eq!(jobs.runs().await.unwrap()[0].paused_at, None);
    is_sound(&jobs).await;
    jobs.worker(client).run().await.unwrap();
    assert_eq!((run.progress().await.unwrap().done, links_of(&sandbox, 0) + links_of(&sandbox, 1)), (402, 462));
}

async fn a_pause_of_a_run_that_is_taken_back_at_once_does_not_stay(ledger: &Ledger) {
    let (sandbox, client) = sandbox(1);
    slowly(&sandbox);
    let jobs = ledger.open().await;
    let run = run_of(&jobs, 200, 1).await;
    let worker = jobs.worker(client).settings(Settings::new().rows(4)).shutdown(async {
        until(async || links_of(&sandbox, 0) > 20).await;
        for _ in 0..10 {
            run.pause().await.unwrap();
            sleep(Duration::from_millis(15)).await;
            run.resume().await.unwrap();
        }
        until(async || links_of(&sandbox, 0) == 200).await;
    });
    worker.await.unwrap();
    assert_eq!(run.progress().await.unwrap().done, 200);
}

async fn a_mirror_that_is_paused_is_not_read(ledger: &Ledger) {
    let (_sandbox, client) = sandbox(1);
    let jobs = ledger.open().await;
    let mirror = jobs.run("contacts").mirror(ListContacts::builder().build(), Table::new("contacts")).await.unwrap();
    jobs.pause_run("contacts").await.unwrap();
    mirror.accounts([account(0)]).await.unwrap();
    assert_eq!(jobs.worker(client.clone()).run().await.unwrap().calls, 0);
    is_sound(&jobs).await;
    jobs.resume_run("contacts").await.unwrap();
    jobs.worker(client).run().await.unwrap();
    assert!(mirror.progress().await.unwrap().is_complete());
}

async fn a_run_that_is_cancelled_or_not_there_is_not_paused(ledger: &Ledger) {
    let jobs = ledger.open().await;
    let run = run_of(&jobs, 3, 1).await;
    run.pause().await.unwrap();
    assert_eq!(jobs.cancel("import-7").await.unwrap(), 3);
    for refused in [run.pause().await, run.resume().await] {
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains("`import-7` is cancelled"), "{refused}");
    }
    let unknown = jobs.pause_run("import-8").await.unwrap_err().to_string();
    assert!(unknown.contains("no run `import-8`"), "{unknown}");
    is_sound(&jobs).await;
}

/// Each of these on SQLite, and on PostgreSQL if it is there.
mod on_each_ledger {
    macro_rules! tests {
        ($($name:ident)+) => {
            $(#[tokio::test]
            async fn $name() {
                for ledger in crate::support::ledgers().await {
                    println!("on {}", ledger.on);
                    super::$name(&ledger).await;
                }
            })+
        };
    }

    tests! {
        a_paused_account_stops_while_a_worker_holds_it_and_goes_on_when_it_is_released
        a_pause_that_is_taken_back_at_once_does_not_stay
        a_parked_account_is_released_before_its_time
        a_paused_run_stops_while_a_worker_serves_it_and_other_runs_go_on
        a_pause_of_a_run_that_is_taken_back_at_once_does_not_stay
        a_mirror_that_is_paused_is_not_read
        a_run_that_is_cancelled_or_not_there_is_not_paused
    }
}
