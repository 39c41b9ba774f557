//! What durability costs: rows a second of a worker, against [`Bulk`] over the same calls, and rows a second of `add`, against a loop
//! by hand over the same table. Both sides take turns, so that a busy machine slows down both, and the figure is the median of the
//! ratios.
//!
//! ```text
//! cargo bench -p truto-jobs --bench durable                  20,000 rows of 50 accounts, three rounds
//! cargo bench -p truto-jobs --bench durable -- 100000 200 5
//! ```
//!
//! The server is a process of its own. It answers at once, so that nothing but processor time is compared, and then after 10 ms, as the
//! fastest API does. PostgreSQL is measured in a cluster of its own, if there is `initdb`.

// A bench has the helpers of the tests, and ends by a panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    unreachable_pub,
    dead_code
)]

#[path = "support/server.rs"]
mod server;
#[path = "../tests/jobs/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use server::Server;
use sqlx::{Connection as _, Executor as _};
use support::{Ledger, ledgers, link, links};
use truto_core::crm::CreateAssociation;
use truto_core::{Bulk, Client, Endpoint as _};
use truto_jobs::Settings;

/// Calls on the wire at once, on both sides.
const AT_ONCE: usize = 64;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|argument| argument == server::SERVE) {
        return server::serve();
    }
    arguments.resize(3, String::new());
    let number = |at: usize, default| arguments[at].parse().unwrap_or(default);
    let (rows, accounts, rounds) = (number(0, 20_000), number(1, 50), number(2, 3));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for delay in [0, 10] {
        println!("The server answers after {delay} ms.");
        let server = Server::after(Duration::from_millis(delay));
        runtime.block_on(compare(server.url(), rows, accounts, rounds));
    }
}

async fn compare(url: &str, rows: usize, accounts: usize, rounds: usize) {
    let client = Client::builder().token("t").base_url(url).max_concurrency_per_account(u32::MAX).build().unwrap();
    println!("{rows} rows of {accounts} accounts, {AT_ONCE} on the wire at once");
    let kinds: Vec<&'static str> = ledgers().await.iter().map(|ledger| ledger.on).collect();
    for on in kinds {
        let (mut sending, mut adding) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            let bulk = bulk(&client, rows, accounts).await;
            let ledger = ledger(on).await;
            let jobs = ledger.open().await;
            let run = jobs.run("import").writes::<CreateAssociation>().await.unwrap();
            let started = Instant::now();
            run.add(links(rows, accounts)).await.unwrap();
            let added = rows as f64 / started.elapsed().as_secs_f64();
            let started = Instant::now();
            let report =
                jobs.worker(client.clone()).settings(Settings::new().concurrency(AT_ONCE)).run().await.unwrap();
            let sent = rows as f64 / started.elapsed().as_secs_f64();
            assert_eq!(report.done, rows as u64);
            let by_hand = by_hand(&ledger, rows).await;
            println!(
                "  {on}: {sent:.0} rows/s beside {bulk:.0} of Bulk; {added:.0} inserts/s beside {by_hand:.0} by hand"
            );
            sending.push(sent / bulk);
            adding.push(added / by_hand);
        }
        println!(
            "{on}: sends {:.2} of Bulk (goal 0.70), adds {:.2} of the loop by hand",
            median(sending),
            median(adding)
        );
    }
}

async fn ledger(on: &str) -> Ledger {
    if on == "SQLite" { Ledger::sqlite() } else { Ledger::postgres().await.expect("there was one") }
}

/// Rows a second of the same calls without a ledger.
async fn bulk(client: &Client, rows: usize, accounts: usize) -> f64 {
    let started = Instant::now();
    let calls =
        links(rows, accounts).map(|(account, row_key, link)| (row_key, link.send(&client.account(account).unwrap())));
    let mut results = Bulk::new(calls).concurrency(AT_ONCE);
    while let Some((_, result)) = results.next().await {
        result.unwrap();
    }
    rows as f64 / started.elapsed().as_secs_f64()
}

/// Inserts a second of a loop by hand into the same table: a prepared statement for each row on SQLite, which is in the process, and
/// arrays on PostgreSQL, in transactions of 1,000 rows.
async fn by_hand(ledger: &Ledger, rows: usize) -> f64 {
    const COLUMNS: &str = "INSERT INTO truto_rows (part_id, row_key, identity, body, added_at, state, due_at)";

    let body = |row| serde_json::to_string(&link(row)).unwrap();
    let key = |row| format!("by hand {row}");
    let started = Instant::now();
    if ledger.on == "SQLite" {
        let mut connection = sqlx::SqliteConnection::connect(ledger.url()).await.unwrap();
        connection.execute("PRAGMA synchronous = FULL").await.unwrap();
        for first in (0..rows).step_by(1000) {
            let mut transaction = connection.begin().await.unwrap();
            for row in first..(first + 1000).min(rows) {
                let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} VALUES (1, $1, '', $2, 0, 'ready', 0)"));
                sqlx::query(sql).bind(key(row)).bind(body(row)).execute(&mut *transaction).await.unwrap();
            }
            transaction.commit().await.unwrap();
        }
    } else {
        let mut connection = sqlx::PgConnection::connect(ledger.url()).await.unwrap();
        for first in (0..rows).step_by(1000) {
            let rows = first..(first + 1000).min(rows);
            let (keys, bodies): (Vec<_>, Vec<_>) = rows.map(|row| (key(row), body(row))).unzip();
            let sql =
                format!("{COLUMNS} SELECT 1, k, '', b, 0, 'ready', 0 FROM unnest($1::text[], $2::text[]) AS g(k, b)");
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(keys).bind(bodies).execute(&mut connection).await.unwrap();
        }
    }
    rows as f64 / started.elapsed().as_secs_f64()
}

fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
