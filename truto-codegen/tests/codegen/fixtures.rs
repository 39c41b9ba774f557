//! The schemas in `tests/schemas/`, as a model whose resources they are, written into `tests/declared/`.
//!
//! `tests/compiles.rs` compiles them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use truto_codegen::account::{Said, SaidMethod, SaidResource, assemble};
use truto_codegen::overrides::Overrides;
use truto_codegen::tree::Tree;
use truto_codegen::write::{PAGE, Style, declarations};

use crate::support::{COMMAND, assert_current, here};

fn folder(name: &str) -> PathBuf {
    here().join("tests").join(name)
}

/// The schemas of a folder, by the names of their files.
fn schemas(name: &str) -> BTreeMap<String, Tree> {
    let entries = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let read = |path: PathBuf| {
        let tree = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), tree)
    };
    files.map(read).collect()
}

/// A resource whose record, filters and bodies all have this schema.
fn resource(schema: &Tree) -> SaidResource {
    let method = |has_query: bool, has_body: bool| SaidMethod {
        schema: Some(schema.clone()),
        query_schema: has_query.then(|| schema.clone()),
        request_body_schema: has_body.then(|| schema.clone()),
        failure: None,
    };
    let methods = [
        ("list", method(true, false)),
        ("get", method(false, false)),
        ("create", method(false, true)),
        ("update", method(false, true)),
        ("delete", method(false, false)),
        ("move-stage", method(true, true)),
    ];
    SaidResource {
        description: Some("A *fixture*.\n```\nnot code".to_owned()),
        docs_url: Some("https://docs.example/fixtures".to_owned()),
        methods: methods.into_iter().map(|(name, method)| (name.to_owned(), method)).collect(),
    }
}

/// The declarations of these schemas.
fn written(schemas: &BTreeMap<String, Tree>) -> BTreeMap<String, String> {
    let resources = schemas.iter().map(|(name, schema)| (name.clone(), resource(schema)));
    let said = Said { model: "fixtures".to_owned(), label: None, resources: resources.collect() };
    let mut model = assemble(&said).unwrap();
    Overrides::default().apply(&mut model).unwrap();
    declarations(&model, &Style { width: 120, ..Style::default() }).unwrap()
}

#[test]
fn the_declarations_of_the_fixtures_are_up_to_date() {
    let written = written(&schemas("schemas"));
    let folder = folder("declared");
    assert_current(&written, &folder, COMMAND);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), written.len());
    assert!(written.contains_key(PAGE));
}

#[test]
fn the_same_schemas_give_the_same_text() {
    assert_eq!(written(&schemas("schemas")), written(&schemas("schemas")));
}

#[test]
fn a_huge_schema_gives_rust_too() {
    for (name, schema) in schemas("schemas/huge") {
        for (file, text) in written(&BTreeMap::from([(name.clone(), schema)])) {
            assert!(syn::parse_file(&text).is_ok(), "{name}: {file}");
        }
    }
}
