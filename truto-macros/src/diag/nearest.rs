//! "Did you mean": the one known word that is clearly meant by what was found, or silence when unsure.
//!
//! A wrong suggestion costs more than none: who follows it sends a value under a name that it was not meant for.
//!
//! `truto-core/src/util/suggest.rs` and `truto-macros/src/diag/nearest.rs` are one text: the compiler and the running program
//! judge a name alike, and neither crate can call the other for it. A test of `truto-macros` holds them equal.

/// The word of `known` nearest to `found`, if one is clearly meant.
///
/// Case and `-`/`_` never count, nor do words that both names have: of `lead_id` and `deal_id` only `lead` and `deal` are
/// compared. One slip is let pass in what is left, more in long words, and in short ones only a swap, a letter twice or a plural. Names with
/// other numbers are other names. A tie yields nothing.
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let found = fold(found);
    let mut best: Option<(usize, &'a str)> = None;
    let mut tied = false;
    for word in known {
        let Some(distance) = slips(&found, &fold(word)) else { continue };
        match best {
            Some((least, _)) if distance > least => {}
            // Two spellings of one word are no two meanings: the first is as good as the second.
            Some((least, first)) if distance == least => tied |= slips(&fold(first), &fold(word)).is_none(),
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
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(found) != digits(word) {
        return None;
    }
    let without = |name: &str, other: &str| -> Vec<char> {
        let words = name.split('_').filter(|word| !other.split('_').any(|other| other == *word));
        words.collect::<Vec<_>>().join("_").chars().collect()
    };
    let (found, word) = (without(found, word), without(word, found));
    if found.len().min(word.len()) < 5 && !have_the_same_letters(&found, &word) {
        return None;
    }
    let limit = if found.len() < 3 { 0 } else { (found.len() / 3).saturating_sub(1).max(1) };
    Some(distance(&found, &word)).filter(|distance| *distance <= limit)
}

/// Whether two words differ in the order of their letters, in how often one is repeated, or as one thing and many. In short
/// words everything else is another word: `send` is no slip of `end`.
fn have_the_same_letters(one: &[char], other: &[char]) -> bool {
    let sorted = |word: &[char]| {
        let mut letters = word.to_vec();
        letters.dedup();
        letters.sort_unstable();
        letters
    };
    let of_one = |word| sorted(<[char]>::strip_suffix(word, &['s']).unwrap_or(word));
    sorted(one) == sorted(other) || of_one(one) == of_one(other)
}

fn fold(word: &str) -> String {
    // Longer than any name that we know: the table below stays small whatever a hostile document holds.
    word.chars().take(64).map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
}

/// Optimal string alignment distance: insertions, deletions and swaps of neighbours. A letter in place of another counts
/// twice: `stage` is no slip of `state`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = above[j] + if x == y { 0 } else { 2 };
            let mut cost = replaced.min(above[j + 1] + 1).min(row[j] + 1);
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
        for (slip, meant) in [
            ("contact", "contacts"),
            ("acounts", "accounts"),
            ("laeds", "leads"),
            ("lead", "leads"),
            ("Organizations", "organizations"),
            ("organisations", "organizations"),
            ("oportunities", "opportunities"),
        ] {
            assert_eq!(nearest(slip, KINDS), Some(meant), "{slip}");
        }
        for (slip, meant) in [
            ("entityId", "entity_id"),
            ("entity-id", "entity_id"),
            ("entityid", "entity_id"),
            ("contcat_id", "contact_id"),
            ("creatd_at", "created_at"),
            ("adress1", "address1"),
            ("frist_name", "first_name"),
            ("entity_idd", "entity_id"),
            ("enitty_di", "entity_id"),
        ] {
            assert_eq!(nearest(slip, &[meant, "amount"]), Some(meant), "{slip}");
        }
        assert_eq!(nearest("pots", &["get", "post", "put"]), Some("post"), "a swap of the letter of the plural");
        assert_eq!(nearest("acounts", &["accounts", "acocunts"]), Some("accounts"), "two spellings of one word");
    }

    #[test]
    fn another_word_is_never_suggested() {
        for (found, other) in [
            ("created_at", "updated_at"),
            ("lead_id", "deal_id"),
            ("first_name", "last_name"),
            ("address1", "address2"),
            ("address", "address2"),
            ("phone_1", "phone_2"),
            ("stage", "state"),
            ("date", "data"),
            ("start_date", "end_date"),
            ("send_date", "end_date"),
            ("plan", "plane"),
            ("mail", "email"),
            ("owner_id", "user_id"),
            ("account_id", "amount_id"),
            ("min", "max"),
            ("to", "do"),
            ("name", "first_name"),
            ("product", "project"),
            ("limit", "id"),
            ("tickets", "contacts"),
            ("", "id"),
        ] {
            assert_eq!(nearest(found, &[other]), None, "{found} is not {other}");
            assert_eq!(nearest(other, &[found]), None, "{other} is not {found}");
        }
        assert_eq!(nearest("ab", &["aa", "bb"]), None, "a tie is not a suggestion");
        assert_eq!(nearest("mix", &["min", "max"]), None);
    }
}
