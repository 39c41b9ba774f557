//! Input that is wrong: a clear error, and no declarations.

use std::fs;
use std::process::{Command, Output};

use truto_codegen::description::Model;
use truto_codegen::file;
use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Style, declarations};

fn written(json: &str, overrides: &str) -> Result<Model, String> {
    let mut model = file::read(json).map_err(|error| error.to_string())?;
    let overrides = Overrides::read(overrides).map_err(|error| error.to_string())?;
    overrides.apply(&mut model).map_err(|error| error.to_string())?;
    declarations(&model, &Style::default()).map_err(|error| error.to_string())?;
    Ok(model)
}

#[test]
fn a_description_of_another_shape_is_refused_with_the_place() {
    let cases = [
        ("{", "the description is not JSON"),
        ("[]", "has no `model`"),
        (r#"{"model": "x"}"#, "has no `resources`"),
        (r#"{"model": "x", "resources": {"a": {"methods": ["list"], "fields": {"b": 1}}}}"#, "the field `b` of `a`"),
        (r#"{"model": "x", "resources": {"a": {"fields": {"b": {"type": "blob"}}}}}"#, "the type `blob`"),
        (
            r#"{"model": "x", "resources": {"a": {"fields": {"b": {"type": "object", "properties": {"id": {"type": "string"}}, "references": "z.id"}}}}}"#,
            "the resource `z`",
        ),
    ];
    for (json, expected) in cases {
        let error = written(json, "{}").unwrap_err();
        assert!(error.contains(expected), "{json}: {error}");
    }
}

#[test]
fn an_override_that_matches_nothing_is_refused() {
    let model = r#"{"model": "x", "resources": {"a": {"methods": ["list"], "fields": {"id": {"type": "string"}}}}}"#;
    let cases = [
        ("[]", "not an object"),
        (r#"{"resources": {"b": {}}}"#, "the resource `b`"),
        (r#"{"fields": {".name": {}}}"#, "the field `.name`"),
        (r#"{"resources": {"a": {"fields": {"name": {}}}}}"#, "the field `a.name`"),
        (r#"{"resources": {"a": {"filters": {"name": {}}}}}"#, "the filter `a.name`"),
        (r#"{"resources": {"a": {"methods": {"get": {}}}}}"#, "the method `a.get`"),
        (r#"{"resources": {"a": {"methods": {"list": {"answer": "xml"}}}}}"#, "the answer `xml`"),
    ];
    for (overrides, expected) in cases {
        let error = written(model, overrides).unwrap_err();
        assert!(error.contains(expected), "{overrides}: {error}");
    }
    assert!(written(model, r#"{"fields": {".id": {"description": "x"}}}"#).is_ok());
}

fn program(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_truto-codegen"));
    command.args(arguments).env_remove("TRUTO_API_TOKEN").env_remove("TRUTO_BASE_URL");
    command.output().unwrap()
}

#[test]
fn the_program_says_what_to_do() {
    let folder = std::env::temp_dir().join(format!("truto-codegen-{}", std::process::id()));
    let out = folder.join("x").to_str().unwrap().to_owned();
    let cases: [(&[&str], &str); 3] = [
        (&["--model", "hris", "--out", &out], "ask an account with `--account <id>`"),
        (&["--model", "crm", "--out", &out, "--account", "a"], "`TRUTO_API_TOKEN` is not set"),
        (&["--model", "crm", "--out", &out, "--description", "no.json"], "cannot read no.json"),
    ];
    for (arguments, expected) in cases {
        let output = program(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(expected), "{error}");
        assert_eq!(output.status.code(), Some(2));
    }
    assert!(!folder.exists());
}

#[test]
fn the_program_writes_checks_and_shows_drift() {
    let folder = std::env::temp_dir().join(format!("truto-codegen-check-{}", std::process::id()));
    let out = folder.join("ticketing").to_str().unwrap().to_owned();
    fs::create_dir_all(&folder).unwrap();
    let description = folder.join("ticketing.json");
    let fields = r#""id": {"type": "string", "required": true}, "name": {"type": "string"}"#;
    let json = |fields: &str| {
        format!(r#"{{"model": "ticketing", "resources": {{"tags": {{"methods": ["list"], "fields": {{{fields}}}}}}}}}"#)
    };
    fs::write(&description, json(fields)).unwrap();
    let described = description.to_str().unwrap();
    let run = |more: &[&str]| {
        let arguments = [&["--model", "ticketing", "--out", &out, "--description", described], more].concat();
        let output = program(&arguments);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(run(&["--check"]).0, Some(1));
    assert_eq!(run(&[]).0, Some(0));
    assert!(run(&["--check"]).1.starts_with("no drift"));

    fs::write(&description, json(&format!(r#"{fields}, "colour": {{"type": "string"}}"#))).unwrap();
    let (code, drift) = run(&["--check"]);
    assert_eq!(code, Some(1));
    assert!(drift.contains("pub struct Tag\n"), "{drift}");
    assert!(drift.contains("    +     pub colour: Option<String>,"), "{drift}");

    // What a person added stays, and a file of somebody else is not replaced.
    let tags = folder.join("ticketing/tags.rs");
    fs::write(&tags, fs::read_to_string(&tags).unwrap() + "\n// <keep>\nimpl Tag {}\n// </keep>\n").unwrap();
    assert_eq!(run(&[]).0, Some(0));
    let text = fs::read_to_string(&tags).unwrap();
    assert!(text.contains("pub colour") && text.contains("impl Tag {}"), "{text}");
    fs::write(&tags, "mod mine;\n").unwrap();
    assert_eq!(run(&[]).0, Some(2));
    fs::remove_dir_all(&folder).unwrap();
}
