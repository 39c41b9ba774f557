//! Tests of a program with a model of its own: the calls on a sandbox, and that the declarations agree with their description.

use std::path::Path;

use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Registry, Style, declarations};
use truto_codegen::{file, output};
use truto_sandbox::Sandbox;

use crate::ticketing;
use crate::walk::walk;

#[tokio::test]
async fn urgent_work_is_listed_until_it_is_done() {
    let sandbox = Sandbox::builder().endpoints(ticketing::endpoints()).in_process();
    let account = sandbox.client().build().unwrap().account(sandbox.accounts().close).unwrap();
    let mut out = Vec::new();
    walk(&account, &mut out).await.unwrap();
    let (_, left) = std::str::from_utf8(&out).unwrap().split_once("urgent work that is left").unwrap();
    assert!(left.contains("Cannot log in"), "{left}");
    assert!(!left.contains("Invoice is wrong") && !left.contains("Change of address"), "{left}");
    let stored = sandbox.records(account.id());
    assert!(stored.iter().any(|record| record.resource == "ticketing/comments"), "{stored:?}");
}

/// What differs between the files and this description. CI has it from the program, with `--check`.
fn drift(description: &str) -> String {
    let style = Style {
        width: 120,
        origin: "`examples/declare_your_own_model/ticketing.json`".to_owned(),
        exported_as: None,
        registry: Registry::Yes,
    };
    let mut model = file::read(description).unwrap();
    Overrides::default().apply(&mut model).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("declare_your_own_model/ticketing");
    output::drift(&output::plan(&declarations(&model, &style).unwrap(), &folder).unwrap())
}

#[test]
fn the_declarations_agree_with_their_description() {
    let description = include_str!("ticketing.json");
    assert_eq!(drift(description), "");
    let other = drift(&description.replace("due_date", "due_at"));
    assert!(other.contains("-     pub due_date: Patch<Timestamp>,"), "{other}");
    assert!(other.contains("+     pub due_at: Patch<Timestamp>,"), "{other}");
}
