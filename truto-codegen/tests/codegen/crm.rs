//! `truto_core::crm` is what the generator writes from `models/crm.json`.

use std::fs;

use truto_codegen::description::Model;
use truto_codegen::file;
use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Registry, Style, declarations};

use crate::support::{assert_current, assert_formatted, here, workspace};

/// The model with its overrides.
pub(crate) fn model() -> Model {
    let read = |name: &str| fs::read_to_string(here().join("models").join(name)).unwrap();
    let mut model = file::read(&read("crm.json")).unwrap();
    Overrides::read(&read("crm.overrides.json")).unwrap().apply(&mut model).unwrap();
    model
}

fn style() -> Style {
    Style {
        width: 120,
        origin: "`truto-codegen/models/crm.json`".to_owned(),
        exported_as: Some("truto_core::crm".to_owned()),
        registry: Registry::WithFeature("server".to_owned()),
    }
}

#[test]
fn the_declarations_of_the_crm_are_current() {
    let files = declarations(&model(), &style()).unwrap();
    let folder = workspace().join("truto-core/src/crm");
    assert_current(&files, &folder, "the command in CONTRIBUTING.md, or this test with `TRUTO_CODEGEN=overwrite`");
}

#[test]
fn rustfmt_leaves_them_as_they_are() {
    assert_formatted(&workspace().join("truto-core/src/crm"), 120);
}

#[test]
fn two_runs_write_the_same() {
    assert_eq!(declarations(&model(), &style()).unwrap(), declarations(&model(), &style()).unwrap());
}
