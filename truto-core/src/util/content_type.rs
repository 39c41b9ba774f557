//! What the headers of an answer say about its body: the form of its JSON, and its compression.

use http::HeaderMap;
use http::header::CONTENT_ENCODING;

const DOCUMENTS: [&str; 2] = ["application/json", "text/json"];
const LINES: [&str; 6] = [
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonl",
    "application/jsonlines",
    "application/x-jsonlines",
];

/// How the JSON of an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One document.
    Document,
    /// One value on each line (NDJSON).
    Lines,
}

impl Form {
    /// The form that a content type names; `None` if it is not JSON.
    ///
    /// A document is `application/json`, `text/json`, and anything with the suffix `+json` (RFC 6839). Lines have no registered
    /// type; several are in use.
    pub(crate) fn of(content_type: &str) -> Option<Self> {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let is_one_of = |names: &[&str]| names.iter().any(|name| essence.eq_ignore_ascii_case(name));
        let is_suffix_json = || essence.rsplit_once('+').is_some_and(|(_, suffix)| suffix.eq_ignore_ascii_case("json"));
        if is_one_of(&DOCUMENTS) || is_suffix_json() {
            return Some(Self::Document);
        }
        is_one_of(&LINES).then_some(Self::Lines)
    }
}

/// The content codings of the body, in the order in which they were applied.
pub(crate) fn codings(headers: &HeaderMap) -> Vec<&str> {
    let values = headers.get_all(CONTENT_ENCODING).iter();
    let codings = values.flat_map(|value| value.to_str().unwrap_or("?").split(',').map(str::trim));
    codings.filter(|coding| !coding.is_empty() && !coding.eq_ignore_ascii_case("identity")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_known_by_its_names() {
        for name in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "text/json",
            "application/hal+json",
            "a/b+JSON;x",
            "+json",
        ] {
            assert_eq!(Form::of(name), Some(Form::Document), "{name}");
        }
        for name in ["application/x-ndjson", "application/jsonl;charset=utf-8", "APPLICATION/X-JSONLINES"] {
            assert_eq!(Form::of(name), Some(Form::Lines), "{name}");
        }
        for name in ["", "text/html", "text/plain", "application/octet-stream", "application/jsonp", "json", "éjson"] {
            assert_eq!(Form::of(name), None, "{name}");
        }
    }
}
