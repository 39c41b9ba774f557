//! Closure: declarations, a registry of them, the meta routes of the sandbox, the generator, and the same declarations.
//!
//! What JSON Schema does not say comes from `models/crm.overrides.json`: names, shared types, typed ids, resources that are
//! written by hand. It does not say the order of fields, so lines are compared in any order, and without documentation.

use std::collections::BTreeMap;
use std::fs;

use truto_codegen::account;
use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Style, declarations};
use truto_core::crm;
use truto_sandbox::Sandbox;

use crate::crm::model;
use crate::support::here;

#[tokio::test]
async fn the_declarations_come_back_from_what_an_account_says() {
    let sandbox = Sandbox::builder().endpoints(crm::endpoints()).in_process();
    let id = sandbox.all_accounts().next().unwrap().id().to_owned();
    let client = sandbox.client().build().unwrap();
    let mut described = account::describe(&client.account(&id).unwrap(), "crm").await.unwrap();
    let overrides = fs::read_to_string(here().join("models/crm.overrides.json")).unwrap();
    Overrides::read(&overrides).unwrap().lenient().apply(&mut described).unwrap();
    let mut declared = model();
    // The page has them in the order of the description.
    declared.resources.sort_by(|one, other| one.name.cmp(&other.name));
    described.resources.sort_by(|one, other| one.name.cmp(&other.name));

    let code = |model| lines(&declarations(model, &Style::default()).unwrap());
    let (declared, described) = (code(&declared), code(&described));
    assert_eq!(declared.keys().collect::<Vec<_>>(), described.keys().collect::<Vec<_>>());
    for (file, declared) in &declared {
        let described = &described[file];
        let lost: Vec<&String> = declared.iter().filter(|line| !described.contains(line)).collect();
        let new: Vec<&String> = described.iter().filter(|line| !declared.contains(line)).collect();
        assert!(lost.is_empty() && new.is_empty(), "{file}: lost {lost:#?}, new {new:#?}");
        assert_eq!(declared, described, "{file}");
    }
}

/// The lines of code in each file, sorted.
fn lines(files: &BTreeMap<String, String>) -> BTreeMap<String, Vec<String>> {
    let code = |text: &String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        let mut lines: Vec<String> = lines.map(str::to_owned).collect();
        lines.sort();
        lines
    };
    files.iter().map(|(name, text)| (name.clone(), code(text))).collect()
}
