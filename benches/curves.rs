//! Draws how the cost grows: with calls at once, accounts, records of an answer, and declarations of a crate. Writes the pages below
//! `truto-core/src/guide/cost/`, each with its curve as SVG and the numbers as a table.
//!
//! `cargo run --release -p truto-benches --bin curves`, with `-- concurrency`, `-- accounts`, `-- records` or `-- declarations` for
//! one of them.

mod answers;
mod callgrind;
mod counted;
mod crates;
mod peers;
mod programs;
mod server;
mod svg;

use std::error::Error;
use std::future::ready;
use std::process::Command;
use std::{env, fs};

use truto_core::Client;
use truto_core::crm::{Contact, CreateAssociation, crm_entity};
use truto_core::transport::Body;
use uuid::Uuid;

use crate::counted::{COUNTED, Counted};
use crate::peers::PEERS;
use crate::svg::{Axes, Curve};

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../truto-core/src/guide/cost");
const AT_ONCE: [u32; 7] = [1, 3, 10, 32, 100, 320, 1000];
const ACCOUNTS: [u32; 6] = [1, 10, 100, 1000, 10_000, 100_000];
const RECORDS: [u32; 7] = [10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
const DECLARATIONS: [u32; 5] = [50, 100, 200, 400, 800];
/// Calls of a counted run. It is not less than the calls at once, so that the run is in its steady state.
const CALLS: u32 = 2000;
/// An answer is read again until this many records have come.
const LEAST_RECORDS: u32 = 200_000;
/// Rounds of a curve that is measured by time: the fastest counts.
const ROUNDS: usize = 3;
/// An answer of this many records takes so long that a round tells as much as three.
const MANY_RECORDS: u32 = 1_000_000;

/// Measures a curve and returns its page.
type Measure = fn() -> Result<String, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(Counted { way, operations, argument }) = Counted::from_args() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        return match &*way {
            "accounts" => runtime.block_on(call_accounts(operations, argument.parse()?)),
            _ => runtime.block_on(read_records(operations, argument.parse()?)),
        };
    }
    let only = env::args().nth(1);
    let curves: [(&str, Measure); 4] =
        [("concurrency", concurrency), ("accounts", accounts), ("records", records), ("declarations", declarations)];
    for (name, measure) in curves {
        if only.as_deref().is_none_or(|only| only == name) {
            fs::create_dir_all(PAGES)?;
            fs::write(format!("{PAGES}/{name}.md"), measure()?)?;
        }
    }
    Ok(())
}

fn concurrency() -> Result<String, Box<dyn Error>> {
    let program = programs::build(&["create_call"])?.join("create_call");
    let url = server::start(server::LINK, "")?;
    let mut curves =
        [("truto-core", "bulk-ours"), ("reqwest and serde", "bulk-by-hand")].map(|(name, way)| (curve(name), way));
    for at_once in AT_ONCE {
        for (curve, way) in &mut curves {
            let cost = callgrind::cost_in(&program, way, CALLS, &format!("{url} {at_once}"))?;
            curve.points.push((f64::from(at_once), cost.instructions));
        }
    }
    page(
        "With calls at once",
        "Instructions of one create call in a bulk, over the number of calls at once.",
        "concurrency",
        &Axes {
            title: "Instructions of a call over calls at once",
            across: "calls at once",
            up: "instructions of a call",
        },
        &curves.map(|(curve, _)| curve),
    )
}

fn accounts() -> Result<String, Box<dyn Error>> {
    let mut curve = curve("truto-core");
    for accounts in ACCOUNTS {
        // Both counted runs call each account, so that what the first call of an account costs is not in their difference.
        let cost = callgrind::cost("accounts", CALLS.max(accounts), &accounts.to_string())?;
        curve.points.push((f64::from(accounts), cost.instructions));
    }
    page(
        "With accounts",
        "Instructions of one create call on an account of its own each time, from `client.account(…)` to the answer, over the number \
         of accounts that the client knows. The transport is in the process.",
        "accounts",
        &Axes { title: "Instructions of a call over accounts", across: "accounts", up: "instructions of a call" },
        &[curve],
    )
}

fn records() -> Result<String, Box<dyn Error>> {
    let (mut times, mut peaks) = (curve("µs a record"), curve("MiB of peak memory"));
    for records in RECORDS {
        let mut least = f64::INFINITY;
        let mut peak = 0.0_f64;
        for _ in 0..if records < MANY_RECORDS { ROUNDS } else { 1 } {
            let times = LEAST_RECORDS.div_ceil(records).to_string();
            let arguments = [COUNTED, "records", &records.to_string(), &times];
            let output = Command::new(env::current_exe()?).args(arguments).output()?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into());
            }
            let text = String::from_utf8(output.stdout)?;
            let (time, memory) = text.trim().split_once(' ').ok_or("a run that tells two numbers")?;
            least = least.min(time.parse()?);
            peak = peak.max(memory.parse()?);
        }
        eprintln!("{records} records: {least:.2} µs each, {peak:.2} MiB");
        times.points.push((f64::from(records), least));
        peaks.points.push((f64::from(records), peak));
    }
    page(
        "With records",
        "CPU time of one contact of about 1 KB in a stream of them, and the peak memory of the whole program, over the number of records \
         in one answer.",
        "records",
        &Axes {
            title: "Time of a record and peak memory over records", across: "records of an answer", up: "µs, MiB"
        },
        &[times, peaks],
    )
}

fn declarations() -> Result<String, Box<dyn Error>> {
    let points = crates::checks(&PEERS[..2], &DECLARATIONS, ROUNDS)?;
    let curves = PEERS.iter().zip(points).map(|(peer, points)| Curve {
        name: peer.name,
        points: points.into_iter().map(|(declarations, seconds)| (declarations, seconds * 1000.0)).collect(),
    });
    page(
        "With declarations",
        "Milliseconds of `cargo check` of a crate, not of its dependencies, over the number of its declarations.",
        "declarations",
        &Axes { title: "Time of a check over declarations", across: "declarations", up: "ms of `cargo check`" },
        &curves.collect::<Vec<_>>(),
    )
}

fn curve(name: &str) -> Curve<'_> {
    Curve { name, points: Vec::new() }
}

/// Returns the text of a page, which says how to draw it.
fn page(title: &str, what: &str, name: &str, axes: &Axes<'_>, curves: &[Curve<'_>]) -> Result<String, Box<dyn Error>> {
    let what = format!("{what}\nDrawn by `cargo run --release -p truto-benches --bin curves -- {name}`.");
    Ok(svg::page(title, &what, axes, curves)?)
}

/// Makes this many calls on as many accounts, in turn.
async fn call_accounts(calls: u32, accounts: u32) -> Result<(), Box<dyn Error>> {
    let transport = tower::service_fn(|_: http::Request<Body>| {
        let answer = http::Response::builder().header("content-type", "application/json");
        ready(answer.body(Body::from(server::LINK.to_owned())))
    });
    let client = Client::builder().token("token").base_url("https://api.example").transport(transport).build()?;
    for call in 0..calls {
        let id = Uuid::from_u128(u128::from(call % accounts) << 64 | 0x4000_8000_0000_0000_0000);
        let account = client.account(id.to_string())?;
        let link = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
        let link = link.accounts(["001Ux000003GhNt"]).send(&account).await?;
        assert_eq!(link.associations.accounts[0].id, "001Ux000003GhNt");
    }
    Ok(())
}

/// Reads an answer of this many records as often as told; prints the microseconds of CPU time of a record, and the peak memory.
async fn read_records(records: u32, times: u32) -> Result<(), Box<dyn Error>> {
    let before = on_cpu()?;
    for _ in 0..times {
        assert_eq!(answers::read::<Contact>(records.into()).await?, u64::from(records));
    }
    let microseconds = (on_cpu()? - before) / 1000.0 / f64::from(records) / f64::from(times);
    println!("{microseconds} {}", answers::peak_memory()? / 1024.0);
    Ok(())
}

/// The time for which this thread was on a CPU, in nanoseconds. Linux tells it.
fn on_cpu() -> Result<f64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}
