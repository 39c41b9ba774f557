//! Ledgers of any size. Their rows come by `add`, as those of a program do, and a larger ledger gets copies of them by a statement. A
//! fifth of the rows is then finished by a statement: to add and to send so many would take longer than all that is measured.

use std::time::Instant;

use truto_core::crm::CreateAssociation;

use super::support::{Cluster, Ledger, links};

/// One of so many rows is finished.
pub const FINISHED: usize = 5;

/// The most rows that come by `add`.
pub const ADDED: usize = 1_000_000;

/// Fills a new ledger with this many rows, which the accounts get by turns.
pub async fn filled(cluster: Option<&Cluster>, rows: usize, accounts: usize) -> Ledger {
    let ledger = match cluster {
        Some(cluster) => Ledger::in_cluster(cluster).await,
        None => Ledger::sqlite(),
    };
    let added = rows.min(ADDED);
    let started = Instant::now();
    let jobs = ledger.open().await;
    let run = jobs.run("import").writes::<CreateAssociation>().await.unwrap();
    run.add(links(added, accounts)).await.unwrap();
    jobs.close().await;
    let a_second = added as f64 / started.elapsed().as_secs_f64();
    eprintln!("{}: {added} rows of {accounts} accounts are added, {a_second:.0} a second", ledger.on);
    copy(&ledger, rows / added - 1).await;
    finish_some(&ledger, accounts).await;
    ledger
}

/// Adds copies of all rows, each under a key of its own.
async fn copy(ledger: &Ledger, copies: usize) {
    if copies == 0 {
        return;
    }
    let numbers = format!("WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {copies})");
    let rows = format!(
        "INSERT INTO truto_rows (part_id, row_key, identity, body, added_at, state, due_at) {numbers} \
         SELECT part_id, row_key || ', copy ' || n, identity, body, added_at, state, due_at FROM n CROSS JOIN truto_rows ORDER BY n, id"
    );
    ledger.execute(&rows).await;
    ledger.execute(&format!("UPDATE truto_parts SET ready = ready * {}", copies + 1)).await;
}

/// Finishes a fifth of the rows of each account.
async fn finish_some(ledger: &Ledger, accounts: usize) {
    let rows = format!(
        "UPDATE truto_rows SET state = 'done', due_at = NULL, body = NULL, first_sent_at = 1, sent_at = 1, sends = 1, \
         status = 200, ended_at = 1 WHERE (id - 1) / {accounts} % {FINISHED} = 0"
    );
    let counters = "UPDATE truto_parts SET done = found.rows, ready = ready - found.rows FROM \
         (SELECT part_id, count(*) AS rows FROM truto_rows WHERE state = 'done' GROUP BY part_id) AS found \
         WHERE found.part_id = id";
    ledger.execute(&rows).await;
    ledger.execute(counters).await;
    if ledger.on != "SQLite" {
        // What the server does in the minutes after an import, by itself and in the midst of what is measured.
        ledger.execute("VACUUM (ANALYZE)").await;
        ledger.execute("CHECKPOINT").await;
    }
}
