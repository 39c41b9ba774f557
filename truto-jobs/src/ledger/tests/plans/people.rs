//! All that people do with a ledger, for the plans of their statements. The doctor is left out: it counts all rows.

use core::time::Duration;

use crate::jobs::Jobs;
use crate::ledger::tests::{new_row, new_run};
use crate::ledger::{adding, reading};
use crate::people::{Accounts, Rows, Standing};
use crate::row::State;

/// What people may read whole to find something: runs and workers, which are few. Tables, and their names in statements.
pub(super) const FEW: &[&str] = &["truto_runs", "u", "truto_workers", "w"];

/// What people may read whole to see everything: the counters, a row for each account of each run.
pub(super) const COUNTERS: &[&str] =
    &["truto_runs", "u", "truto_accounts", "a", "truto_parts", "p", "truto_workers", "w"];

/// What is about a row, an account or a run.
pub(super) async fn on_some(jobs: &Jobs, name: &str) {
    let account = "account 43";
    reject(jobs).await;
    let rows = || Rows::new().run("one").account(account);
    jobs.pause(account).await.unwrap();
    jobs.resume(account).await.unwrap();
    jobs.pause_run("one").await.unwrap();
    jobs.resume_run("one").await.unwrap();
    assert!(jobs.skip(&rows().state(State::Ready)).await.unwrap() > 0);
    assert!(jobs.retry(&rows().state(State::Skipped)).await.unwrap() > 0);
    jobs.retry(&Rows::new().run("one").row_key("row 3")).await.unwrap();
    let first = jobs.rows(&rows().limit(1).bodies()).await.unwrap();
    assert!(!jobs.rows(&rows().after(first[0].place.clone())).await.unwrap().is_empty());
    assert_eq!(jobs.rows(&rows().row_key(&*first[0].row_key)).await.unwrap().len(), 1);
    jobs.rows(&Rows::new().run("one").state(State::Done)).await.unwrap();
    let rejected = || Rows::new().account("account 41").state(State::Rejected);
    assert_eq!(jobs.errors(&rejected()).await.unwrap().len(), 1);
    assert!(jobs.retry(&rejected()).await.unwrap() > 0);
    assert_eq!(jobs.accounts(&Accounts::new().account(account)).await.unwrap().len(), 1);
    reading::open_rows(jobs.database(), 1).await.unwrap();
    assert!(cancel(jobs, &format!("a mistake with {name}")).await > 0);
    assert!(jobs.forget("account 49").await.unwrap() > 0);
}

/// Lets the API refuse what waits of two accounts.
async fn reject(jobs: &Jobs) {
    let accounts = "SELECT a.id FROM truto_accounts a WHERE a.account IN ('account 41', 'account 42')";
    let sql = format!(
        "UPDATE truto_rows SET state = 'rejected', due_at = NULL WHERE state = 'ready' \
             AND part_id IN (SELECT p.id FROM truto_parts p WHERE p.account_id IN ({accounts})); \
         UPDATE truto_parts SET rejected = rejected + ready, ready = 0 WHERE account_id IN ({accounts})"
    );
    super::script(jobs.database(), &sql).await;
}

/// Cancels a run with a row of its own.
async fn cancel(jobs: &Jobs, name: &str) -> u64 {
    let database = jobs.database();
    let id = adding::open_run(database, &new_run(name, "writes")).await.unwrap();
    let account = "account 43".to_owned();
    let parts = adding::parts(database, id, core::slice::from_ref(&account)).await.unwrap();
    adding::add(database, name, &[new_row(&account, &"row")], &parts).await.unwrap();
    jobs.cancel(name).await.unwrap()
}

/// What is about the whole ledger.
pub(super) async fn on_all(jobs: &Jobs) {
    assert!(jobs.runs().await.unwrap().len() > 1);
    let standing =
        [Standing::Parked, Standing::Held, Standing::Failing].map(|standing| Accounts::new().standing(standing));
    let others = [Accounts::new(), Accounts::new().run("one"), Accounts::new().after("account 43").limit(1)];
    for filter in standing.into_iter().chain(others) {
        jobs.accounts(&filter).await.unwrap();
    }
    jobs.workers().await.unwrap();
    reading::depth(jobs.database()).await.unwrap();
    assert!(!jobs.rows(&Rows::new()).await.unwrap().is_empty());
    assert_eq!(jobs.errors(&Rows::new()).await.unwrap().len(), 1);
    assert!(jobs.skip(&Rows::new().state(State::Ready).account("account 44")).await.unwrap() > 0);
    assert!(jobs.retry(&Rows::new().state(State::Rejected)).await.unwrap() > 0);
    assert!(jobs.prune(Duration::ZERO, &[State::Skipped]).await.unwrap() > 0);
}
