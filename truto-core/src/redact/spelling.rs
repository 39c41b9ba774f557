//! Spellings of characters: escapes of JSON and Rust, percent-encoding, references of HTML. A text may mix them, and may spell
//! a character that needs no spelling.

use core::ops::Range;

use memchr::memmem;

/// A decoded text that knows where each of its bytes comes from.
pub(super) struct Decoded {
    bytes: Vec<u8>,
    /// The offset of each byte in the original, and then the length of the original.
    origins: Vec<usize>,
}

impl Decoded {
    /// A text in which nothing is decoded yet.
    pub(super) fn plain(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), origins: (0..=text.len()).collect() }
    }

    /// The same text without white space.
    pub(super) fn without_spaces(&self) -> Self {
        let kept = (0..self.bytes.len()).filter(|at| !self.bytes[*at].is_ascii_whitespace());
        let (bytes, mut origins): (_, Vec<usize>) = kept.map(|at| (self.bytes[at], self.origins[at])).unzip();
        origins.extend(self.origins.last());
        Self { bytes, origins }
    }

    /// Adds to `found` where `needle` stands in the original.
    pub(super) fn find_all(&self, needle: &str, found: &mut Vec<Range<usize>>) {
        let starts = memmem::find_iter(&self.bytes, needle);
        found.extend(starts.map(|start| self.origins[start]..self.origins[start + needle.len()]));
    }
}

/// `text` with one layer of spellings decoded, or `None` if nothing is spelt.
pub(super) fn decode(text: &Decoded) -> Option<Decoded> {
    // A long text without spellings must not cost a copy.
    memchr::memchr3(b'\\', b'%', b'&', &text.bytes)?;
    let mut bytes = Vec::with_capacity(text.bytes.len());
    let mut origins = Vec::with_capacity(text.origins.len());
    let mut at = 0;
    while let Some(rest @ [first, ..]) = text.bytes.get(at..) {
        let (length, meant) = spelt(rest).unwrap_or((1, Meant::Byte(*first)));
        match meant {
            Meant::Byte(byte) => bytes.push(byte),
            Meant::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        origins.resize(bytes.len(), text.origins[at]);
        at += length;
    }
    origins.extend(text.origins.last());
    // Each spelling is longer than what it spells.
    (bytes.len() < text.bytes.len()).then_some(Decoded { bytes, origins })
}

enum Meant {
    Byte(u8),
    Char(char),
}

/// The length and the meaning of the spelling that `text` begins with.
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

/// A character reference without its `&`.
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
