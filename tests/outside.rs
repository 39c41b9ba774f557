//! Builds the crates of `fixtures/` outside of this workspace, as a user does.
//!
//! The copies share one target directory, so a second run builds only the changes of `truto-core`.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

#[test]
fn generated_code_passes_strict_lints() {
    let fixture = copy("strict");
    if !has_clippy() {
        println!("clippy is not installed: only the lints of rustc are checked");
        pass(cargo(&fixture, &["check"]));
        return;
    }
    pass(cargo(&fixture, &["clippy", "--", "-D", "warnings"]));
}

#[test]
fn a_send_can_be_spawned() {
    let output = pass(cargo(&copy("spawned"), &["run", "--quiet"]));
    let expected = "POST /unified/crm/contacts/merge
POST /unified/crm/contacts/merge
POST /unified/crm/{kind}/merge was not sent: `others` is not allowed when the entity is `leads`, only for `contacts`
";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[test]
fn the_crate_may_have_another_name() {
    let fixture = copy("renamed");
    let start = "PATCH /unified/crm/links/{id} ChangeLink { id: \"1\", entity: Contacts, accounts: Some([\"2\"]), name: Clear, \
                 notify: None, trace: ***, count: 0";
    for (features, end) in [("", " }\n"), ("notes", ", note: None }\n")] {
        let output = pass(cargo(&fixture, &["run", "--quiet", "--features", features]));
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.starts_with(&format!("{start}{end}")), "{printed}");
        assert_eq!(printed.contains("count note"), features == "notes", "{printed}");
    }
}

#[test]
fn the_page_on_rustc_explains_a_missing_crate_key() {
    let fixture = copy_as("renamed", "renamed-without-a-path");
    let source = fixture.join("src/main.rs");
    let without = fs::read_to_string(&source).unwrap().replace("#[truto(crate = api)]", "");
    let conditional = "#[cfg(feature = \"notes\")]";
    assert!(without.contains(conditional));
    // A derive expands the parts that depend on `cfg`, and rustc reports more errors there.
    fs::write(&source, without.replace(conditional, "")).unwrap();
    let output = cargo(&fixture, &["check"]).output().unwrap();
    let says = String::from_utf8_lossy(&output.stderr);
    let page = include_str!("../truto-core/src/guide/diagnostics/rustc.md");
    assert_eq!(says.matches("\nerror[").count(), 2, "one error per declaration:\n{says}");
    for words in ["unresolved import `truto_core`", "no external crate `truto_core`"] {
        assert_eq!(says.matches(words).count(), 2, "{says}");
        assert!(page.contains(words), "the page does not say: {words}");
    }
}

#[test]
fn generated_code_is_documented() {
    let fixture = copy("documented");
    pass(cargo(&fixture, &["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings -D rustdoc::broken_intra_doc_links"));
    // A user cannot fix a doctest in generated code.
    let output = pass(cargo(&fixture, &["test", "--doc"]));
    assert!(String::from_utf8_lossy(&output.stdout).contains("running 0 tests"));
}

/// Copies a fixture, and fills in the path of `truto-core` and the versions of this workspace.
fn copy(name: &str) -> PathBuf {
    copy_as(name, name)
}

/// Copies a fixture under another name, for a test that changes it.
fn copy_as(name: &str, directory_name: &str) -> PathBuf {
    // cargo runs the tests in the directory of their package.
    let root = env::current_dir().unwrap();
    let (from, to) = (root.join("fixtures").join(name), directory().join(directory_name));
    fs::create_dir_all(to.join("src")).unwrap();
    for entry in fs::read_dir(from.join("src")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join("src").join(entry.file_name())).unwrap();
    }
    let manifest = fs::read_to_string(from.join("Cargo.toml")).unwrap();
    let workspace = root.parent().unwrap().to_string_lossy().replace('\\', "/");
    let placed = manifest.replace("../../..", &workspace);
    assert_ne!(manifest, placed, "{name} does not depend on truto-core by path");
    fs::write(to.join("Cargo.toml"), placed).unwrap();
    fs::copy(root.with_file_name("Cargo.lock"), to.join("Cargo.lock")).unwrap();
    to
}

fn cargo(fixture: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(fixture).args(arguments).env("CARGO_TARGET_DIR", directory().join("target"));
    // The flags of this build must not affect the fixture.
    cargo.env_remove("RUSTFLAGS").env("CARGO_INCREMENTAL", "0").env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo
}

fn pass(mut command: impl std::borrow::BorrowMut<Command>) -> Output {
    let command = command.borrow_mut();
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn has_clippy() -> bool {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Command::new(cargo).args(["clippy", "--version"]).output().is_ok_and(|output| output.status.success())
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside")
}
