//! The root of `truto_core` exports only the names that users type every day. Everything else has a module.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Maximum number of names at the root. Modules and re-exported crates are not counted.
const MOST_NAMES: usize = 25;

#[test]
fn the_root_has_few_names() {
    let names = names_of(&source("lib.rs"));
    assert!(names.len() <= MOST_NAMES, "{} names are more than {MOST_NAMES}: {names:?}", names.len());
    // The parser understands lists in braces and names after `as`.
    assert!(names.contains("UnifiedEntity") && names.contains("Json") && names.contains("endpoints"), "{names:?}");
}

#[test]
fn each_form_of_an_export_is_counted() {
    let counted = |text| names_of(text).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(counted("pub use client::{Client, account::Account};"), "Account Client");
    assert_eq!(counted("pub use serde_json::Value as Json;\npub use a::{\n    B as C,\n    d,\n};"), "C Json d");
    assert_eq!(counted("pub use {bytes, http};\npub use contract::{entity, provider};"), "", "crates and modules");
    assert_eq!(counted("pub mod settings {\n    pub use crate::policy::Backoff;\n}"), "", "the names of a module");
    assert_eq!(counted("pub fn connect() {}\npub struct Client;"), "Client connect");
}

/// Returns the public names at the root of a crate, including the macros of the whole crate.
fn names_of(root: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    // rustfmt indents everything that is not at the root.
    let mut lines = root.lines();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("pub use ") {
            let mut tree = rest.to_owned();
            while !tree.ends_with(';') {
                tree.push_str(lines.next().unwrap());
            }
            collect(tree.trim_end_matches(';'), &mut names);
        } else if let Some(rest) = line.strip_prefix("pub ") {
            let mut words = rest.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
            if words.next() != Some("mod") {
                names.extend(words.find(|word| !["fn", "async", "unsafe"].contains(word)).map(str::to_owned));
            }
        }
    }
    if root.contains("pub mod server") {
        names.extend(macros());
    }
    names
}

/// Returns the names that one tree of a `pub use` exports.
fn collect(tree: &str, names: &mut BTreeSet<String>) {
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path.trim(), Some(group.trim().trim_end_matches('}'))),
        None => (tree.trim(), None),
    };
    let Some(group) = group else {
        let name = path.rsplit("::").next().unwrap().rsplit(" as ").next().unwrap().trim();
        names.extend((!name.is_empty() && path != "client::scope").then(|| name.to_owned()));
        return;
    };
    // Re-exported crates are `pub use {…}` without a path; re-exported modules come from `contract`, and one from `client`.
    if path.is_empty() || path == "contract::" {
        return;
    }
    group.split(',').for_each(|tree| collect(tree, names));
}

/// Returns the macros of the crate. `macro_export` puts them at the root, wherever they are defined.
fn macros() -> BTreeSet<String> {
    let text = source("server/registry.rs");
    let exported = text.split("#[macro_export]").skip(1).filter_map(|rest| rest.split_once("macro_rules! "));
    exported.map(|(_, rest)| rest[..rest.find([' ', '{']).unwrap()].to_owned()).collect()
}

fn source(path: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("truto-core/src").join(path);
    fs::read_to_string(file).unwrap()
}
