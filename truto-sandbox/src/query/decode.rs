//! Decoding of one key or value of a query string, and the split of a key into its steps.
//!
//! `remote_query[a][]` is three steps. A key whose brackets do not pair up is a name like any other.

use percent_encoding::percent_decode_str;

/// One step of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// `[name]`, and what stands before the first bracket.
    Name(String),
    /// `[0]`.
    Index(u32),
    /// `[]`.
    Push,
}

/// Decodes `+` and percent escapes. Bytes that are not UTF-8 become the replacement character.
pub(super) fn component(raw: &str) -> String {
    let spaced = raw.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// The steps of a decoded key.
pub(super) fn key_path(key: &str) -> Vec<Step> {
    bracketed(key).unwrap_or_else(|| vec![Step::Name(key.to_owned())])
}

fn bracketed(key: &str) -> Option<Vec<Step>> {
    let open = key.find('[').filter(|open| *open > 0)?;
    let (name, mut rest) = key.split_at(open);
    let mut steps = vec![Step::Name(name.to_owned())];
    while !rest.is_empty() {
        let (step, after) = rest.strip_prefix('[')?.split_once(']')?;
        steps.push(match step {
            "" => Step::Push,
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().map_or_else(|_| Step::Name(digits.to_owned()), Step::Index)
            }
            name => Step::Name(name.to_owned()),
        });
        rest = after;
    }
    Some(steps)
}
