//! The byte order mark, which some servers send before JSON, although JSON does not allow it.

const MARK: &[u8] = b"\xef\xbb\xbf";

/// `text` without the mark.
pub(crate) fn skip(text: &[u8]) -> &[u8] {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// Whether a byte is part of the mark.
pub(crate) fn has(byte: u8) -> bool {
    MARK.contains(&byte)
}
