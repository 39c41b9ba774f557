//! The idempotency key of a row: `{run}/{account}/{row_key}`. It is the same in every process and after every restart, so the server
//! recognizes a write that it has already seen.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest, Sha256};

/// The longest key in bytes. Headers of some gateways hold no more than 255.
const LONGEST: usize = 200;

/// What a part may hold as it is. A slash separates parts.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The key of a row. Above 200 bytes, the part of the row is replaced by its hash, and then the part of the run.
pub(crate) fn idempotency_key(run: &str, account: &str, row_key: &str) -> String {
    let part = |text| utf8_percent_encode(text, ENCODED).to_string();
    let (run, account, row) = (part(run), part(account), part(row_key));
    let whole = |run: &str, row: &str| format!("{run}/{account}/{row}");
    let plain = whole(&run, &row);
    if plain.len() <= LONGEST {
        return plain;
    }
    let short = whole(&run, &hashed(&row));
    if short.len() <= LONGEST { short } else { whole(&hashed(&run), &hashed(&row)) }
}

/// A hash that cannot be taken for an encoded part: none of those begins with `=`.
fn hashed(part: &str) -> String {
    format!("={}", hex(&Sha256::digest(part.as_bytes())))
}

/// The bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;

    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

    #[test]
    fn a_key_names_run_account_and_row() {
        assert_eq!(idempotency_key("import-7", ACCOUNT, "line 3"), format!("import-7/{ACCOUNT}/line%203"));
    }

    #[test]
    fn different_rows_have_different_keys() {
        let long = "x".repeat(300);
        let keys = [
            idempotency_key("a/b", ACCOUNT, "c"),
            idempotency_key("a", ACCOUNT, "b/c"),
            idempotency_key("a", ACCOUNT, "b%2Fc"),
            idempotency_key("a", ACCOUNT, &long),
            idempotency_key("a", ACCOUNT, &(long.clone() + "y")),
            idempotency_key(&long, ACCOUNT, "c"),
            idempotency_key(&long, ACCOUNT, &long),
            idempotency_key("a", ACCOUNT, "=c"),
            idempotency_key("ä", ACCOUNT, "ü\n"),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(key.len() <= LONGEST && key.is_ascii() && !key.contains(' '), "{key}");
            assert!(!keys[..at].contains(key), "{key}");
        }
    }
}
