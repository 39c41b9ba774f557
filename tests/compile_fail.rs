//! Programs that must not compile, and their messages: trybuild over `ui/`, and checks of the goldens themselves.
//!
//! Goldens are compared on one compiler only. On any other compiler, the same cases must fail with the same first line.
//! `TRYBUILD=overwrite cargo test -p truto-tests --test compile_fail` regenerates the goldens.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::panic, clippy::unwrap_used)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The compiler of the goldens, which `.ci` runs.
const GOLDEN_COMPILER: &str = "rustc 1.95.0";

/// The directories of `ui/` whose cases must not compile.
const GROUPS: [&str; 9] =
    ["builder", "declaration", "entity", "lists", "providers", "record", "registry", "rules", "upload"];

/// Parts of our own messages. The messages of the macros are known by their code.
const SENTENCES: [&str; 17] = [
    "` is missing required fields",
    "` is not a unified entity",
    "` is not allowed when the entity is `",
    "` is not an endpoint",
    "` is not paginated",
    "` cannot be written in bulk",
    "` does not support ",
    "` is not a provider",
    "` is not a `truto_core::File`",
    "` cannot be a field of a request",
    "expected a list of `",
    "expected a list of references to `",
    "expected an entity of `",
    "the entity is not set yet",
    "the entity is set already",
    "unused `Sending",
    "unused `CreateAssociationBuilder",
];

/// The directory of the copied cases, on a compiler without goldens. Set if the test runs for that copy.
const COPY: &str = "TRUTO_TESTS_UI_COPY";

#[test]
fn wrong_programs_do_not_compile_and_say_why() {
    if let Some(copy) = env::var_os(COPY) {
        run_trybuild(Path::new(&copy));
        return;
    }
    let compiler = compiler();
    if compiler.starts_with(&format!("{GOLDEN_COMPILER} ")) {
        run_trybuild(&ui());
        return;
    }
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    copy_cases(&copy);
    // In another process, because trybuild reads `TRYBUILD` from the environment.
    let status = Command::new(env::current_exe().unwrap())
        .args(["--exact", "wrong_programs_do_not_compile_and_say_why", "--nocapture"])
        .env(COPY, &copy)
        .env("TRYBUILD", "overwrite")
        .status()
        .unwrap();
    assert!(status.success(), "on {compiler} a case compiles, or trybuild could not run");
    let wrong: Vec<String> = cases().iter().filter_map(|case| differs(case, &copy)).collect();
    assert!(wrong.is_empty(), "on {compiler} these fail in another way:\n{}", wrong.join("\n"));
    println!("{compiler}: each case fails to compile for the same reason; no text was compared ({GOLDEN_COMPILER})");
}

#[test]
fn a_case_has_as_many_errors_as_it_has_mistakes() {
    for case in cases() {
        let source = read(&case);
        let stated = source.lines().next().and_then(|line| line.strip_prefix("// errors: "));
        let stated: usize = stated.and_then(|number| number.parse().ok()).unwrap_or_else(|| {
            panic!("{} does not start with `// errors: N`", case.display());
        });
        let golden = read(&case.with_extension("stderr"));
        assert_eq!(errors(&golden).len(), stated, "{}:\n{golden}", case.display());
        assert!(stated > 0, "{} expects no error", case.display());
    }
}

#[test]
fn the_index_shows_for_every_code_what_a_case_shows() {
    let index = include_str!("../truto-core/src/guide/diagnostics/codes.md");
    let goldens = goldens();
    let sections: Vec<(&str, &str)> =
        index.split("\n# `").filter_map(|section| section.trim_start_matches("# `").split_once("`\n")).collect();
    assert!(!sections.is_empty());
    for (code, section) in sections {
        let message: Vec<&str> = comments(section).skip_while(|line| !line.starts_with("error")).collect();
        let message = message.join("\n");
        assert!(message.ends_with(&format!(" [{code}]")), "the message of {code} does not end with it:\n{message}");
        assert!(goldens.contains(&message), "no golden shows what the index shows of {code}:\n{message}");
    }
}

#[test]
fn the_page_on_rustc_shows_what_a_case_shows() {
    let page = include_str!("../truto-core/src/guide/diagnostics/rustc.md");
    let goldens = goldens();
    let shown: Vec<&str> = comments(page).collect();
    assert!(!shown.is_empty());
    for line in shown {
        assert!(goldens.lines().any(|golden| golden == line), "no golden shows {line}");
    }
}

#[test]
fn every_code_of_a_golden_is_in_the_index() {
    let index = include_str!("../truto-core/src/guide/diagnostics.md");
    for case in cases() {
        let golden = read(&case.with_extension("stderr"));
        for code in golden.split("[truto::").skip(1).filter_map(|rest| rest.split(']').next()) {
            assert!(index.contains(&format!("| [`truto::{code}`]")), "{} has `truto::{code}`", case.display());
        }
    }
}

#[test]
fn goldens_show_only_names_that_a_user_knows() {
    for case in cases() {
        // rustc frames several lines with underscores.
        let golden = read(&case.with_extension("stderr")).replace("|__^", "").replace("|__-", "");
        for unknown in [
            "__",
            "consider implementing",
            "consider manually implementing",
            "truto_macros",
            env!("CARGO_MANIFEST_DIR"),
            "/home/",
        ] {
            assert!(!golden.contains(unknown), "{} shows `{unknown}`:\n{golden}", case.display());
        }
    }
}

#[test]
fn every_golden_has_its_case() {
    for group in GROUPS {
        for path in files(&ui().join(group)) {
            let is_golden = path.extension() == Some(OsStr::new("stderr"));
            assert!(!is_golden || path.with_extension("rs").exists(), "{} is a golden without a case", path.display());
        }
    }
}

fn run_trybuild(ui: &Path) {
    let cases = trybuild::TestCases::new();
    for group in GROUPS {
        cases.compile_fail(ui.join(group).join("*.rs"));
    }
}

/// How the message of `case` in `copy` differs from its golden.
fn differs(case: &Path, copy: &Path) -> Option<String> {
    let name = case.strip_prefix(ui()).ok()?;
    let (golden, found) = (read(&case.with_extension("stderr")), read(&copy.join(name).with_extension("stderr")));
    let (expected, first) = (errors(&golden).first()?.to_owned(), errors(&found).first().copied().unwrap_or_default());
    let is_ours = golden.contains("[truto::E") || SENTENCES.iter().any(|sentence| expected.contains(sentence));
    // Other versions of rustc may change its sentences, but not their codes.
    let same = if is_ours { first == expected } else { code(first) == code(expected) };
    (!same).then(|| format!("{}: expected `{expected}`, found `{first}`", name.display()))
}

/// The comments in the examples of a page, which are messages.
fn comments(page: &str) -> impl Iterator<Item = &str> {
    page.lines().filter_map(|line| line.trim_start().strip_prefix("// "))
}

/// All goldens, concatenated.
fn goldens() -> String {
    cases().iter().map(|case| read(&case.with_extension("stderr"))).collect()
}

/// The first line of each error, without the summary at the end.
fn errors(golden: &str) -> Vec<&str> {
    let summary = |line: &str| line.starts_with("error: could not compile") || line.starts_with("error: aborting");
    golden.lines().filter(|line| line.starts_with("error") && !summary(line)).collect()
}

/// The code of a line, such as `error[E0277]`.
fn code(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

fn copy_cases(copy: &Path) {
    // Remove the results of an earlier run.
    let _ = fs::remove_dir_all(copy);
    for case in cases() {
        let to = copy.join(case.strip_prefix(ui()).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&case, to).unwrap();
    }
}

fn cases() -> Vec<PathBuf> {
    let all = GROUPS.iter().flat_map(|group| files(&ui().join(group)));
    all.filter(|path| path.extension() == Some(OsStr::new("rs"))).collect()
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Relative to the package, where cargo runs tests, so that trybuild keeps the lines and columns of a case.
fn ui() -> PathBuf {
    PathBuf::from("ui")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
