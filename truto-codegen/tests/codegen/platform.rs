//! `truto_core::platform` is what the generator writes from `models/platform.json`.

use std::fs;

use truto_codegen::description::Model;
use truto_codegen::file;
use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Registry, Style, declarations};

use crate::support::{assert_current, assert_formatted, here, workspace};

/// The model with its overrides.
fn model() -> Model {
    let read = |name: &str| fs::read_to_string(here().join("models").join(name)).unwrap();
    let mut model = file::read(&read("platform.json")).unwrap();
    Overrides::read(&read("platform.overrides.json")).unwrap().apply(&mut model).unwrap();
    model
}

#[test]
fn the_declarations_of_the_platform_are_current() {
    let style = Style {
        width: 120,
        origin: "`truto-codegen/models/platform.json`".to_owned(),
        exported_as: Some("truto_core::platform".to_owned()),
        registry: Registry::WithFeature("server".to_owned()),
    };
    let files = declarations(&model(), &style).unwrap();
    let folder = workspace().join("truto-core/src/platform");
    assert_current(&files, &folder, "the command in CONTRIBUTING.md, or this test with `TRUTO_CODEGEN=overwrite`");
    assert_formatted(&folder, 120);
}

#[test]
fn a_method_without_a_route_is_refused() {
    for (method, expected) in [
        (r#"{"path": "/a"}"#, "the method `get` of `a` has no `verb`: add it"),
        (r#"{"verb": "GET"}"#, "the method `get` of `a` has no `path`: add it"),
        (
            r#"{"verb": "GET", "path": "/a/{b?}"}"#,
            "the method `get` of `a` has no `path` of names and placeholders: add it",
        ),
        (
            r#"{"verb": "GET", "path": "/a", "query": {"b": {"type": "colour"}}}"#,
            "the field `b` of `a` has the type `colour`, which the format does not have: correct it",
        ),
    ] {
        let json = format!(r#"{{"model": "m", "resources": {{"a": {{"methods": {{"get": {method}}}}}}}}}"#);
        assert_eq!(file::read(&json).unwrap_err().to_string(), expected);
    }
}

#[test]
fn overrides_that_match_nothing_are_refused() {
    let json = r#"{
        "model": "m",
        "shapes": {"S": {"fields": {"a": {"type": "string"}}}},
        "resources": {"a": {"fields": {"s": {"type": "object", "description_short": "S"}}, "methods": {}}}
    }"#;
    for (overrides, expected) in [
        (r#"{"shapes": {"T": {}}}"#, "the shape `T`"),
        (r#"{"shapes": {"S": {"b": {"secret": true}}}}"#, "the member `S.b`"),
        (r#"{"resources": {"a": {"fields": {"s": {"shape": "T"}}}}}"#, "the shape `T`"),
    ] {
        let error = Overrides::read(overrides).unwrap().apply(&mut file::read(json).unwrap()).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}
