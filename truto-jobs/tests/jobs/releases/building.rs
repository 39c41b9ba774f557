//! What a release leaves behind, made by this version: a ledger with rows in each state, as a killed worker left it, and a checkpoint.

use std::time::Duration;

use http::header::{HeaderValue, RETRY_AFTER};
use http::{Method, StatusCode};
use serde_json::json;
use tokio::time::{sleep, timeout};
use truto_core::Client;
use truto_core::crm::CreateNote;
use truto_jobs::people::Rows;
use truto_jobs::{Jobs, Mirror, Settings, Table};
use truto_sandbox::{Fault, Sandbox};

use super::{CONTACTS, MIRRORED, PAGE, READ, at, note, rows, world};
use crate::mirroring::contacts;
use crate::support::{Ledger, account};

/// The accounts, by what happens to their calls.
const FINE: usize = 0;
const REFUSED: usize = 1;
const LOST: usize = 2;
const LOCKED_OUT: usize = 3;
const BUSY: usize = 4;
const KILLED: usize = 5;
const LATE: usize = 6;

const HOUR: Duration = Duration::from_hours(1);

/// Opens the ledger, with the table of its mirror.
pub(super) async fn open(ledger: &Ledger) -> (Jobs, Mirror) {
    let jobs = at(&ledger.open().await, Duration::ZERO);
    let mirror = jobs.run("contacts").mirror(contacts(PAGE), Table::new("contacts")).await.unwrap();
    (jobs, mirror)
}

/// Fills the ledger.
pub(super) async fn build(ledger: &Ledger) {
    let (sandbox, client) = world();
    let (jobs, mirror) = open(ledger).await;
    go_wrong(&sandbox);

    let stopped = jobs.run("stopped").writes::<CreateNote>().await.unwrap();
    stopped.add([row(LOST, "needs_review 1")]).await.unwrap();
    work(&jobs, &client).await;
    stopped.add([row(FINE, "cancelled 1")]).await.unwrap();
    assert_eq!(jobs.cancel("stopped").await.unwrap(), 2);

    let notes = jobs.run("notes").keep_answers().writes::<CreateNote>().await.unwrap();
    let rows_before = [
        row(FINE, "done 1"),
        row(FINE, "done 2"),
        row(REFUSED, "rejected 1"),
        row(LOST, "unknown 1"),
        row(LOCKED_OUT, "ready 1"),
        row(BUSY, "ready 2"),
    ];
    notes.add(rows_before).await.unwrap();
    work(&jobs, &client).await;
    notes.add([row(LATE, "skipped 1")]).await.unwrap();
    assert_eq!(jobs.skip(&Rows::new().run("notes").row_key("skipped 1")).await.unwrap(), 1);

    notes.add([row(KILLED, "sending 1"), row(KILLED, "sending 2")]).await.unwrap();
    mirror.accounts([account(MIRRORED)]).await.unwrap();
    die_half_way(&jobs, &mirror, &client).await;

    notes.add([row(LATE, "ready 3")]).await.unwrap();
    let call = client.account(account(LATE)).unwrap().unified("crm", "notes");
    let call = call.create(&json!({ "title": "ready 4", "content": "x" }));
    jobs.run("calls").calls().await.unwrap().add([("ready 4", call)]).await.unwrap();
    super::ending::is_as_left(&rows(&jobs).await);
    jobs.close().await;
}

fn row(number: usize, row_key: &'static str) -> (String, &'static str, CreateNote) {
    (account(number), row_key, note(row_key))
}

/// What the API does with the accounts.
fn go_wrong(sandbox: &Sandbox) {
    let always = |number: usize, fault: Fault| sandbox.script(fault.account(account(number)).times(u32::MAX));
    let busy = Fault::status(StatusCode::TOO_MANY_REQUESTS).header(RETRY_AFTER, HeaderValue::from_static("1800"));
    always(REFUSED, Fault::remote(StatusCode::UNPROCESSABLE_ENTITY, "the note has no owner"));
    always(LOST, Fault::close().after_handling());
    always(LOCKED_OUT, Fault::remote(StatusCode::UNAUTHORIZED, "invalid_grant"));
    always(BUSY, busy);
    always(KILLED, Fault::delay(HOUR));
    // Half of the pages are read.
    let pages = u32::try_from(READ).unwrap() / PAGE;
    sandbox.script(Fault::new().account(account(MIRRORED)).method(Method::GET).times(pages));
    always(MIRRORED, Fault::delay(HOUR));
}

/// Works until nothing is due. What may have been written waits for an hour.
async fn work(jobs: &Jobs, client: &Client) {
    let settings = Settings::new().pause(HOUR).call_timeout(Duration::from_secs(2));
    jobs.worker(client.clone()).settings(settings).run().await.unwrap();
}

/// Lets a worker begin, and kills it while it sends rows and has read half of the mirror.
async fn die_half_way(jobs: &Jobs, mirror: &Mirror, client: &Client) {
    let half_way = async {
        let is_there = async || {
            let sending = rows(jobs).await.into_values().filter(|row| row.state.name() == "sending").count();
            (sending, mirror.progress().await.unwrap().read) == (2, READ as u64)
        };
        while !is_there().await {
            sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        ended = jobs.worker(client.clone()).run() => panic!("the worker ended by itself: {ended:?}"),
        done = timeout(Duration::from_secs(30), half_way) => done.unwrap(),
    }
}

/// The checkpoint of a program that stopped half-way through the list.
pub(super) async fn checkpoint() -> String {
    let (_sandbox, client) = world();
    let mut pages = contacts(PAGE).pages(&client.account(account(MIRRORED)).unwrap());
    let mut read = 0;
    while read < READ {
        read += pages.try_next().await.unwrap().unwrap().items().len();
    }
    assert!(read == READ && READ < CONTACTS);
    pages.checkpoint().to_string()
}
