//! Runs the whole program against a sandbox, and checks its output and the links on the server.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Write};

use clap::Parser;
use serde_json::Value;
use truto_sandbox::Sandbox;

use crate::input::{Input, SHIPPED};
use crate::options::Options;
use crate::report::Report;
use crate::run;
use crate::session::{Accounts, Session};

/// Rows of the shipped file that are wrong on purpose, with a part of the message for each.
const WRONG: &[(u64, &str)] = &[
    (5, "Salesforce does not support associations of contacts"),
    (10, "neither a UUID nor one of"),
    (24, "not JSON: EOF while parsing an object at column"),
    (30, "invalid type: sequence, expected an object"),
    (51, "the key `leads` occurs twice"),
    (60, "404 Not Found"),
    (82, "Close does not support associations of leads"),
    (88, "unknown key `leads`, did you mean `associations.leads`?"),
    (91, "unknown key `entity_Id`, did you mean `entity_id`?"),
    (97, "`account` is missing"),
    (109, "unknown entity `deals`, expected one of"),
    (116, "`associations.contacts` is not allowed when the entity is `accounts`, only for `leads`"),
    (143, "`entity` is missing"),
    (156, "not JSON: expected value at column 1"),
    (168, "did you mean `associations.opportunities`?"),
    (173, "`entity_id`: invalid type: integer"),
    (176, "nothing to link"),
    (179, "`account`: expected a name or a UUID"),
    (186, "nothing to link"),
    (195, "`entity_id` is missing"),
    (201, "unknown entity `oppurtunities`, did you mean `opportunities`?"),
    (214, "`entity_id` is empty"),
    (218, "`associations.leads`: "),
    (220, "unknown account `salesfroce`"),
    (224, "not JSON: key must be a string at column 2"),
    (227, "`associations.contacts` is not allowed when the entity is `opportunities`, only for `leads`"),
    (237, "`associations.opportunities`: "),
];

const GOOD: &str =
    r#"{"account": "attio", "entity": "accounts", "entity_id": "a", "associations": {"opportunities": [{"id": "o"}]}}"#;

/// Exit code or fatal error, standard output, standard error.
type Ran = (Result<u8, String>, String, String);

async fn session() -> (Session, Options) {
    let session = Session::on(Sandbox::start().await.unwrap(), &[]).unwrap();
    (session, Options::parse_from(["link_records"]))
}

fn sandbox(session: &Session) -> &Sandbox {
    session.sandbox.as_ref().unwrap()
}

async fn run(options: &Options, session: &Session) -> Ran {
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let code = run::run(options, session, &mut out, &mut notes).await;
    (code.map_err(|error| error.to_string()), text(out), text(notes))
}

async fn link(rows: impl Into<Vec<u8>>, options: &Options, session: &Session) -> Ran {
    let input = Input { name: "a test".to_owned(), reader: Box::new(Cursor::new(rows.into())), length: None };
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let mut report = Report::new(&mut notes, input.length);
    let ending = run::link_all(input, options, &session.accounts, &mut report).await;
    let code = ending.conclude(&report, options.dry_run, &mut out);
    (code.map_err(|error| error.to_string()), text(out), text(notes))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn the_sandbox_holds_the_links_of_the_valid_rows() {
    let (session, options) = session().await;
    let (code, out, notes) = run(&options, &session).await;
    assert_eq!(code, Ok(1), "{notes}");

    let mut rows = 0;
    let mut expected = BTreeSet::new();
    for (line, row) in (1..).zip(SHIPPED.lines()).filter(|(_, row)| !row.is_empty()) {
        rows += 1;
        if WRONG.iter().all(|(wrong, _)| *wrong != line) {
            expected.extend(links(row, sandbox(&session)));
        }
    }
    let held = sandbox(&session).all_links().into_iter();
    let held = held.map(|link| [link.account, link.entity, link.entity_id, link.kind, link.id]).collect();
    assert_eq!(expected, held);

    assert!(rows > 220, "{rows}");
    let linked = rows - WRONG.len();
    assert!(out.contains(&format!("{linked} of {rows} rows linked")), "{out}");
    assert!(out.contains(&format!("{} of {rows} rows need attention", WRONG.len())), "{out}");
}

/// Reads the links of a valid row without the crate under test.
fn links(row: &str, sandbox: &Sandbox) -> Vec<[String; 5]> {
    let row: Value = serde_json::from_str(row).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let account = match row["account"].as_str().unwrap() {
        "salesforce" => sandbox.accounts().salesforce,
        "attio" => sandbox.accounts().attio,
        "close" => sandbox.accounts().close,
        "pipedrive" => sandbox.accounts().pipedrive,
        uuid => uuid,
    };
    let mut links = Vec::new();
    for (kind, ids) in row["associations"].as_object().unwrap() {
        let kind = if kind == "acocunts" { "accounts" } else { kind };
        for id in ids.as_array().unwrap() {
            let (entity, entity_id) = (text(&row["entity"]), text(&row["entity_id"]));
            links.push([account.to_owned(), entity, entity_id, kind.to_owned(), text(&id["id"])]);
        }
    }
    links
}

#[tokio::test]
async fn every_wrong_row_is_reported_with_its_reason() {
    let (session, options) = session().await;
    let (_, _, notes) = run(&options, &session).await;
    for (line, reason) in WRONG {
        let start = format!("line {line} ");
        let note = notes.lines().find(|note| note.starts_with(&start)).unwrap_or_default();
        assert!(note.contains(reason), "{line}: {note}");
    }
    assert_eq!(notes.lines().filter(|note| note.starts_with("line ")).count(), WRONG.len());
    let refused_by_the_server = notes.lines().filter(|note| note.contains(" failed: ")).count();
    assert_eq!(sandbox(&session).requests().len(), SHIPPED.lines().count() - 1 - WRONG.len() + refused_by_the_server);
}

#[tokio::test]
async fn a_wrong_row_does_not_affect_the_next_row() {
    let mut rows = Vec::new();
    let overlong = vec![b'x'; 70_000];
    let bad: &[(&[u8], &str)] = &[
        (b"\"caf\xe9\"", "not UTF-8 at byte 5"),
        (&overlong, "longer than 65536 bytes"),
        (b"{\"account\": ", "not JSON: EOF while parsing a value at column 11"),
        (b"{} {}", "not JSON: trailing characters at column 4"),
        (b"{\"account\": \"attio\", \"account\": \"close\"}", "duplicate field `account`"),
        (b"{}", "`account` is missing; `entity_id` is missing; `entity` is missing"),
    ];
    for (row, _) in bad {
        rows.extend_from_slice(row);
        rows.extend_from_slice(format!("\n{GOOD}\n").as_bytes());
    }
    let (session, options) = session().await;
    let (code, out, notes) = link(rows, &options, &session).await;
    assert_eq!(code, Ok(1));
    for (line, (_, reason)) in (1..).step_by(2).zip(bad) {
        assert!(notes.contains(&format!("line {line} not sent: {reason}\n")), "{notes}");
    }
    assert_eq!(sandbox(&session).requests().len(), bad.len());
    assert!(out.contains("6 of 12 rows linked 6 records"), "{out}");
}

#[tokio::test]
async fn the_exit_code_is_0_if_all_rows_are_linked() {
    let (session, options) = session().await;
    assert_eq!(link(format!("\n{GOOD}\n\n{GOOD}"), &options, &session).await.0, Ok(0));
    assert_eq!(link("", &options, &session).await.0, Ok(0));
}

#[tokio::test]
async fn a_dry_run_sends_nothing() {
    let (session, _) = session().await;
    let options = Options::parse_from(["link_records", "--dry-run"]);
    let (code, out, _) = run(&options, &session).await;
    assert_eq!(code, Ok(1));
    assert!(out.contains("nothing was sent"), "{out}");
    assert_eq!(sandbox(&session).requests().len(), 0);
}

#[tokio::test]
async fn a_row_with_a_key_is_written_once_in_two_runs() {
    let (session, options) = session().await;
    let keyed = GOOD.replacen('{', "{\"idempotency_key\": \"row-1\", ", 1);
    for _ in 0..2 {
        assert_eq!(link(keyed.as_str(), &options, &session).await.0, Ok(0));
    }
    assert_eq!(sandbox(&session).remote_calls(sandbox(&session).accounts().attio).len(), 1);
}

/// A standard stream whose reader has closed it.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[tokio::test]
async fn closed_streams_do_not_stop_the_run() {
    let (session, options) = session().await;
    let mut out = Vec::new();
    let code = run::run(&options, &session, &mut out, &mut Closed).await;
    assert_eq!(code.unwrap(), 1);
    assert!(text(out).contains("rows linked"));

    let requests = sandbox(&session).requests().len();
    let code = run::run(&options, &session, &mut Closed, &mut Closed).await;
    assert_eq!(code.unwrap_err().kind(), io::ErrorKind::BrokenPipe, "the result must be written");
    assert_eq!(sandbox(&session).requests().len(), 2 * requests, "the rows are sent before");
}

#[tokio::test]
async fn a_refused_token_ends_the_run_at_once() {
    let server = Sandbox::start().await.unwrap();
    let client = server.client().token("expired").build().unwrap();
    let named = [("attio".to_owned(), server.accounts().attio.to_owned())];
    let session = Session { accounts: Accounts::new(client, &named).unwrap(), sandbox: Some(server) };
    let options = Options::parse_from(["link_records", "--concurrency", "3"]);
    let (code, out, notes) = link(format!("{GOOD}\n").repeat(200), &options, &session).await;
    let reason = code.unwrap_err();
    assert!(reason.contains("401") && reason.contains("check the API token"), "{reason}");
    assert!(!notes.contains("line "), "{notes}");
    assert_eq!(out, "");
    assert!(sandbox(&session).requests().len() < 10);
}

#[tokio::test]
async fn an_unreadable_file_is_reported_before_anything_is_sent() {
    let (session, _) = session().await;
    for file in ["no such file", "."] {
        let (code, out, _) = run(&Options::parse_from(["link_records", file]), &session).await;
        assert!(code.unwrap_err().starts_with(&format!("cannot read {file}: ")));
        assert_eq!(out, "");
    }
    assert!(Options::try_parse_from(["link_records", "--concurrency", "0"]).is_err());
    assert!(Options::try_parse_from(["link_records", "--account", "sales"]).is_err());
}
