//! Documentation comments from anybody's text.
//!
//! A description comes from a server. It cannot leave its comment, and it is no Markdown: it makes no link, no heading, no HTML
//! and no code block, which rustdoc would run as a test.

use crate::description::Text;

/// Words that look like names of items, and that `clippy::doc_markdown` knows: some of its `doc-valid-idents`.
const KNOWN: &[&str] = &[
    "DirectX",
    "GitHub",
    "GitLab",
    "GraphQL",
    "JavaScript",
    "MacOS",
    "NaN",
    "OAuth",
    "OpenSSL",
    "PostgreSQL",
    "TypeScript",
    "WebSocket",
];

/// The longest text of one description, in characters. A longer one is cut.
const LONGEST: usize = 600;

/// The documentation of an item: paragraphs, each made of sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Docs {
    paragraphs: Vec<String>,
}

impl Docs {
    /// One paragraph of these sentences.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Self {
        let mut docs = Self::default();
        docs.add(texts);
        docs
    }

    /// Adds a paragraph. Texts that are empty are left out.
    pub(crate) fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        let sentences: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).map(sentence).collect();
        if !sentences.is_empty() {
            self.paragraphs.push(sentences.join(" "));
        }
    }

    /// Adds a paragraph of our own text, as it is.
    pub(crate) fn add_ours(&mut self, text: impl Into<String>) {
        self.paragraphs.push(text.into());
    }

    /// Adds lines of our own that are not wrapped, such as a table or an example.
    pub(crate) fn add_block(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().collect();
        self.paragraphs.push(lines.join("\n"));
    }

    /// Whether nothing was added.
    pub(crate) const fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The lines of the comment, each with `mark` (`///`), and with `indent` before it.
    pub(crate) fn lines(&self, indent: usize, mark: &str, width: usize) -> String {
        let before = format!("{}{mark}", " ".repeat(indent));
        let mut out = String::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if at > 0 {
                out.push_str(&before);
                out.push('\n');
            }
            let is_block = paragraph.contains('\n');
            let lines = if is_block {
                paragraph.lines().map(|line| line.replace('\u{a0}', " ")).collect()
            } else {
                wrapped(paragraph, width.saturating_sub(before.len() + 1).max(20))
            };
            for line in lines {
                out.push_str(format!("{before} {line}").trim_end());
                out.push('\n');
            }
        }
        out
    }
}

/// The first paragraph of a text as a sentence: `record id` is `Record id.`
pub(crate) fn sentence(text: &Text) -> String {
    let mut shown = match text {
        Text::Ours(text) => ours(text),
        Text::Foreign(text) => foreign(text),
    };
    if let Some(first) = shown.chars().next().filter(char::is_ascii_lowercase) {
        let rest = shown.split_off(1);
        shown = format!("{}{rest}", first.to_ascii_uppercase());
    }
    if !shown.is_empty() && !shown.ends_with(['.', '!', '?', '…']) {
        shown = shown.trim_end_matches([':', ',', ';']).to_owned();
        shown.push('.');
    }
    shown
}

/// Our own text: code stays code, and what clippy takes for a name becomes code.
fn ours(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return foreign(text);
    }
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 1 {
            let code = part.split_whitespace().collect::<Vec<_>>().join("\u{a0}");
            out.extend(["`", &code, "`"]);
            continue;
        }
        let is_in_link = |token: &str| token.contains("](") || token.starts_with('<') || token.ends_with('>');
        let pieces = part.split_inclusive(char::is_whitespace).map(|piece| {
            let token = piece.trim_end();
            let space = if token.len() < piece.len() { " " } else { "" };
            let token = if is_in_link(token) { token.to_owned() } else { coded(token, str::to_owned) };
            format!("{token}{space}")
        });
        out.extend(pieces);
    }
    // A space inside of code does not break a line.
    out.split(' ').filter(|token| !token.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Somebody else's text, so that every character of it is seen.
fn foreign(text: &str) -> String {
    let clean: String = text.chars().take(LONGEST).map(|c| if is_unseen(c) { ' ' } else { c }).collect();
    let shown = |token: &str| if is_plain_code(token) { token.to_owned() } else { coded(token, escaped) };
    let tokens = clean.split_whitespace().map(shown);
    let mut shown = tokens.collect::<Vec<_>>().join(" ");
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// Whether a token is a name that its author marked as code.
fn is_plain_code(token: &str) -> bool {
    let inner =
        token.trim_end_matches([',', '.', ';', ':']).strip_prefix('`').and_then(|token| token.strip_suffix('`'));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    inner.is_some_and(|inner| !inner.is_empty() && inner.chars().all(is_plain))
}

/// Characters that end a line, or that show a text in another order than it has.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The token, as code if clippy would take it for a name, or if it is an address.
fn coded(token: &str, escape: impl Fn(&str) -> String) -> String {
    let core = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let is_address =
        token.contains("()") || token.contains("://") || token.to_ascii_lowercase().contains("javascript:");
    let is_name = core.contains('_') || core.contains("::") || is_camel_case(core);
    if !is_address && !is_name {
        return escape(token);
    }
    let core = if is_address { token } else { core };
    let (before, after) = token.split_once(core).unwrap_or(("", ""));
    format!("{}`{}`{}", escape(before), core.replace('`', "'"), escape(after))
}

/// `HubSpot`, and not `API` or `Close`.
fn is_camel_case(word: &str) -> bool {
    let is_word = word.chars().all(|c| c.is_ascii_alphanumeric());
    let large = word.chars().filter(char::is_ascii_uppercase).count();
    let singular = word.strip_suffix('s').unwrap_or(word);
    let has_small = singular.chars().any(|c| c.is_ascii_lowercase());
    // clippy knows these.
    let is_known = KNOWN.contains(&word);
    !is_known && is_word && word.starts_with(|c: char| c.is_ascii_uppercase()) && large > 1 && has_small
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Lines of at most `width` characters. No line begins with what Markdown takes for a list or a rule.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for token in text.split(' ') {
        // The space inside of code.
        let token = token.replace('\u{a0}', " ");
        let fits = |line: &String| line.chars().count() + 1 + token.chars().count() <= width;
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(&token);
            }
            None => lines.push(at_the_start(token)),
        }
    }
    lines
}

fn at_the_start(token: String) -> String {
    let digits = token.chars().take_while(char::is_ascii_digit).count();
    match token.chars().nth(digits) {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{token}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &token[..digits], &token[digits..]),
        _ => token,
    }
}

/// Wire names as code, joined by commas: `` `a`, `b` ``.
pub(crate) fn codes(names: &[String]) -> String {
    names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", ")
}

/// A wire name as code, whatever is in it.
pub(crate) fn code(name: &str) -> String {
    let clean: String = name.chars().take(80).map(|c| if is_unseen(c) || c == '`' { '\'' } else { c }).collect();
    let clean = clean.trim();
    if clean.is_empty() { "the empty string".to_owned() } else { format!("`{}`", clean.replace(' ', "\u{a0}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        sentence(&Text::Foreign(text.to_owned()))
    }

    #[test]
    fn a_description_is_a_sentence() {
        assert_eq!(shown("record id"), "Record id.");
        assert_eq!(shown("  Is it  there? "), "Is it there?");
        assert_eq!(shown("only for `leads`, `contacts`."), "Only for `leads`, `contacts`.");
        assert_eq!(shown("key used inside custom_fields"), "Key used inside `custom_fields`.");
        assert_eq!(shown("required by HubSpot, Close"), "Required by `HubSpot`, Close.");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn a_hostile_description_stays_text() {
        let text = shown(
            "x\n*/ pub fn evil() {}\r\n```rust\nstd::process::exit(1)\n``` [a](javascript:alert) <script> \u{202e}",
        );
        assert!(!text.contains(['\n', '\r', '\u{202e}']), "{text}");
        assert!(!text.contains("```rust"), "{text}");
        assert!(text.contains("\\<script\\>"), "{text}");
        assert!(text.contains("`[a](javascript:alert)`"), "{text}");
        assert_eq!(shown("see https://evil.example/x."), "See `https://evil.example/x.`.");
        assert!(shown(&"a".repeat(5000)).chars().count() < 610);
    }

    #[test]
    fn our_own_text_keeps_its_code() {
        let text = |text: &str| sentence(&Text::Ours(text.to_owned()));
        assert_eq!(
            text("the `name` of custom_fields, see [`Contact`]"),
            "The `name` of `custom_fields`, see [`Contact`]."
        );
        assert_eq!(text("an odd ` is text"), "An odd \\` is text.");
    }

    #[test]
    fn no_line_begins_a_list() {
        let docs =
            Docs { paragraphs: vec!["aaaa aaaa aaaa aaaa - b 1. c".to_owned(), "- `in\u{a0}progress`".to_owned()] };
        assert_eq!(
            docs.lines(4, "///", 28),
            "    /// aaaa aaaa aaaa aaaa\n    /// \\- b 1. c\n    ///\n    /// \\- `in progress`\n"
        );
    }
}
