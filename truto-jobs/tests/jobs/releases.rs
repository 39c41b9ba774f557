//! A ledger and a checkpoint of each release are fixtures in `tests/ledgers`. This version opens them, and finishes what is in them.
//!
//! ```text
//! TRUTO_LEDGER=overwrite cargo test -p truto-jobs --test jobs of_this_version      makes the fixtures of this version again
//! ```
//!
//! `building.rs` makes them, `dump.rs` writes and reads their SQL, and `ending.rs` finishes the work. The key of a row begins with the
//! state in which the row was left.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends by a panic")]

mod building;
mod dump;
mod ending;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use serde_json::json;
use truto_core::crm::{CreateAssociation, CreateNote};
use truto_core::{Checkpoint, Client};
use truto_jobs::people::{RowView, Rows};
use truto_jobs::{Error, Jobs};
use truto_sandbox::Sandbox;

use crate::mirroring::{contacts, source};
use crate::support::{self, Ledger, account, ledgers, links};

/// When the fixtures began, on the clock of their ledger: 2026-01-01, from 1970 on.
const BEGAN: Duration = Duration::from_hours(24 * 20_454);
/// The accounts of the API. The mirror reads the last.
const ACCOUNTS: usize = 8;
const MIRRORED: usize = ACCOUNTS - 1;
/// The contacts of that account, those of a page of it, and those that were read.
const CONTACTS: usize = 40;
const PAGE: u32 = 10;
const READ: usize = 20;

/// The API as it was when the fixtures were made. Fixtures of released versions count on it.
fn world() -> (Sandbox, Client) {
    let (sandbox, client) = support::sandbox(ACCOUNTS);
    for number in 0..CONTACTS {
        let contact = json!({ "id": format!("contact {number:02}"), "name": format!("Ada the {number}th") });
        sandbox.keep(&account(MIRRORED), "crm/contacts", contact);
    }
    (sandbox, client)
}

/// The same ledger at this time since the fixtures began.
fn at(jobs: &Jobs, time: Duration) -> Jobs {
    let started = Instant::now();
    jobs.clone().clock(move || SystemTime::UNIX_EPOCH + BEGAN + time + started.elapsed())
}

fn note(row_key: &str) -> CreateNote {
    CreateNote::builder().title(row_key).content("x").build()
}

/// All rows of the ledger, by their keys.
async fn rows(jobs: &Jobs) -> BTreeMap<String, RowView> {
    let rows = jobs.rows(&Rows::new().limit(1_000)).await.unwrap();
    rows.into_iter().map(|row| (row.row_key.clone(), row)).collect()
}

/// The folder of a version.
fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledgers").join(version)
}

/// The folders of all versions.
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ledger_of_each_release_is_opened_and_finished() {
    for folder in folders() {
        for ledger in ledgers().await {
            dump::load(&ledger, &folder).await;
            ending::end(&ledger).await;
        }
    }
}

#[tokio::test]
async fn the_checkpoint_of_each_release_is_resumed() {
    for folder in folders() {
        let (_sandbox, client) = world();
        let mirrored = client.account(account(MIRRORED)).unwrap();
        let checkpoint: Checkpoint = fs::read_to_string(folder.join("contacts.checkpoint")).unwrap().parse().unwrap();
        let mut pages = contacts(PAGE).pages(&mirrored).resume(&checkpoint).unwrap();
        let mut rest = Vec::new();
        while let Some(page) = pages.try_next().await.unwrap() {
            rest.extend(page.items().iter().map(|contact| contact.id.as_str().to_owned()));
        }
        let all: Vec<String> = source(&client, mirrored.id()).await.into_keys().collect();
        assert_eq!(rest, all[READ..], "{}", folder.display());
    }
}

/// The schema of this version changes before its release together with the fixtures, and after its release by a migration.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_fixtures_are_those_of_this_version() {
    let folder = folder(env!("CARGO_PKG_VERSION"));
    if std::env::var("TRUTO_LEDGER").is_ok_and(|what| what == "overwrite") {
        overwrite(&folder).await;
    }
    let how = "make it again: TRUTO_LEDGER=overwrite cargo test -p truto-jobs --test jobs of_this_version";
    assert!(folder.exists(), "{} is missing; {how}", folder.display());
    for (kept, fresh) in ledgers().await.into_iter().zip(ledgers().await) {
        dump::load(&kept, &folder).await;
        building::open(&fresh).await;
        let version = "SELECT version FROM truto_ledger";
        let is_same = kept.int(version).await == fresh.int(version).await
            && dump::schema(&kept).await == dump::schema(&fresh).await;
        assert!(is_same, "{} has another schema on {} than this version; {how}", folder.display(), fresh.on);
    }
}

async fn overwrite(folder: &Path) {
    let postgres = Ledger::postgres().await.unwrap_or_else(|| panic!("the schema of PostgreSQL needs PostgreSQL"));
    fs::create_dir_all(folder).unwrap();
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    building::open(&postgres).await;
    write("postgres.sql", dump::schema(&postgres).await);
    let ledger = Ledger::sqlite();
    building::build(&ledger).await;
    write("sqlite.sql", dump::schema(&ledger).await);
    // The name of a worker tells its machine.
    let workers = ledger.open().await.workers().await.unwrap();
    let data = dump::data(&ledger).await;
    write("data.sql", workers.iter().fold(data, |data, worker| data.replace(&worker.name, "somewhere:1")));
    write("contacts.checkpoint", building::checkpoint().await);
}

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
        let opening = (0..24).map(|_| {
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

        let (sandbox, client) = support::sandbox(2);
        let jobs = ledger.open().await;
        jobs.worker(client).run().await.unwrap();
        assert_eq!(sandbox.all_links().len(), 20, "on {}", ledger.on);
    }
}
