//! Compares what can be counted exactly with the baselines in `benches/baselines.json`: instructions, allocations, tokens of
//! expansions, sizes. A figure that grew or fell by more than 3 % is an error, so that each change of the cost is in a commit.
//!
//! `cargo run --release -p truto-benches --bin guard`, and with `TRUTO_BASELINE=overwrite` to accept the figures. Instructions are
//! kept as the ratio to the call by hand, measured in the same run: another compiler or C library changes both.

mod callgrind;
// Only a part is used.
#[allow(dead_code)]
mod counted;
mod programs;
mod server;

use std::collections::BTreeMap;
use std::error::Error;
use std::future::pending;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use futures_util::FutureExt;
use peak_alloc::PeakAlloc;
use proc_macro2::{TokenStream, TokenTree};
use truto_core::builder::Given;
use truto_core::contract::{Contract, Field};
use truto_core::crm::{Association, CreateAssociation, CreateAssociationBuilder, ListContacts, crm_entity};
use truto_core::transport::Body;
use truto_core::{Account, Call, Client, Endpoint, Sending};

/// Counts the bytes of calls that wait for their answers.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// By how much a figure may differ from its baseline.
const TOLERANCE: f64 = 0.03;
/// Calls of a counted run.
const CALLS: u32 = 1000;
/// Calls that wait for their answers at once.
const WAITING: u32 = 1000;
const BASELINES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/baselines.json");
const EXPANSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../truto-macros/tests/expand");

/// The figures by name.
type Figures = BTreeMap<String, f64>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut figures = Figures::new();
    calls(&mut figures)?;
    tokens(&mut figures)?;
    sizes(&mut figures)?;
    if env::var_os("TRUTO_BASELINE").is_some_and(|order| order == "overwrite") {
        fs::write(BASELINES, serde_json::to_string_pretty(&figures)? + "\n")?;
    }
    let baselines = serde_json::from_str(&fs::read_to_string(BASELINES)?)?;
    let mut faults = compare(&figures, &baselines);
    if !faults.is_empty() {
        faults.push(
            "to accept the figures: TRUTO_BASELINE=overwrite cargo run --release -p truto-benches --bin guard".into(),
        );
    }
    faults.extend(stale(&figures)?);
    for fault in &faults {
        eprintln!("{fault}");
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Counts create calls of the bench `create_call`.
fn calls(figures: &mut Figures) -> io::Result<()> {
    let program = programs::build(&["create_call"])?.join("create_call");
    for (name, lines) in [(CREATE, ""), (LIMITED, server::RATE_LIMIT)] {
        let url = server::start(server::LINK, lines)?;
        let by_hand = callgrind::cost_in(&program, "create-by-hand", CALLS, &url)?;
        let ours = callgrind::cost_in(&program, "create-ours", CALLS, &url)?;
        figures.insert(format!("{name}, {INSTRUCTIONS}"), ours.instructions / by_hand.instructions);
        figures.insert(format!("{name}, {ALLOCATIONS}"), ours.allocations);
    }
    Ok(())
}

const CREATE: &str = "a create call";
const LIMITED: &str = "a create call with `ratelimit-*` headers";
const INSTRUCTIONS: &str = "instructions against reqwest and serde";
const ALLOCATIONS: &str = "allocations";

/// Counts the tokens of the golden expansions of `truto-macros`.
fn tokens(figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    for file in fs::read_dir(EXPANSIONS)? {
        let file = file?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if let Some(concept) = name.strip_suffix(".expanded.rs") {
            let expansion: TokenStream = fs::read_to_string(&file)?.parse()?;
            figures.insert(format!("tokens of `{concept}`"), count(expansion));
        }
    }
    Ok(())
}

/// The number of tokens as the compiler counts them: a group is its two delimiters and its content.
fn count(tokens: TokenStream) -> f64 {
    let of = |token| match token {
        TokenTree::Group(group) => 2.0 + count(group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1.0,
    };
    tokens.into_iter().map(of).sum()
}

/// Measures the values that a program moves and keeps.
fn sizes(figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let mut insert = |name: &str, bytes: usize| -> Result<(), Box<dyn Error>> {
        figures.insert(format!("bytes of {name}"), f64::from(u32::try_from(bytes)?));
        Ok(())
    };
    insert("`Sending<Association>`", size_of::<Sending<Association>>())?;
    insert("the builder of `CreateAssociation`", size_of::<Builder>())?;
    insert("the builder of `ListContacts`", size_of_val(&ListContacts::builder()))?;
    insert("`Call<CreateAssociation>`", size_of::<Call<CreateAssociation>>())?;
    insert("`Account`", size_of::<Account>())?;
    insert("`Error`", size_of::<truto_core::Error>())?;
    insert("a `Contract`", size_of::<Contract>())?;
    insert("a `Field` of a contract", size_of::<Field>())?;
    let contract = CreateAssociation::CONTRACT;
    insert(
        "the contract of `CreateAssociation` and its fields",
        size_of_val(contract) + size_of_val(contract.fields()),
    )?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    insert("a create call that waits for its answer, on the heap", runtime.block_on(waiting())?)
}

type Builder = CreateAssociationBuilder<Given, Given<crm_entity::Contacts>>;

/// Returns the bytes on the heap of one call whose answer does not come.
async fn waiting() -> Result<usize, truto_core::Error> {
    let silent = tower::service_fn(|_: http::Request<Body>| pending::<io::Result<http::Response<Body>>>());
    let client = Client::builder().token("token").base_url("https://api.example").transport(silent);
    let account =
        client.max_concurrency_per_account(WAITING * 2).build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    let mut calls = Vec::with_capacity(WAITING as usize * 2);
    let mut begin = async || {
        for _ in 0..WAITING {
            let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Contacts).accounts(["2"]);
            let mut call = link.send(&account);
            assert!((&mut call).now_or_never().is_none(), "a call ends without an answer");
            calls.push(call);
        }
    };
    // What the first calls allocate for all calls is not counted.
    begin().await;
    let before = MEMORY.current_usage();
    begin().await;
    Ok((MEMORY.current_usage() - before) / WAITING as usize)
}

/// Prints the figures and returns the differences from their baselines.
fn compare(figures: &Figures, baselines: &Figures) -> Vec<String> {
    let mut faults = Vec::new();
    println!("{:<75}{:>12}{:>12}", "", "baseline", "now");
    for (name, figure) in figures {
        let Some(baseline) = baselines.get(name) else {
            faults.push(format!("{name}: {figure:.3}, without a baseline"));
            continue;
        };
        println!("{name:<75}{baseline:>12.3}{figure:>12.3}");
        let change = figure / baseline - 1.0;
        if change.abs() > TOLERANCE {
            let verb = if change > 0.0 { "grew" } else { "fell" };
            faults.push(format!("{name} {verb} by {:.1} %: from {baseline:.3} to {figure:.3}", change.abs() * 100.0));
        }
    }
    let gone = baselines.keys().filter(|name| !figures.contains_key(*name));
    faults.extend(gone.map(|name| format!("{name}: has a baseline, and is not measured")));
    faults
}

/// Returns the figures that the README tells and that are no longer true.
fn stale(figures: &Figures) -> Result<Vec<String>, Box<dyn Error>> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md"))?;
    let row = "| instructions of one create call over HTTP/1, against reqwest and serde by hand | ";
    let told = text.lines().find_map(|line| line.strip_prefix(row)).ok_or("README has no row of a create call")?;
    let told: f64 = told.split([',', ' ']).next().unwrap_or_default().parse()?;
    let figure = figures[&format!("{CREATE}, {INSTRUCTIONS}")];
    let is_stale = (figure / told - 1.0).abs() > TOLERANCE;
    Ok(Vec::from_iter(is_stale.then(|| format!("README tells {told} of a create call, and it is {figure:.2}"))))
}
