//! The program under test, and its mirror as SQLite holds it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, Column, ConnectOptions, Row as _, TypeInfo, ValueRef};
use truto_core::{Checkpoint, Json};

use crate::crm::Crm;

pub(crate) const RESOURCES: [&str; 3] = ["accounts", "contacts", "opportunities"];

/// The columns that the mirror adds to a record.
const MARKS: [&str; 3] = ["mirrored_at", "deleted_at", "walk"];

#[derive(Debug)]
pub(crate) struct Mirror {
    folder: PathBuf,
    arguments: Vec<String>,
}

impl Mirror {
    pub(crate) fn of(crm: &Crm) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("truto-mirror-kill-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let options = [("--url", crm.sandbox.url()), ("--token", crm.sandbox.token().to_owned())];
        let mut arguments = vec![folder.join("crm.sqlite").to_str().unwrap().to_owned()];
        arguments.extend(options.into_iter().flat_map(|(name, value)| [name.to_owned(), value]));
        // All clocks are the same here, so there is next to no overlap to hide a wrong start of a list.
        let rest = ["--account", crm.account.id(), "--overlap", "0.05", "--every", "0.02"];
        arguments.extend(rest.map(str::to_owned));
        Self { folder, arguments }
    }

    /// Starts the program, and waits until it says what it does.
    pub(crate) fn start(&self, _: &Crm, more: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-mirror-crm"));
        command.args(&self.arguments).args(["--page", "20"].iter().filter(|_| !more.contains(&"--page"))).args(more);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        assert!(line.starts_with("Mirroring the account"), "{line}");
        Run { child, said }
    }

    async fn open(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.folder.join("crm.sqlite")).connect().await.unwrap()
    }

    /// Asserts that the rows of all committed pages are there. Returns whether a list is under way.
    pub(crate) async fn check_places(&self) -> bool {
        let mut connection = self.open().await;
        let mut is_under_way = false;
        for resource in RESOURCES {
            let Some((place, walk)) = place(&mut connection, resource).await else { continue };
            is_under_way = true;
            let sql = format!("SELECT count(*) FROM {resource} WHERE walk = ?");
            let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).bind(walk).fetch_one(&mut connection).await.unwrap();
            assert!(rows >= i64::try_from(place.items()).unwrap(), "{resource}: {rows} rows, but {place}");
        }
        is_under_way
    }

    /// Waits until the program has committed a page of this list, and returns the cursor of the next one.
    pub(crate) async fn wait_for_cursor(&self, resource: &str) -> String {
        let mut connection = self.open().await;
        loop {
            let query = sqlx::query_scalar("SELECT checkpoint FROM places WHERE resource = ?").bind(resource);
            let text: Option<Option<String>> = query.fetch_optional(&mut connection).await.unwrap_or_default();
            let checkpoint = text.flatten().map(|text| serde_json::from_str::<Json>(&text).unwrap());
            if let Some(cursor) = checkpoint.as_ref().and_then(|checkpoint| checkpoint["cursor"].as_str()) {
                return cursor.to_owned();
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// The rows of a table by id, also those that are marked as deleted.
    pub(crate) async fn rows(&self, table: &str) -> BTreeMap<String, Row> {
        let sql = format!("SELECT * FROM {table}");
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut self.open().await).await.unwrap();
        let mut by_id = BTreeMap::new();
        for row in rows {
            let row = Row::from(&row);
            let id = row.columns["id"].clone().unwrap().as_str().unwrap().to_owned();
            assert!(by_id.insert(id, row).is_none(), "a row is there twice");
        }
        by_id
    }
}

impl Drop for Mirror {
    fn drop(&mut self) {
        // The files of a failed test stay.
        if !std::thread::panicking() {
            drop(fs::remove_dir_all(&self.folder));
        }
    }
}

/// The place in a list of which at least a page was committed, and the number of its walk.
async fn place(connection: &mut SqliteConnection, resource: &str) -> Option<(Checkpoint, i64)> {
    let sql = "SELECT checkpoint, walk FROM places WHERE resource = ? AND checkpoint IS NOT NULL";
    let row = sqlx::query(sql).bind(resource).fetch_optional(connection).await.ok()??;
    Some((row.get::<String, _>("checkpoint").parse().unwrap(), row.get("walk")))
}

/// The program while it runs.
#[derive(Debug)]
pub(crate) struct Run {
    child: Child,
    said: BufReader<std::process::ChildStderr>,
}

impl Run {
    /// Kills it with SIGKILL.
    pub(crate) fn kill(&mut self) {
        assert!(self.child.try_wait().unwrap().is_none(), "it ended by itself");
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for its end, and returns what it said. It must end well.
    pub(crate) fn finish(mut self) -> String {
        let mut said = String::new();
        self.said.read_to_string(&mut said).unwrap();
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}: {said}");
        said
    }
}

/// A row, each column as JSON; `None` stands for NULL.
#[derive(Debug)]
pub(crate) struct Row {
    columns: BTreeMap<String, Option<Json>>,
}

impl From<&SqliteRow> for Row {
    fn from(row: &SqliteRow) -> Self {
        let columns = row.columns().iter().map(|column| {
            let name = column.name();
            let raw = row.try_get_raw(name).unwrap();
            let value = match raw.type_info().name() {
                _ if raw.is_null() => None,
                "INTEGER" => Some(Json::from(row.get::<i64, _>(name))),
                _ => Some(Json::from(row.get::<String, _>(name))),
            };
            (name.to_owned(), value)
        });
        Self { columns: columns.collect() }
    }
}

impl Row {
    pub(crate) fn is_deleted(&self) -> bool {
        self.columns["deleted_at"].is_some()
    }

    /// Compares all columns with the record of the API, except those of these members.
    pub(crate) fn assert_equals(&self, record: &Json, except: &[&str], what: &str) {
        assert!(!self.is_deleted(), "{what} is marked as deleted");
        let record = record.as_object().unwrap();
        let unknown = self.columns["unknown"].as_ref().map(parsed).unwrap_or_default();
        for (name, expected) in record.iter().filter(|(name, _)| !except.contains(&name.as_str())) {
            let found = match self.columns.get(name).and_then(Option::as_ref) {
                Some(found) if found == expected => continue,
                Some(found) => parsed(found),
                None => unknown[name].clone(),
            };
            assert_eq!(without_nulls(&found), without_nulls(expected), "{what}: {name}");
        }
        let derived = ["account_id", "owner_id", "stage_id", "unknown"];
        for (name, value) in self.columns.iter().filter(|(_, value)| value.is_some()) {
            let is_known = record.contains_key(name) || MARKS.contains(&&**name) || derived.contains(&&**name);
            assert!(is_known, "{what}: the mirror has {name}: {value:?}");
        }
        let ids = [("account_id", "account"), ("owner_id", "owner"), ("stage_id", "stage")];
        for (id, of) in ids.into_iter().filter(|(_, of)| !except.contains(of)) {
            if let Some(found) = self.columns.get(id) {
                let expected = record.get(of).map(|of| of["id"].clone()).filter(|id| !id.is_null());
                assert_eq!(found, &expected, "{what}: {id}");
            }
        }
    }
}

fn parsed(column: &Json) -> Json {
    serde_json::from_str(column.as_str().unwrap_or_default()).unwrap_or_else(|_| column.clone())
}

/// A missing member, `null` and an empty list are the same.
fn without_nulls(value: &Json) -> Json {
    match value {
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), without_nulls(value)));
            members.filter(|(_, value)| !value.is_null()).collect::<serde_json::Map<_, _>>().into()
        }
        Json::Array(items) if items.is_empty() => Json::Null,
        Json::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}
