//! What of a foreign text may be shown: a bounded excerpt without any secret.

use std::sync::Arc;

/// Longest excerpt of a response in an error, in bytes.
pub(crate) const EXCERPT: usize = 1024;
/// How much of a response is looked at for an excerpt.
const WINDOW: usize = 4 * EXCERPT;
const HIDDEN: &str = "***";
/// Keys whose string values are never shown, whoever sent them.
const SENSITIVE_KEYS: &[&str] = &[
    "access_token",
    "api_key",
    "apikey",
    "api_token",
    "authorization",
    "client_secret",
    "password",
    "refresh_token",
    "secret",
    "token",
];

/// Removes the secrets of one call from text that comes from elsewhere.
#[derive(Clone, Default)]
pub(crate) struct Redactor {
    secrets: Arc<[String]>,
}

impl Redactor {
    /// A redactor for these secrets, in every spelling that an answer may echo them in.
    pub(crate) fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> = Vec::new();
        for secret in secrets {
            let escaped = serde_json::to_string(secret).unwrap_or_default();
            let encoded = crate::percent::encoded(secret);
            let unquoted = escaped.trim_matches('"');
            for spelling in [secret, unquoted, &unquoted.replace('/', "\\/"), &encoded] {
                if !spelling.is_empty() && !all.iter().any(|known| known == spelling) {
                    all.push(spelling.to_owned());
                }
            }
        }
        // The longest first, so that no spelling is cut in two by a shorter one.
        all.sort_by_key(|secret| core::cmp::Reverse(secret.len()));
        Self { secrets: all.into() }
    }

    /// A redactor for these secrets as well.
    pub(crate) fn with(&self, secrets: &[String]) -> Self {
        if secrets.is_empty() {
            return self.clone();
        }
        Self::new(self.secrets.iter().map(String::as_str).chain(secrets.iter().map(String::as_str)))
    }

    /// `text` without secrets.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for secret in &*self.secrets {
            if clean.contains(secret.as_str()) {
                clean = clean.replace(secret.as_str(), HIDDEN);
            }
        }
        hide_bearer(&hide_sensitive_values(&clean))
    }

    /// The beginning of `body` as text without secrets, at most [`EXCERPT`] bytes.
    pub(crate) fn excerpt(&self, body: &[u8]) -> String {
        let window = &body[..body.len().min(WINDOW)];
        let mut text = self.clean(&String::from_utf8_lossy(window));
        let mut keep = EXCERPT;
        if body.len() > WINDOW {
            // A secret that the window's edge cut in two was not recognised: leave the edge out.
            let longest = self.secrets.first().map_or(0, String::len);
            keep = keep.min(text.len().saturating_sub(longest));
        }
        if text.len() > keep {
            text.truncate(floor_char_boundary(&text, keep.saturating_sub('…'.len_utf8())));
            text.push('…');
        }
        text
    }
}

impl core::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

fn floor_char_boundary(text: &str, mut at: usize) -> usize {
    while at > 0 && !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Hides what follows `Bearer `, in any case.
fn hide_bearer(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = find_ignoring_case(rest, "bearer ") {
        let (before, after) = rest.split_at(at + "bearer ".len());
        out.push_str(before);
        let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || "-._~+/=".contains(c))).unwrap_or(after.len());
        if end > 0 {
            out.push_str(HIDDEN);
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    out
}

/// Hides the string values of [`SENSITIVE_KEYS`] in JSON text, complete or cut off.
fn hide_sensitive_values(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('"') {
        let Some(key_end) = string_end(&rest[open + 1..]).map(|end| open + 1 + end) else { break };
        let key = &rest[open + 1..key_end];
        let after_key = &rest[key_end + 1..];
        let value = after_key.trim_start().strip_prefix(':').map(str::trim_start);
        match value.and_then(|value| value.strip_prefix('"')) {
            Some(value) if SENSITIVE_KEYS.iter().any(|word| word.eq_ignore_ascii_case(key)) => {
                let value_start = rest.len() - value.len();
                out.push_str(&rest[..value_start]);
                out.push_str(HIDDEN);
                rest = &value[string_end(value).unwrap_or(value.len())..];
                if let Some(closed) = rest.strip_prefix('"') {
                    out.push('"');
                    rest = closed;
                }
            }
            _ => {
                out.push_str(&rest[..=key_end]);
                rest = after_key;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Where the string whose opening quote was just passed ends.
fn string_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at),
            _ => {}
        }
    }
    None
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes().windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT, Redactor};

    #[test]
    fn the_token_is_hidden_in_every_spelling() {
        let redactor = Redactor::new(["s3cret/to\"ken"]);
        for text in ["s3cret/to\"ken", r#"s3cret/to\"ken"#, r#"s3cret\/to\"ken"#, "s3cret%2Fto%22ken"] {
            assert_eq!(redactor.clean(&format!("<{text}>")), "<***>");
        }
    }

    #[test]
    fn foreign_credentials_are_hidden() {
        let redactor = Redactor::default();
        assert_eq!(redactor.clean("authorization: bEARER abc.def, x"), "authorization: bEARER ***, x");
        assert_eq!(
            redactor.clean(r#"{"a":"b","Access_Token" : "x\"y","n":1}"#),
            r#"{"a":"b","Access_Token" : "***","n":1}"#
        );
        assert_eq!(redactor.clean(r#"{"password":"cut of"#), r#"{"password":"***"#);
        assert_eq!(redactor.clean(r#"["token","x"]"#), r#"["token","x"]"#);
    }

    #[test]
    fn an_excerpt_is_bounded_and_its_edge_shows_no_half_secret() {
        let secret = "k".repeat(200);
        let redactor = Redactor::new([secret.as_str()]);
        for lead in 0..600 {
            let body = format!("{}{}", "é".repeat(lead), secret.repeat(40));
            let excerpt = redactor.excerpt(body.as_bytes());
            assert!(excerpt.len() <= EXCERPT);
            assert!(!excerpt.contains("kk"), "{excerpt}");
        }
    }
}
