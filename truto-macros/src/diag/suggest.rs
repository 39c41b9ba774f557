//! "Did you mean": the one known word that is close to what was found, or silence when unsure.

use crate::diag::words::{ADVICE, SYNONYMS};

/// What a slip means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant<'a> {
    /// This word.
    Word(&'a str),
    /// No word of ours, but this can be done.
    Advice(&'static str),
}

/// What is clearly meant by `found` where `known` is what can be written: a synonym, a word cut short, or a slip.
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
    // `PAT` is `PATCH` cut short, and a letter away from `PUT`.
    let is_doubtful = known.iter().any(|word| is_a_letter_away(&plain, &joined(word)));
    match (cut.as_slice(), nearest(found, known)) {
        ([], near) => near.map(Meant::Word),
        ([one], near) if !is_doubtful && near.is_none_or(|near| near == *one) => Some(Meant::Word(one)),
        _ => None,
    }
}

/// The word that is clearly meant.
pub(crate) fn meant_word<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    match meant(found, known) {
        Some(Meant::Word(word)) => Some(word),
        Some(Meant::Advice(_)) | None => None,
    }
}

/// The word of `known` nearest to `found`, raw or not, if one is clearly meant.
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    truto_names::nearest(unraw(found), known)
}

/// `only_for` and `onlyFor` are one word.
fn joined(word: &str) -> String {
    unraw(word).chars().filter(|c| !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether one letter stands in the place of another.
fn is_a_letter_away(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.chars().zip(other.chars()).filter(|(one, other)| one != other).count() == 1
}

fn unraw(word: &str) -> &str {
    word.strip_prefix("r#").unwrap_or(word)
}
