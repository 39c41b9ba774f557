//! The soak test: 1,000 accounts write and list for a long time, and each kind of fault hits one request in a hundred. No
//! write may be lost or duplicated, and memory, sockets and tasks must not grow.
//!
//! ```sh
//! cargo test -p truto-faults --test soak                                        # ten seconds, as in CI
//! TRUTO_SOAK_SECONDS=1800 cargo test --release -p truto-faults --test soak      # half an hour
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "clippy recognises tests by an attribute, which these tests do not have"
)]

mod wiring;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use serde::Deserialize;
use serde_json::json;
use truto_core::error::Outcome;
use truto_core::settings::Backoff;
use truto_core::{Account, Client, unified_endpoint};
use truto_sandbox::testkit::{FaultServer, Received, Reply};

use crate::wiring::Wiring;

const ACCOUNTS: usize = 1000;
const WORKERS: usize = 64;
const CONTACTS: usize = 40;
const PAGE: usize = 10;
const MILLISECOND: Duration = Duration::from_millis(1);

#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts", response = Contact)]
struct CreateContact {
    name: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {}

/// Random numbers from a seed.
#[derive(Clone, Copy)]
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

/// State of the server: how often each name was written, and the response for each key. The caller removes a name when it
/// is finished, so that the state does not grow.
#[derive(Default)]
struct Held {
    writes: HashMap<String, u32>,
    answers: HashMap<String, Bytes>,
}

/// A server that handles requests. Each kind of fault hits one request in a hundred.
struct Server {
    held: Mutex<Held>,
    dice: Mutex<Dice>,
    spoilt: AtomicU64,
    /// Number of requests for each fault.
    faults: Mutex<HashMap<&'static str, u64>>,
}

type Spoil = fn(Reply, u64) -> Reply;

const FAULTS: &[(&str, Spoil)] = &[
    ("close", |_, _| Reply::close()),
    ("reset", |_, _| Reply::reset()),
    ("reset after the head", |_, _| Reply::reset_after_head()),
    ("reset in the body", |_, at| Reply::reset_in_body(at % 20)),
    ("close after the request", |_, _| Reply::close_after_request()),
    ("reset after the request", |_, _| Reply::reset_after_request()),
    ("silence", |_, _| Reply::silence()),
    ("cut in the head", |real, _| real.cut_in_head()),
    ("stall in the head", |real, _| real.stall_in_head()),
    ("cut in the body", |real, at| real.cut_at(at % 40)),
    ("reset in the answer", |real, at| real.reset_at(at % 40)),
    ("stall in the body", |real, at| real.stall_at(at % 40)),
    ("chunks cut off", |real, at| real.chunked().cut_at(at % 40)),
    ("a slow body", |real, _| real.drip(20, MILLISECOND)),
    ("stale connection", |real, _| real.close_when_idle(Duration::ZERO)),
    ("no HTTP", |_, _| Reply::garbage("\u{0}\u{1}garbage\r\n\r\n")),
    ("html", |_, _| Reply::status(200).header("content-type", "text/html").body("<h1>Sign in</h1>")),
    ("cut JSON", |_, _| Reply::status(200).header("content-type", "application/json").body("{\"id\": ")),
    ("429", |_, _| Reply::json(429, &json!({ "statusCode": 429 })).header("retry-after", "0")),
    ("429 for a second", |_, _| Reply::json(429, &json!({ "statusCode": 429 })).header("retry-after", "1")),
    ("500", |_, _| Reply::json(500, &json!({ "statusCode": 500 }))),
    ("502", |_, _| Reply::status(502).header("content-type", "text/html").body("<h1>Bad gateway</h1>")),
    ("503", |_, _| Reply::json(503, &json!({ "statusCode": 503 })).header("retry-after", "0")),
    ("504", |_, _| Reply::json(504, &json!({ "statusCode": 504 }))),
];

impl Server {
    fn new(seed: u64) -> Arc<Self> {
        let (held, faults) = (Mutex::default(), Mutex::default());
        Arc::new(Self { held, dice: Mutex::new(Dice(seed)), spoilt: AtomicU64::new(0), faults })
    }

    fn answer(&self, request: &Received) -> Reply {
        let (kind, happens, at) = {
            let mut dice = self.dice.lock().unwrap();
            (dice.roll() % 100, dice.roll().is_multiple_of(2), dice.roll())
        };
        let Some((name, spoil)) = FAULTS.get(usize::try_from(kind).unwrap()) else { return self.carry_out(request) };
        self.spoilt.fetch_add(1, Ordering::Relaxed);
        *self.faults.lock().unwrap().entry(name).or_default() += 1;
        // The write may or may not happen before the fault. Only 429 says that it did not.
        let real = if happens && !name.starts_with("429") {
            self.carry_out(request)
        } else {
            Reply::json(500, &json!({ "statusCode": 500 }))
        };
        spoil(real, at)
    }

    fn carry_out(&self, request: &Received) -> Reply {
        if request.method == http::Method::GET {
            return list(&request.target);
        }
        let key = request.header("idempotency-key").expect("every write has a key").to_owned();
        let name = request.json().unwrap()["name"].as_str().unwrap().to_owned();
        let mut held = self.held.lock().unwrap();
        if let Some(answer) = held.answers.get(&key) {
            return Reply::status(201).header("content-type", "application/json").body(answer.clone());
        }
        *held.writes.entry(name.clone()).or_default() += 1;
        let answer = Bytes::from(json!({ "id": name }).to_string());
        held.answers.insert(key, answer.clone());
        Reply::status(201).header("content-type", "application/json").body(answer)
    }

    /// Returns how often a name was written, and removes the name.
    fn done_with(&self, name: &str, key: &str) -> u32 {
        let mut held = self.held.lock().unwrap();
        held.answers.remove(key);
        held.writes.remove(name).unwrap_or_default()
    }
}

/// Returns the page for a request target.
fn list(target: &str) -> Reply {
    let from =
        target.split("next_cursor=").nth(1).and_then(|cursor| cursor.split('&').next()?.parse().ok()).unwrap_or(0);
    let to = (from + PAGE).min(CONTACTS);
    let result: Vec<_> = (from..to).map(|number| json!({ "id": number.to_string() })).collect();
    let next = (to < CONTACTS).then(|| to.to_string());
    Reply::json(200, &json!({ "result": result, "next_cursor": next }))
}

/// Counters of the callers.
#[derive(Default)]
struct Counts {
    written: AtomicU64,
    repeated: AtomicU64,
    listed: AtomicU64,
    resumed: AtomicU64,
    lost: AtomicU64,
    doubled: AtomicU64,
}

/// Writes under one key until the write is known to have happened.
async fn write(server: &Server, counts: &Counts, account: &Account, name: &str) {
    let mut unknown = false;
    loop {
        match CreateContact::builder().name(name).send(account).idempotency_key(name).await {
            Ok(contact) => {
                let times = server.done_with(name, name);
                counts.lost.fetch_add(u64::from(times == 0 || contact.id != name), Ordering::Relaxed);
                counts.doubled.fetch_add(u64::from(times > 1), Ordering::Relaxed);
                counts.written.fetch_add(1, Ordering::Relaxed);
                return;
            }
            Err(error) => {
                let times = server.held.lock().unwrap().writes.get(name).copied().unwrap_or_default();
                counts.doubled.fetch_add(u64::from(times > 1), Ordering::Relaxed);
                // An outcome other than unknown concerns this call only; an earlier call may have written the name.
                unknown |= error.outcome() == Outcome::Unknown;
                assert!(unknown || times == 0, "the write happened, but the error says that it did not: {error:?}");
                counts.repeated.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(5 * MILLISECOND).await;
            }
        }
    }
}

/// Lists all items, and resumes after each error.
async fn list_all(counts: &Counts, account: &Account) {
    let mut items = ListContacts::builder().items(account);
    let mut expected = 0;
    loop {
        match items.try_next().await {
            Ok(Some(contact)) => {
                let id: usize = contact.id.parse().unwrap();
                counts.doubled.fetch_add(u64::from(id < expected), Ordering::Relaxed);
                counts.lost.fetch_add(u64::from(id > expected), Ordering::Relaxed);
                expected = id + 1;
            }
            Ok(None) => break,
            Err(_) => {
                counts.resumed.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(5 * MILLISECOND).await;
                items = ListContacts::builder().items(account).resume(&items.checkpoint()).unwrap();
            }
        }
    }
    counts.lost.fetch_add((CONTACTS - expected) as u64, Ordering::Relaxed);
    counts.listed.fetch_add(1, Ordering::Relaxed);
}

/// Resources of the process.
#[derive(Clone, Copy, Debug, Default)]
struct Sample {
    resident: usize,
    files: usize,
    tasks: usize,
}

impl Sample {
    fn take() -> Self {
        let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
        let pages: usize = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
        let files = std::fs::read_dir("/proc/self/fd").map(Iterator::count).unwrap_or_default();
        Self { resident: pages * 4096, files, tasks: tokio::runtime::Handle::current().metrics().num_alive_tasks() }
    }

    /// Returns what was used all the time: the most memory, but the fewest files and tasks. A burst of new connections raises
    /// their highest count for a moment, and a leak raises the lowest.
    fn kept(samples: &[Self]) -> Self {
        let of = |of: fn(&Self) -> usize| samples.iter().map(of);
        Self {
            resident: of(|sample| sample.resident).max().unwrap_or_default(),
            files: of(|sample| sample.files).min().unwrap_or_default(),
            tasks: of(|sample| sample.tasks).min().unwrap_or_default(),
        }
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let seconds = std::env::var("TRUTO_SOAK_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(10);
    let seed =
        std::env::var("TRUTO_SOAK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(88_172_645_463_325_252);
    let server = Server::new(seed);
    let sockets = FaultServer::start().await.unwrap();
    let state = Arc::clone(&server);
    sockets.handle(move |request| state.answer(request));
    let wiring = Wiring { pool_max_idle_per_host: Some(64), ..Wiring::default() };
    let client = wiring
        .apply_to(Client::builder().token("t0p-s3cret-token").base_url(sockets.url()))
        .backoff(Backoff::new(5 * MILLISECOND, 50 * MILLISECOND))
        .first_byte_timeout(200 * MILLISECOND)
        .stall_timeout(200 * MILLISECOND)
        .deadline(Duration::from_secs(10))
        .build()
        .unwrap();
    let (counts, stop) = (Arc::new(Counts::default()), Arc::new(AtomicBool::new(false)));
    let start = Instant::now();
    let workers: Vec<_> = (0..WORKERS)
        .map(|worker| {
            let (server, counts, stop, client) =
                (Arc::clone(&server), Arc::clone(&counts), Arc::clone(&stop), client.clone());
            tokio::spawn(async move {
                for round in 0.. {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let number = (worker + round * WORKERS) % ACCOUNTS;
                    let account = client.account(format!("62f44730-dd91-461e-bd6a-{number:012}")).unwrap();
                    write(&server, &counts, &account, &format!("{worker}-{round}")).await;
                    if round % 10 == 0 {
                        list_all(&counts, &account).await;
                    }
                }
            })
        })
        .collect();

    let mut samples = Vec::new();
    let every = Duration::from_secs(seconds).div_f64(20.0).max(Duration::from_millis(100));
    while start.elapsed() < Duration::from_secs(seconds) {
        tokio::time::sleep(every).await;
        let sample = Sample::take();
        samples.push(sample);
        println!(
            "{:>5} s: {} writes, {} listings, {} faults; {} MiB, {} files, {} tasks",
            start.elapsed().as_secs(),
            counts.written.load(Ordering::Relaxed),
            counts.listed.load(Ordering::Relaxed),
            server.spoilt.load(Ordering::Relaxed),
            sample.resident >> 20,
            sample.files,
            sample.tasks,
        );
    }
    stop.store(true, Ordering::Relaxed);
    for worker in workers {
        worker.await.unwrap();
    }
    let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
    let mut faults: Vec<_> = server.faults.lock().unwrap().clone().into_iter().collect();
    faults.sort_unstable();
    println!(
        "in {seconds} s: {} writes, of which {} had to be repeated by the caller; {} listings of {CONTACTS}, resumed {} times; \
         {} requests met a fault",
        read(&counts.written),
        read(&counts.repeated),
        read(&counts.listed),
        read(&counts.resumed),
        read(&server.spoilt),
    );
    println!("{}", faults.iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(", "));
    println!("lost {}, doubled {}", read(&counts.lost), read(&counts.doubled));
    assert_eq!((read(&counts.lost), read(&counts.doubled)), (0, 0));
    assert!(read(&counts.written) > 0 && read(&counts.listed) > 0 && read(&server.spoilt) > 0);

    // The second half must not use more than the first half.
    let (first, second) = samples.split_at(samples.len() / 2);
    let (first, second) = (Sample::kept(first), Sample::kept(second));
    println!("kept in the first half: {first:?}, in the second: {second:?}");
    assert!(second.resident <= first.resident + first.resident / 10 + (16 << 20), "memory grows");
    assert!(second.files <= first.files + first.files / 5 + 32, "sockets are left open");
    assert!(second.tasks <= first.tasks + first.tasks / 5 + 32, "tasks are left running");
    drop(client);
    tokio::time::timeout(Duration::from_secs(10), sockets.wait_until_closed())
        .await
        .expect("all connections are closed");
}
