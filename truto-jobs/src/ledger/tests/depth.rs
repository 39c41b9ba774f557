//! How old the oldest open row is.

use core::time::Duration;

use crate::ledger::tests::{new_row, new_run};
use crate::ledger::{adding, reading};
use crate::support;

const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn the_oldest_open_row_counts_whether_it_waits_or_is_sent_later() {
    for ledger in support::ledgers().await {
        let jobs = ledger.open().await;
        let database = jobs.database();
        let oldest = async || reading::depth(database).await.unwrap().oldest_open_row;
        assert_eq!(oldest().await, Duration::ZERO, "on {}", ledger.on);

        let id = adding::open_run(database, &new_run("one", "writes")).await.unwrap();
        let accounts = ["a", "b"].map(str::to_owned);
        let parts = adding::parts(database, id, &accounts).await.unwrap();
        let rows = [new_row("a", &1), new_row("a", &2), new_row("b", &1)];
        adding::add(database, "one", &rows, &parts).await.unwrap();
        assert!(oldest().await < HOUR);

        let aged = |id: i64, hours: i64| {
            format!("UPDATE truto_rows SET added_at = added_at - {} WHERE id = {id}", hours * 3_600_000_000)
        };
        ledger.execute(&aged(1, 2)).await;
        assert!((2 * HOUR..3 * HOUR).contains(&oldest().await), "on {}", ledger.on);
        // The answer of this row never came.
        ledger.execute(&aged(3, 5)).await;
        ledger.execute("UPDATE truto_rows SET state = 'unknown', due_at = 1 WHERE id = 3").await;
        ledger.execute("UPDATE truto_parts SET ready = 0, unknown = 1 WHERE id = 2").await;
        assert!((5 * HOUR..6 * HOUR).contains(&oldest().await), "on {}", ledger.on);
        ledger.execute("UPDATE truto_rows SET state = 'done', due_at = NULL WHERE id IN (1, 3)").await;
        assert!(oldest().await < HOUR, "on {}", ledger.on);
    }
}
