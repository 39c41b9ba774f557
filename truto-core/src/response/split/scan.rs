//! Finds where a JSON value ends, in text that comes in pieces.

use crate::response::envelope::holds_items;
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

/// The scan of an object that may be an envelope. It also ends at each opening bracket of items.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct EnvelopeScan {
    nesting: Nesting,
    member: Member,
}

/// Where the scan is among the members of the envelope. It does not check the grammar: the envelope's text is parsed later.
#[derive(Clone, Copy, Debug, Default)]
enum Member {
    #[default]
    BeforeKey,
    /// In a key that begins here.
    InKey(usize),
    /// After a key. The flag, here and below, is whether it is the key of the items.
    BeforeColon(bool),
    BeforeValue(bool),
    InValue,
}

impl EnvelopeScan {
    /// Goes on at `at`, and moves `at` past the bytes that it scans.
    pub(super) fn run(&mut self, text: &[u8], at: &mut usize) -> Found {
        while let Some(&byte) = text.get(*at) {
            let before = self.nesting;
            *at += 1;
            if self.nesting.step(byte) {
                return Found::End;
            }
            if before.depth == 1
                && let Some(container) = self.step(before.text == Text::Outside, &text[..*at], byte)
            {
                return Found::Items(container);
            }
        }
        Found::Nothing
    }

    /// Takes a byte of the envelope itself, which is the last of `text`. Returns what it opens, if that holds items.
    fn step(&mut self, is_structure: bool, text: &[u8], byte: u8) -> Option<Container> {
        let next = match self.member {
            Member::InKey(start) if self.nesting.text == Text::Outside => {
                Member::BeforeColon(holds_items(&text[start..]))
            }
            _ if !is_structure => return None,
            _ if byte == b',' => Member::BeforeKey,
            Member::BeforeKey if byte == b'"' => Member::InKey(text.len() - 1),
            Member::BeforeColon(holds_items) if byte == b':' => Member::BeforeValue(holds_items),
            Member::BeforeValue(_) if !byte.is_ascii_whitespace() => Member::InValue,
            _ => return None,
        };
        let before = core::mem::replace(&mut self.member, next);
        let opens = matches!((before, next), (Member::BeforeValue(true), Member::InValue));
        Container::of(byte).filter(|_| opens)
    }
}
