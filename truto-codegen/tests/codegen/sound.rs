//! What is written from any description compiles, is documented, and is formatted. `generated` compiles it.

use std::collections::BTreeMap;
use std::fs;

use truto_codegen::account::{Said, SaidMethod, assemble};
use truto_codegen::overrides::Overrides;
use truto_codegen::tree::Tree;
use truto_codegen::write::{Registry, Style, declarations};

use crate::support::{COMMAND, assert_current, assert_formatted, here};

/// Names that are keywords, that differ in case only or that hide ours, and texts that try to leave their comment.
fn hostile() -> BTreeMap<String, String> {
    let tree: Tree = serde_json::from_str(&fs::read_to_string(here().join("tests/hostile.json")).unwrap()).unwrap();
    let mut said = Said { model: "hostile".to_owned(), ..Said::default() };
    for (resource, methods) in tree.members() {
        let resource = said.resources.entry(resource.to_owned()).or_default();
        for (method, description) in methods.members() {
            let part = |key: &str| description.get(key).cloned();
            let failure = (!description.is_object()).then(|| "status 404".to_owned());
            let said = SaidMethod {
                schema: part("schema"),
                query_schema: part("query_schema"),
                request_body_schema: part("request_body_schema"),
                failure,
            };
            resource.methods.insert(method.to_owned(), said);
        }
    }
    let mut model = assemble(&said).unwrap();
    Overrides::default().apply(&mut model).unwrap();
    let style = Style { origin: "a test".to_owned(), registry: Registry::Yes, ..Style::default() };
    declarations(&model, &style).unwrap()
}

#[test]
fn the_generated_files_are_current_and_formatted() {
    let folder = here().join("tests/codegen/generated/hostile");
    assert_current(&hostile(), &folder, COMMAND);
    assert_formatted(&folder, 100);
}

#[test]
fn everything_public_is_documented_and_no_text_leaves_its_comment() {
    for (name, text) in &hostile() {
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
