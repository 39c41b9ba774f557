//! The ledgers that a test runs on: an SQLite file, and a PostgreSQL database if there is one.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Once, OnceLock};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use truto_jobs::Jobs;

use super::Folder;
use super::cluster::Cluster;

/// A ledger that goes away with the test.
#[derive(Debug)]
pub struct Ledger {
    /// The database, for messages.
    pub on: &'static str,
    url: String,
    keep: Keep,
}

/// What goes away with it.
#[derive(Debug)]
enum Keep {
    Folder {
        _folder: Folder,
    },
    /// The cluster of the test goes with the process, or with its owner.
    Nothing,
    /// A schema in a database of somebody else.
    Schema {
        url: String,
        name: String,
    },
}

impl Ledger {
    /// A ledger in a file.
    pub fn sqlite() -> Self {
        let folder = Folder::new();
        Self { on: "SQLite", url: folder.ledger(), keep: Keep::Folder { _folder: folder } }
    }

    /// A ledger in a database of its own in this cluster.
    pub async fn in_cluster(cluster: &Cluster) -> Self {
        let name = unique();
        execute(&cluster.url("postgres"), format!("CREATE DATABASE {name}")).await;
        Self { on: "PostgreSQL", url: cluster.url(&name), keep: Keep::Nothing }
    }

    /// A ledger in a schema of its own in the database of this URL.
    async fn in_schema(url: &str) -> Self {
        let name = unique();
        execute(url, format!("CREATE SCHEMA {name}")).await;
        let separator = if url.contains('?') { '&' } else { '?' };
        let ledger = format!("{url}{separator}options=-c%20search_path%3D{name}");
        Self { on: "PostgreSQL", url: ledger, keep: Keep::Schema { url: url.to_owned(), name } }
    }

    /// A ledger on PostgreSQL. `None`, and loud words, if there is no PostgreSQL.
    pub async fn postgres() -> Option<Self> {
        if !cfg!(feature = "postgres") {
            return None;
        }
        if let Ok(url) = std::env::var("TRUTO_JOBS_DATABASE_URL") {
            return Some(Self::in_schema(&url).await);
        }
        match shared_cluster() {
            Some(cluster) => Some(Self::in_cluster(cluster).await),
            None => None,
        }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub async fn open(&self) -> Jobs {
        let opened = Jobs::open(&self.url).await;
        opened.unwrap_or_else(|error| panic!("cannot open a ledger on {}: {error}", self.on))
    }

    /// Runs a statement without values. It reaches behind the back of the ledger, so that a test can see or age what is in it.
    pub async fn execute(&self, sql: &str) {
        match self.on {
            "SQLite" => {
                let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
            }
            _ => execute(&self.url, sql.to_owned()).await,
        }
    }

    /// The integer that a statement returns.
    pub async fn int(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.on {
            "SQLite" => {
                let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
            _ => {
                let mut connection = PgConnection::connect(&self.url).await.unwrap();
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
        }
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        if let Keep::Schema { url, name } = &self.keep {
            let (url, sql) = (url.clone(), format!("DROP SCHEMA {name} CASCADE"));
            // The runtime of the test cannot be waited for in a destructor.
            let dropping = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(execute(&url, sql));
            });
            let _ = dropping.join();
        }
    }
}

/// The ledgers that a test runs on: one of each database that can be had.
pub async fn ledgers() -> Vec<Ledger> {
    let mut ledgers = vec![Ledger::sqlite()];
    ledgers.extend(Ledger::postgres().await);
    ledgers
}

/// A cluster that can be stopped and started. `None`, and loud words, if PostgreSQL is not installed.
pub fn durable_cluster() -> Option<Cluster> {
    loud(Cluster::durable())
}

/// The cluster of this test binary.
fn shared_cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();

    CLUSTER.get_or_init(|| loud(Cluster::fast())).as_ref()
}

/// Says that there is no cluster, past the harness, which hides what a passing test prints.
fn loud(cluster: std::io::Result<Cluster>) -> Option<Cluster> {
    static SAID: Once = Once::new();

    match cluster {
        Ok(cluster) => Some(cluster),
        Err(error) => {
            SAID.call_once(|| {
                let words = format!(
                    "\n!!! NOTHING WAS COMPARED WITH POSTGRESQL: {error}.\n!!! Install PostgreSQL, or set TRUTO_JOBS_DATABASE_URL.\n\n"
                );
                let _ = std::io::stderr().write_all(words.as_bytes());
            });
            None
        }
    }
}

/// A name that no other test has, in this process or another.
fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);

    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    format!("truto_{}_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed), since.as_nanos())
}

async fn execute(url: &str, sql: String) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    let _ = connection.close().await;
}
