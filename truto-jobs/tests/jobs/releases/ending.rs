//! A ledger that a release left behind is finished by this version: nothing is lost, nothing is written twice, and what was decided
//! stays.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use truto_core::crm::CreateNote;
use truto_core::{Client, Endpoint as _};
use truto_jobs::people::{Accounts, RowView, Rows, Standing};
use truto_jobs::row::State;
use truto_jobs::{Jobs, Table};
use truto_sandbox::Sandbox;

use super::{ACCOUNTS, CONTACTS, MIRRORED, PAGE, at, note, rows, world};
use crate::mirroring::{assert_mirrored, contacts, live};
use crate::support::{Ledger, account};

/// Leases are over, and the parked account still waits.
const SOON: Duration = Duration::from_mins(10);
/// Nothing waits any more, and the server has forgotten no key.
const LATER: Duration = Duration::from_hours(2);

/// Each row is in the state that its key tells, and no state is missing.
pub(super) fn is_as_left(rows: &BTreeMap<String, RowView>) {
    for (row_key, row) in rows {
        assert_eq!(row.state, left(row_key), "{row:?}");
    }
    let states: BTreeSet<State> = rows.values().map(|row| row.state).collect();
    assert_eq!(states.into_iter().collect::<Vec<_>>(), State::ALL);
}

/// The state in which the row was left.
fn left(row_key: &str) -> State {
    State::named(row_key.split(' ').next().unwrap()).unwrap()
}

pub(super) async fn end(ledger: &Ledger) {
    let jobs = ledger.open().await;
    let before = rows(&jobs).await;
    is_as_left(&before);
    let mirrored = live(ledger, "contacts", &account(MIRRORED)).await;
    let soon = at(&jobs, SOON);
    let (held, parked) = (only(&soon, Standing::Held).await, only(&soon, Standing::Parked).await);

    let (sandbox, client) = world();
    write_as_the_release_did(&client, &before).await;
    soon.worker(client.clone()).run().await.unwrap();
    for account in [&held, &parked] {
        let waiting = soon.rows(&Rows::new().account(account)).await.unwrap();
        assert!(waiting.iter().all(|row| row.state == State::Ready), "on {}: {waiting:?}", ledger.on);
        assert!(notes_of(&sandbox, account).is_empty(), "on {}", ledger.on);
    }
    // The walk goes on behind the pages that the release read: a walk from the start reads more.
    let mirror = soon.run("contacts").mirror(contacts(PAGE), Table::new("contacts")).await.unwrap();
    let progress = mirror.progress().await.unwrap();
    assert_eq!((progress.read, progress.rounds), (CONTACTS as u64, 1), "on {}: {progress:?}", ledger.on);
    let now_mirrored = live(ledger, "contacts", &account(MIRRORED)).await;
    assert!(mirrored.iter().all(|(key, raw)| now_mirrored.get(key) == Some(raw)), "on {}", ledger.on);
    assert_mirrored(ledger, "contacts", &client, &account(MIRRORED)).await;

    let later = at(&jobs, LATER);
    later.resume(&held).await.unwrap();
    later.worker(client.clone()).run().await.unwrap();
    is_finished(ledger, &before, &rows(&later).await, &sandbox);
    is_known(&later, &before).await;
    let findings = later.check().await.unwrap();
    assert!(findings.is_empty(), "on {}: {findings:?}", ledger.on);
}

/// The account that stands so. There is only one.
async fn only(jobs: &Jobs, standing: Standing) -> String {
    let accounts = jobs.accounts(&Accounts::new().standing(standing)).await.unwrap();
    let [account] = &*accounts else { panic!("{accounts:?}") };
    account.account.clone()
}

/// Writes what the release wrote without hearing of it. A key is `{run}/{account}/{row_key}` in all versions.
async fn write_as_the_release_did(client: &Client, rows: &BTreeMap<String, RowView>) {
    for (row_key, row) in rows {
        if matches!(row.state, State::Sending | State::Unknown) {
            let key = format!("{}/{}/{}", row.run, row.account, row_key.replace(' ', "%20"));
            note(row_key).send(&client.account(&row.account).unwrap()).idempotency_key(key).await.unwrap();
        }
    }
}

/// Each row that was open is done and was written once. All others are as they were, and were not sent.
fn is_finished(
    ledger: &Ledger,
    before: &BTreeMap<String, RowView>,
    after: &BTreeMap<String, RowView>,
    sandbox: &Sandbox,
) {
    assert!(before.keys().eq(after.keys()), "on {}: {after:?}", ledger.on);
    let mut written: Vec<String> = (0..ACCOUNTS).flat_map(|number| notes_of(sandbox, &account(number))).collect();
    written.sort();
    let open: Vec<&String> = before.iter().filter(|(_, row)| row.state.is_open()).map(|(row_key, _)| row_key).collect();
    assert!(written.iter().eq(open), "on {}: {written:?}", ledger.on);
    for (row_key, row) in after {
        let earlier = &before[row_key];
        if earlier.state.is_open() {
            assert_eq!(row.state, State::Done, "on {}: {row:?}", ledger.on);
        } else {
            assert_eq!(format!("{row:?}"), format!("{earlier:?}"), "on {}", ledger.on);
        }
    }
}

/// The titles of the notes of an account.
fn notes_of(sandbox: &Sandbox, account: &str) -> Vec<String> {
    let records = sandbox.records(account).into_iter().filter(|record| record.resource == "crm/notes");
    records.map(|record| record.fields["title"].as_str().unwrap().to_owned()).collect()
}

/// A program that adds its rows again finds them, and none is another.
async fn is_known(jobs: &Jobs, rows: &BTreeMap<String, RowView>) {
    let run = jobs.run("notes").keep_answers().writes::<CreateNote>().await.unwrap();
    let of_run = rows.iter().filter(|(_, row)| row.run == "notes");
    let again: Vec<_> = of_run.map(|(row_key, row)| (&row.account, row_key, note(row_key))).collect();
    let count = again.len() as u64;
    let added = run.add(again).await.unwrap();
    assert_eq!((added.new, added.known), (0, count));
}
