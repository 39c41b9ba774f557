//! What a person added to a generated file, between the lines `// <keep>` and `// </keep>`.

use crate::error::Error;

const OPEN: &str = "// <keep>";
const CLOSE: &str = "// </keep>";

/// Lines that are kept, with the lines before them that say where they belong.
struct Kept<'t> {
    /// The generated lines before, nearest first, each with the number of equal lines before it.
    before: Vec<(&'t str, usize)>,
    /// The lines, with the marks.
    lines: Vec<&'t str>,
    /// Whether an empty line stands before, and behind.
    spaced: (bool, bool),
}

/// The new text with the kept lines of the old text, each behind the line that it stood behind.
///
/// If that line is gone, they stand behind the nearest line before it that is still there.
///
/// # Errors
/// If a mark has no partner.
pub(crate) fn carried_over(old: &str, new: &str, file: &str) -> Result<String, Error> {
    let kept = kept(old, file)?;
    if kept.is_empty() {
        return Ok(new.to_owned());
    }
    let mut lines: Vec<String> = new.lines().map(str::to_owned).collect();
    // From the last, so that the places before stay what they are.
    for kept in kept.iter().rev() {
        let at = kept.before.iter().find_map(|(line, number)| place(&lines, line, *number)).map_or(0, |at| at + 1);
        let mut text: Vec<String> = Vec::new();
        text.extend(kept.spaced.0.then(String::new));
        text.extend(kept.lines.iter().map(|line| (*line).to_owned()));
        text.extend((kept.spaced.1 && lines.get(at).is_some_and(|next| !next.is_empty())).then(String::new));
        lines.splice(at..at, text);
    }
    Ok(lines.join("\n") + "\n")
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
                let spaced_before = generated.last().is_some_and(|line| line.is_empty());
                let spaced_behind = lines.get(at + length + 1).is_some_and(|line| line.is_empty());
                let before = generated.iter().enumerate().rev().filter(|(_, line)| !line.is_empty());
                let before = before
                    .map(|(index, line)| (*line, generated[..index].iter().filter(|other| *other == line).count()));
                found.push(Kept {
                    before: before.collect(),
                    lines: lines[at..=at + length].to_vec(),
                    spaced: (spaced_before, spaced_behind),
                });
                if spaced_before && spaced_behind {
                    generated.pop();
                }
                at += length + 1;
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
    Ok(found)
}

/// Where the line occurs for this time, counted from 0.
fn place(lines: &[String], line: &str, number: usize) -> Option<usize> {
    lines.iter().enumerate().filter(|(_, candidate)| *candidate == line).map(|(at, _)| at).nth(number)
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
    fn a_mark_without_its_partner_is_refused() {
        for text in ["// <keep>\n", "// </keep>\n", "// <keep>\n// <keep>\n// </keep>\n"] {
            let error = carried_over(text, "", "x.rs").unwrap_err().to_string();
            assert!(error.contains("x.rs, line"), "{error}");
        }
    }
}
