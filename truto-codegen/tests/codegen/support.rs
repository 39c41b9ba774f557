//! Paths of the workspace, and rustfmt.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use truto_codegen::output;

/// What brings the files of a test up to date.
pub(crate) const COMMAND: &str = "this test with `TRUTO_CODEGEN=overwrite`";

pub(crate) fn workspace() -> PathBuf {
    here().parent().unwrap().to_owned()
}

pub(crate) fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Asserts that the files in a folder are what the generator writes. `TRUTO_CODEGEN=overwrite` writes them.
pub(crate) fn assert_current(files: &BTreeMap<String, String>, folder: &Path, command: &str) {
    let planned = output::plan(files, folder).unwrap();
    if env::var("TRUTO_CODEGEN").is_ok_and(|what| what == "overwrite") {
        output::write(&planned).unwrap();
    } else {
        let drift = output::drift(&planned);
        assert!(drift.is_empty(), "the files are not what the generator writes; run {command}\n{drift}");
    }
}

/// Asserts that rustfmt leaves the files of a folder as they are.
pub(crate) fn assert_formatted(folder: &Path, width: usize) {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    let config = format!("max_width={width}");
    let check =
        Command::new("rustfmt").args(["--check", "--edition", "2024", "--config", &config]).args(&files).output();
    let check = check.unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

/// Asserts that each difference fits a pattern with a reason, and that each reason has a difference. A `*` stands for any text.
pub(crate) fn assert_explained(found: &[String], reasons: &[(&str, &str)]) {
    let is_known = |difference: &String| reasons.iter().any(|(pattern, _)| fits(pattern, difference));
    let unknown: Vec<&String> = found.iter().filter(|difference| !is_known(difference)).collect();
    assert!(unknown.is_empty(), "differences without a reason:\n{unknown:#?}");
    let is_used = |(pattern, _): &&(&str, &str)| found.iter().any(|difference| fits(pattern, difference));
    let stale: Vec<_> = reasons.iter().filter(|reason| !is_used(reason)).collect();
    assert!(stale.is_empty(), "reasons without a difference:\n{stale:#?}");
}

/// Whether a text fits a pattern, in which `*` stands for any text.
fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            (0..=text.len()).filter(|at| text.is_char_boundary(*at)).any(|at| fits(rest, &text[at..]))
        }),
    }
}
