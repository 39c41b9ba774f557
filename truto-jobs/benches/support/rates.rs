//! How fast worker processes are: each tells on its output how many answers it has, and whoever started them keeps the time.

use std::io::{BufRead as _, BufReader};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use truto_core::Client;
use truto_jobs::{Jobs, Point, Settings};

use super::support::{Process, told_to_end};

/// The argument by which a bench starts itself as a worker.
pub const WORK: &str = "work";
/// Answers for which a worker writes a line.
const STEP: usize = 50;
/// Workers that tell nothing for so long have failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// What was measured of workers.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// Rows that all of them sent in a second.
    pub a_second: f64,
    /// The most memory of one of them, in MiB.
    pub memory: f64,
}

/// Starts this many workers, and takes the time in which they send so many rows. They send a quarter of that before, because connections
/// are opened and accounts are claimed meanwhile.
pub fn rate(ledger: &str, api: &str, processes: usize, rows: usize) -> Rate {
    let (tell, told) = mpsc::channel();
    let (mut workers, mut readers) = (Vec::new(), Vec::new());
    for number in 0..processes {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([WORK, ledger, api]);
        let (worker, output) = Process::start_to_tell(command);
        let tell = tell.clone();
        workers.push(worker);
        // It reads on after the measurement, so that no worker waits for a reader.
        readers.push(thread::spawn(move || {
            for _ in BufReader::new(output).lines() {
                let _ = tell.send((number, Instant::now()));
            }
        }));
    }
    let next = || told.recv_timeout(PATIENCE).expect("workers send rows");
    let (mut before, mut has_begun) = (0, vec![false; processes]);
    let started = loop {
        let (number, at) = next();
        before += STEP;
        has_begun[number] = true;
        if before >= rows / 4 && has_begun.iter().all(|begun| *begun) {
            break at;
        }
    };
    let steps = rows.div_ceil(STEP);
    let mut ended = started;
    for _ in 0..steps {
        ended = next().1;
    }
    let memory = workers.iter().map(Process::peak_memory).fold(0.0, f64::max);
    workers.iter_mut().for_each(Process::tell_to_end);
    assert!(workers.into_iter().all(Process::finish), "a worker failed");
    for reader in readers {
        reader.join().expect("a reader ends");
    }
    Rate { a_second: (steps * STEP) as f64 / ended.duration_since(started).as_secs_f64(), memory }
}

/// What the process does: it works until its input ends.
pub fn work(ledger: &str, api: &str) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let client = Client::builder().token("t").base_url(api).max_concurrency_per_account(u32::MAX).build().unwrap();
        let jobs = Jobs::open(ledger).await.unwrap();
        jobs.worker(client).settings(Settings::new().probe(count)).shutdown(told_to_end()).await.unwrap();
    });
}

/// Tells of each step of answers.
fn count(point: Point) {
    static ANSWERS: AtomicUsize = AtomicUsize::new(0);

    if point == Point::AfterAnswer && (ANSWERS.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(STEP) {
        println!("{STEP}");
    }
}
