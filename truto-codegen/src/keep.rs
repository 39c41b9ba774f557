//! What a person added to a generated file, between the lines `// <keep>` and `// </keep>`.

use std::collections::HashMap;
use std::ops::Range;

use crate::error::Error;

const OPEN: &str = "// <keep>";
const CLOSE: &str = "// </keep>";

/// Lines that are kept, and where they belong.
///
/// A generated file is made of paragraphs: an item with its documentation, or lines of `use`. An empty line ends each.
struct Kept<'t> {
    /// The keys of the paragraphs before, nearest first.
    paragraphs: Vec<Key<'t>>,
    /// The lines before within the first of these paragraphs, nearest first, if the kept lines stand inside it.
    inside: Option<Vec<Key<'t>>>,
    /// The lines, with the marks.
    lines: Vec<&'t str>,
    /// Whether an empty line stands before, and behind.
    spaced: (bool, bool),
}

/// A text, and how many equal texts stand before it.
type Key<'t> = (&'t str, usize);

/// The new text with the kept lines of the old text.
///
/// Lines inside an item stay in this item, behind the line that they stood behind. Lines between items stay behind the item that
/// they stood behind. If that line or item is gone, they stand behind the nearest before it that is still there.
///
/// # Errors
/// If a mark has no partner.
pub(crate) fn carried_over(old: &str, new: &str, file: &str) -> Result<String, Error> {
    let kept = kept(old, file)?;
    if kept.is_empty() {
        return Ok(new.to_owned());
    }
    let generated: Vec<&str> = new.lines().collect();
    let places: Vec<usize> = kept.iter().map(|kept| kept.place(&generated)).collect();
    let mut lines = Vec::new();
    for at in 0..=generated.len() {
        let next = generated.get(at).copied();
        let mut here = kept.iter().zip(&places).filter(|(_, place)| **place == at).map(|(kept, _)| kept).peekable();
        while let Some(kept) = here.next() {
            lines.extend(kept.spaced.0.then_some(""));
            lines.extend(&kept.lines);
            let is_followed = here.peek().is_none() && next.is_some_and(|next| !next.is_empty());
            lines.extend((kept.spaced.1 && is_followed).then_some(""));
        }
        lines.extend(next);
    }
    Ok(lines.join("\n") + "\n")
}

impl<'t> Kept<'t> {
    /// Lines that stand before the generated line of this number.
    fn new(lines: Vec<&'t str>, spaced: (bool, bool), at: usize, generated: &[&'t str]) -> Self {
        let mut before = paragraphs(generated);
        before.retain(|(_, range)| range.start < at);
        let inside = before.last().filter(|(_, range)| at < range.end);
        let inside = inside.map(|(_, range)| backwards(generated[range.start..at].iter().copied()));
        Self { paragraphs: backwards(before.into_iter().map(|(key, _)| key)), inside, lines, spaced }
    }

    /// The number of the generated line that they stand before.
    fn place(&self, generated: &[&str]) -> usize {
        let found = paragraphs(generated);
        let mut nearest = self.paragraphs.iter().enumerate().filter_map(|(distance, (key, number))| {
            let range = found.iter().filter(|(other, _)| other == key).map(|(_, range)| range).nth(*number)?;
            Some((distance, range.clone()))
        });
        let Some((distance, range)) = nearest.next() else { return 0 };
        let Some(before) = self.inside.as_ref().filter(|_| distance == 0) else { return range.end };
        let in_it = &generated[range.clone()];
        let place = before.iter().find_map(|(line, number)| {
            in_it.iter().enumerate().filter(|(_, other)| *other == line).map(|(at, _)| at).nth(*number)
        });
        place.map_or(range.start, |at| range.start + at + 1)
    }
}

/// The paragraphs with their keys: the first line that is neither documentation nor an attribute, without its brackets.
fn paragraphs<'t>(lines: &[&'t str]) -> Vec<(&'t str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut start = 0;
    for paragraph in lines.split(|line| line.is_empty()) {
        let range = start..start + paragraph.len();
        start = range.end + 1;
        let head = paragraph.iter().find(|line| !line.starts_with("//") && !line.starts_with('#'));
        let head = head.or_else(|| paragraph.first());
        found.extend(head.map(|head| (head.trim_end_matches([' ', '{', '}', ';']), range)));
    }
    found
}

/// The texts from the last, each with the number of equal texts before it.
fn backwards<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Key<'t>> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut keys: Vec<Key<'t>> = texts
        .map(|text| {
            let number = seen.entry(text).or_default();
            *number += 1;
            (text, *number - 1)
        })
        .collect();
    keys.reverse();
    keys
}

fn kept<'t>(old: &'t str, file: &str) -> Result<Vec<Kept<'t>>, Error> {
    let lines: Vec<&str> = old.lines().collect();
    let mut generated: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match lines[at].trim() {
            OPEN => {
                let length = lines[at..].iter().position(|line| line.trim() == CLOSE);
                let is_nested = |length: &usize| lines[at + 1..at + length].iter().any(|line| line.trim() == OPEN);
                let Some(length) = length.filter(|length| !is_nested(length)) else {
                    let what = format!("{file}, line {}: `{OPEN}` has no `{CLOSE}`", at + 1);
                    return Err(Error::new(format!("{what}: add it below the lines that are to stay")));
                };
                let kept = &lines[at..=at + length];
                at += length + 1;
                let is_spaced = |line: Option<&&str>| line.is_some_and(|line| line.is_empty());
                let spaced = (is_spaced(generated.last()), is_spaced(lines.get(at)));
                // Inside an item all empty lines are the person's. Between items one of two is.
                let next = lines[at..].iter().find(|line| !line.is_empty());
                let is_inside = next.is_some_and(|line| line.starts_with([' ', '}', ')', ']']));
                if spaced.0 && (spaced.1 || is_inside) {
                    generated.pop();
                }
                at += usize::from(spaced.1 && is_inside);
                found.push((kept.to_vec(), spaced, generated.len()));
            }
            CLOSE => {
                let what = format!("{file}, line {}: `{CLOSE}` has no `{OPEN}`", at + 1);
                return Err(Error::new(format!("{what}: add it above the lines that are to stay")));
            }
            _ => {
                generated.push(lines[at]);
                at += 1;
            }
        }
    }
    Ok(found.into_iter().map(|(lines, spaced, at)| Kept::new(lines, spaced, at, &generated)).collect())
}

#[cfg(test)]
mod tests {
    use super::carried_over;

    const OLD: &str = "struct A {\n    a: u8,\n    // <keep>\n    mine: u8,\n    // </keep>\n}\n\nstruct B {\n    a: u8,\n}\n\n// <keep>\nimpl B {}\n// </keep>\n";

    #[test]
    fn what_a_person_added_stays_where_it_was() {
        let new = "struct A {\n    a: u8,\n    b: u8,\n}\n\nstruct B {\n    a: u8,\n}\n";
        let text = carried_over(OLD, new, "x.rs").unwrap();
        let expected = "struct A {\n    a: u8,\n    // <keep>\n    mine: u8,\n    // </keep>\n    b: u8,\n}\n\nstruct B {\n    a: u8,\n}\n\n// <keep>\nimpl B {}\n// </keep>\n";
        assert_eq!(text, expected);
        assert_eq!(carried_over(&text, new, "x.rs").unwrap(), expected);
    }

    #[test]
    fn lines_whose_place_is_gone_stand_behind_the_line_before() {
        let text = carried_over(OLD, "struct A {\n}\n", "x.rs").unwrap();
        assert!(text.contains("struct A {\n    // <keep>\n    mine: u8,"), "{text}");
        assert!(text.contains("impl B {}"), "{text}");
    }

    #[test]
    fn lines_between_items_stay_between_items() {
        // Fewer braces than before, and other items around.
        for (new, expected) in [
            (
                "struct Z {\n    z: u8,\n}\n\n/// A b.\nstruct B {}\n\nstruct C {\n    a: u8,\n}\n",
                "/// A b.\nstruct B {}\n\n// <keep>\nimpl B {}\n// </keep>\n\nstruct C {\n    a: u8,\n}\n",
            ),
            ("struct A {\n    b: u8,\n}\n", "    b: u8,\n}\n\n// <keep>\nimpl B {}\n// </keep>\n"),
        ] {
            let text = carried_over(OLD, new, "x.rs").unwrap();
            assert!(text.contains(expected), "{text}");
            assert_eq!(carried_over(&text, new, "x.rs").unwrap(), text);
        }
    }

    #[test]
    fn lines_inside_an_item_stay_in_this_item() {
        let new = "struct Z {\n    a: u8,\n}\n\nstruct A {\n    c: u8,\n    a: u8,\n}\n";
        let text = carried_over(OLD, new, "x.rs").unwrap();
        assert!(text.contains("    c: u8,\n    a: u8,\n    // <keep>\n    mine: u8,\n    // </keep>\n}"), "{text}");
        let attribute = "/// A.\n#[derive(Debug)]\n// <keep>\n#[derive(Hash)]\n// </keep>\nstruct A;\n";
        let text = carried_over(attribute, "struct Z;\n\n/// B.\n#[derive(Debug)]\nstruct A;\n", "x.rs").unwrap();
        assert_eq!(text, format!("struct Z;\n\n{}", attribute.replace("/// A.", "/// B.")));
    }

    #[test]
    fn empty_lines_around_lines_inside_an_item_are_kept() {
        for old in [
            "struct A {\n    a: u8,\n\n    // <keep>\n    mine: u8,\n    // </keep>\n\n    b: u8,\n}\n",
            "struct A {\n    a: u8,\n    b: u8,\n\n    // <keep>\n    mine: u8,\n    // </keep>\n}\n",
        ] {
            assert_eq!(carried_over(old, "struct A {\n    a: u8,\n    b: u8,\n}\n", "x.rs").unwrap(), old);
        }
    }

    #[test]
    fn neighbours_stay_in_their_order() {
        let old = "struct A;\n\n// <keep>\nimpl A {}\n// </keep>\n\n// <keep>\nfn a() {}\n// </keep>\n\nstruct B;\n";
        assert_eq!(carried_over(old, "struct A;\n\nstruct B;\n", "x.rs").unwrap(), old);
    }

    #[test]
    fn a_mark_without_its_partner_is_refused() {
        for text in ["// <keep>\n", "// </keep>\n", "// <keep>\n// <keep>\n// </keep>\n"] {
            let error = carried_over(text, "", "x.rs").unwrap_err().to_string();
            assert!(error.contains("x.rs, line"), "{error}");
        }
    }
}
