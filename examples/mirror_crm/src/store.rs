//! The mirror: a table for each resource, and a table with the places.

use std::path::Path;
use std::time::{Duration, SystemTime};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row, Sqlite};

use crate::place::{Phase, Place, spell};
use crate::tables::{Cell, Kind, Mirrored};

/// Another program may read the mirror, and a backup may lock it for a while.
const BUSY: Duration = Duration::from_secs(30);

/// The columns that the mirror adds to each table.
const MARKS: &str = "\"mirrored_at\" TEXT NOT NULL, \"deleted_at\" TEXT, \"walk\" INTEGER NOT NULL";

/// The emails of the contacts, a row for each: how to reach into a column that holds JSON.
const VIEWS: &str = "CREATE VIEW IF NOT EXISTS contact_emails AS
    SELECT contacts.id AS contact_id, item.value ->> 'email' AS email, item.value ->> 'type' AS type
    FROM contacts, json_each(contacts.email_addresses) AS item WHERE contacts.deleted_at IS NULL";

const META: &str = "CREATE TABLE IF NOT EXISTS mirror (
        only INTEGER PRIMARY KEY CHECK (only = 1), account TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS places (
        resource TEXT PRIMARY KEY, phase TEXT NOT NULL, walk INTEGER NOT NULL, walked_at TEXT,
        since TEXT, began_at TEXT, newest TEXT, checkpoint TEXT
    ) STRICT";

/// The database.
#[derive(Debug)]
pub(crate) struct Store {
    connection: SqliteConnection,
}

impl Store {
    /// Opens or creates the mirror of an account. A mirror holds one account, because ids of two providers may be the same.
    pub(crate) async fn open(file: &Path, account: &str) -> Result<Self, String> {
        let reason = |error: sqlx::Error| format!("cannot open {}: {error}", file.display());
        // With a write-ahead log, readers and this program do not wait for each other. After a power cut the last transactions
        // may be gone. Their rows and places are gone together, so the next run fetches them again.
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(BUSY);
        let mut connection = options.connect().await.map_err(reason)?;
        sqlx::raw_sql(META).execute(&mut connection).await.map_err(reason)?;
        let account = account.to_ascii_lowercase();
        let insert = sqlx::query("INSERT OR IGNORE INTO mirror (only, account) VALUES (1, ?)").bind(&account);
        insert.execute(&mut connection).await.map_err(reason)?;
        let query = sqlx::query_scalar::<Sqlite, String>("SELECT account FROM mirror");
        let known = query.fetch_one(&mut connection).await.map_err(reason)?;
        if known != account {
            let file = file.display();
            return Err(format!(
                "{file} is the mirror of the account {known}: give the account {account} another file"
            ));
        }
        Ok(Self { connection })
    }

    /// Creates the table of a resource, or adds the columns that it does not have yet. Returns whether it added some: only a walk
    /// through all records can fill them.
    pub(crate) async fn prepare<R: Mirrored>(&mut self) -> Result<bool, sqlx::Error> {
        let columns = R::COLUMNS.iter().map(|column| format!("\"{}\" {}", column.name, sql_type(column.kind)));
        let columns = columns.collect::<Vec<_>>().join(", ");
        let create =
            format!("CREATE TABLE IF NOT EXISTS \"{}\" (\"id\" TEXT PRIMARY KEY, {columns}, {MARKS}) STRICT", R::TABLE);
        sqlx::query(AssertSqlSafe(create)).execute(&mut self.connection).await?;

        let query = sqlx::query_scalar::<Sqlite, String>("SELECT name FROM pragma_table_info(?)").bind(R::TABLE);
        let known = query.fetch_all(&mut self.connection).await?;
        let mut added = false;
        for column in R::COLUMNS.iter().filter(|column| !known.iter().any(|known| known == column.name)) {
            let add = format!("ALTER TABLE \"{}\" ADD COLUMN \"{}\" {}", R::TABLE, column.name, sql_type(column.kind));
            sqlx::query(AssertSqlSafe(add)).execute(&mut self.connection).await?;
            added = true;
        }
        Ok(added)
    }

    /// Creates the views, after all tables.
    pub(crate) async fn create_views(&mut self) -> Result<(), sqlx::Error> {
        sqlx::query(VIEWS).execute(&mut self.connection).await.map(drop)
    }

    /// The place of a resource.
    pub(crate) async fn place(&mut self, resource: &str) -> Result<Place, sqlx::Error> {
        let query = sqlx::query("SELECT * FROM places WHERE resource = ?").bind(resource);
        let Some(row) = query.fetch_optional(&mut self.connection).await? else { return Ok(Place::start()) };
        let phase: String = row.try_get("phase")?;
        Ok(Place {
            phase: Phase::ALL.into_iter().find(|known| known.name() == phase).unwrap_or_default(),
            walk: row.try_get("walk")?,
            walked_at: row.try_get("walked_at")?,
            since: row.try_get("since")?,
            began_at: row.try_get("began_at")?,
            newest: row.try_get("newest")?,
            checkpoint: row.try_get("checkpoint")?,
        })
    }

    /// Commits rows together with the place after them: a process that dies has neither or both. Returns how many rows are new
    /// or other than before.
    pub(crate) async fn commit<R: Mirrored>(&mut self, rows: &[R], place: &Place) -> Result<u64, sqlx::Error> {
        let now = spell(SystemTime::now());
        let (upsert, see) = (upsert::<R>(), format!("UPDATE \"{}\" SET \"walk\" = ? WHERE \"id\" = ?", R::TABLE));
        let mut transaction = self.connection.begin().await?;
        let mut written = 0;
        for row in rows {
            let mut query = sqlx::query(AssertSqlSafe(upsert.as_str())).bind(row.id());
            for column in R::COLUMNS {
                query = match (column.read)(row) {
                    Cell::Text(text) => query.bind(text),
                    Cell::Integer(integer) => query.bind(integer),
                };
            }
            let changed = query.bind(&now).bind(place.walk).execute(&mut *transaction).await?.rows_affected();
            if changed == 0 {
                let see = sqlx::query(AssertSqlSafe(see.as_str())).bind(place.walk).bind(row.id());
                see.execute(&mut *transaction).await?;
            }
            written += changed;
        }
        save(&mut transaction, R::TABLE, place).await?;
        transaction.commit().await?;
        Ok(written)
    }

    /// Commits a place alone.
    pub(crate) async fn commit_place(&mut self, resource: &str, place: &Place) -> Result<(), sqlx::Error> {
        save(&mut self.connection, resource, place).await
    }

    /// The rows that this walk did not see, and that are not marked as deleted.
    pub(crate) async fn unseen(&mut self, resource: &str, walk: i64) -> Result<Vec<String>, sqlx::Error> {
        let sql =
            format!("SELECT \"id\" FROM \"{resource}\" WHERE \"walk\" < ? AND \"deleted_at\" IS NULL ORDER BY \"id\"");
        sqlx::query_scalar(AssertSqlSafe(sql)).bind(walk).fetch_all(&mut self.connection).await
    }

    /// Marks a row as deleted. It stays, because other rows and other people's tables may name it.
    pub(crate) async fn mark_deleted(&mut self, resource: &str, id: &str) -> Result<(), sqlx::Error> {
        let sql = format!("UPDATE \"{resource}\" SET \"deleted_at\" = ? WHERE \"id\" = ?");
        let mark = sqlx::query(AssertSqlSafe(sql)).bind(spell(SystemTime::now())).bind(id);
        mark.execute(&mut self.connection).await.map(drop)
    }

    /// The number of rows that are not marked as deleted.
    pub(crate) async fn count(&mut self, resource: &str) -> Result<i64, sqlx::Error> {
        let sql = format!("SELECT count(*) FROM \"{resource}\" WHERE \"deleted_at\" IS NULL");
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut self.connection).await
    }

    /// Closes the database, which also moves the write-ahead log into the file.
    pub(crate) async fn close(self) -> Result<(), sqlx::Error> {
        self.connection.close().await
    }
}

async fn save(connection: &mut SqliteConnection, resource: &str, place: &Place) -> Result<(), sqlx::Error> {
    let query = sqlx::query("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(resource)
        .bind(place.phase.name())
        .bind(place.walk)
        .bind(&place.walked_at)
        .bind(&place.since)
        .bind(&place.began_at)
        .bind(&place.newest)
        .bind(&place.checkpoint);
    query.execute(connection).await.map(drop)
}

/// Inserts a row, or updates the row with the same id if a value is another. A row that was marked as deleted comes back.
fn upsert<R: Mirrored>() -> String {
    let list = |prefix: &str| {
        let names = R::COLUMNS.iter().map(|column| format!("{prefix}\"{}\"", column.name));
        names.collect::<Vec<_>>().join(", ")
    };
    let sets = R::COLUMNS.iter().map(|column| format!("\"{0}\" = excluded.\"{0}\"", column.name));
    format!(
        "INSERT INTO \"{table}\" (\"id\", {names}, \"mirrored_at\", \"walk\") VALUES (?, {marks}, ?, ?) \
         ON CONFLICT (\"id\") DO UPDATE SET {sets}, \"deleted_at\" = NULL, \
         \"mirrored_at\" = excluded.\"mirrored_at\", \"walk\" = excluded.\"walk\" \
         WHERE ({old}, \"{table}\".\"deleted_at\") IS NOT ({new}, NULL)",
        table = R::TABLE,
        names = list(""),
        marks = vec!["?"; R::COLUMNS.len()].join(", "),
        sets = sets.collect::<Vec<_>>().join(", "),
        old = list(&format!("\"{}\".", R::TABLE)),
        new = list("excluded."),
    )
}

fn sql_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Integer => "INTEGER",
    }
}
