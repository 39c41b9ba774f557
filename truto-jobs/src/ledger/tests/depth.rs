//! How old the oldest open row is.

use core::time::Duration;

use crate::ledger::adding::{self, NewRow, NewRun};
use crate::ledger::reading;
use crate::support;

const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn the_oldest_open_row_counts_whether_it_waits_or_is_sent_later() {
    for ledger in support::ledgers().await {
        let jobs = ledger.open().await;
        let database = jobs.database();
        let oldest = async || reading::depth(database).await.unwrap().oldest_open_row;
        assert_eq!(oldest().await, Duration::ZERO, "on {}", ledger.on);

        let run = NewRun {
            name: "one".to_owned(),
            kind: "writes",
            endpoint: "POST /x".to_owned(),
            spec: None,
            keeps_answers: false,
        };
        let id = adding::open_run(database, &run).await.unwrap();
        let accounts = ["a", "b"].map(str::to_owned);
        let parts = adding::parts(database, id, &accounts).await.unwrap();
        let row = |account: &String, row_key: &str| NewRow {
            account: account.clone(),
            row_key: row_key.to_owned(),
            identity: "x".to_owned(),
            body: "{}".to_owned(),
        };
        let rows = [row(&accounts[0], "1"), row(&accounts[0], "2"), row(&accounts[1], "1")];
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
