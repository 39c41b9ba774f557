//! "Did you mean": the known word that is clearly meant, or no suggestion if that is unclear.

use crate::diag::words::{ADVICE, SYNONYMS};

/// The meaning of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant<'a> {
    Word(&'a str),
    /// What to do instead, if there is no such word.
    Advice(&'static str),
}

/// The meaning of `found` if only `known` can be written: by a synonym, an abbreviation, or a slip.
pub(crate) fn meant<'a>(found: &str, known: &[&'a str]) -> Option<Meant<'a>> {
    let plain = joined(found);
    let says = |words: &str| words.split(' ').any(|word| joined(word) == plain);
    if let Some((_, _, advice)) = ADVICE.iter().find(|(key, words, _)| known.contains(key) && says(words)) {
        return Some(Meant::Advice(advice));
    }
    let synonym = |word: &str| SYNONYMS.iter().any(|(own, words)| *own == word && says(words));
    if let Some(word) = known.iter().find(|word| synonym(word)) {
        return Some(Meant::Word(word));
    }
    let cut: Vec<&str> =
        known.iter().copied().filter(|word| plain.len() > 2 && joined(word).starts_with(&plain)).collect();
    // `PAT` abbreviates `PATCH`, and is one letter away from `PUT`.
    let is_doubtful = known.iter().any(|word| is_a_letter_away(&plain, &joined(word)));
    match (cut.as_slice(), nearest(found, known)) {
        ([], near) => near.map(Meant::Word),
        ([one], near) if !is_doubtful && near.is_none_or(|near| near == *one) => Some(Meant::Word(one)),
        _ => None,
    }
}

pub(crate) fn meant_word<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    match meant(found, known) {
        Some(Meant::Word(word)) => Some(word),
        Some(Meant::Advice(_)) | None => None,
    }
}

/// [`truto_names::nearest`], with or without `r#`.
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    truto_names::nearest(unraw(found), known)
}

/// Makes `only_for` and `onlyFor` equal.
fn joined(word: &str) -> String {
    unraw(word).chars().filter(|c| !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether exactly one letter is replaced.
fn is_a_letter_away(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.chars().zip(other.chars()).filter(|(one, other)| one != other).count() == 1
}

fn unraw(word: &str) -> &str {
    word.strip_prefix("r#").unwrap_or(word)
}
