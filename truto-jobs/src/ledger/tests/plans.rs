//! Each statement finds its rows by an index, however large the ledger is: its plan is asked for while the ledger does all that it
//! does, on both databases, before and after they gathered statistics. Only people read the counters of all accounts, and only the
//! doctor all rows.

mod mirrors;
mod people;

use core::time::Duration;
use std::collections::HashMap;
use std::sync::Arc;

use crate::budget::Budget;
use crate::db::plans::{self, Plan};
use crate::db::{Database, Dialect};
use crate::jobs::Jobs;
use crate::ledger::adding::NewRow;
use crate::ledger::exchange::{Asked, Ended, Release, Terms, exchange};
use crate::ledger::rows::Facts;
use crate::ledger::tests::{new_row, new_run};
use crate::ledger::{adding, reading, workers};
use crate::row::{Ending, Times};
use crate::support;

/// 100 rows for each account. `TRUTO_JOBS_PLAN_ACCOUNTS=10000` is the size of a large ledger.
const ACCOUNTS: u32 = 500;
const ROWS: u32 = 100;

#[tokio::test]
async fn each_statement_finds_its_rows_by_an_index() {
    let mut bad = Vec::new();
    // A plan that was made while the tables were empty is kept until the database gathers statistics.
    for ledger in support::ledgers().await {
        note_plans(&ledger, "empty tables", &mut bad).await;
    }
    for ledger in support::ledgers().await {
        fill(ledger.open().await.database()).await;
        note_plans(&ledger, "full tables", &mut bad).await;
        ledger.execute("ANALYZE").await;
        note_plans(&ledger, "tables with statistics", &mut bad).await;
    }
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
}

/// Adds the plans that read a whole table. Workers read none, and people those that are small.
async fn note_plans(ledger: &support::Ledger, tables: &str, bad: &mut Vec<String>) {
    let jobs = ledger.open().await;
    mirrors::open(jobs.database()).await;
    plans::keep();
    everything(&jobs, tables).await;
    let of_workers = plans::taken();
    plans::keep();
    people::on_some(&jobs, tables).await;
    let of_some = plans::taken();
    plans::keep();
    people::on_all(&jobs).await;
    let of_all = plans::taken();
    let counts = [&of_workers, &of_some, &of_all].map(Vec::len);
    assert!(counts.iter().all(|count| *count > 20), "{counts:?} statements");
    let workers = of_workers.iter().map(|plan| (plan, &[][..]));
    let people = of_some.iter().map(|plan| (plan, people::FEW));
    let people = people.chain(of_all.iter().map(|plan| (plan, people::COUNTERS)));
    for (plan, may_be_whole) in workers.chain(people) {
        let reads_all = reads_all(jobs.database().dialect(), plan, may_be_whole);
        let text =
            format!("on {} with {tables}, {reads_all:?}\n{}\n  {}", ledger.on, plan.sql, plan.lines.join("\n  "));
        if std::env::var_os("TRUTO_JOBS_PLAN_ACCOUNTS").is_some() {
            println!("{text}\n");
        }
        if !reads_all.is_empty() {
            bad.push(text);
        }
    }
}

/// The lines of a plan that read a whole table, or a whole index. These tables may be read whole.
fn reads_all<'p>(dialect: Dialect, plan: &'p Plan, may_be_whole: &[&str]) -> Vec<&'p str> {
    let mut found = Vec::new();
    if ["information_schema", "pragma_table_info"].iter().any(|catalog| plan.sql.contains(catalog)) {
        return found;
    }
    let may_be_whole = |table: &str| table == "truto_ledger" || may_be_whole.contains(&table);
    for (at, line) in plan.lines.iter().enumerate() {
        let step = line.trim_start().trim_start_matches("->").trim_start();
        let is_bad = match dialect {
            Dialect::Sqlite => {
                let table = step.strip_prefix("SCAN ").map(|rest| rest.split(' ').next().unwrap_or_default());
                table.is_some_and(|table| {
                    !matches!(table, "jsonb_each" | "given" | "CONSTANT")
                        && !table.starts_with('(')
                        && !may_be_whole(table)
                }) || step.contains("AUTOMATIC")
            }
            #[cfg(feature = "postgres")]
            Dialect::Postgres => {
                let is_index =
                    ["Index Scan", "Index Only Scan", "Bitmap Index Scan"].iter().any(|scan| step.starts_with(scan));
                let is_narrow = plan.lines.get(at + 1).is_some_and(|next| next.trim_start().starts_with("Index Cond"));
                let table = step.split(" on ").nth(1).and_then(|rest| rest.split(' ').next());
                (step.starts_with("Seq Scan") || is_index && !is_narrow) && !table.is_some_and(may_be_whole)
            }
        };
        if is_bad {
            found.push(step);
        }
    }
    found
}

/// A ledger with many accounts, in two runs. Most rows are done, and the rest waits.
async fn fill(database: &Database) {
    let accounts = std::env::var("TRUTO_JOBS_PLAN_ACCOUNTS").map_or(ACCOUNTS, |count| count.parse().unwrap());
    let numbers = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count})";
    let numbers = |count: u32| numbers.replace("{count}", &count.to_string());
    let (some, all) = (numbers(accounts), numbers(accounts * ROWS));
    let parts = accounts;
    script(
        database,
        &format!(
            "INSERT INTO truto_runs (name, kind, endpoint, created_at, cancelled_at) VALUES ('one', 'writes', 'POST /x', 0, NULL), \
                 ('two', 'writes', 'POST /x', 0, 1); \
             INSERT INTO truto_runs (name, kind, endpoint, created_at) {} SELECT 'run ' || n, 'writes', 'POST /x', 0 FROM n; \
             INSERT INTO truto_tokens (token, whole_at) {} SELECT 'token ' || n, 0 FROM n; \
             INSERT INTO truto_accounts (account, due_at, hold) {some} SELECT 'account ' || n, 1000 + n, \
                 CASE WHEN n % 10 = 0 THEN 'paused' END FROM n; \
             INSERT INTO truto_parts (run_id, account_id, ready, done) {some} SELECT 1, n, {}, {} FROM n; \
             INSERT INTO truto_parts (run_id, account_id, ready) {some} SELECT 2, n, 1 FROM n; \
             INSERT INTO truto_rows (part_id, row_key, identity, body, added_at, state, due_at) \
                 {all} SELECT n % {parts} + 1, 'row ' || n, 'x', '{{}}', 1, CASE WHEN n <= {parts} * 20 THEN 'ready' ELSE 'done' END, \
                 CASE WHEN n <= {parts} * 20 THEN 0 END FROM n; \
             INSERT INTO truto_rows (part_id, row_key, identity, body, added_at, state, due_at) \
                 {some} SELECT {parts} + n, 'row', 'x', '{{}}', 1, 'ready', 0 FROM n",
            numbers(200),
            numbers(200),
            20,
            ROWS - 20
        ),
    )
    .await;
    fill_mirror(database, &all).await;
}

/// The statement for a mirror of as many records as the ledger has rows.
async fn fill_mirror(database: &Database, all: &str) {
    mirrors::open(database).await;
    script(database, &mirrors::FILL.replace("{some}", all)).await;
}

async fn script(database: &Database, sql: &str) {
    let mut tx = database.begin().await.unwrap();
    tx.script(sql).await.unwrap();
    tx.commit().await.unwrap();
}

/// All that programs and workers do with the ledger.
async fn everything(jobs: &Jobs, name: &str) {
    let database = jobs.database();
    let id = adding::open_run(database, &new_run("one", "writes")).await.unwrap();
    let accounts: Vec<String> = (1..=50).map(|number| format!("account {number}")).collect();
    let parts = adding::parts(database, id, &accounts).await.unwrap();
    let row = |key: usize| new_row(&accounts[key % accounts.len()], &format!("{name} {key}"));
    let rows: Vec<_> = (0..200).map(row).collect();
    assert_eq!(adding::add(database, "one", &rows, &parts).await.unwrap().new, 200);
    assert_eq!(adding::add(database, "one", &rows, &parts).await.unwrap().known, 200);
    let other = NewRow { identity: "other".to_owned(), ..row(1) };
    adding::add(database, "one", &[other], &parts).await.unwrap_err();

    let times = Times {
        in_flight: Duration::from_mins(1),
        key_memory: Duration::from_hours(24),
        pause: Duration::from_secs(1),
    };
    let lease = Duration::from_secs(30);
    // So many that no take of this test has to wait.
    let budget = Budget::new(50_000, Duration::from_secs(10));
    let terms =
        async || Terms { worker: workers::begin(database, false).await.unwrap(), lease, times, budget: Some(budget) };
    let first = terms().await;
    let second = terms().await;
    let (held, ended) = takes(database, &first).await;
    assert!(held.len() == 4 && ended.len() > 10, "{held:?}");
    script(database, "UPDATE truto_accounts SET lease_until = 1 WHERE owner IS NOT NULL").await;
    let taken_over = exchange(database, &second, &Asked { claims: 20, ..Asked::default() }).await.unwrap();
    assert!(taken_over.claimed.iter().filter(|claimed| claimed.taken_over).count() >= 4, "{taken_over:?}");
    let late = exchange(database, &first, &Asked { held, ended, ..Asked::default() }).await.unwrap();
    assert_eq!(late.lost.len(), 4);

    let (held, ended) = takes(database, &second).await;
    let releases = held.iter().map(|(account, _)| Release {
        account: *account,
        park: Some(Duration::from_secs(1)),
        hold: None,
        error: Some("why".to_owned()),
    });
    let asked = Asked { held: held.clone(), ended, releases: releases.collect(), ..Asked::default() };
    assert_eq!(exchange(database, &second, &asked).await.unwrap().lost.len(), 0);
    assert!(reading::progress(database, id).await.unwrap().total() > 0);
    workers::end(database, second.worker).await.unwrap();
    script(database, "UPDATE truto_accounts SET owner = NULL, due_at = NULL WHERE owner IS NOT NULL").await;
    mirrors::everything(database, &terms().await).await;
    script(database, "UPDATE truto_accounts SET owner = NULL, due_at = NULL WHERE owner IS NOT NULL").await;
}

/// Claims accounts and takes their rows. Returns what is held, and calls that ended.
async fn takes(database: &Database, terms: &Terms) -> (Vec<(i64, i64)>, Vec<Ended>) {
    let got = exchange(database, terms, &Asked { claims: 4, ..Asked::default() }).await.unwrap();
    let held: HashMap<i64, i64> = got.claimed.iter().map(|claimed| (claimed.id, claimed.epoch)).collect();
    let held: Vec<_> = held.into_iter().collect();
    let wants = held.iter().map(|(id, _)| *id).collect();
    let tokens = held.iter().map(|(id, _)| (*id, Arc::from("token"))).collect();
    let got = exchange(database, terms, &Asked { held: held.clone(), wants, tokens, rows: 8, ..Asked::default() })
        .await
        .unwrap();
    let ended = got.taken.iter().map(|taken| Ended {
        account: taken.account,
        epoch: 0,
        part: taken.part,
        id: taken.id,
        before: taken.row,
        ending: Ending::Written,
        retry_at: None,
        facts: Facts::default(),
    });
    (held, ended.collect())
}
