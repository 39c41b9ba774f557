//! Names in Rust for names on the wire.

use std::collections::HashSet;

use crate::error::Error;

/// Words that cannot be a name, with the exceptions below.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be written as `r#…` either.
const NEVER: &[&str] = &["self", "super", "crate", "_"];

/// Names that the generated files use as they are, or that every file has from the prelude.
const TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Date",
    "DateFilter",
    "Default",
    "Deleted",
    "Drop",
    "Endpoint",
    "Eq",
    "Err",
    "File",
    "Filter",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Hash",
    "Id",
    "Into",
    "IntoIterator",
    "Iterator",
    "Json",
    "None",
    "Ok",
    "Open",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Patch",
    "RawJson",
    "Record",
    "Registry",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "SortBy",
    "String",
    "Sync",
    "Timestamp",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "UnifiedEnum",
    "UnifiedRecord",
    "Unknown",
    "Vec",
];

/// Methods of a builder, which a setter must not hide.
const BUILDER: &[&str] = &[
    "build",
    "builder",
    "call",
    "exclude_fields",
    "ignore_limit",
    "ignore_remote_data",
    "items",
    "key_by",
    "limit",
    "maybe_with",
    "next_cursor",
    "pages",
    "patch_with",
    "remote_data",
    "remote_query",
    "send",
];

/// Methods of a record, which a setter must not hide: those of the traits that it derives.
const RECORD: &[&str] = &["clone", "clone_from", "default", "eq", "fmt", "ne"];

/// The characters of a wire name that its name in Rust is made of. A longer name is cut.
const LONGEST: usize = 50;

/// Checks the name of a model, a resource or a method, which becomes a segment of a path.
pub(crate) fn in_a_path(what: &str, name: &str) -> Result<(), Error> {
    let is_known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if name.chars().all(is_known) && name.chars().any(|c| c.is_ascii_alphanumeric()) && name.len() <= 100 {
        return Ok(());
    }
    let shown: String = name.chars().take(60).collect();
    Err(Error::new(format!("the {what} {shown:?} cannot stand in a path: names have letters, digits, `-` and `_`")))
}

/// The words of a name, in lower case: `EngagementTypes`, `engagement_types` and `engagement-types` have the same words.
///
/// Only ASCII letters and digits count, because a name may come from anybody.
pub(crate) fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().take(LONGEST).collect();
    let mut words: Vec<String> = Vec::new();
    let mut is_new = true;
    for (at, c) in chars.iter().copied().enumerate() {
        if !c.is_ascii_alphanumeric() {
            is_new = true;
            continue;
        }
        let before = at.checked_sub(1).map(|before| chars[before]);
        let after_small = before.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        // `HTTPServer` is `http` and `server`.
        let ends_capitals =
            before.is_some_and(|b| b.is_ascii_uppercase()) && chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if is_new || (c.is_ascii_uppercase() && (after_small || ends_capitals)) {
            words.push(String::new());
        }
        is_new = false;
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

/// `first_name`
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// `FirstName`
pub(crate) fn pascal(name: &str) -> String {
    words(name).iter().map(|word| capitalised(word)).collect()
}

/// The text with a first letter that is large.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// `contact` for `contacts`. An overrides file names what this gets wrong.
pub(crate) fn singular(name: &str) -> String {
    const AS_THEY_ARE: &[&str] = &["info", "news", "series", "status", "analytics", "address", "business"];
    let parts = words(name);
    let Some((last, before)) = parts.split_last() else { return String::new() };
    let one = if AS_THEY_ARE.contains(&last.as_str()) || last.ends_with("ss") || last.ends_with("us") {
        last.clone()
    } else if let Some(stem) = last.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        format!("{stem}y")
    } else if let Some(stem) = last.strip_suffix("es").filter(|stem| ends_hissing(stem)) {
        stem.to_owned()
    } else {
        last.strip_suffix('s').filter(|stem| !stem.is_empty()).unwrap_or(last).to_owned()
    };
    before.iter().cloned().chain([one]).collect::<Vec<_>>().join("_")
}

/// `contacts` for `contact`. An overrides file names what this gets wrong.
pub(crate) fn plural(name: &str) -> String {
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{name}s"),
    }
}

/// Whether a word takes `es`: `boxes`, `branches`, `statuses`, but not `courses`, `caches`.
fn ends_hissing(stem: &str) -> bool {
    let is_exception = ["cach", "reclaim"].contains(&stem);
    !is_exception && ["ss", "us", "x", "ch", "sh", "zz"].iter().any(|end| stem.ends_with(end))
}

/// A name for a field or a module. `r#type` is sound as a field; a module gets another name.
fn lower(name: &str, or: &str) -> String {
    let name = snake(name);
    match name.chars().next() {
        None => or.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{or}_{name}"),
        Some(_) if NEVER.contains(&name.as_str()) => format!("{name}_{or}"),
        Some(_) => name,
    }
}

/// Names of fields that are in use in a struct.
#[derive(Debug, Default)]
pub(crate) struct FieldNames {
    used: HashSet<String>,
    reserved: &'static [&'static str],
}

impl FieldNames {
    /// Names of the fields of an endpoint.
    pub(crate) fn of_endpoint() -> Self {
        Self { reserved: BUILDER, ..Self::default() }
    }

    /// Names of the fields of a record, whose setters are its methods.
    pub(crate) fn of_record() -> Self {
        Self { reserved: RECORD, ..Self::default() }
    }

    /// A free name. `raw` is the name as code, and may begin with `r#`.
    pub(crate) fn take(&mut self, wanted: &str) -> String {
        let mut name = lower(wanted, "field");
        if self.reserved.contains(&name.as_str()) {
            name.push_str("_field");
        }
        // `clear_x` is the setter that clears `x`.
        if name.strip_prefix("clear_").is_some_and(|rest| self.used.contains(rest)) {
            name = format!("field_{name}");
        }
        let between = if name.ends_with('_') { "" } else { "_" };
        let name = free(name, |name| self.used.contains(name), between);
        self.used.insert(name.clone());
        name
    }
}

/// The name as code: `r#type`.
pub(crate) fn code(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("r#{name}") } else { name.to_owned() }
}

/// Names of types that are in use in a model.
#[derive(Debug, Default)]
pub(crate) struct TypeNames {
    used: HashSet<String>,
}

impl TypeNames {
    /// Whether a type may have this name.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !TYPES.contains(&name) && !self.used.contains(name)
    }

    /// A free name. `kind` is added to names that are taken by Rust or by us.
    pub(crate) fn take(&mut self, wanted: &str, kind: &str) -> String {
        let mut name = type_name(wanted, kind);
        if TYPES.contains(&name.as_str()) {
            name.push_str(kind);
        }
        let name = free(name, |name| self.used.contains(name), "");
        self.used.insert(name.clone());
        name
    }
}

/// A name for a type, which may be in use.
pub(crate) fn type_name(wanted: &str, kind: &str) -> String {
    let name = pascal(wanted);
    match name.chars().next() {
        None => kind.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{kind}{name}"),
        Some(_) => name,
    }
}

/// The name of a module for a resource, beside modules of these names.
pub(crate) fn module(resource: &str, others: &[String]) -> String {
    let name = lower(resource, "resource");
    // `values` is the module of shared types.
    let is_taken = KEYWORDS.contains(&name.as_str()) || ["values", "mod"].contains(&name.as_str());
    let name = if is_taken { format!("{name}_resource") } else { name };
    free(name, |name| others.iter().any(|other| other == name), "_")
}

/// Names of variants for the values of a choice.
pub(crate) fn variants(values: &[String]) -> Vec<String> {
    let mut used = HashSet::new();
    let name = |value: &String| {
        let name = pascal(value);
        let name = match name.chars().next() {
            None => "Other".to_owned(),
            Some(first) if first.is_ascii_digit() => format!("Value{name}"),
            Some(_) if name == "Self" => "SelfValue".to_owned(),
            Some(_) => name,
        };
        let name = free(name, |name| used.contains(name), "");
        used.insert(name.clone());
        name
    };
    values.iter().map(name).collect()
}

/// The name, or the name with the first number that makes it free.
fn free(name: String, is_used: impl Fn(&str) -> bool, between: &str) -> String {
    if !is_used(&name) {
        return name;
    }
    let mut number = 2;
    loop {
        let next = format!("{name}{between}{number}");
        if !is_used(&next) {
            return next;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_spelling() {
        for name in ["engagement_types", "EngagementTypes", "engagement-types", "engagement types", "engagementTypes"] {
            assert_eq!(snake(name), "engagement_types", "{name}");
            assert_eq!(pascal(name), "EngagementTypes", "{name}");
        }
        assert_eq!(snake("HTTPServerURL"), "http_server_url");
        assert_eq!(snake("street_1"), "street_1");
        assert_eq!(words("é—"), Vec::<String>::new());
    }

    #[test]
    fn plurals_lose_their_ending() {
        let pairs = [
            ("contacts", "contact"),
            ("opportunities", "opportunity"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("TicketStatus", "ticket_status"),
            ("branches", "branch"),
            ("courses", "course"),
            ("caches", "cache"),
            ("companies", "company"),
            ("company_info", "company_info"),
            ("s", "s"),
            ("boxes", "box"),
        ];
        for (many, one) in pairs {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn a_field_never_hides_a_method_or_another_field() {
        let mut names = FieldNames::of_endpoint();
        let taken: Vec<String> =
            ["name", "Name", "send", "self", "1st", "", "clear_name", "type"].map(|wire| names.take(wire)).to_vec();
        let expected = ["name", "name_2", "send_field", "self_field", "field_1st", "field", "field_clear_name", "type"];
        assert_eq!(taken, expected);
        assert_eq!(code("type"), "r#type");
    }

    #[test]
    fn a_type_never_hides_a_type_of_ours() {
        let mut names = TypeNames::default();
        assert_eq!(names.take("option", "Record"), "OptionRecord");
        assert_eq!(names.take("3d", "Record"), "Record3d");
        assert_eq!(names.take("contact", "Record"), "Contact");
        assert_eq!(names.take("Contact", "Record"), "Contact2");
        assert_eq!(module("type", &[]), "type_resource");
        assert_eq!(module("Tags", &["tags".to_owned()]), "tags_2");
    }

    #[test]
    fn every_value_has_its_own_variant() {
        let values = ["in progress", "over_budget", "In Progress", "3", "", "self", "日本"].map(str::to_owned);
        let expected = ["InProgress", "OverBudget", "InProgress2", "Value3", "Other", "SelfValue", "Other2"];
        assert_eq!(variants(&values), expected);
    }
}
