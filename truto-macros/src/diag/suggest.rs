//! "Did you mean": the known word that is clearly meant, or no suggestion if that is unclear.

use crate::diag::words::{ADVICE, SYNONYMS};

/// What to do instead of `found` if only `known` can be written, and no known word is meant.
pub(crate) fn advice(found: &str, known: &[&str]) -> Option<&'static str> {
    let advice = ADVICE.iter().find(|(key, words, _)| known.contains(key) && is_among(found, words));
    advice.map(|(_, _, advice)| *advice)
}

/// The word of `known` that is meant by `found`: by a synonym, an abbreviation, or a slip.
pub(crate) fn meant_word<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    if advice(found, known).is_some() {
        return None;
    }
    let synonym = |word: &str| SYNONYMS.iter().any(|(own, words)| *own == word && is_among(found, words));
    if let Some(word) = known.iter().find(|word| synonym(word)) {
        return Some(word);
    }
    let plain = joined(found);
    let cut: Vec<&str> =
        known.iter().copied().filter(|word| plain.len() > 2 && joined(word).starts_with(&plain)).collect();
    // `PAT` abbreviates `PATCH`, and is one letter away from `PUT`.
    let is_doubtful = known.iter().any(|word| is_a_letter_away(&plain, &joined(word)));
    match (cut.as_slice(), nearest(found, known)) {
        ([], near) => near,
        ([one], near) if !is_doubtful && near.is_none_or(|near| near == *one) => Some(one),
        _ => None,
    }
}

fn is_among(found: &str, words: &str) -> bool {
    words.split(' ').any(|word| joined(word) == joined(found))
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
