//! Finds where a JSON value ends, in text that comes in pieces.

use crate::response::envelope::is_key_of_items;
use crate::response::split::block::BLOCK;
use crate::response::split::{Container, SplitError};

/// What a scan has found.
pub(super) enum Found {
    /// The text so far is not the whole value.
    Nothing,
    /// The end of the value.
    End,
    /// An opening bracket inside an object that may be an envelope, which is the last byte that was scanned.
    Opened(Container),
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

    /// Goes on at the start of `text`. Returns as well how many bytes belong to the value.
    pub(super) fn run(&mut self, text: &[u8]) -> (Found, usize) {
        let end = match self {
            Self::Scalar => text.iter().position(|byte| byte.is_ascii_whitespace() || b",]}".contains(byte)),
            Self::Enclosed(nesting) => nesting.run(text),
        };
        end.map_or((Found::Nothing, text.len()), |end| (Found::End, end))
    }
}

/// How deep a scan is inside lists and objects, and whether it is inside a string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    pub(super) depth: u64,
    pub(super) text: Text,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Text {
    #[default]
    Outside,
    Inside,
    /// After a backslash.
    Escaped,
}

impl Nesting {
    /// Scans a value to its end. Returns how many bytes belong to it, or `None` if that is all of the text and more.
    pub(super) fn run(&mut self, text: &[u8]) -> Option<usize> {
        let mut at = 0;
        while self.depth == 0 {
            let byte = *text.get(at)?;
            at += 1;
            if self.step(byte) {
                return Some(at);
            }
        }
        while let Some(block) = text[at..].first_chunk::<BLOCK>() {
            if let Some(end) = self.run_block(block) {
                return Some(at + end);
            }
            at += BLOCK;
        }
        text[at..].iter().position(|byte| self.step(*byte)).map(|last| at + last + 1)
    }

    /// Scans an object that may be an envelope. The scan also stops behind each opening bracket that items may have. It does not
    /// check the grammar: the envelope's text is parsed later.
    pub(super) fn run_envelope(&mut self, text: &[u8]) -> (Found, usize) {
        for (at, byte) in text.iter().enumerate() {
            let opened = Container::of(*byte).filter(|_| self.depth == 1 && self.text == Text::Outside);
            if self.step(*byte) {
                return (Found::End, at + 1);
            }
            if let Some(container) = opened {
                return (Found::Opened(container), at + 1);
            }
        }
        (Found::Nothing, text.len())
    }

    /// Takes the next byte. Returns whether it closes the value.
    pub(super) fn step(&mut self, byte: u8) -> bool {
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
pub(super) fn ends_with_key_of_items(text: &[u8]) -> bool {
    // The longest spelling of `"results"` has an escape such as `\u0072` for each letter. A longer text is not searched, because a
    // server may send any number of brackets without a quote.
    const LONGEST_KEY: usize = 6 * "\"results\"".len();
    let key = text.trim_ascii_end().strip_suffix(b":").unwrap_or_default().trim_ascii_end();
    // Inside a key, a backslash stands before each quote.
    let is_start = |at: &usize| key[*at] == b'"' && (*at == 0 || key[*at - 1] != b'\\');
    let first = key.len().saturating_sub(LONGEST_KEY);
    (first..key.len().saturating_sub(1)).rfind(is_start).is_some_and(|start| is_key_of_items(&key[start..]))
}
