//! The path template: `/unified/crm/contacts/{id}`.

use proc_macro2::{Literal, Span};

use crate::diag::{Code, Sink};

/// A path template.
pub(crate) struct Template {
    pub(crate) text: String,
    pub(crate) literal: Literal,
    pub(crate) placeholders: Vec<String>,
    /// True if nothing was wrong with it. Otherwise other mistakes may only follow from that.
    pub(crate) is_sound: bool,
}

impl Template {
    /// Reads the template. Reports the first mistake, and reads the template as the message advises.
    pub(crate) fn parse(text: String, literal: Literal, sink: &mut Sink) -> Self {
        let mut placeholders: Vec<String> = Vec::new();
        let Err(problem) = scan(&text, &mut placeholders) else {
            return Self { text, literal, placeholders, is_sound: true };
        };
        let mut meant = Vec::new();
        let fixed = Some(fixed(&text)).filter(|fixed| scan(fixed, &mut meant).is_ok());
        let fix = match &fixed {
            Some(fixed) => format!("write \"{fixed}\"{}", problem.why),
            None => problem.fix,
        };
        report(&text, problem.at, &problem.what, &fix, literal.span(), sink);
        let (text, placeholders) = fixed.map_or_else(|| ("/".to_owned(), placeholders), |text| (text, meant));
        Self { text, literal, placeholders, is_sound: false }
    }

    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }

    /// Reads a segment `$name` as the placeholder of a field, as other languages write it.
    pub(crate) fn adopt_variables(&mut self, is_field: impl Fn(&str) -> bool, sink: &mut Sink) {
        let variable = |segment: &str| segment.strip_prefix('$').filter(|name| is_field(name)).map(str::to_owned);
        let segments: Vec<&str> = self.text.split('/').collect();
        let Some(first) = segments.iter().position(|segment| variable(segment).is_some()) else { return };
        let (at, segment) = (segments[..first].iter().map(|segment| segment.len() + 1).sum(), segments[first]);
        let fixed = segments
            .iter()
            .map(|segment| variable(segment).map_or_else(|| (*segment).to_owned(), |name| format!("{{{name}}}")));
        let fixed = fixed.collect::<Vec<_>>().join("/");
        let (what, fix) = (format!("`{segment}` is not a placeholder"), format!("write \"{fixed}\""));
        report(&self.text, at, &what, &fix, self.span(), sink);
        self.placeholders.extend(self.text.split('/').filter_map(variable));
        self.text = fixed;
    }
}

/// The mistake in a template, and its place.
struct Problem {
    at: usize,
    what: String,
    /// The fix, if the path that is meant is unknown.
    fix: String,
    /// A remark after the path that is meant.
    why: &'static str,
}

impl Problem {
    fn new(at: usize, what: impl Into<String>, fix: impl Into<String>) -> Result<(), Self> {
        Err(Self { at, what: what.into(), fix: fix.into(), why: "" })
    }

    /// A problem that [`fixed`] can fix, unless there is another one.
    fn fixable(at: usize, what: impl Into<String>, why: &'static str) -> Result<(), Self> {
        let fix = "write a path such as \"/unified/crm/contacts/{id}\"".to_owned();
        Err(Self { at, what: what.into(), fix, why })
    }
}

fn scan(text: &str, placeholders: &mut Vec<String>) -> Result<(), Problem> {
    if let Some(scheme) = text.find("://") {
        return Problem::fixable(scheme, "expected a path, found a URL", ": the client adds scheme and host");
    }
    if text.trim_matches(['/', '\\']).is_empty() {
        let fix = "write the part after the host, such as \"/unified/crm/contacts\"";
        return Problem::new(0, "the path is empty", fix);
    }
    if let Some(backslash) = text.find('\\') {
        return Problem::fixable(backslash, "the path contains a backslash", "");
    }
    if !text.starts_with('/') {
        return Problem::fixable(0, "the path does not start with a slash", "");
    }
    let mut at = 1;
    for segment in text[1..].split('/') {
        let end = at + segment.len();
        scan_segment(segment, at, end == text.len(), placeholders)?;
        at = end + 1;
    }
    Ok(())
}

fn scan_segment(segment: &str, at: usize, is_last: bool, placeholders: &mut Vec<String>) -> Result<(), Problem> {
    match segment {
        "" if is_last => return Problem::fixable(at.saturating_sub(1), "the path ends with a slash", ""),
        "" => return Problem::fixable(at, "the path has an empty segment", ""),
        "." | ".." => {
            return Problem::new(at, format!("`{segment}` is not allowed in a path"), "write the resolved path");
        }
        _ if foreign_placeholder(segment).is_some() => {
            let why = match segment {
                _ if segment.starts_with("{r#") => ": a placeholder is written without `r#`",
                _ if segment.contains('*') => {
                    ": a placeholder is one segment, and `slash = encode` lets it hold slashes"
                }
                _ => "",
            };
            return Problem::fixable(at, format!("`{segment}` is not a placeholder"), why);
        }
        _ => {}
    }
    match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(name) => scan_placeholder(name, at, placeholders),
        None => segment.char_indices().try_for_each(|(offset, letter)| scan_letter(letter, at + offset)),
    }
}

fn scan_placeholder(name: &str, at: usize, placeholders: &mut Vec<String>) -> Result<(), Problem> {
    if !is_name(name) {
        let fix = "write the name of a field between the braces";
        return Problem::new(at, format!("`{{{name}}}` is not the name of a field"), fix);
    }
    if placeholders.iter().any(|known| known == name) {
        let fix = "use another field for the second placeholder";
        return Problem::new(at, format!("the placeholder `{{{name}}}` occurs twice"), fix);
    }
    placeholders.push(name.to_owned());
    Ok(())
}

fn scan_letter(letter: char, at: usize) -> Result<(), Problem> {
    match letter {
        '{' | '}' => {
            let fix = "write `/{name}/` with both braces and nothing else";
            Problem::new(at, "a placeholder must be a whole segment", fix)
        }
        '?' => {
            let why = ", and declare its parameters as fields with `#[truto(query)]`";
            Problem::fixable(at, "the path contains a query", why)
        }
        '#' => Problem::fixable(at, "the path contains a fragment", ": a fragment is never sent"),
        _ if letter.is_ascii_alphanumeric() || "-._~:@!$&'()*+,;=".contains(letter) => Ok(()),
        _ => {
            let what = format!("`{}` is not allowed in a path", letter.escape_debug());
            let fix = "use the characters of RFC 3986, section 3.3, or a placeholder: its value is encoded";
            Problem::new(at, what, fix)
        }
    }
}

/// The path that is meant: without scheme, host, query and fragment, with single slashes and with our placeholders.
fn fixed(text: &str) -> String {
    let path = text.split_once("://").map_or(text, |(_, rest)| rest.find('/').map_or("", |slash| &rest[slash..]));
    let mut out = String::with_capacity(text.len() + 1);
    for segment in path.split(['/', '\\']).filter(|segment| !segment.is_empty()) {
        out.push('/');
        let end = segment.find(['?', '#']).filter(|_| !segment.starts_with(['{', '[', '<']));
        let kept = &segment[..end.unwrap_or(segment.len())];
        let optional = foreign_placeholder(segment);
        match optional.clone().or_else(|| foreign_placeholder(kept)) {
            Some(name) => out.extend(["{", &name, "}"]),
            None => out.push_str(kept),
        }
        // The path ends at a query or a fragment.
        if end.is_some() && optional.is_none() {
            break;
        }
    }
    if out.ends_with('/') {
        out.pop();
    }
    out
}

/// The name in the placeholder of another router: `:id`, `<id>`, `<int:id>`, `[id]`, `{{id}}`, `${id}`, `{id:int}`.
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
    // A type may be before the name or after it.
    let name = match inside.split_once(':') {
        Some((kind, name)) if segment.starts_with('<') && is_name(kind) => name,
        Some((name, _)) => name,
        None => inside,
    };
    let name = name.trim_end_matches(['?', '*']).trim().replace('-', "_");
    let name = name.strip_prefix("r#").unwrap_or(&name);
    (is_name(name) && segment != format!("{{{name}}}")).then(|| name.to_owned())
}

/// Whether a field can have this name, written without `r#`.
fn is_name(name: &str) -> bool {
    let is_ident = |name: &str| syn::parse_str::<syn::Ident>(name).is_ok();
    !name.starts_with("r#") && (is_ident(name) || is_ident(&format!("r#{name}")))
}

/// Draws the template with a caret, because a part of a literal cannot be underlined.
fn report(text: &str, at: usize, what: &str, fix: &str, span: Span, sink: &mut Sink) {
    let before = text.get(..at).map_or(0, |before| before.chars().count());
    let shown: String = text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect();
    let what = format!("{what}\n  {shown}\n  {:before$}^", "");
    sink.error(span, Code::Path, what, fix);
}
