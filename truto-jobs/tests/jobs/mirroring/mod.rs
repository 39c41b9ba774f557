//! Helpers for mirrors: a CRM with records, its lists as the API spells them, a clock that a test moves, and the rows of a table.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test ends by a panic")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};
use truto_core::crm::{self, DeleteContact, ListContacts};
use truto_core::types::RawJson;
use truto_core::{Call, Client};
use truto_jobs::{Jobs, Report, Settings};
use truto_sandbox::{CrmData, Fault, Sandbox, SandboxBuilder};

use crate::support::Ledger;

/// A CRM in this process, and a client of it.
pub fn crm(contacts: u32) -> (Sandbox, Client) {
    let sandbox = with_contacts(contacts).in_process();
    let client = sandbox.client().build().unwrap();
    (sandbox, client)
}

/// The same CRM on a socket, for workers in other processes. It answers after `delay`.
pub async fn crm_on_socket(contacts: u32, delay: Duration) -> (Sandbox, Client) {
    let sandbox = with_contacts(contacts).start().await.unwrap();
    sandbox.script(Fault::delay(delay).times(u32::MAX));
    let client = sandbox.client().build().unwrap();
    (sandbox, client)
}

fn with_contacts(contacts: u32) -> SandboxBuilder {
    let data = CrmData::new().records(0).accounts(20).contacts(contacts).opportunities(40);
    Sandbox::builder().endpoints(crm::endpoints()).crm_data(data).request_log(usize::MAX)
}

pub fn contacts(page: u32) -> Call<ListContacts> {
    ListContacts::builder().limit(page).call()
}

/// The contacts of the account as the API spells them, byte by byte, by their ids.
pub async fn source(client: &Client, account: &str) -> BTreeMap<String, String> {
    let mut pages = contacts(500).save().unwrap().pages::<RawJson>(&client.account(account).unwrap());
    let mut records = BTreeMap::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        for record in page {
            let id = record.parse::<Value>().unwrap()["id"].as_str().unwrap().to_owned();
            assert!(records.insert(id, record.as_str().to_owned()).is_none());
        }
    }
    records
}

/// A row of a mirror.
#[derive(Clone, Debug, PartialEq)]
pub struct MirrorRow {
    pub raw: String,
    pub rest: String,
    pub is_deleted: bool,
}

/// The rows of an account in a mirror, by their keys.
pub async fn rows(ledger: &Ledger, table: &str, account: &str) -> BTreeMap<String, MirrorRow> {
    let sql = format!(
        "SELECT \"key\", raw, rest, CASE WHEN deleted_at IS NULL THEN '' ELSE 'deleted' END FROM \"{table}\" WHERE account = '{account}'"
    );
    let rows = texts(ledger, &sql).await.into_iter().map(|mut row| {
        let is_deleted = row.pop().unwrap() == "deleted";
        let [key, raw, rest] = <[String; 3]>::try_from(row).unwrap();
        (key, MirrorRow { raw, rest, is_deleted })
    });
    rows.collect()
}

/// The rows that are not deleted, as the API spelt them.
pub async fn live(ledger: &Ledger, table: &str, account: &str) -> BTreeMap<String, String> {
    let rows = rows(ledger, table, account).await.into_iter();
    rows.filter(|(_, row)| !row.is_deleted).map(|(key, row)| (key, row.raw)).collect()
}

/// Checks that the mirror has the records of the account, byte by byte, and no others. It names what differs, not all records.
pub async fn assert_mirrored(ledger: &Ledger, table: &str, client: &Client, account: &str) {
    let (rows, records) = (live(ledger, table, account).await, source(client, account).await);
    let missing: Vec<_> = records.keys().filter(|key| !rows.contains_key(*key)).collect();
    let extra: Vec<_> = rows.keys().filter(|key| !records.contains_key(*key)).collect();
    let other: Vec<_> = records.iter().filter(|(key, raw)| rows.get(*key).is_some_and(|row| row != *raw)).collect();
    assert!(
        missing.is_empty() && extra.is_empty() && other.is_empty(),
        "on {}: {} of {} records are missing {missing:?}, {} rows are too many {extra:?}, and others differ: {other:?}",
        ledger.on,
        missing.len(),
        records.len(),
        extra.len(),
    );
}

/// The rows of a statement whose columns are texts. It reaches behind the back of the ledger.
pub async fn texts(ledger: &Ledger, sql: &str) -> Vec<Vec<String>> {
    let sql = AssertSqlSafe(sql.to_owned());
    macro_rules! read {
        ($connection:ty) => {{
            let mut connection = <$connection>::connect(ledger.url()).await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| (0..row.len()).map(|at| row.get(at)).collect()).collect()
        }};
    }
    if ledger.on == "SQLite" { read!(sqlx::SqliteConnection) } else { read!(sqlx::PgConnection) }
}

/// A clock of ledger and CRM that goes on, and that a test moves.
#[derive(Clone, Debug, Default)]
pub struct Moving(Arc<Mutex<Duration>>);

impl Moving {
    pub fn advance(&self, sandbox: &Sandbox, by: Duration) {
        sandbox.advance(by);
        *self.0.lock().unwrap() += by;
    }

    pub async fn open(&self, ledger: &Ledger) -> Jobs {
        let clock = self.clone();
        ledger.open().await.clock(move || SystemTime::now() + *clock.0.lock().unwrap())
    }
}

/// Works until nothing is due.
pub async fn work(jobs: &Jobs, client: &Client, settings: Settings) -> Report {
    let worker = jobs.worker(client.clone()).settings(settings);
    let run = tokio::time::timeout(Duration::from_mins(1), worker.run());
    tokio::spawn(run).await.unwrap().unwrap().unwrap()
}

/// A page in a slice, so that the account changes hands after each page.
pub fn short_slices() -> Settings {
    Settings::new().slice(Duration::from_millis(1))
}

/// Changes a contact, as a person does.
pub fn rename(sandbox: &Sandbox, account: &str, id: &str, name: &str) {
    let records = sandbox.records(account);
    let record = records.into_iter().find(|record| record.resource == "crm/contacts" && record.id == id);
    let mut fields = record.unwrap().fields;
    fields.insert("title".to_owned(), name.into());
    // A record that is kept without this time gets that of the moment.
    fields.remove("updated_at");
    sandbox.keep(account, "crm/contacts", Value::Object(fields));
}

pub async fn delete(client: &Client, account: &str, id: &str) {
    DeleteContact::builder().id(id).send(&client.account(account).unwrap()).await.unwrap();
}
