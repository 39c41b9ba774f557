//! Rust as text: what is code in it, and what a block of it is.

use std::ops::Range;

/// The text with blanks for comments and for what stands in quotes, byte for byte.
pub(super) fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (blank, length) = match skipped(rest, out.chars().next_back()) {
            0 => (false, letter.len_utf8()),
            length => (true, length),
        };
        let (here, behind) = rest.split_at(length);
        if blank {
            out.extend(here.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(here);
        }
        rest = behind;
    }
    out
}

/// The length of the comment or literal that the text begins with; 0 where it begins with code.
fn skipped(text: &str, before: Option<char>) -> usize {
    let to = |end: Option<usize>, closing: usize| end.map_or(text.len(), |end| end + closing);
    if text.starts_with("//") {
        return to(text.find('\n'), 0);
    }
    if text.starts_with("/*") {
        return comment(text);
    }
    if let Some(text) = text.strip_prefix('"') {
        return 1 + quoted(text, '"');
    }
    let is_word = before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let raw = text.strip_prefix('r').filter(|_| !is_word);
    if let Some(raw) = raw {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let closing = format!("\"{}", "#".repeat(hashes));
            let start = 1 + hashes + 1;
            return to(text[start..].find(&closing).map(|end| start + end), closing.len());
        }
    }
    // A letter in quotes, and no lifetime.
    let mut letters = text.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('\''), Some('\\'), _) => 1 + quoted(&text[1..], '\''),
        (Some('\''), Some(letter), Some('\'')) => 2 + letter.len_utf8(),
        _ => 0,
    }
}

/// The length of a comment, which may hold others.
fn comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of what stands in quotes, the closing one included.
fn quoted(text: &str, closing: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == closing => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The innermost block of `code` around `at`, or all of it.
pub(super) fn block(code: &str, at: usize) -> Range<usize> {
    let mut open = Vec::new();
    for (place, letter) in code.char_indices() {
        match letter {
            '{' if place < at => open.push(place),
            '}' if place < at => drop(open.pop()),
            '{' => open.push(place),
            '}' => match open.pop() {
                Some(start) if start < at => return start..place,
                _ => {}
            },
            _ => {}
        }
    }
    0..code.len()
}

#[cfg(test)]
mod tests {
    use super::{block, code};

    #[test]
    fn comments_and_literals_are_no_code() {
        for (text, rest) in [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("a \"b\\\"c\" d", "a        d"),
            ("a r#\"b\"c\"# d", "a          d"),
            ("for r in 'a'..'\\'' { 'b: loop {} }", "for r in    ..     { 'b: loop {} }"),
            ("größe \"é\" x", "größe      x"),
        ] {
            assert_eq!(code(text).trim_end(), rest.trim_end(), "{text}");
            assert_eq!(code(text).len(), text.len(), "{text}");
        }
    }

    #[test]
    fn a_block_is_the_innermost_one() {
        let code = "a { b { c } d } e";
        let of = |word: &str| &code[block(code, code.find(word).unwrap())];
        assert_eq!((of("a"), of("b"), of("c"), of("d")), (code, "{ b { c } d ", "{ c ", "{ b { c } d "));
    }
}
