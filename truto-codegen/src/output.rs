//! Files of declarations in a folder: written, or compared with what is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use similar::{Algorithm, ChangeTag, capture_diff_slices};

use crate::error::Error;
use crate::keep::carried_over;
use crate::write::PAGE;

/// The first words of a file that was generated.
const MARK: &str = "// Written by truto-codegen";

/// What a file must hold.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds now. `None` if it is not there.
    pub old: Option<String>,
    /// What it must hold. `None` if its resource is gone.
    pub new: Option<String>,
}

/// Compares declarations with a folder. The page of `src/ticketing` is `src/ticketing.rs`, or `src/ticketing/mod.rs` if that is
/// there. What a person kept in the old files is in the new ones.
///
/// # Errors
/// If a file cannot be read, was not generated, or has a mark without its partner.
pub fn plan(files: &BTreeMap<String, String>, folder: &Path) -> Result<Vec<Planned>, Error> {
    let mut planned = Vec::new();
    for (name, text) in files {
        let path =
            if name == PAGE && !folder.join(PAGE).exists() { folder.with_extension("rs") } else { folder.join(name) };
        let old = read(&path)?;
        if old.as_ref().is_some_and(|old| !old.starts_with(MARK)) {
            let what = format!("{} was not written by truto-codegen", path.display());
            return Err(Error::new(format!("{what}: move it away, or choose another folder")));
        }
        let new = carried_over(old.as_deref().unwrap_or_default(), text, &path.display().to_string())?;
        planned.push(Planned { path, old, new: Some(new) });
    }
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(Result::ok).map(|entry| entry.path()).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(cannot("read", folder, &error)),
    };
    let mut gone: Vec<PathBuf> = entries;
    gone.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    gone.retain(|path| !planned.iter().any(|planned| planned.path == *path));
    gone.sort();
    for path in gone {
        let old = read(&path)?.filter(|old| old.starts_with(MARK));
        if old.is_some() {
            planned.push(Planned { path, old, new: None });
        }
    }
    Ok(planned)
}

fn read(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", path, &error)),
    }
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Error {
    Error::new(format!("cannot {what} {}: {error}; check the path and its permissions", path.display()))
}

/// Brings the files to what they must hold, and returns a line for each that changed.
///
/// # Errors
/// If a file cannot be written.
pub fn write(planned: &[Planned]) -> Result<Vec<String>, Error> {
    let mut report = Vec::new();
    for file in planned.iter().filter(|file| file.old != file.new) {
        let shown = file.path.display();
        let Some(new) = &file.new else {
            report.push(format!("left alone {shown}: its resource is gone; delete it"));
            continue;
        };
        if let Some(folder) = file.path.parent() {
            fs::create_dir_all(folder).map_err(|error| cannot("make", folder, &error))?;
        }
        fs::write(&file.path, new).map_err(|error| cannot("write", &file.path, &error))?;
        report.push(format!("{} {shown}", if file.old.is_some() { "changed" } else { "wrote" }));
    }
    Ok(report)
}

/// The differences between the files and what they must hold, as a readable diff. Empty if they agree.
#[must_use]
pub fn drift(planned: &[Planned]) -> String {
    let mut out = String::new();
    for file in planned.iter().filter(|file| file.old != file.new) {
        let old: Vec<&str> = file.old.as_deref().unwrap_or_default().lines().collect();
        let new: Vec<&str> = file.new.as_deref().unwrap_or_default().lines().collect();
        let note = match (&file.old, &file.new) {
            (None, _) => " (not there)",
            (_, None) => " (its resource is gone)",
            _ => "",
        };
        let _ = writeln!(out, "{}{note}", file.path.display());
        if file.old.is_some() && file.new.is_some() {
            hunks(&mut out, &old, &new);
        }
        out.push('\n');
    }
    out
}

/// A line of a diff.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    /// It is in both, at this place of the old text.
    Same(usize),
    Removed(usize),
    Added(usize),
}

/// Writes the lines that differ, each group under the item that it belongs to.
fn hunks(out: &mut String, old: &[&str], new: &[&str]) {
    const CONTEXT: usize = 2;
    let lines = compared(old, new);
    let mut shown_until = 0;
    let mut at = 0;
    while at < lines.len() {
        if matches!(lines[at], Line::Same(_)) {
            at += 1;
            continue;
        }
        let from = at.saturating_sub(CONTEXT).max(shown_until);
        let mut until = at;
        let mut same = 0;
        while until < lines.len() && same <= 2 * CONTEXT {
            same = if matches!(lines[until], Line::Same(_)) { same + 1 } else { 0 };
            until += 1;
        }
        let until = until - same.saturating_sub(CONTEXT).min(until);
        let item = lines[..=at].iter().rev().find_map(|line| match line {
            Line::Same(index) | Line::Removed(index) => Some(old[*index]).filter(|text| text.starts_with("pub ")),
            Line::Added(index) => Some(new[*index]).filter(|text| text.starts_with("pub ")),
        });
        let _ = writeln!(out, "  {}", item.map_or("the head of the file", |item| item.trim_end_matches(['{', ' '])));
        for line in &lines[from..until] {
            let _ = match line {
                Line::Same(index) => writeln!(out, "      {}", old[*index]),
                Line::Removed(index) => writeln!(out, "    - {}", old[*index]),
                Line::Added(index) => writeln!(out, "    + {}", new[*index]),
            };
        }
        shown_until = until;
        at = until;
    }
}

/// Compares two texts line by line.
fn compared(old: &[&str], new: &[&str]) -> Vec<Line> {
    let changes = capture_diff_slices(Algorithm::Myers, old, new);
    let lines = changes.iter().flat_map(|change| change.iter_changes(old, new));
    lines
        .filter_map(|line| match line.tag() {
            ChangeTag::Equal => line.old_index().map(Line::Same),
            ChangeTag::Delete => line.old_index().map(Line::Removed),
            ChangeTag::Insert => line.new_index().map(Line::Added),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Planned, drift};

    #[test]
    fn drift_names_the_item_that_changed() {
        let planned = Planned {
            path: "src/ticketing/tags.rs".into(),
            old: Some("pub struct Tag {\n    pub id: u8,\n    pub name: String,\n}\n".to_owned()),
            new: Some(
                "pub struct Tag {\n    pub id: u8,\n    pub name: Option<String>,\n    pub colour: u8,\n}\n".to_owned(),
            ),
        };
        let expected = "src/ticketing/tags.rs\n  pub struct Tag\n      pub struct Tag {\n          pub id: u8,\n    -     pub name: String,\n    +     pub name: Option<String>,\n    +     pub colour: u8,\n      }\n\n";
        assert_eq!(drift(&[planned]), expected);
    }

    #[test]
    fn files_that_agree_have_no_drift() {
        let same = Planned { path: "a.rs".into(), old: Some("a\n".to_owned()), new: Some("a\n".to_owned()) };
        assert_eq!(drift(&[same]), "");
    }
}
