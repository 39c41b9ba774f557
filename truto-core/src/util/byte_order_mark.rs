//! The byte order mark, which some servers write before JSON and JSON does not allow.

const MARK: &[u8] = b"\xef\xbb\xbf";

/// `text` without the mark.
pub(crate) fn skip(text: &[u8]) -> &[u8] {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// Whether this byte is one of the mark's.
pub(crate) fn has(byte: u8) -> bool {
    MARK.contains(&byte)
}
