//! The table of the platform's resources is made from the description of the API.
//!
//! `TRUTO_PLATFORM=overwrite cargo test -p truto-sandbox --test platform table` makes it again.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

const HEADER: &str = "//! The resources of the platform, made from `truto-codegen/models/platform.json`.
//!
//! `TRUTO_PLATFORM=overwrite cargo test -p truto-sandbox --test platform table` makes this file again.

use super::resource::Kind::{Any, Bool, List, Moment, Number, Object, Text, Uuid};
use super::resource::{Resource, may, must, route};

#[rustfmt::skip]
pub(crate) static RESOURCES: &[Resource] = &[
";

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn kind(of: &str) -> &'static str {
    match of.trim_end_matches("|null") {
        "string" => "Text",
        "uuid" => "Uuid",
        "date-time" => "Moment",
        "integer" | "number" => "Number",
        "boolean" => "Bool",
        "object" | "group" => "Object",
        list if list.ends_with("[]") || list == "array" => "List",
        _ => "Any",
    }
}

/// The members of an object by name, whatever the order of `serde_json`.
fn sorted(object: Option<&Value>) -> BTreeMap<&String, &Value> {
    object.and_then(Value::as_object).into_iter().flatten().collect()
}

/// The members of a row or a body, a line for each.
fn members(out: &mut String, name: &str, members: Option<&Value>, is_required: impl Fn(&Value) -> bool) {
    // Members of members, and what the description cannot name, are not checked.
    let plain = sorted(members).into_iter().filter(|(name, _)| !name.contains(['.', '(', '<', '[']));
    let lines: Vec<String> = plain
        .map(|(name, member)| {
            let values = member["enum"].as_array().map(Vec::as_slice).unwrap_or_default();
            let presence = if is_required(member) { "must" } else { "may" };
            format!("{presence}({name:?}, {}, &{values:?}),", kind(member["type"].as_str().unwrap()))
                .replace("String(", "")
                .replace("\")", "\"")
        })
        .collect();
    if lines.is_empty() {
        writeln!(out, "        {name}: &[],").unwrap();
        return;
    }
    writeln!(out, "        {name}: &[").unwrap();
    for line in lines {
        writeln!(out, "            {line}").unwrap();
    }
    writeln!(out, "        ],").unwrap();
}

fn table(model: &Value) -> String {
    let mut out = HEADER.to_owned();
    for (name, resource) in sorted(model.get("resources")) {
        writeln!(out, "    Resource {{\n        name: {name:?},\n        routes: &[").unwrap();
        for (method, route) in sorted(resource.get("methods")) {
            let (verb, path) = (route["verb"].as_str().unwrap(), route["path"].as_str().unwrap());
            writeln!(out, "            route({method:?}, {verb:?}, {path:?}),").unwrap();
        }
        writeln!(out, "        ],").unwrap();
        members(&mut out, "fields", resource.get("fields"), |field| {
            field["nullable"] == false && field["optional"] != true
        });
        for method in ["create", "update"] {
            members(&mut out, method, resource["methods"][method].get("body"), |field| field["required"] == true);
        }
        writeln!(out, "    }},").unwrap();
    }
    out + "];\n"
}

#[test]
fn the_table_is_that_of_the_description() {
    let text = fs::read_to_string(source("../truto-codegen/models/platform.json")).unwrap();
    let model: Value = serde_json::from_str(&text).unwrap();
    let (made, path) = (table(&model), source("src/platform/table.rs"));
    if std::env::var_os("TRUTO_PLATFORM").is_some_and(|wanted| wanted == "overwrite") {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    assert!(
        kept == made,
        "`TRUTO_PLATFORM=overwrite cargo test -p truto-sandbox --test platform table` makes it again"
    );
}
