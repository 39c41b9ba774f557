//! Splits a stream of bytes into JSON records, wherever its pieces begin and end.
//!
//! A document (`application/json`) is a list, the API's envelope around a list (`{"result": [...], ...}`, or an object of items
//! by key in place of the list), or values one after the other. Lines (NDJSON) are values one after the other.
//!
//! ```text
//!         `[`            key or item
//! Start ───────▶ Items ◀─────────────▶ InEntry
//!   │             ▲ │ │
//!   │             │ │ └─ `]`, no envelope ────────────▶ End
//!   │   "result": │ │ `]`, `}`                           ▲
//!   │    `{`      │ ▼                                    │
//!   ├────────▶ InEnvelope ── `}` of an envelope ─────────┘
//!   │               │
//!   │               │ `}` of any other object: a record
//!   │    other      ▼     value: a record
//!   └────────────▶ Values ◀─────────────▶ InValue
//! ```
//!
//! The splitter finds where a record ends, and does not check that it is JSON: the caller's decoder does. It keeps the text of
//! the envelope without the records, which is short, and reads it with the reader of a page. So a stream and a page accept the
//! same answers.

mod block;
mod input;
mod scan;

use bytes::Bytes;
use memchr::memchr;
use serde::de::{Error as _, IgnoredAny};

use crate::error::{DecodeKind, is_error_envelope};
use crate::response::envelope::{Envelope, says_more};
use crate::response::split::input::Input;
use crate::response::split::scan::{Found, Nesting, Scan, ends_with_key_of_items};
use crate::util::byte_order_mark;
use crate::util::content_type::Form;

/// Why no more records come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SplitError {
    /// The stream ended inside a record or a list.
    Truncated,
    /// No record can begin with this byte, or it cannot stand between two records.
    Unexpected(u8),
    /// The stream ended inside a value that is not JSON, whatever would have followed.
    Broken(String),
    /// A record, or the envelope without its records, is larger than the limit.
    TooLarge,
    /// The envelope around the records is not JSON, is of another shape, or has records in two places.
    Envelope(DecodeKind),
    /// A record, or the envelope, is this error envelope of the API.
    Refused(Bytes),
}

impl SplitError {
    fn of_envelope(error: &serde_json::Error) -> Self {
        let reason = format!("in the envelope around the records: {error}");
        let path = ".".to_owned();
        Self::Envelope(if error.is_data() { DecodeKind::Shape { path, reason } } else { DecodeKind::Syntax { reason } })
    }
}

/// Where the splitter is; the module's documentation shows the transitions.
#[derive(Clone, Copy, Debug)]
enum State {
    /// Nothing but white space has come.
    Start,
    /// Between two values of a stream of values.
    Values,
    /// In a value of a stream of values.
    InValue(Scan),
    /// In the object that may be an envelope: before its items, between two containers of items, or after them.
    InEnvelope,
    /// Between two entries of a container of items, after this token.
    Items(Container, Token),
    /// In an entry of a container of items: in its key or in the item.
    InEntry(Container, Token, Scan),
    /// After the list or the envelope.
    End,
}

/// What holds the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    List,
    /// An object of items by key (`truto_key_by`).
    ByKey,
}

impl Container {
    fn of(opening: u8) -> Option<Self> {
        match opening {
            b'[' => Some(Self::List),
            b'{' => Some(Self::ByKey),
            _ => None,
        }
    }

    fn closing(self) -> u8 {
        match self {
            Self::List => b']',
            Self::ByKey => b'}',
        }
    }
}

/// A token of a container of items. Each one allows others to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// The opening bracket; an entry or the closing bracket follows.
    Open,
    /// The key of an entry; a colon follows.
    Key,
    /// A colon; an item follows.
    Colon,
    /// An item; a comma or the closing bracket follows.
    Item,
    /// A comma; an entry follows.
    Comma,
}

/// Splits one stream.
#[derive(Debug)]
pub(crate) struct Splitter {
    form: Form,
    input: Input,
    state: State,
    /// Whether the next value is the first of its line.
    begins_line: bool,
    /// Whether a record was a line.
    has_lines: bool,
    envelope: EnvelopeReader,
    max_size: u64,
}

impl Splitter {
    /// A splitter that refuses records of more than `max_size` bytes.
    pub(crate) fn new(form: Form, max_size: u64) -> Self {
        let (input, state, envelope) = (Input::default(), State::Start, EnvelopeReader::default());
        Self { form, input, state, begins_line: true, has_lines: false, envelope, max_size }
    }

    /// Adds a piece of the stream, after [`next`](Self::next) has found no record.
    pub(crate) fn push(&mut self, piece: Bytes) {
        self.input.push(piece);
    }

    /// Whether a document is expected, and nothing but white space has come.
    pub(crate) fn lacks_document(&self) -> bool {
        self.form == Form::Document && matches!(self.state, State::Start)
    }

    /// The next whole record; `None` if it needs more of the stream, or if the stream is over.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, SplitError> {
        if self.input.rest().is_empty() {
            return Ok(None);
        }
        self.input.scan_again();
        loop {
            let (found, count) = match &mut self.state {
                State::InValue(scan) | State::InEntry(_, _, scan) => scan.run(self.input.rest()),
                State::InEnvelope => self.envelope.nesting.run_envelope(self.input.rest()),
                State::Start | State::Values | State::Items(..) | State::End => match self.skip_white_space() {
                    Some(byte) => {
                        self.begin(byte)?;
                        continue;
                    }
                    None => return Ok(None),
                },
            };
            match found {
                Found::Nothing => {
                    self.input.keep(count);
                    let is_too_large = self.input.begun().len() as u64 > self.max_size;
                    return if is_too_large { Err(SplitError::TooLarge) } else { Ok(None) };
                }
                Found::Opened(container) => {
                    self.input.keep(count);
                    let before = self.input.begun().split_last().map_or(&[][..], |(_, before)| before);
                    if ends_with_key_of_items(before) {
                        self.open_items(container)?;
                    }
                }
                Found::End => {
                    if let Some(record) = self.end_value(count)? {
                        return Ok(Some(record));
                    }
                }
            }
        }
    }

    /// The next line, if it is likely to be one record. No scan has found the end of its value. If the line is JSON, call
    /// [`take_line`](Self::take_line); if not, [`next`](Self::next) finds what it is.
    ///
    /// The brackets around its end show that the line does not end inside a value: `{` follows `}` only between two values, and
    /// no string has a line end in it.
    pub(crate) fn line(&mut self) -> Option<&[u8]> {
        let is_between_values = match self.state {
            State::Start => self.form == Form::Lines,
            State::Values => true,
            _ => false,
        };
        let is_begun = !self.input.unscanned().is_empty();
        if !is_between_values || !is_begun && (self.skip_white_space() != Some(b'{') || !self.begins_line) {
            return None;
        }
        let rest = self.input.rest();
        let Some(end) = memchr(b'\n', rest) else {
            // The next piece has the end of the line, or else a scan begins at the start of the line. A record that may be whole
            // is not kept, because the next piece may be long in coming.
            let is_whole = rest.trim_ascii_end().ends_with(b"}");
            if self.has_lines && !is_begun && !is_whole && rest.len() as u64 <= self.max_size {
                self.input.keep_unscanned();
            }
            return None;
        };
        let is_followed = rest.get(end + 1) == Some(&b'{');
        let line = self.input.line(end).trim_ascii_end();
        let is_likely = is_followed && line.ends_with(b"}") && line.len() as u64 <= self.max_size;
        (is_likely && !is_error_envelope(line)).then_some(line)
    }

    /// Takes the line that [`line`](Self::line) returned. It has `size` bytes.
    pub(crate) fn take_line(&mut self, size: usize) {
        self.input.skip_line(size);
        self.has_lines = true;
        self.state = State::Values;
        self.begins_line = false;
    }

    /// The cursor in the envelope, as far as the envelope has come.
    pub(crate) fn next_cursor(&self) -> Option<&str> {
        self.envelope.says.next_cursor.as_deref()
    }

    /// Whether the envelope says that something is missing, as far as the envelope has come.
    pub(crate) fn is_partial(&self) -> bool {
        self.envelope.says.partial
    }

    /// Ends the stream, and returns the next record that is left. Call it until it returns `None`: the start of a line that is not
    /// scanned may have several records.
    pub(crate) fn finish(&mut self) -> Result<Option<Bytes>, SplitError> {
        self.input.scan_again();
        if let Some(record) = self.next()? {
            return Ok(Some(record));
        }
        match self.state {
            State::InValue(Scan::Scalar) if self.parse_open_value().is_ok() => {
                self.state = State::End;
                self.value(0).map(Some)
            }
            State::Start | State::Values | State::End => Ok(None),
            _ => match self.parse_open_value() {
                Err(error) if error.is_syntax() => Err(SplitError::Broken(error.to_string())),
                _ => Err(SplitError::Truncated),
            },
        }
    }

    /// Parses the value that the stream has not ended.
    fn parse_open_value(&self) -> Result<IgnoredAny, serde_json::Error> {
        let open = self.input.begun();
        match self.state {
            State::InEnvelope => serde_json::from_slice(&[&self.envelope.text, open].concat()),
            _ => serde_json::from_slice(open),
        }
    }

    /// Drops white space between values, and a byte order mark before them. Returns the byte that follows.
    fn skip_white_space(&mut self) -> Option<u8> {
        let is_start = matches!(self.state, State::Start);
        let is_skipped = |byte: u8| byte.is_ascii_whitespace() || is_start && byte_order_mark::has(byte);
        let (mut skipped, mut found) = (0, None);
        for byte in self.input.rest() {
            if !is_skipped(*byte) {
                found = Some(*byte);
                break;
            }
            self.begins_line |= *byte == b'\n';
            skipped += 1;
        }
        self.input.skip(skipped);
        found
    }

    /// Begins a value with this byte, or takes it as a token between values.
    fn begin(&mut self, byte: u8) -> Result<(), SplitError> {
        self.begins_line = false;
        match self.state {
            State::Start if self.form == Form::Document && byte == b'[' => {
                self.take_token(State::Items(Container::List, Token::Open));
            }
            State::Start if self.form == Form::Document && byte == b'{' => self.state = State::InEnvelope,
            State::Start | State::Values => self.state = State::InValue(Scan::from_first(byte)?),
            State::Items(container, last) => return self.begin_entry(container, last, byte),
            _ => return Err(SplitError::Unexpected(byte)),
        }
        Ok(())
    }

    /// Does the same between two entries of a container, after the token `last`.
    fn begin_entry(&mut self, container: Container, last: Token, byte: u8) -> Result<(), SplitError> {
        use Token::{Colon, Comma, Item, Key, Open};

        let next = match (container, last, byte) {
            (_, Open | Item, _) if byte == container.closing() => {
                self.close_items();
                return Ok(());
            }
            (_, Item, b',') => Comma,
            (Container::ByKey, Key, b':') => Colon,
            (Container::ByKey, Open | Comma, b'"') => Key,
            (Container::List, Open | Comma, _) | (Container::ByKey, Colon, _) => Item,
            _ => return Err(SplitError::Unexpected(byte)),
        };
        if let Comma | Colon = next {
            self.take_token(State::Items(container, next));
            return Ok(());
        }
        if last == Open && self.envelope.is_open() {
            self.envelope.expect_records(container)?;
        }
        self.state = State::InEntry(container, next, Scan::from_first(byte)?);
        Ok(())
    }

    fn take_token(&mut self, next: State) {
        self.input.skip(1);
        self.state = next;
    }

    /// The opening bracket of an envelope's items was scanned.
    fn open_items(&mut self, container: Container) -> Result<(), SplitError> {
        let text = self.input.take(0);
        self.state = State::Items(container, Token::Open);
        self.envelope.keep(&text, self.max_size)
    }

    /// The closing bracket of the items is next. In an envelope, it belongs to the envelope's text.
    fn close_items(&mut self) {
        if self.envelope.is_open() {
            self.state = State::InEnvelope;
        } else {
            self.take_token(State::End);
        }
    }

    /// A value was scanned to its end, which is `count` bytes away. Returns it, if it is a record.
    fn end_value(&mut self, count: usize) -> Result<Option<Bytes>, SplitError> {
        match self.state {
            State::InEnvelope => self.end_envelope(count),
            State::InEntry(container, part, _) => {
                self.state = State::Items(container, part);
                let value = self.input.take(count);
                if part == Token::Item {
                    return self.checked(value).map(Some);
                }
                let key = serde_json::from_slice::<IgnoredAny>(&value);
                key.map(|_| None).map_err(|error| SplitError::of_envelope(&error))
            }
            _ => {
                self.state = State::Values;
                self.value(count).map(Some)
            }
        }
    }

    /// The closing brace of an envelope was scanned, or of an object without items: the envelope of an empty list, or the one
    /// record of the answer.
    fn end_envelope(&mut self, count: usize) -> Result<Option<Bytes>, SplitError> {
        if self.envelope.is_open() {
            let text = self.input.take(count);
            self.state = State::End;
            self.envelope.keep(&text, self.max_size)?;
            return self.envelope.read(b"").map(|()| None);
        }
        let object = self.value(count)?;
        match serde_json::from_slice(&object) {
            Ok(says) => {
                self.envelope.says = says;
                self.state = State::End;
                Ok(None)
            }
            // As a record, it would hide the cursor of the next page from the caller.
            Err(error) if says_more(&object) => Err(SplitError::of_envelope(&error)),
            Err(_) => {
                self.state = State::Values;
                Ok(Some(object))
            }
        }
    }

    /// The value of a stream of values that was scanned. Unlike an item of a list, it may be an error of the API.
    fn value(&mut self, count: usize) -> Result<Bytes, SplitError> {
        let value = self.input.take(count);
        let value = self.checked(value)?;
        if is_error_envelope(&value) { Err(SplitError::Refused(value)) } else { Ok(value) }
    }

    fn checked(&self, record: Bytes) -> Result<Bytes, SplitError> {
        if record.len() as u64 > self.max_size { Err(SplitError::TooLarge) } else { Ok(record) }
    }
}

/// Finds and reads the envelope around the items of a stream.
#[derive(Debug, Default)]
struct EnvelopeReader {
    nesting: Nesting,
    /// The envelope's text so far, without the items.
    text: Vec<u8>,
    has_records: bool,
    /// What the text says, beside the items.
    says: Envelope<IgnoredAny>,
}

impl EnvelopeReader {
    /// Whether the items of an envelope have begun.
    fn is_open(&self) -> bool {
        !self.text.is_empty()
    }

    /// Adds to the text.
    fn keep(&mut self, more: &[u8], max_size: u64) -> Result<(), SplitError> {
        self.text.extend_from_slice(more);
        if self.text.len() as u64 > max_size { Err(SplitError::TooLarge) } else { Ok(()) }
    }

    /// Checks, before the first record of a container, that no other container has records and that the text so far is not an
    /// error.
    fn expect_records(&mut self, container: Container) -> Result<(), SplitError> {
        if core::mem::replace(&mut self.has_records, true) {
            return Err(SplitError::of_envelope(&serde_json::Error::custom("two lists of records, expected one")));
        }
        self.read(&[container.closing(), b'}'])
    }

    /// Reads the text so far; `closing` makes it whole.
    fn read(&mut self, closing: &[u8]) -> Result<(), SplitError> {
        let text = [&self.text, closing].concat();
        if is_error_envelope(&text) {
            return Err(SplitError::Refused(text.into()));
        }
        self.says = serde_json::from_slice(&text).map_err(|error| SplitError::of_envelope(&error))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
