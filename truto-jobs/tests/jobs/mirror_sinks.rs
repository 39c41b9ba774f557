//! A sink of the user's gets each record at least once, and hears what a whole walk proved.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use truto_core::Client;
use truto_jobs::{Batch, Jobs, Sink, Table, Walked};

use crate::mirroring::{Moving, contacts, crm, delete, source};
use crate::support::ledgers;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A warehouse in memory, which refuses some batches after it took them.
#[derive(Clone, Default)]
struct Warehouse(Arc<Mutex<Stock>>);

#[derive(Default)]
struct Stock {
    /// Record and walk by account and key.
    rows: BTreeMap<(String, String), (String, i64)>,
    batches: u32,
    refuses: u32,
}

impl Sink for Warehouse {
    async fn upsert(&self, batch: &Batch) -> Result<(), BoxError> {
        let mut stock = self.0.lock().unwrap();
        assert_eq!((&*batch.run, &*batch.table), ("contacts", "people"));
        stock.batches += 1;
        for record in &batch.records {
            let key = (batch.account.clone(), record.key.clone());
            stock.rows.insert(key, (record.json.clone(), batch.walk));
        }
        if stock.refuses > 0 {
            stock.refuses -= 1;
            return Err("the warehouse is full".into());
        }
        Ok(())
    }

    async fn walked(&self, walk: &Walked) -> Result<(), BoxError> {
        let mut stock = self.0.lock().unwrap();
        stock.rows.retain(|(account, _), (_, seen_in)| *account != walk.account || *seen_in == walk.walk);
        Ok(())
    }
}

impl Warehouse {
    fn records(&self) -> BTreeMap<String, String> {
        let stock = self.0.lock().unwrap();
        stock.rows.iter().map(|((_, key), (json, _))| (key.clone(), json.clone())).collect()
    }
}

async fn work(jobs: &Jobs, client: &Client, sink: &Warehouse) {
    let worker = jobs.worker(client.clone()).sink("warehouse", sink.clone());
    tokio::spawn(worker.run()).await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sink_gets_all_records_and_hears_of_deletions() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(70);
        let account = sandbox.accounts().salesforce;
        let clock = Moving::default();
        let jobs = clock.open(&ledger).await;
        let table = Table::new("people").sink("warehouse");
        let mirror = jobs.run("contacts").mirror(contacts(20), table).await.unwrap();
        mirror.accounts([account]).await.unwrap();

        // A worker without the sink says so, and leaves the list to others.
        tokio::spawn(jobs.worker(client.clone()).run()).await.unwrap().unwrap();
        let error = mirror.progress_by_account().await.unwrap()[0].error.clone().unwrap_or_default();
        assert!(error.contains("no sink `warehouse`") && error.contains("Worker::sink"), "{error}");

        let warehouse = Warehouse::default();
        warehouse.0.lock().unwrap().refuses = 1;
        clock.advance(&sandbox, Duration::from_mins(2));
        work(&jobs, &client, &warehouse).await;
        let error = mirror.progress_by_account().await.unwrap()[0].error.clone().unwrap_or_default();
        assert!(error.ends_with("did not take the records: the warehouse is full"), "{error}");
        clock.advance(&sandbox, Duration::from_mins(2));
        work(&jobs, &client, &warehouse).await;
        assert_eq!(warehouse.records(), source(&client, account).await, "on {}", ledger.on);
        assert_eq!(warehouse.0.lock().unwrap().batches, 5, "on {}", ledger.on);

        let gone = warehouse.records().into_keys().nth(33).unwrap();
        delete(&client, account, &gone).await;
        mirror.read_again([account]).await.unwrap();
        work(&jobs, &client, &warehouse).await;
        assert_eq!(warehouse.records(), source(&client, account).await, "on {}", ledger.on);
        assert_eq!(warehouse.records().len(), 69, "on {}", ledger.on);
    }
}
