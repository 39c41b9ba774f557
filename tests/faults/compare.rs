//! Runs other clients against the same faults, and writes a table of their lost and duplicated writes.
//!
//! `tests/interop/run` calls it as `compare PYTHON`, with a Python that has `requests` and `truto-python-sdk`.
//! `TRUTO_COMPARED=overwrite` writes the table in the docs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "the program ends at the first failure")]

use std::fmt::Write as _;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use truto_core::settings::Backoff;
use truto_core::{Client, unified_endpoint};
use truto_sandbox::testkit::{FaultServer, Received, Reply};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../truto-core/src/guide/faults/compared.md");
const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
const TOKEN: &str = "t0p-s3cret-token";
const CONTACTS: usize = 60;
const PAGE: usize = 10;
/// Number of requests after which the server ends a list that would never end.
const MOST_PAGES: usize = 30;

#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts", response = Contact)]
struct CreateContact {
    name: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {
    limit: Option<u32>,
}

/// A client.
#[derive(Clone, Copy)]
enum Caller {
    Ours,
    Sdk,
    Requests,
}

/// A task for the client.
#[derive(Clone, Copy)]
enum Action {
    /// One call.
    Create,
    /// The same call until it succeeds, at most five times. Ours uses one key for all of them.
    Repeat,
    /// All pages.
    List,
}

/// Result that the client reported.
struct Told {
    ok: bool,
    ids: Vec<String>,
}

/// Fault of the server. The argument is the number of the request, from 0.
#[derive(Clone, Copy)]
enum Fault {
    /// Sent in place of handling the request.
    Before(fn(usize) -> Option<Reply>),
    /// Applied to the response of a request that was handled.
    After(fn(usize, &Received, Reply) -> Reply),
}

#[derive(Default)]
struct Held {
    contacts: usize,
    keys: std::collections::HashMap<String, Value>,
    requests: usize,
}

/// A small API: it stores contacts, repeats the response to a known key, and lists sixty contacts.
fn answer(held: &mut Held, request: &Received) -> Reply {
    if request.method == http::Method::GET {
        let cursor = request.target.split("next_cursor=").nth(1).and_then(|cursor| cursor.split('&').next());
        return page(cursor.and_then(|cursor| cursor.parse().ok()).unwrap_or(0));
    }
    let key = request.header("idempotency-key").map(str::to_owned);
    if let Some(known) = key.as_ref().and_then(|key| held.keys.get(key)) {
        return Reply::json(201, known);
    }
    held.contacts += 1;
    let contact = json!({ "id": held.contacts.to_string() });
    held.keys.extend(key.map(|key| (key, contact.clone())));
    Reply::json(201, &contact)
}

fn page(from: usize) -> Reply {
    let to = (from + PAGE).min(CONTACTS);
    let result: Vec<Value> = (from..to).map(|number| json!({ "id": number.to_string() })).collect();
    let next = (to < CONTACTS).then(|| to.to_string());
    Reply::json(200, &json!({ "result": result, "next_cursor": next }))
}

/// Starts a server with this fault, and returns it with its contacts.
async fn serve(fault: Fault) -> (FaultServer, Arc<Mutex<Held>>) {
    let server = FaultServer::start().await.unwrap();
    let held: Arc<Mutex<Held>> = Arc::default();
    let state = Arc::clone(&held);
    server.handle(move |request| {
        let mut held = state.lock().unwrap();
        let number = held.requests;
        held.requests += 1;
        match fault {
            Fault::Before(refuse) => refuse(number).unwrap_or_else(|| answer(&mut held, request)),
            Fault::After(spoil) => {
                let real = answer(&mut held, request);
                spoil(number, request, real)
            }
        }
    });
    (server, held)
}

async fn run(caller: Caller, action: Action, server: &FaultServer, python: &str) -> Told {
    match caller {
        Caller::Ours => ours(action, server).await,
        Caller::Sdk => theirs("sdk", action, server, python).await,
        Caller::Requests => theirs("requests", action, server, python).await,
    }
}

async fn ours(action: Action, server: &FaultServer) -> Told {
    let client = Client::builder()
        .token(TOKEN)
        .base_url(server.url())
        .configure_reqwest(truto_core::reqwest::ClientBuilder::no_proxy)
        .backoff(Backoff::new(Duration::from_millis(5), Duration::from_millis(20)))
        .build()
        .unwrap();
    let account = client.account(ACCOUNT).unwrap();
    let create = || CreateContact::builder().name("Ada").send(&account);
    match action {
        Action::Create => Told { ok: create().await.is_ok(), ids: Vec::new() },
        Action::Repeat => {
            let mut ok = false;
            for _ in 0..5 {
                ok = create().idempotency_key("ada").await.is_ok();
                if ok {
                    break;
                }
            }
            Told { ok, ids: Vec::new() }
        }
        Action::List => {
            let mut items = ListContacts::builder().limit(10_u32).items(&account);
            let mut ids = Vec::new();
            let ok = loop {
                match items.try_next().await {
                    Ok(Some(contact)) => ids.push(contact.id),
                    Ok(None) => break true,
                    Err(_) => break false,
                }
            };
            Told { ok, ids }
        }
    }
}

async fn theirs(client: &str, action: Action, server: &FaultServer, python: &str) -> Told {
    let action = match action {
        Action::Create => "create",
        Action::Repeat => "repeat",
        Action::List => "list",
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../interop/clients/faults.py");
    let mut command = Command::new(python);
    command.args([script, client, action, &server.url(), TOKEN, ACCOUNT]);
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{client}: {}", String::from_utf8_lossy(&output.stderr)));
    let ids = told["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    Told { ok: told["ok"] == true, ids }
}

/// Describes the result of a write.
fn written(told: &Told, contacts: usize) -> String {
    let held = match contacts {
        0 => "not written".to_owned(),
        1 => "written once".to_owned(),
        times => format!("**written {times} times**"),
    };
    format!("{held}; reported {}", if told.ok { "success" } else { "an error" })
}

/// Describes the result of a listing.
fn listed(told: &Told) -> String {
    let distinct: std::collections::BTreeSet<&String> = told.ids.iter().collect();
    let mut cell = format!("{} of {CONTACTS}", distinct.len());
    let again = told.ids.len() - distinct.len();
    if again > 0 {
        write!(cell, ", **{again} duplicates**").unwrap();
    }
    match (told.ok, distinct.len() < CONTACTS) {
        (true, true) => write!(cell, "; **reported the end: {} lost**", CONTACTS - distinct.len()).unwrap(),
        (true, false) => cell.push_str("; reported the end"),
        (false, _) => cell.push_str("; reported an error"),
    }
    cell
}

const WRITES: &[(&str, Fault)] = &[
    (
        "the connection closes before the response",
        Fault::After(|number, _, real| if number == 0 { Reply::close_after_request() } else { real }),
    ),
    (
        "the connection is reset before the response",
        Fault::After(|number, _, real| if number == 0 { Reply::reset_after_request() } else { real }),
    ),
    ("the response breaks off", Fault::After(|number, _, real| if number == 0 { real.cut_at(4) } else { real })),
    (
        "502 from a gateway after the write",
        Fault::After(|number, _, real| if number == 0 { Reply::status(502) } else { real }),
    ),
    ("503 before the write", Fault::Before(|number| (number == 0).then(|| Reply::status(503)))),
    ("429 with a wait of one second", Fault::Before(|number| (number == 0).then(too_many))),
];

const LISTS: &[(&str, Fault)] = &[
    ("no fault", Fault::Before(|_| None)),
    (
        "an empty page with a cursor in the middle",
        Fault::After(|_, request, real| {
            let empty = || Reply::json(200, &json!({ "result": [], "next_cursor": "020" }));
            if request.target.contains("next_cursor=20") { empty() } else { real }
        }),
    ),
    ("a page breaks off", Fault::After(|number, _, real| if number == 2 { real.cut_at(60) } else { real })),
    ("a page is answered with 502", Fault::Before(|number| (number == 2).then(|| Reply::status(502)))),
    ("a page is answered with 429 and a wait of one second", Fault::Before(|number| (number == 2).then(too_many))),
    ("pages come as objects by key", Fault::Before(|number| (number == 0).then(keyed))),
    (
        "the cursor leads back to the second page",
        Fault::After(|number, request, real| {
            let circles = request.target.contains("next_cursor=50") && number < MOST_PAGES;
            if circles { back() } else { real }
        }),
    ),
];

fn too_many() -> Reply {
    Reply::status(429).header("retry-after", "1")
}

/// The first page, with its items by key, as `truto_key_by` requests.
fn keyed() -> Reply {
    let items = (0..PAGE).map(|id| (format!("k{id}"), json!({ "id": id.to_string() })));
    let items: serde_json::Map<String, Value> = items.collect();
    Reply::json(200, &json!({ "result": items, "next_cursor": PAGE.to_string() }))
}

/// The last page, with the cursor of the second one.
fn back() -> Reply {
    let items: Vec<Value> = (50..CONTACTS).map(|id| json!({ "id": id.to_string() })).collect();
    Reply::json(200, &json!({ "result": items, "next_cursor": PAGE.to_string() }))
}

#[tokio::main]
async fn main() {
    let python = std::env::args().nth(1).expect("usage: compare PYTHON");
    let callers = [Caller::Ours, Caller::Sdk, Caller::Requests];
    let version = version(&python);
    let header = format!("| fault | truto-core | {version} | requests |\n|---|---|---|---|\n");
    let mut text = format!(
        "Other clients with the same faults: the vendor's Python SDK ({version}), and the API called with `requests` as in\n\
         the vendor's documentation. Writes are counted at the server. Generated by `TRUTO_COMPARED=overwrite bash\n\
         tests/interop/run`. Without the variable the script fails if this page is not up to date.\n"
    );
    for (title, action) in [
        ("One write, called once, whose first attempt meets the fault", Action::Create),
        ("The same write, called by its program until it reports success, at most five times", Action::Repeat),
    ] {
        write!(text, "\n# {title}\n\n{header}").unwrap();
        for (name, fault) in WRITES {
            let mut row = format!("| {name} |");
            for caller in callers {
                let (server, held) = serve(*fault).await;
                let told = run(caller, action, &server, &python).await;
                write!(row, " {} |", written(&told, held.lock().unwrap().contacts)).unwrap();
            }
            writeln!(text, "{row}").unwrap();
        }
    }
    write!(text, "\n# A list of {CONTACTS} records\n\n{header}").unwrap();
    for (name, fault) in LISTS {
        let mut row = format!("| {name} |");
        for caller in callers {
            let (server, _) = serve(*fault).await;
            let told = run(caller, Action::List, &server, &python).await;
            write!(row, " {} |", listed(&told)).unwrap();
        }
        writeln!(text, "{row}").unwrap();
    }
    if std::env::var("TRUTO_COMPARED").is_ok_and(|value| value == "overwrite") {
        std::fs::write(TABLE, text).unwrap();
    } else if std::fs::read_to_string(TABLE).unwrap_or_default() != text {
        eprintln!("{text}");
        eprintln!(
            "truto-core/src/guide/faults/compared.md is out of date: TRUTO_COMPARED=overwrite bash tests/interop/run"
        );
        std::process::exit(1);
    }
}

/// Returns the name and version of the SDK.
fn version(python: &str) -> String {
    let ask = "from importlib.metadata import version; print('truto-python-sdk', version('truto-python-sdk'))";
    let output = Command::new(python).args(["-c", ask]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
