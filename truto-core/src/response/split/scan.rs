//! Finds where a JSON value ends, in text that comes in pieces.

use crate::response::envelope::is_key_of_items;
use crate::response::split::{Container, SplitError};

/// What a scan has found.
pub(super) enum Found {
    /// The text so far is not the whole value.
    Nothing,
    /// The end of the value.
    End,
    /// The opening bracket of the items of an envelope, which is the last byte that was scanned.
    Items(Container),
}

/// The scan of one value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scan {
    /// A number, `true`, `false` or `null`. It ends before the byte that follows it.
    Scalar,
    /// A string, list or object. It ends with its own closing byte.
    Enclosed(Nesting),
}

impl Scan {
    /// The scan of a value that begins with this byte.
    pub(super) fn from_first(byte: u8) -> Result<Self, SplitError> {
        match byte {
            b'{' | b'[' | b'"' => Ok(Self::Enclosed(Nesting::default())),
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => Ok(Self::Scalar),
            _ => Err(SplitError::Unexpected(byte)),
        }
    }

    /// Goes on at `at`, and moves `at` past the bytes that it scans.
    pub(super) fn run(&mut self, text: &[u8], at: &mut usize) -> Found {
        while let Some(&byte) = text.get(*at) {
            match self {
                Self::Scalar if byte.is_ascii_whitespace() || b",]}".contains(&byte) => return Found::End,
                Self::Scalar => *at += 1,
                Self::Enclosed(nesting) => {
                    *at += 1;
                    if nesting.step(byte) {
                        return Found::End;
                    }
                }
            }
        }
        Found::Nothing
    }
}

/// How deep a scan is inside lists and objects, and whether it is inside a string.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nesting {
    depth: u32,
    text: Text,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Text {
    #[default]
    Outside,
    Inside,
    /// After a backslash.
    Escaped,
}

impl Nesting {
    /// Scans an object that may be an envelope. The scan also stops behind each opening bracket of items. It does not check the
    /// grammar: the envelope's text is parsed later.
    pub(super) fn run_envelope(&mut self, text: &[u8], at: &mut usize) -> Found {
        while let Some(&byte) = text.get(*at) {
            let opened = Container::of(byte).filter(|_| self.depth == 1 && self.text == Text::Outside);
            let before = &text[..*at];
            *at += 1;
            if self.step(byte) {
                return Found::End;
            }
            if let Some(container) = opened.filter(|_| ends_with_key_of_items(before)) {
                return Found::Items(container);
            }
        }
        Found::Nothing
    }

    /// Takes the next byte. Returns whether it closes the value.
    fn step(&mut self, byte: u8) -> bool {
        match (self.text, byte) {
            (Text::Outside, b'"') | (Text::Escaped, _) => self.text = Text::Inside,
            (Text::Inside, b'"') => self.text = Text::Outside,
            (Text::Inside, b'\\') => self.text = Text::Escaped,
            (Text::Outside, b'{' | b'[') => self.depth += 1,
            (Text::Outside, b'}' | b']') => self.depth = self.depth.saturating_sub(1),
            _ => return false,
        }
        self.depth == 0 && self.text == Text::Outside
    }
}

/// Whether this part of an envelope ends with the key of its items and a colon.
fn ends_with_key_of_items(text: &[u8]) -> bool {
    // The longest spelling of `"results"` has an escape such as `\u0072` for each letter. A longer text is not searched, because a
    // server may send any number of brackets without a quote.
    const LONGEST_KEY: usize = 6 * "\"results\"".len();
    let key = text.trim_ascii_end().strip_suffix(b":").unwrap_or_default().trim_ascii_end();
    // Inside a key, a backslash stands before each quote.
    let is_start = |at: &usize| key[*at] == b'"' && (*at == 0 || key[*at - 1] != b'\\');
    let first = key.len().saturating_sub(LONGEST_KEY);
    (first..key.len().saturating_sub(1)).rfind(is_start).is_some_and(|start| is_key_of_items(&key[start..]))
}
