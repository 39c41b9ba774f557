//! What is written from any description compiles, is documented, and is formatted. `generated` compiles it.

use std::collections::BTreeMap;
use std::fs;

use truto_codegen::account::{Meta, from_meta};
use truto_codegen::output;
use truto_codegen::overrides::Overrides;
use truto_codegen::tree::Tree;
use truto_codegen::write::{Registry, Style, declarations};

use crate::schemas::fixtures;
use crate::support::{assert_current, assert_formatted, here};

const COMMAND: &str = "this test with `TRUTO_CODEGEN=overwrite`";

fn written(name: &str, metas: &[Meta], width: usize) -> BTreeMap<String, String> {
    let mut model = from_meta(name, metas);
    Overrides::default().apply(&mut model).unwrap();
    let style = Style { origin: "a test".to_owned(), registry: Registry::Yes, width, ..Style::default() };
    declarations(&model, &style).unwrap()
}

/// Names that are keywords, that differ in case only or that hide ours, and texts that try to leave their comment.
fn hostile(width: usize) -> BTreeMap<String, String> {
    let tree: Tree = serde_json::from_str(&fs::read_to_string(here().join("tests/hostile.json")).unwrap()).unwrap();
    let metas = tree.members().flat_map(|(resource, methods)| {
        methods.members().map(move |(method, description)| Meta {
            resource: resource.to_owned(),
            method: method.to_owned(),
            description: Some(description.clone()).filter(Tree::is_object),
        })
    });
    written("hostile", &metas.collect::<Vec<_>>(), width)
}

/// The schemas of `tests/schemas/`, each as a resource.
fn odd(width: usize) -> BTreeMap<String, String> {
    let metas = fixtures().into_iter().flat_map(|(name, fixture)| {
        let schema = fixture.get("schema").unwrap().clone();
        ["list", "get", "create", "update"].map(|method| {
            let members = ["schema", "query_schema", "request_body_schema"].map(|key| (key.to_owned(), schema.clone()));
            Meta { resource: name.clone(), method: method.to_owned(), description: Some(Tree::Object(members.into())) }
        })
    });
    written("odd", &metas.collect::<Vec<_>>(), width)
}

#[test]
fn the_generated_files_are_current_and_formatted() {
    for (name, files) in [("hostile", hostile(120)), ("odd", odd(120))] {
        let folder = here().join("tests/codegen/generated").join(name);
        assert_current(&files, &folder, COMMAND);
        assert_formatted(&folder, 120);
    }
}

#[test]
fn rustfmt_leaves_lines_of_any_width_as_they_are() {
    let folder = std::env::temp_dir().join(format!("truto-codegen-width-{}", std::process::id()));
    for files in [hostile(100), odd(100)] {
        let planned = output::plan(&files, &folder.join("x")).unwrap();
        output::write(&planned).unwrap();
        assert_formatted(&folder, 100);
        fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn everything_public_is_documented_and_no_text_leaves_its_comment() {
    for (name, text) in hostile(100).iter().chain(&odd(100)) {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            assert!(
                !code.starts_with("pub fn evil") && !code.contains("panic!()") || code.starts_with("//"),
                "{name}: {line}"
            );
            assert!(!code.trim_start_matches(['/', '!', ' ']).starts_with("```"), "{name}: {line}");
            let is_item = code.starts_with("pub ") && !code.starts_with("pub use") && !code.starts_with("pub mod");
            let is_documented = lines[..at]
                .iter()
                .rev()
                .map(|line| line.trim_start())
                .find(|line| line.starts_with("///") || line.starts_with("pub ") || line.is_empty());
            assert!(
                !is_item || is_documented.is_some_and(|line| line.starts_with("///")),
                "{name}, line {}: {line}",
                at + 1
            );
        }
    }
}
