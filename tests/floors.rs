//! Checks the floors of each crate: a room imports from lower floors only, so that imports cannot form a circle.
//!
//! The list of floors is the comment at the top of the crate's `lib.rs`; CONTRIBUTING.md shows the same lines. A floor is a
//! line, a room is a file or a folder of `src`. Rooms of one floor must not import from each other, except that `a > b` lets
//! `a` import from `b`. Tests may import from anywhere.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

const CRATES: [&str; 4] = ["truto-core", "truto-macros", "truto-sandbox", "truto-jobs"];

#[test]
fn rooms_import_from_lower_floors_only() {
    let upward: Vec<String> = CRATES.into_iter().flat_map(upward_imports).collect();
    assert!(upward.is_empty(), "a room may import from lower floors only:\n{}", upward.join("\n"));
}

#[test]
fn every_room_has_a_floor_and_every_floor_has_its_rooms() {
    for name in CRATES {
        let source = source_of(name);
        let mut documented: Vec<String> = floors_of(name).into_iter().flatten().collect();
        let mut found: Vec<String> = files_below(&source).iter().filter_map(|file| room_of(&source, file)).collect();
        documented.sort();
        found.sort();
        found.dedup();
        assert_eq!(documented, found, "the floors of {name}");
    }
}

#[test]
fn the_guide_shows_the_same_floors() {
    let guide = fs::read_to_string(workspace().join("CONTRIBUTING.md")).unwrap();
    for name in CRATES {
        for line in lines_of(name) {
            assert!(
                guide.lines().any(|shown| shown.trim() == line),
                "CONTRIBUTING.md does not show `{line}` of {name}"
            );
        }
    }
}

#[test]
fn an_upward_import_is_found() {
    let floors = vec![vec!["client".to_owned()], vec!["engine".to_owned(), "paging".to_owned()]];
    let found = |room, line| upward(&floors, room, line);
    assert_eq!(found("client", "use crate::engine::Engine;"), Vec::<&str>::new());
    assert_eq!(found("engine", "use crate::client::Client;"), ["client"]);
    assert_eq!(found("engine", "    let pages = crate::paging::start(crate::client::new());"), ["paging", "client"]);
    assert_eq!(found("engine", "use crate::engine::telemetry;"), Vec::<&str>::new());
    assert_eq!(found("engine", "/// See [`crate::client`]."), Vec::<&str>::new());
    // A name at the crate's root hides the floor that it comes from.
    assert_eq!(found("engine", "use crate::Client;"), ["Client"]);
}

#[test]
fn only_the_module_of_tests_is_left_out() {
    let text =
        "#[cfg(test)]\nmod samples;\nuse crate::a;\n#[cfg(test)]\n#[expect(lint)]\nmod tests {\n    use crate::b;\n}\n";
    let seen = without_tests(text);
    assert!(seen.contains("crate::a") && !seen.contains("crate::b"), "{seen}");
}

/// Finds the imports of a crate that do not lead down.
fn upward_imports(name: &str) -> Vec<String> {
    let (source, floors) = (source_of(name), floors_of(name));
    let mut found = Vec::new();
    for file in files_below(&source) {
        let Some(room) = room_of(&source, &file) else { continue };
        let text = fs::read_to_string(&file).unwrap();
        for (index, line) in without_tests(&text).lines().enumerate() {
            for target in upward(&floors, &room, line) {
                let shown = file.strip_prefix(workspace()).unwrap().display();
                found.push(format!("{shown}:{}: `{room}` imports from `{target}`", index + 1));
            }
        }
    }
    found
}

/// Finds the rooms that a line of `room` names and that are not on a lower floor.
fn upward<'l>(floors: &[Vec<String>], room: &str, line: &'l str) -> Vec<&'l str> {
    let floor = |name: &str| floors.iter().position(|floor| floor.iter().any(|room| room == name));
    // Comments and links in attributes do not import anything.
    let is_text = line.trim_start().starts_with("//") || line.contains("](crate::");
    let targets = line.split("crate::").skip(1).filter(|_| !is_text).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    });
    // `$crate::` and `pub(crate)` are not imports: the first is a path in the user's crate, the second has no `::`.
    let is_import = |target: &&str| !target.is_empty() && *target != room && !line.contains("$crate");
    targets.filter(is_import).filter(|target| floor(target) <= floor(room)).collect()
}

/// Returns the rooms of a crate, top to bottom. Rooms in one entry must not import from each other.
fn floors_of(name: &str) -> Vec<Vec<String>> {
    let lines = lines_of(name);
    let floors = lines.iter().flat_map(|line| line.split('>'));
    floors.map(|rooms| rooms.split_whitespace().map(str::to_owned).collect()).collect()
}

/// Returns the lines of the list in a crate's `lib.rs`.
fn lines_of(name: &str) -> Vec<String> {
    let lib = fs::read_to_string(source_of(name).join("lib.rs")).unwrap();
    let from = lib.find("// Floors, top to bottom").unwrap_or_else(|| panic!("{name}/src/lib.rs lists no floors"));
    let lines = lib[from..].lines().skip_while(|line| *line != "//").skip(1);
    lines.take_while(|line| line.starts_with("//   ")).map(|line| line[2..].trim().to_owned()).collect()
}

/// Removes the module `tests` from the source.
fn without_tests(text: &str) -> &str {
    text.split("\nmod tests {").next().unwrap_or(text)
}

/// Returns the room of a file: the first part of its path. `lib.rs`, `main.rs` and test files have no room.
fn room_of(source: &Path, file: &Path) -> Option<String> {
    let path = file.strip_prefix(source).unwrap();
    let is_test = path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
    let first = path.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs");
    (!is_test && first != "lib" && first != "main").then(|| first.to_owned())
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn source_of(name: &str) -> PathBuf {
    workspace().join(name).join("src")
}

fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
