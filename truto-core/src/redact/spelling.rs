//! The spellings of characters in foreign text: JSON's escapes and Rust's, percent-encoding, HTML's references. A text may mix
//! them, and spell a character that needs no spelling.

use core::ops::Range;

/// A text with its spellings undone, and where each byte of it comes from.
pub(super) struct Decoded {
    bytes: Vec<u8>,
    /// The place of each byte in the original, and at the end the original's length: a byte ends where the next begins.
    origins: Vec<usize>,
}

impl Decoded {
    /// A text as it stands.
    pub(super) fn plain(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), origins: (0..=text.len()).collect() }
    }

    /// The same text without its spaces and line breaks.
    pub(super) fn without_spaces(&self) -> Self {
        let kept = (0..self.bytes.len()).filter(|at| !self.bytes[*at].is_ascii_whitespace());
        let (bytes, mut origins): (_, Vec<usize>) = kept.map(|at| (self.bytes[at], self.origins[at])).unzip();
        origins.extend(self.origins.last());
        Self { bytes, origins }
    }

    /// Adds where in the original `needle` stands, without overlaps. Takes one pass, whatever either of them holds.
    pub(super) fn find_all(&self, needle: &str, found: &mut Vec<Range<usize>>) {
        let needle = needle.as_bytes();
        // Knuth, Morris and Pratt: after a mismatch, how much of the needle still fits.
        let mut fits = vec![0_usize; needle.len()];
        let mut length = 0;
        for at in 1..needle.len() {
            while length > 0 && needle[at] != needle[length] {
                length = fits[length - 1];
            }
            length += usize::from(needle[at] == needle[length]);
            fits[at] = length;
        }
        let mut length = 0;
        for (at, byte) in self.bytes.iter().enumerate() {
            while length > 0 && *byte != needle[length] {
                length = fits[length - 1];
            }
            length += usize::from(*byte == needle[length]);
            if length == needle.len() {
                found.push(self.origins[at + 1 - length]..self.origins[at + 1]);
                length = 0;
            }
        }
    }
}

/// `text` with one layer of spellings undone; `None` where it holds none.
pub(super) fn decode(text: &Decoded) -> Option<Decoded> {
    if !text.bytes.iter().any(|byte| b"\\%&".contains(byte)) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.bytes.len());
    let mut origins = Vec::with_capacity(text.bytes.len() + 1);
    let mut at = 0;
    let mut changed = false;
    while let Some(rest) = text.bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, meant) = spelt(rest).unwrap_or((1, Meant::Byte(rest[0])));
        changed |= length > 1;
        let before = bytes.len();
        match meant {
            Meant::Byte(byte) => bytes.push(byte),
            Meant::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        origins.extend((before..bytes.len()).map(|_| text.origins[at]));
        at += length;
    }
    origins.push(text.origins.last().copied().unwrap_or_default());
    changed.then_some(Decoded { bytes, origins })
}

enum Meant {
    Byte(u8),
    Char(char),
}

/// The spelling that `text` begins with: its length, and what it means.
fn spelt(text: &[u8]) -> Option<(usize, Meant)> {
    match text {
        [b'%', high, low, ..] => Some((3, Meant::Byte(u8::try_from(hex(&[*high, *low])?).ok()?))),
        [b'\\', b'u', b'{', rest @ ..] => {
            let end = rest.iter().take(7).position(|byte| *byte == b'}')?;
            Some((end + 4, Meant::Char(char::from_u32(hex(&rest[..end])?)?)))
        }
        [b'\\', b'u', rest @ ..] => {
            let first = hex(rest.get(..4)?)?;
            if let Some(c) = char::from_u32(first) {
                return Some((6, Meant::Char(c)));
            }
            let [b'\\', b'u', rest @ ..] = rest.get(4..)? else { return None };
            let second = hex(rest.get(..4)?)?;
            let pair = [u16::try_from(first).ok()?, u16::try_from(second).ok()?];
            let c = char::decode_utf16(pair).next()?.ok()?;
            Some((12, Meant::Char(c)))
        }
        [b'\\', letter, ..] => {
            let byte = match letter {
                b'"' | b'\'' | b'\\' | b'/' => *letter,
                b'0' => 0,
                b'b' => 8,
                b'f' => 12,
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                _ => return None,
            };
            Some((2, Meant::Byte(byte)))
        }
        [b'&', rest @ ..] => reference(rest),
        _ => None,
    }
}

/// A character reference behind its `&`.
fn reference(text: &[u8]) -> Option<(usize, Meant)> {
    const LONGEST: usize = 10;
    let end = text.iter().take(LONGEST).position(|byte| *byte == b';')?;
    let name = core::str::from_utf8(&text[..end]).ok()?.to_ascii_lowercase();
    let c = match name.as_str() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(digits) => hex(digits.as_bytes())?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 2, Meant::Char(c)))
}

fn hex(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| Some(number * 16 + char::from(*digit).to_digit(16)?))
}
