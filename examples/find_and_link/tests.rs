//! Runs the whole program against a sandbox, and checks its output and the records on the server.

use clap::Parser;
use http::StatusCode;
use serde_json::Value;
use truto_sandbox::{Fault, Sandbox};

use crate::accounts::of_sandbox;
use crate::options::Options;
use crate::run;

async fn search(sandbox: &Sandbox, arguments: &[&str]) -> (u8, String) {
    let options = Options::parse_from([&["find_and_link"], arguments].concat());
    let client = sandbox.client().build().unwrap();
    let mut out = Vec::new();
    let code = run::search(&options, &client, &of_sandbox(sandbox), &mut out).await.unwrap();
    (code, String::from_utf8(out).unwrap())
}

/// The line of the table about an account.
fn line<'a>(out: &'a str, account: &str) -> &'a str {
    out.lines().find(|line| line.contains(&format!("{account} "))).unwrap()
}

/// The company of this contact in each account.
fn companies(sandbox: &Sandbox, contact: &str) -> Vec<Value> {
    let all = of_sandbox(sandbox);
    let records = all.iter().flat_map(|(_, account)| sandbox.records(account));
    let contacts = records.filter(|record| record.resource == "crm/contacts" && record.fields["name"] == contact);
    contacts.map(|record| record.fields["account"]["name"].clone()).collect()
}

/// How many requests change something.
fn writes(sandbox: &Sandbox) -> usize {
    sandbox.requests().iter().filter(|request| request.method != "GET").count()
}

#[tokio::test]
async fn the_person_is_linked_everywhere_and_once() {
    let sandbox = run::sandbox().start().await.unwrap();
    let (code, out) = search(&sandbox, &[]).await;
    assert_eq!(code, 0, "{out}");
    assert!(line(&out, "salesforce").contains("linked by a change of the contact"), "{out}");
    for account in ["attio", "close", "pipedrive"] {
        assert!(line(&out, account).contains("linked by an association"), "{out}");
    }
    for account in ["salesforce", "attio", "close"] {
        assert!(line(&out, account).contains("the filter "), "{out}");
    }
    assert!(line(&out, "pipedrive").contains("the filter is ignored"), "{out}");
    assert!(out.ends_with("emeka.fischer@mail.example is linked to Ember Software in 4 of 4 accounts\n"), "{out}");
    assert_eq!(companies(&sandbox, "Emeka Fischer"), ["Ember Software"; 4]);
    assert_eq!(writes(&sandbox), 4);

    let (code, out) = search(&sandbox, &[]).await;
    assert!(code == 0 && out.matches("linked already").count() == 4, "{out}");
    assert_eq!(writes(&sandbox), 4);
}

#[tokio::test]
async fn nobody_else_is_linked() {
    let sandbox = run::sandbox().start().await.unwrap();
    let (code, out) = search(&sandbox, &["nobody@mail.example"]).await;
    assert!(code == 1 && out.matches("not found").count() == 4, "{out}");
    assert!(out.contains("in 0 of 4 accounts"), "{out}");
    assert_eq!(writes(&sandbox), 0);
}

#[tokio::test]
async fn an_account_that_fails_does_not_stop_the_others() {
    let sandbox = run::sandbox().start().await.unwrap();
    sandbox.script(Fault::status(StatusCode::FORBIDDEN));
    let (code, out) = search(&sandbox, &[]).await;
    assert_eq!(code, 1);
    assert!(line(&out, "salesforce").contains("failed, see below"), "{out}");
    assert!(out.contains("\nsalesforce: GET /unified/crm/contacts: 403 Forbidden"), "{out}");
    assert!(out.contains("in 3 of 4 accounts"), "{out}");
}
