//! Kills the program at random moments while people work in the CRM, and then compares the mirror with the CRM, row by row.
//!
//! ```text
//! TRUTO_KILLS=50 cargo test -p truto-mirror-crm --test kill -- --nocapture
//! ```
//!
//! `TRUTO_KILLS` is the number of kills, and `TRUTO_KILL_SEED` repeats a run with the same moments and the same changes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends by a panic")]
#![allow(
    unreachable_pub,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "small numbers, and a program of tests"
)]

#[path = "kill/crm.rs"]
mod crm;
#[path = "kill/mirror.rs"]
mod mirror;
#[path = "kill/people.rs"]
mod people;
#[path = "kill/random.rs"]
mod random;

use std::collections::BTreeSet;
use std::env;
use std::time::{Duration, Instant};

use crate::crm::Crm;
use crate::mirror::{Mirror, RESOURCES};
use crate::people::People;
use crate::random::Random;

/// Members that name other records. The CRM clears them when the other record is removed, and does not call that a change of
/// this one. Only a walk finds it.
const REFERENCES: [&str; 3] = ["account", "contact", "remote_data"];

fn number(name: &str, default: u64) -> u64 {
    env::var(name).ok().map_or(default, |text| text.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mirror_that_is_killed_again_and_again_loses_nothing() {
    let (kills, seed) = (number("TRUTO_KILLS", 5), number("TRUTO_KILL_SEED", 7));
    let mut random = Random::new(seed);
    let started = Instant::now();
    let crm = Crm::start().await;
    let mirror = Mirror::of(&crm);
    let people = People::start(&crm, Random::new(seed + 1)).await;

    let mut in_a_list = 0;
    for _ in 0..kills {
        let mut run = mirror.start(&crm, if random.below(5) == 0 { &["--follow", "--full"] } else { &["--follow"] });
        // The moment itself is the test: in a page, in a transaction, between two resources, in a pause.
        tokio::time::sleep(Duration::from_millis(random.below(300))).await;
        run.kill();
        in_a_list += u64::from(mirror.check_places().await);
    }
    let work = people.stop().await;

    // What people changed is there, although no run after the changes read all records.
    mirror.start(&crm, &["--once"]).finish();
    let mut rows = 0;
    for resource in RESOURCES {
        let (records, mirrored) = (crm.records(resource).await, mirror.rows(resource).await);
        for (id, record) in &records {
            let row = mirrored.get(id).unwrap_or_else(|| panic!("{resource} {id} is lost (seed {seed})"));
            row.assert_equals(record, &REFERENCES, &format!("{resource} {id} (seed {seed})"));
        }
        let too_many: BTreeSet<_> = mirrored.keys().filter(|id| !records.contains_key(*id)).cloned().collect();
        assert!(too_many.is_subset(&work.deleted), "{resource}: {too_many:?} never were in the CRM (seed {seed})");
        rows += records.len();
    }
    // A walk finds what people deleted.
    mirror.start(&crm, &["--once", "--full"]).finish();
    for resource in RESOURCES {
        let (records, mut live) = (crm.records(resource).await, mirror.rows(resource).await);
        live.retain(|_, row| !row.is_deleted());
        assert!(live.keys().eq(records.keys()), "{resource}: other rows than records (seed {seed})");
        for (id, row) in live {
            row.assert_equals(&records[&id], &[], &format!("{resource} {id} after a walk (seed {seed})"));
        }
    }
    println!(
        "{kills} kills (seed {seed}), {in_a_list} of them within a list, while people made {} changes and removed {} records: \
         {rows} rows, none lost, none twice, in {:.1} s",
        work.changes,
        work.deleted.len(),
        started.elapsed().as_secs_f64()
    );
    assert!(work.changes > 0 && !work.deleted.is_empty(), "nobody worked");
    assert!(kills < 20 || in_a_list > 0, "no kill came within a list");
}

/// A walk whose next page starts after a record that is gone begins again, and its earlier rows stay.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_walk_whose_cursor_is_gone_starts_again() {
    let crm = Crm::start().await;
    let mirror = Mirror::of(&crm);
    let mut run = mirror.start(&crm, &["--once", "--page", "5"]);
    let cursor = mirror.wait_for_cursor("contacts").await;
    run.kill();
    let id = cursor.strip_prefix("after_").expect("a cursor of the sandbox");
    crm.delete("contacts", id).await;

    let said = mirror.start(&crm, &["--once"]).finish();
    assert!(said.contains("contacts: the list starts again"), "{said}");
    let rows = mirror.rows("contacts").await;
    assert!(!rows[id].is_deleted(), "this walk saw the record before it was removed");
    assert_eq!(rows.len(), crm.records("contacts").await.len() + 1);
    mirror.start(&crm, &["--once", "--full"]).finish();
    assert!(mirror.rows("contacts").await[id].is_deleted(), "the next walk finds that it is gone");
}
