//! All that programs and workers do with mirrors, for their plans.

use std::collections::{BTreeMap, HashSet};

use crate::db::Database;
use crate::ledger::adding;
use crate::ledger::exchange::{Asked, Terms, exchange};
use crate::ledger::mirroring::{self, Committed, Reader};
use crate::ledger::tests::new_run;
use crate::mirror::columns::{Column, Kind};
use crate::mirror::place::Came;
use crate::mirror::progress;
use crate::mirror::record::split;
use crate::mirror::spec::Spec;
use crate::point::Probe;

fn spec() -> Spec {
    let text = r#"{"version": 1, "list": "{}", "identity": "x", "table": "people", "key": "id", "overlap": 0, "full_every": 0,
        "columns": [], "every": 1}"#;
    let column = |name: &str, kind| Column { name: name.to_owned(), kind };
    Spec { columns: vec![column("id", Kind::Text), column("size", Kind::Integer)], ..Spec::read(text).unwrap() }
}

/// Makes the table and its run.
pub(super) async fn open(database: &Database) {
    mirroring::open(database, &new_run("people", "mirror"), &spec()).await.unwrap();
}

/// Reads two pages of two accounts, and the second ends the walk.
pub(super) async fn everything(database: &Database, terms: &Terms) {
    let run = run_id(database).await;
    let accounts = ["account 47".to_owned(), "account 48".to_owned()];
    let parts = adding::parts(database, run, &accounts).await.unwrap();
    let parts: Vec<i64> = parts.into_values().collect();
    mirroring::wake(database, &parts, true).await.unwrap();
    mirroring::wake(database, &parts, false).await.unwrap();
    let claimed = exchange(database, terms, &Asked { claims: 100_000, ..Asked::default() }).await.unwrap().claimed;
    let held: Vec<(i64, i64)> = claimed.iter().map(|claimed| (claimed.id, claimed.epoch)).collect();
    let wants = held.iter().map(|(id, _)| *id).collect();
    let reading = HashSet::new();
    let asked = Asked { held: held.clone(), wants, rows: 1, reading, ..Asked::default() };
    let due = exchange(database, terms, &asked).await.unwrap().due;
    assert_eq!(due.len(), 2);
    let spec = spec();
    for due in due {
        let epoch = held.iter().find(|(id, _)| *id == due.account).unwrap().1;
        let name = claimed.iter().find(|claimed| claimed.id == due.account).unwrap();
        let reader = Reader {
            terms: *terms,
            account: due.account,
            name: &name.account,
            epoch,
            part: due.part,
            probe: Probe::default(),
        };
        let mut place = due.place;
        for cursor in [Some("a".to_owned()), None] {
            let record = |number: usize| format!(r#"{{"id": "record {number}", "size": {number}}}"#);
            let records = (0..50).map(|number| {
                let raw = record(number);
                let split = split(&raw, "id", &spec.columns, None).unwrap();
                (split.key.clone(), (split, raw))
            });
            let records: BTreeMap<_, _> = records.collect();
            let came = Came { records: 50, is_partial: false, newest: None, checkpoint: "{}".to_owned(), cursor };
            let done = mirroring::commit(database, &reader, &spec, &place, &came, &records, false).await.unwrap();
            let Committed::Done(after) = done else { panic!("{done:?}") };
            place = after.place;
        }
        assert!(mirroring::write(database, &reader, &place, core::time::Duration::ZERO).await.unwrap());
    }
    assert_eq!(progress::of_accounts(database, run).await.unwrap().len(), 2);
}

async fn run_id(database: &Database) -> i64 {
    let mut tx = database.read().await.unwrap();
    tx.row("SELECT id FROM truto_runs WHERE name = 'people'", [], None).await.unwrap().int(0).unwrap()
}

/// A table with the records of many accounts.
pub(super) const FILL: &str = "INSERT INTO people (account, \"key\", id, size, rest, raw, form, seen_in, mirrored_at) \
     {some} SELECT 'account ' || (n % 100 + 1), 'key ' || n, 'key ' || n, n, '{}', '{}', 0, 0, 0 FROM n";
