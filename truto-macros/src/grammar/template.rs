//! The path template: `/unified/crm/contacts/{id}`.

use proc_macro2::{Literal, Span};

use crate::diag::{Code, Sink};

/// A path template whose text is a path.
pub(crate) struct Template {
    pub(crate) text: String,
    pub(crate) literal: Literal,
    pub(crate) placeholders: Vec<String>,
}

impl Template {
    /// Reads the template, or says why it cannot be a path.
    pub(crate) fn parse(text: String, literal: Literal, sink: &mut Sink) -> Option<Self> {
        let span = literal.span();
        let mut placeholders: Vec<String> = Vec::new();
        if let Err(problem) = scan(&text, &mut placeholders) {
            report(&text, &problem, span, sink);
            return None;
        }
        Some(Self { text, literal, placeholders })
    }

    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }
}

/// What is wrong with a template, where, and how to mend it.
struct Problem {
    at: usize,
    what: String,
    fix: String,
}

fn problem<T>(at: usize, what: impl Into<String>, fix: impl Into<String>) -> Result<T, Problem> {
    Err(Problem { at, what: what.into(), fix: fix.into() })
}

fn scan(text: &str, placeholders: &mut Vec<String>) -> Result<(), Problem> {
    if let Some(scheme) = text.find("://") {
        return problem(scheme, "expected a path, found a whole URL", "leave out scheme and host: the client has them");
    }
    if !text.starts_with('/') {
        return problem(0, "the path does not start with a slash", format!("write \"/{text}\""));
    }
    let mut at = 1;
    let segments: Vec<&str> = text[1..].split('/').collect();
    let last = segments.len() - 1;
    for (index, segment) in segments.iter().enumerate() {
        scan_segment(segment, at, index == last, placeholders)?;
        at += segment.len() + 1;
    }
    Ok(())
}

fn scan_segment(segment: &str, at: usize, is_last: bool, placeholders: &mut Vec<String>) -> Result<(), Problem> {
    match segment {
        "" if is_last => return problem(at.saturating_sub(1), "the path ends with a slash", "leave it out"),
        "" => return problem(at, "the path has an empty segment", "leave out the second slash"),
        "." | ".." => return problem(at, format!("`{segment}` names another path"), "write the path that is meant"),
        _ => {}
    }
    if let Some(name) = foreign_placeholder(segment) {
        return problem(at, format!("`{segment}` is no placeholder"), format!("did you mean `{{{name}}}`?"));
    }
    if let Some(name) = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        if !is_name(name) {
            return problem(at, format!("`{{{name}}}` names no field"), "put a field's name between the braces");
        }
        if placeholders.iter().any(|known| known == name) {
            return problem(
                at,
                format!("the placeholder `{{{name}}}` occurs twice"),
                "give the second one a field of its own",
            );
        }
        placeholders.push(name.trim_start_matches("r#").to_owned());
        return Ok(());
    }
    for (offset, letter) in segment.char_indices() {
        let at = at + offset;
        match letter {
            '{' | '}' => {
                return problem(
                    at,
                    "a placeholder fills a whole segment",
                    "write `/{name}/` with both braces and nothing else",
                );
            }
            '?' => {
                return problem(
                    at,
                    "the path holds a query",
                    "declare its parameters as fields with `#[truto(query)]`",
                );
            }
            '#' => return problem(at, "the path holds a fragment", "leave it out: it is never sent"),
            'a'..='z'
            | 'A'..='Z'
            | '0'..='9'
            | '-'
            | '.'
            | '_'
            | '~'
            | ':'
            | '@'
            | '!'
            | '$'
            | '&'
            | '\''
            | '('
            | ')'
            | '*'
            | '+'
            | ','
            | ';'
            | '=' => {}
            _ => {
                return problem(
                    at,
                    format!("`{}` cannot stand in a path", letter.escape_debug()),
                    "use the characters of RFC 3986 section 3.3, or a placeholder, whose value is encoded",
                );
            }
        }
    }
    Ok(())
}

/// The name in a placeholder as other routers write it: `:id`, `<id>`, `<int:id>`, `[id]`, `{{id}}`, `${id}`, `{id:int}`.
fn foreign_placeholder(segment: &str) -> Option<String> {
    const FRAMES: &[(&str, &str)] = &[
        (":", ""),
        ("<", ">"),
        ("[", "]"),
        ("{{", "}}"),
        ("${", "}"),
        ("#{", "}"),
        ("{:", "}"),
        ("{*", "}"),
        ("{", "}"),
    ];
    let inside = |(open, close): &(&str, &str)| segment.strip_prefix(open)?.strip_suffix(close);
    let inside = FRAMES.iter().find_map(inside)?.trim();
    // A type stands before the name, or after it.
    let name = match inside.split_once(':') {
        Some((kind, name)) if segment.starts_with('<') && is_name(kind) => name,
        Some((name, _)) => name,
        None => inside,
    };
    let name = name.trim_end_matches(['?', '*']).trim().replace('-', "_");
    (is_name(&name) && segment != format!("{{{name}}}")).then_some(name)
}

/// Whether a field can have this name.
fn is_name(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok() || syn::parse_str::<syn::Ident>(&format!("r#{name}")).is_ok()
}

/// A literal cannot be underlined in part, so the message draws the template with a caret.
fn report(text: &str, problem: &Problem, span: Span, sink: &mut Sink) {
    let Problem { at, what, fix } = problem;
    let before = text.get(..*at).map_or(0, |before| before.chars().count());
    let shown: String = text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect();
    let what = format!("{what}\n  {shown}\n  {:before$}^", "");
    sink.error(span, Code::Path, what, fix);
}
