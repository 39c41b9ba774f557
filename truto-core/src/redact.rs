//! What an error may show of a text that comes from elsewhere: a bounded excerpt without secrets.
//!
//! # What counts as a secret
//!
//! - The token of the call, and the value of each field that is declared `secret`, from [`SHORTEST`] bytes on. A shorter value
//!   is not hidden: without every `1` a message is a riddle whose gaps give the value away.
//! - Credentials of other people, which only the name beside them gives away: `"access_token": "…"`, `client_secret=…`,
//!   `Bearer …` ([`credentials`] has the names).
//!
//! # What is guaranteed
//!
//! - A secret of the call is hidden in every spelling in which a server repeats it: as it is, percent-encoded, with the escapes
//!   of JSON and Rust, with the references of HTML. Any of its characters may be spelt so, and up to [`LAYERS`] spellings may
//!   lie over each other. A secret object or list is found with any white space between its values.
//! - An excerpt has at most [`EXCERPT`] bytes, and its end shows no half of a secret.
//! - The time is linear in the length of the text, whatever a server sends.
//!
//! # What is not guaranteed
//!
//! - A secret that was changed passes: in Base64, hashed, in another case, in parts.
//! - A credential of somebody else passes if no telling name stands beside it, or if that name is spelt with escapes.
//! - Data that a program asks for is not changed: `body()`, `raw_response()`, `raw()`, `headers()`.

mod credentials;
mod spelling;

use core::ops::Range;
use std::sync::Arc;

use credentials::HIDDEN;
use spelling::Decoded;

use crate::util::escaped::Escaped;

/// The longest excerpt of a response in an error, in bytes.
pub(crate) const EXCERPT: usize = 1024;
/// How much of a text stays in an error that is kept for other calls, in bytes.
const DIGEST: usize = 256;
/// How much of a response is searched for an excerpt, in bytes.
const WINDOW: usize = 4 * EXCERPT;
/// The shortest secret that is hidden, in bytes.
pub(crate) const SHORTEST: usize = 4;
/// How many spellings of a secret may lie over each other: escaped, in a text that is escaped itself.
const LAYERS: usize = 3;
/// The longest spelling of one byte: `&#x000074;`.
const LONGEST_SPELLING: usize = 10;

/// Removes the secrets of one call from text that comes from elsewhere.
#[derive(Clone, Default)]
pub(crate) struct Redactor {
    secrets: Arc<[String]>,
}

impl Redactor {
    /// A redactor for these secrets.
    pub(crate) fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> = Vec::new();
        for secret in secrets.into_iter().filter(|secret| secret.len() >= SHORTEST) {
            // Decoding finds a spelling by itself, unless the secret holds something that looks like one.
            let escaped = serde_json::to_string(secret).unwrap_or_default();
            let encoded = crate::util::percent::encoded(secret);
            let unquoted = escaped.trim_matches('"');
            // A form spells a space as `+`. Decoding leaves `+` alone, because elsewhere it is a plus.
            for spelling in [secret, unquoted, &unquoted.replace('/', "\\/"), &encoded, &secret.replace(' ', "+")] {
                if !spelling.is_empty() && !all.iter().any(|known| known == spelling) {
                    all.push(spelling.to_owned());
                }
            }
        }
        // `excerpt` asks for the longest.
        all.sort_by_key(|secret| core::cmp::Reverse(secret.len()));
        Self { secrets: all.into() }
    }

    /// A redactor for its own secrets and these.
    pub(crate) fn with(&self, secrets: &[String]) -> Self {
        if secrets.is_empty() {
            return self.clone();
        }
        Self::new(self.secrets.iter().chain(secrets).map(String::as_str))
    }

    /// `text` without secrets.
    pub(crate) fn clean(&self, text: &str) -> String {
        credentials::hide(&self.without_secrets(text))
    }

    /// `text` without the secrets of the call.
    fn without_secrets(&self, text: &str) -> String {
        if self.secrets.is_empty() {
            return text.to_owned();
        }
        let mut hidden: Vec<Range<usize>> = Vec::new();
        let mut layer = Decoded::plain(text);
        for _ in 0..LAYERS {
            for secret in &*self.secrets {
                layer.find_all(secret, &mut hidden);
            }
            // JSON allows white space anywhere between its values.
            let mut packed = None;
            for secret in self.secrets.iter().filter(|secret| secret.starts_with(['[', '{'])) {
                packed.get_or_insert_with(|| layer.without_spaces()).find_all(secret, &mut hidden);
            }
            match spelling::decode(&layer) {
                Some(deeper) => layer = deeper,
                None => break,
            }
        }
        hidden.sort_by_key(|range| (range.start, range.end));
        let mut out = String::with_capacity(text.len());
        let mut shown = 0;
        for range in hidden {
            if range.start >= shown {
                out.push_str(text.get(shown..range.start).unwrap_or_default());
                out.push_str(HIDDEN);
            }
            shown = shown.max(range.end);
        }
        out.push_str(text.get(shown..).unwrap_or_default());
        out
    }

    /// The beginning of `body` as text without secrets, at most [`EXCERPT`] bytes.
    pub(crate) fn excerpt(&self, body: impl AsRef<[u8]>) -> String {
        let body = body.as_ref();
        // A secret that the end of the window cuts in two is not found: the end is searched, and not shown.
        let edge = self.secrets.first().map_or(0, |longest| longest.len() * LONGEST_SPELLING + '�'.len_utf8());
        let window = &body[..body.len().min(WINDOW + edge)];
        let text = self.clean(&String::from_utf8_lossy(window));
        let shown = if body.len() > window.len() { text.len().saturating_sub(edge) } else { text.len() };
        cut(text, shown.min(EXCERPT))
    }
}

impl core::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

/// `text`, cut to at most `keep` bytes. `…` shows that it was cut.
pub(crate) fn cut(mut text: String, keep: usize) -> String {
    if text.len() > keep {
        let keep = keep.saturating_sub('…'.len_utf8());
        text.truncate((0..=keep).rfind(|at| text.is_char_boundary(*at)).unwrap_or_default());
        text.push('…');
    }
    text
}

/// The beginning of `text`, for an error that is kept for other calls.
pub(crate) fn digest(text: &str) -> String {
    cut(text.to_owned(), DIGEST)
}

/// The beginning of `text` on one line, at most this many bytes, with special characters spelt out.
pub(crate) fn shown(text: &str, most: usize) -> String {
    cut(Escaped(&first_line(text, most)).to_string(), most)
}

/// The beginning of `text` on one line, at most this many bytes.
pub(crate) fn first_line(text: &str, most: usize) -> String {
    // Runs of white space shrink: the line is made of a little more text than it keeps.
    cut(one_line(&cut(text.to_owned(), 2 * most)), most)
}

/// `text` on one line, with one space in place of white space and line breaks.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::{EXCERPT, Redactor};

    /// Checks that 32 times the text takes about 32 times as long, and not 1,024 times. A busy machine gets more than one try.
    pub(super) fn is_linear(part: &str, read: impl Fn(&str)) {
        let [short, long] = [1 << 14, 1 << 19].map(|length| part.repeat(length / part.len()));
        let time = |text: &str| {
            let started = Instant::now();
            read(text);
            started.elapsed()
        };
        assert!((0..20).any(|_| time(&short) * 180 > time(&long)), "{part:?}");
    }

    #[test]
    fn the_token_is_hidden_in_every_spelling() {
        let redactor = Redactor::new(["s3cret/to\"ken"]);
        for text in ["s3cret/to\"ken", r#"s3cret/to\"ken"#, r#"s3cret\/to\"ken"#, "s3cret%2Fto%22ken"] {
            assert_eq!(redactor.clean(&format!("<{text}>")), "<***>");
        }
    }

    #[test]
    fn a_secret_is_hidden_in_needless_spellings() {
        let redactor = Redactor::new(["t0p&s<3>cret'/+"]);
        for text in [
            "t0p&amp;s&lt;3&gt;cret&#39;/+",
            "t0p&amp;s&LT;3&gt;cret&#x27;&#X2f;&#43;",
            "t0p%26s%3c3%3ecret%27%2f%2b",
            "%74%30p%26s%3C3%3ecret%27/%2B",
        ] {
            assert_eq!(redactor.clean(&format!("<{text}>")), "<***>");
        }
        for text in [
            r"\u00740p\u0026s\u003C3\u003ecret\u0027\/+",
            r"\\u00740p\\u0026s<3>cret'/+",
            r"t0p%26amp;s&amp;lt;3&gt;cret'/+",
            r"t0p\u0026amp;s<3>cret'\u002f+",
        ] {
            assert_eq!(redactor.clean(&format!("é<{text}>é")), "é<***>é");
        }
        let redactor = Redactor::new(["pässwörd🦀"]);
        for text in [r"p\u00e4ssw\u00F6rd\ud83e\udd80", "p%c3%a4ssw%C3%B6rd%f0%9f%a6%80", "p&#228;ssw&#xf6;rd&#129408;"]
        {
            assert_eq!(redactor.clean(&format!("é{text}é")), "é***é");
        }
    }

    #[test]
    fn a_secret_that_looks_like_a_spelling_is_hidden() {
        let redactor = Redactor::new(["a%41\\u0041&amp;\"b"]);
        for text in ["a%41\\u0041&amp;\"b", r#"a%41\\u0041&amp;\"b"#, "a%2541%5Cu0041%26amp%3B%22b"] {
            assert_eq!(redactor.clean(&format!("<{text}>")), "<***>");
        }
    }

    #[test]
    fn a_secret_of_three_bytes_is_not_hidden() {
        assert_eq!(Redactor::new(["1", "abc"]).clean("1 abc"), "1 abc");
        assert_eq!(Redactor::new(["1", "abcd"]).clean("1 abcd"), "1 ***");
    }

    #[test]
    fn hostile_repetition_takes_linear_time() {
        let redactor = Redactor::new([format!("{}x", "k".repeat(2_000)).as_str()]);
        for part in ["k", r"\u006b"] {
            is_linear(part, |text| drop(redactor.clean(text)));
        }
    }

    #[test]
    fn an_excerpt_is_bounded_and_its_end_shows_no_half_of_a_secret() {
        let secret = "k".repeat(200);
        let redactor = Redactor::new([secret.as_str()]);
        for lead in 0..600 {
            let body = format!("{}{}", "é".repeat(lead), secret.repeat(40));
            let excerpt = redactor.excerpt(body);
            assert!(excerpt.len() <= EXCERPT);
            assert!(!excerpt.contains("kk"), "{excerpt}");
        }
    }
}
