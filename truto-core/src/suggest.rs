//! "Did you mean": the one known word that is close to what was found, or silence when unsure.

/// The word of `known` nearest to `found`, if one is clearly meant.
///
/// Case and `-`/`_` never count; otherwise up to a third of the letters may differ. A tie yields nothing.
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded = fold(found);
    let limit = folded.len() / 3;
    let mut best: Option<(usize, &'a str)> = None;
    let mut tied = false;
    for word in known {
        let distance = distance(&folded, &fold(word));
        if distance > limit {
            continue;
        }
        match best {
            Some((least, _)) if distance > least => {}
            // Two spellings of one word are no two meanings: the first is as good as the second.
            Some((least, first)) if distance == least => {
                tied |= self::distance(&fold(first), &fold(word)) > limit;
            }
            _ => {
                best = Some((distance, word));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, word)| word)
}

fn fold(word: &str) -> Vec<char> {
    // Longer than any name that we know: the table below stays small whatever a hostile document holds.
    word.chars().take(64).map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
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

    const KINDS: &[&str] = &["accounts", "contacts", "leads", "opportunities", "organizations"];

    #[test]
    fn a_slip_is_recognised() {
        assert_eq!(nearest("contact", KINDS), Some("contacts"));
        assert_eq!(nearest("acounts", KINDS), Some("accounts"));
        assert_eq!(nearest("laeds", KINDS), Some("leads"));
        assert_eq!(nearest("Organizations", KINDS), Some("organizations"));
        assert_eq!(nearest("acounts", &["accounts", "acocunts"]), Some("accounts"), "two spellings of one word");
    }

    #[test]
    fn another_word_is_left_alone() {
        assert_eq!(nearest("tickets", KINDS), None);
        assert_eq!(nearest("", KINDS), None);
        assert_eq!(nearest("ab", &["aa", "bb"]), None, "a tie is not a suggestion");
    }
}
