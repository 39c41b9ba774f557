//! How a ledger grows: rows a second over the rows of the ledger, over its accounts and over workers, and the memory of a worker. Writes
//! the pages below `truto-jobs/src/guide/growth/`, each with its curve and the numbers as a table, and prints the tables.
//!
//! ```text
//! cargo bench -p truto-jobs --bench growth                   ledgers of up to 5,000,000 rows, in about 20 minutes
//! cargo bench -p truto-jobs --bench growth -- 100000         of up to 100,000 rows, in some minutes
//! cargo bench -p truto-jobs --bench growth -- size 1000000   one of `size`, `accounts` and `workers`
//! ```
//!
//! The server is a process of its own and answers at once, and each worker is a process. PostgreSQL is measured in a cluster of its own
//! that is set up as in production, if there is `initdb`.

// A bench has the helpers of the tests, and ends by a panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    unreachable_pub,
    dead_code
)]

#[path = "support/filling.rs"]
mod filling;
#[path = "support/measuring.rs"]
mod measuring;
#[path = "support/rates.rs"]
mod rates;
#[path = "support/server.rs"]
mod server;
#[path = "../tests/jobs/support/mod.rs"]
mod support;
#[path = "../../benches/svg.rs"]
mod svg;

use std::fs;

use measuring::{Bench, Measured, Point, median};
use rates::Rate;
use svg::{Axes, Curve, number, page};

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/growth");
const CURVES: [&str; 3] = ["size", "accounts", "workers"];
const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 5_000_000];
const ACCOUNTS: [usize; 4] = [10, 100, 1000, 10_000];
const WORKERS: [usize; 4] = [1, 2, 4, 8];
/// Rows of the ledger whose accounts or workers are varied.
const FIXED: usize = 1_000_000;
/// Rows of an account in ledgers of several sizes, as long as there are not too many accounts.
const OF_ACCOUNT: usize = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [server::SERVE] => server::serve(),
        [rates::WORK, ledger, api] => rates::work(ledger, api),
        words => draw(words),
    }
}

/// Measures and draws the curves that the words name.
fn draw(words: &[&str]) {
    let (sizes, names): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(|word| word.parse::<usize>().is_ok());
    assert!(
        names.iter().all(|name| CURVES.contains(name)),
        "the curves are {CURVES:?}; a number is the largest ledger"
    );
    let largest = sizes.first().map_or(SIZES[3], |size| size.parse().unwrap()).clamp(SIZES[1], SIZES[3]);
    let is_drawn = |name| names.is_empty() || names.contains(&name);
    let bench = Bench::new();
    if is_drawn("size") {
        size(&bench, largest);
    }
    if is_drawn("accounts") {
        accounts(&bench, largest);
    }
    if is_drawn("workers") {
        workers(&bench, largest);
    }
}

fn size(bench: &Bench, largest: usize) {
    let sizes = SIZES.into_iter().filter(|rows| *rows <= largest);
    let points: Vec<_> = sizes.map(of_rows).collect();
    let measured = bench.measure(&points);
    let drawing = Drawing { name: "size", largest, measured: &measured, across: |point| point.rows, points: &points };
    let most = number((OF_ACCOUNT * ACCOUNTS[3]) as f64);
    drawing.write(
        "size",
        "With rows",
        &format!(
            "Rows that a worker sends in a second, over the rows of its ledger. Each account has {OF_ACCOUNT} rows, or more if the \
             ledger has more than {most}. A fifth of the rows is done. The others are due, so the worker goes from account to \
             account.\n\n{}",
            drawing.last_of_first("rows")
        ),
        &Axes { title: "Rows a second over rows of the ledger", across: "rows of the ledger", up: "rows a second" },
        |rate| rate.a_second,
    );
    drawing.write(
        "memory",
        "Memory",
        "The most memory that the worker's process held meanwhile, in MiB. SQLite is in that process. The goal is 64 MiB.",
        &Axes { title: "Peak memory over rows of the ledger", across: "rows of the ledger", up: "MiB of peak memory" },
        |rate| rate.memory,
    );
}

fn accounts(bench: &Bench, largest: usize) {
    let fixed = of_rows(FIXED.min(largest));
    let points = ACCOUNTS.map(|accounts| Point { accounts, ..fixed });
    let measured = bench.measure(&points);
    let across = |point: &Point| point.accounts;
    let drawing = Drawing { name: "accounts", largest, measured: &measured, across, points: &points };
    drawing.write(
        "accounts",
        "With accounts",
        &format!(
            "Rows that a worker sends in a second, over the accounts that share the {} rows of its ledger.\n\n{}",
            number(fixed.rows as f64),
            drawing.last_of_first("accounts")
        ),
        &Axes { title: "Rows a second over accounts", across: "accounts", up: "rows a second" },
        |rate| rate.a_second,
    );
}

fn workers(bench: &Bench, largest: usize) {
    let fixed = of_rows(FIXED.min(largest));
    let points = WORKERS.map(|workers| Point { workers, ..fixed });
    let measured = bench.measure(&points);
    let across = |point: &Point| point.workers;
    let drawing = Drawing { name: "workers", largest, measured: &measured, across, points: &points };
    drawing.write(
        "workers",
        "With workers",
        &format!(
            "Rows that all workers together send in a second, over their number. Each is a process. Their ledger has {} rows. The \
             database and the server share the cores with them.\n\n{}",
            number(fixed.rows as f64),
            drawing.last_of_first("workers")
        ),
        &Axes { title: "Rows a second over workers", across: "workers", up: "rows a second" },
        |rate| rate.a_second,
    );
}

/// A ledger of so many rows, with one worker.
fn of_rows(rows: usize) -> Point {
    Point { rows, accounts: (rows / OF_ACCOUNT).min(ACCOUNTS[3]), workers: 1 }
}

/// What was measured, and how it is drawn.
struct Drawing<'a> {
    /// The argument by which it is drawn again.
    name: &'static str,
    largest: usize,
    measured: &'a [Measured],
    across: fn(&Point) -> usize,
    points: &'a [Point],
}

impl Drawing<'_> {
    /// Writes a page, and prints its table.
    fn write(&self, file: &str, title: &str, what: &str, axes: &Axes<'_>, of: fn(&Rate) -> f64) {
        // There is no PostgreSQL, which was said.
        if self.measured.is_empty() {
            return;
        }
        let curves = self.measured.iter().map(|Measured { on, rounds }| {
            let across = self.points.iter().map(|point| (self.across)(point) as f64);
            Curve { name: on, points: across.zip(rounds.iter().map(|rounds| median(rounds.iter().map(of)))).collect() }
        });
        let size = if self.largest == SIZES[3] { String::new() } else { format!(" {}", self.largest) };
        let drawn = format!("cargo bench -p truto-jobs --bench growth -- {}{size}", self.name);
        let what = format!("{what}\nDrawn by `{drawn}` on {}.", machine());
        let text = page(title, &what, axes, &curves.collect::<Vec<_>>()).unwrap();
        fs::create_dir_all(PAGES).unwrap();
        fs::write(format!("{PAGES}/{file}.md"), &text).unwrap();
        let table = text.lines().filter(|line| line.starts_with('|')).collect::<Vec<_>>().join("\n");
        println!("## {title}: {}\n\n{table}\n", axes.up);
    }

    /// The rows a second of the last point, as a share of those of the first in the same round.
    fn last_of_first(&self, unit: &str) -> String {
        let share = |measured: &Measured| {
            let (first, last) = (&measured.rounds[0], &measured.rounds[measured.rounds.len() - 1]);
            let share = median(first.iter().zip(last).map(|(first, last)| last.a_second / first.a_second));
            format!("{} {share:.2}", measured.on)
        };
        let [first, last] = [0, self.points.len() - 1].map(|at| number((self.across)(&self.points[at]) as f64));
        let shares: Vec<String> = self.measured.iter().map(share).collect();
        format!("Rows a second with {last} {unit}, over those with {first}: {}.", shares.join(", "))
    }
}

/// The machine in a few words. Linux tells them.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let told = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line =
            text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':')).map(|(_, value)| value.trim());
        line.unwrap_or_default().to_owned()
    };
    let memory: f64 = told("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
    format!("{cores} cores of {} with {:.0} GiB", told("/proc/cpuinfo", "model name"), memory / 1024.0 / 1024.0)
}
