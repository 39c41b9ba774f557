//! JSON Schemas of every dialect, in `tests/schemas/`: each with the fields that it means.

use std::fs;

use truto_codegen::description::{Field, Kind};
use truto_codegen::schema::Reader;
use truto_codegen::tree::Tree;

use crate::support::here;

/// The fixtures by name.
pub(crate) fn fixtures() -> Vec<(String, Tree)> {
    let files = fs::read_dir(here().join("tests/schemas")).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    };
    let mut fixtures: Vec<(String, Tree)> = files.map(read).collect();
    fixtures.sort_by(|one, other| one.0.cmp(&other.0));
    fixtures
}

/// The fields of a fixture.
pub(crate) fn fields(fixture: &Tree) -> Vec<Field> {
    let resources = ["contacts", "tickets"].map(str::to_owned);
    Reader::new(fixture.get("schema").unwrap(), &resources).fields()
}

#[test]
fn every_dialect_means_what_its_author_meant() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 20, "only {} fixtures were found", fixtures.len());
    for (name, fixture) in fixtures {
        let found: Vec<(String, String)> =
            fields(&fixture).iter().map(|field| (field.wire.clone(), shown(field))).collect();
        let expected = fixture.get("fields").unwrap().members();
        let expected: Vec<(String, String)> =
            expected.map(|(wire, kind)| (wire.to_owned(), kind.text().unwrap().to_owned())).collect();
        assert_eq!(found, expected, "{name}: {}", fixture.text_of("about").unwrap());
    }
}

fn shown(field: &Field) -> String {
    let required = if field.is_required { ", required" } else { "" };
    let secret = if field.is_secret { ", secret" } else { "" };
    format!("{}{required}{secret}", kind(&field.kind))
}

fn kind(of: &Kind) -> String {
    match of {
        Kind::Text => "text".to_owned(),
        Kind::Integer => "integer".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Time => "time".to_owned(),
        Kind::Id(target) => format!("id of {target}"),
        Kind::Choice { values, .. } => values.join("|"),
        Kind::Object { fields, .. } => {
            let members: Vec<String> =
                fields.iter().map(|field| format!("{}: {}", field.wire, kind(&field.kind))).collect();
            format!("{{{}}}", members.join(", "))
        }
        Kind::Reference(target) => format!("-> {target}"),
        Kind::List(item) => format!("[{}]", kind(item)),
        Kind::Map(value) => format!("map of {}", kind(value)),
        Kind::Order(fields) => format!("order by {}", fields.join(", ")),
        Kind::Any(why) if why.is_empty() => "any".to_owned(),
        Kind::Any(why) => format!("any: {why}"),
    }
}
