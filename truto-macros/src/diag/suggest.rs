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
    match (cut.as_slice(), nearest(found, known)) {
        ([], near) => near.map(Meant::Word),
        ([one], near) if near.is_none_or(|near| near == *one) => Some(Meant::Word(one)),
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

/// The word of `known` nearest to `found`, if one is clearly meant.
///
/// Case and `-`/`_` never count, nor do words that both names have: of `lead_id` and `deal_id` only `lead` and `deal` are
/// compared. One slip is let pass in what is left, two from nine letters on. A tie yields nothing.
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut best: Option<(usize, &'a str)> = None;
    let mut tied = false;
    for word in known {
        let Some(distance) = slips(&fold(found), &fold(word)) else { continue };
        match best {
            Some((least, _)) if distance > least => {}
            Some((least, _)) if distance == least => tied = true,
            _ => {
                best = Some((distance, word));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, word)| word)
}

/// How many slips lead from one name to the other, if they are few enough.
fn slips(found: &str, word: &str) -> Option<usize> {
    if found.replace('_', "") == word.replace('_', "") {
        return Some(0);
    }
    let without = |name: &str, other: &str| -> Vec<char> {
        let words = name.split('_').filter(|word| !other.split('_').any(|other| other == *word));
        words.collect::<Vec<_>>().join("_").chars().collect()
    };
    let (found, word) = (without(found, word), without(word, found));
    let limit = if found.len() < 3 { 0 } else { (found.len() / 3).saturating_sub(1).max(1) };
    Some(distance(&found, &word)).filter(|distance| *distance <= limit)
}

fn fold(word: &str) -> String {
    let word = word.strip_prefix("r#").unwrap_or(word);
    word.chars().take(64).map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
}

/// `only_for` and `onlyFor` are one word.
fn joined(word: &str) -> String {
    fold(word).replace('_', "")
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_left_alone() {
        let names = ["contact_id", "deal_id", "amount", "project", "id", "form", "max", "min"];
        for (slip, meant) in [
            ("contactId", Some("contact_id")),
            ("contact-id", Some("contact_id")),
            ("contcat_id", Some("contact_id")),
            ("amuont", Some("amount")),
            ("ID", Some("id")),
            ("from", Some("form")),
            // Another word of the same trade is not a slip.
            ("lead_id", None),
            ("account", None),
            ("product", None),
            ("key", None),
            // As near to the one as to the other.
            ("mix", None),
        ] {
            assert_eq!(nearest(slip, &names), meant, "{slip}");
        }
    }
}
