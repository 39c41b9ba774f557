//! Rules on names that truto's macros and the running program must share: which name a misspelt name means, which text is a name
//! at all, which header the client sets itself, which path belongs to an account, and which id an entity has. Used by `truto-core`,
//! `truto-macros` and `truto-codegen`.
//!
//! ```
//! let keys = ["entity_id", "created_at"];
//! assert_eq!(truto_names::nearest("entityId", &keys), Some("entity_id"));
//! assert_eq!(truto_names::nearest("updated_at", &keys), None);
//! ```
//!
//! A wrong suggestion costs more than silence: whoever follows it sends a value under a name that it was not meant for.

/// Whether `text` is a token, such as the name of a header (RFC 9110, section 5.6.2).
#[must_use]
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// What the path of an account's endpoint begins with. Any other path belongs to the platform.
pub const OF_ACCOUNTS: &[&str] = &["unified", "proxy", "custom"];

/// The first segment of a path.
///
/// ```
/// assert_eq!(truto_names::first_segment("/unified/crm/contacts"), "unified");
/// assert!(truto_names::OF_ACCOUNTS.contains(&"unified"));
/// ```
#[must_use]
pub fn first_segment(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// The headers that neither a declaration nor a call can set, with the reason.
const OWNED_HEADERS: &[(&str, &[&str])] = &[
    ("the client sets it", &["accept", "accept-encoding", "content-encoding", "content-type", "user-agent"]),
    ("the client sends its own token", &["authorization"]),
    ("the client does not store cookies", &["cookie"]),
    ("it comes from the base URL", &["host"]),
    ("each call generates its own, and `.idempotency_key(key)` behind `send` sets another", &["idempotency-key"]),
    ("it is set in the proxy's settings", &["proxy-authorization"]),
    (
        "the transport sets it",
        &["connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"],
    ),
];

/// Why a header of this name, in any case of its letters, cannot be set. `None` if it can be.
///
/// ```
/// assert_eq!(truto_names::why_owned("Host"), Some("it comes from the base URL"));
/// assert_eq!(truto_names::why_owned("X-Trace"), None);
/// ```
#[must_use]
pub fn why_owned(header: &str) -> Option<&'static str> {
    let is_one_of = |names: &[&str]| names.iter().any(|name| header.eq_ignore_ascii_case(name));
    OWNED_HEADERS.iter().find(|(_, names)| is_one_of(names)).map(|(why, _)| *why)
}

/// The id of an entity: a hash (FNV-1a) of its variant's name. So an endpoint knows the id without seeing the enum.
///
/// ```
/// assert_eq!(truto_names::entity_id("Leads"), 542_244_980);
/// ```
#[must_use]
pub const fn entity_id(variant: &str) -> u32 {
    let (name, mut hash, mut at) = (variant.as_bytes(), 0x811C_9DC5, 0);
    while at < name.len() {
        hash = (hash ^ name[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Returns the word of `known` that is clearly meant by `found`.
///
/// Ignores case, `-` and `_`, and words that both names share: of `lead_id` and `deal_id` it compares `lead` and `deal`.
/// Allows one slip in the rest, and more in long words. In short words it allows only swapped letters, a doubled letter and
/// a plural. Names with different digits never match. Returns `None` for a tie.
#[must_use]
pub fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let found = fold(found);
    let near = |word: &&'a str| Some((slips(&found, &fold(word))?, *word));
    let candidates: Vec<(usize, &str)> = known.iter().filter_map(near).collect();
    let (least, first) = candidates.iter().copied().min_by_key(|(distance, _)| *distance)?;
    // Two spellings of the same word are not a tie.
    let is_another = |word: &str| slips(&fold(first), &fold(word)).is_none();
    let is_tied = candidates.iter().any(|(distance, word)| *distance == least && is_another(word));
    (!is_tied).then_some(first)
}

/// Counts the slips between two folded names. `None` if there are too many.
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
    if found.len().min(word.len()) < 5 && !have_same_letters(&found, &word) {
        return None;
    }
    let limit = if found.len() < 3 { 0 } else { (found.len() / 3).saturating_sub(1).max(1) };
    Some(distance(&found, &word)).filter(|distance| *distance <= limit)
}

/// Whether two words differ only in the order of their letters, in doubled letters, or in a plural `s`. Short words need this
/// rule: `send` is not a slip of `end`.
fn have_same_letters(one: &[char], other: &[char]) -> bool {
    let sorted = |word: &[char]| {
        let mut letters = word.to_vec();
        letters.dedup();
        letters.sort_unstable();
        letters
    };
    let singular = |word| sorted(<[char]>::strip_suffix(word, &['s']).unwrap_or(word));
    sorted(one) == sorted(other) || singular(one) == singular(other)
}

fn fold(word: &str) -> String {
    // The cut keeps the table of `distance` small, whatever a hostile document contains.
    word.chars().take(64).map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
}

/// Optimal string alignment distance, except that a replaced letter counts twice: `stage` is not a slip of `state`. That is
/// why no crate for edit distances is used.
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
    use super::{is_token, nearest};

    const KINDS: &[&str] = &["accounts", "contacts", "leads", "opportunities", "organizations"];

    #[test]
    fn a_token_is_what_http_allows_as_a_name() {
        for token in ["X-Trace", "a", "!#$%&'*+-.^_`|~"] {
            assert!(is_token(token), "{token}");
        }
        for other in ["", "X Trace", "a:b", "ä", "a\n"] {
            assert!(!is_token(other), "{other}");
        }
    }

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
        assert_eq!(nearest("pots", &["get", "post", "put"]), Some("post"), "swapped letters, one of them the plural");
        assert_eq!(nearest("acounts", &["accounts", "acocunts"]), Some("accounts"), "two spellings of the same word");
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
