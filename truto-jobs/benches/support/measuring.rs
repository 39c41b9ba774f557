//! Measures the points of a curve. They take turns, so that a busy machine slows down all of them.

use std::collections::BTreeMap;

use tokio::runtime::Runtime;

use super::filling::{FINISHED, filled};
use super::rates::{Rate, rate};
use super::server::Server;
use super::support::{Cluster, Ledger, durable_cluster};

/// Rows that are sent to measure a point once, if the ledger has so many.
const SENT: usize = 20_000;
const ROUNDS: usize = 3;

/// A point of a curve: the rows and accounts of a ledger, and how many workers it has.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    pub rows: usize,
    pub accounts: usize,
    pub workers: usize,
}

/// What was measured of a database: the rounds of each point.
#[derive(Debug)]
pub struct Measured {
    pub on: &'static str,
    pub rounds: Vec<Vec<Rate>>,
}

/// What measures.
#[derive(Debug)]
pub struct Bench {
    runtime: Runtime,
    server: Server,
}

impl Bench {
    pub fn new() -> Self {
        Self { runtime: Runtime::new().unwrap(), server: Server::start() }
    }

    /// Measures the points on each database that can be had. SQLite has one worker.
    pub fn measure(&self, points: &[Point]) -> Vec<Measured> {
        let mut measured = Vec::new();
        if points.iter().all(|point| point.workers == 1) {
            measured.push(self.rounds(None, points));
        }
        if let Some(cluster) = durable_cluster() {
            measured.push(self.rounds(Some(&cluster), points));
        }
        measured
    }

    fn rounds(&self, cluster: Option<&Cluster>, points: &[Point]) -> Measured {
        let mut ledgers: BTreeMap<_, Ledger> = BTreeMap::new();
        for &Point { rows, accounts, .. } in points {
            let fill = || self.runtime.block_on(filled(cluster, rows, accounts));
            ledgers.entry((rows, accounts)).or_insert_with(fill);
        }
        let on = if cluster.is_some() { "PostgreSQL" } else { "SQLite" };
        let mut rounds = vec![Vec::new(); points.len()];
        for _ in 0..ROUNDS {
            for (point, rounds) in points.iter().zip(&mut rounds) {
                let ledger = &ledgers[&(point.rows, point.accounts)];
                let rate = rate(ledger.url(), self.server.url(), point.workers, sent(*point, points));
                eprintln!("{on}: {point:?}: {:.0} rows a second, {:.1} MiB", rate.a_second, rate.memory);
                rounds.push(rate);
            }
        }
        Measured { on, rounds }
    }
}

/// How many rows are sent to measure the point once. Its ledger has open rows until the end: as many again are sent before the
/// measurement begins, and after it by workers that end.
fn sent(point: Point, points: &[Point]) -> usize {
    let open = point.rows - point.rows.div_ceil(FINISHED);
    let same = points.iter().filter(|other| (other.rows, other.accounts) == (point.rows, point.accounts)).count();
    SENT.min(open / (ROUNDS * same + 1) / 2)
}

/// The median of the rounds.
pub fn median(rounds: impl Iterator<Item = f64>) -> f64 {
    let mut rounds: Vec<f64> = rounds.collect();
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}
