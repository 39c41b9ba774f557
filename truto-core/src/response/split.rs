//! Splits a stream of bytes into JSON records, whatever the borders of its pieces: the items of a list, of the API's
//! list envelope (`{"result": [...], ...}`, or an object of items by key in place of the list), or values one after the
//! other (NDJSON).
//!
//! It finds where a record ends and nothing more: whether it is JSON, the caller's decoder says. An envelope without its
//! records is short: its text is kept, and read as a page is, so that both take the same answers for the same list.

use core::cell::Cell;

use bytes::{Bytes, BytesMut};
use serde::de::IgnoredAny;

use crate::error::is_error_envelope;
use crate::response::page::{self, EnvelopeSeed};
use crate::util::byte_order_mark;
use crate::util::content_type::Form;
use crate::util::json::from_slice_seed;

/// Why no more records come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SplitError {
    /// The stream ended inside a record or a list.
    Truncated,
    /// A byte that no record can start with, or that cannot stand between two.
    Unexpected(u8),
    /// What stands open at the end is no JSON, however it went on.
    Broken(String),
    /// A record, or the envelope without its records, is larger than the cap.
    TooLarge,
    /// The envelope around the records is no JSON.
    Envelope(String),
    /// The envelope is JSON of another shape, or has records in more than one place.
    Misshapen(String),
    /// A record, or the envelope, is the API's error envelope: this one.
    Refused(Bytes),
}

impl SplitError {
    fn of_envelope(error: &serde_json::Error) -> Self {
        let reason = error.to_string();
        if error.is_data() { Self::Misshapen(reason) } else { Self::Envelope(reason) }
    }
}

/// Where the splitter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first byte that says what the stream is.
    Start,
    /// Between the values of a stream of values, or inside one.
    Values,
    /// Between the items of a list, or of an object by key, or inside one.
    Items { of: Container, after: Separator },
    /// In an envelope, behind its items.
    Envelope,
    /// Behind everything.
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

/// What was read last in a list, or in an object by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    /// The opening bracket: an entry or the end may come.
    Open,
    /// The key of an entry: a colon has to come.
    Key,
    /// The colon: an item has to come.
    Colon,
    /// An item: a comma or the end has to come.
    Item,
    /// A comma: an entry has to come.
    Comma,
}

/// A splitter.
#[derive(Debug)]
pub(crate) struct Splitter {
    form: Form,
    buffer: BytesMut,
    /// Bytes of the buffer that belong to the value under scan.
    scanned: usize,
    place: Place,
    value: Option<Scan>,
    /// The envelope around the records, where there is one.
    envelope: Option<Envelope>,
    largest: u64,
}

impl Splitter {
    /// A splitter that refuses records of more than `largest` bytes.
    pub(crate) fn new(form: Form, largest: u64) -> Self {
        let (buffer, place) = (BytesMut::new(), Place::Start);
        Self { form, buffer, scanned: 0, place, value: None, envelope: None, largest }
    }

    /// Adds a piece of the stream.
    pub(crate) fn push(&mut self, piece: &[u8]) {
        self.buffer.extend_from_slice(piece);
    }

    /// Whether nothing came but white space.
    pub(crate) fn is_empty(&self) -> bool {
        self.place == Place::Start
    }

    /// The next record that is there whole; `None` when more of the stream is needed, or when it is over.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, SplitError> {
        loop {
            if let Some(scan) = &mut self.value {
                match scan.run(&self.buffer, &mut self.scanned) {
                    Found::More => {
                        return if self.scanned as u64 > self.largest { Err(SplitError::TooLarge) } else { Ok(None) };
                    }
                    Found::Items(of) => self.items_begin(of)?,
                    Found::End => match self.place {
                        Place::Envelope => self.envelope_ends()?,
                        Place::Items { after: Separator::Key, .. } => self.key_ends()?,
                        _ if scan.envelope.is_some() => {
                            if let Some(record) = self.envelope_or_record()? {
                                return Ok(Some(record));
                            }
                        }
                        _ => return self.record().map(Some),
                    },
                }
                continue;
            }
            let Some(byte) = self.buffer.get(self.scanned).copied() else {
                self.take();
                return Ok(None);
            };
            if byte.is_ascii_whitespace() || (self.place == Place::Start && byte_order_mark::has(byte)) {
                self.scanned += 1;
            } else {
                self.between(byte)?;
            }
        }
    }

    /// The cursor in the envelope, as far as it is known by now.
    pub(crate) fn next_cursor(&self) -> Option<&str> {
        self.envelope.as_ref()?.says.next_cursor()
    }

    /// Whether the envelope says that something is missing, as far as it is known by now.
    pub(crate) fn is_partial(&self) -> bool {
        self.envelope.as_ref().is_some_and(|envelope| envelope.says.is_partial())
    }

    /// Ends the stream: the last record, where it ends with the stream.
    pub(crate) fn finish(&mut self) -> Result<Option<Bytes>, SplitError> {
        match (&self.value, self.place) {
            (Some(scan), Place::Values) if scan.is_scalar && self.open_value().is_ok() => self.record().map(Some),
            (None, Place::Start | Place::Values | Place::End) => Ok(None),
            _ => match self.open_value() {
                Err(error) if error.is_syntax() => Err(SplitError::Broken(error.to_string())),
                _ => Err(SplitError::Truncated),
            },
        }
    }

    /// What a parser says of the value that is not closed.
    fn open_value(&self) -> Result<IgnoredAny, serde_json::Error> {
        let open = &self.buffer[..self.scanned];
        match &self.envelope {
            Some(envelope) if self.place == Place::Envelope => serde_json::from_slice(&[&envelope.text, open].concat()),
            _ => serde_json::from_slice(open),
        }
    }

    /// A byte outside of records.
    fn between(&mut self, byte: u8) -> Result<(), SplitError> {
        match (self.place, byte) {
            (Place::Start, b'[') if self.form == Form::Document => {
                self.move_on(Place::Items { of: Container::List, after: Separator::Open });
            }
            (Place::Start, _) => {
                self.place = Place::Values;
                return self.begin(byte, byte == b'{' && self.form == Form::Document);
            }
            (Place::Items { of, after }, _) => return self.between_items(of, after, byte),
            (Place::Values, _) => return self.begin(byte, false),
            (Place::Envelope | Place::End, other) => return Err(SplitError::Unexpected(other)),
        }
        Ok(())
    }

    /// A byte of a list, or of an object by key, outside of its items.
    fn between_items(&mut self, of: Container, after: Separator, byte: u8) -> Result<(), SplitError> {
        use Separator::{Colon, Comma, Item, Key, Open};

        let next = match (of, after, byte) {
            (_, Open | Item, _) if byte == of.closing() => {
                self.items_end();
                return Ok(());
            }
            (_, Item, b',') => {
                self.move_on(Place::Items { of, after: Comma });
                return Ok(());
            }
            (Container::ByKey, Key, b':') => {
                self.move_on(Place::Items { of, after: Colon });
                return Ok(());
            }
            (Container::ByKey, Open | Comma, b'"') => Key,
            (Container::List, Open | Comma, _) | (Container::ByKey, Colon, _) => Item,
            (_, _, other) => return Err(SplitError::Unexpected(other)),
        };
        self.place = Place::Items { of, after: next };
        if after == Open
            && let Some(envelope) = &mut self.envelope
        {
            envelope.expect_records(of)?;
        }
        self.begin(byte, false)
    }

    fn move_on(&mut self, place: Place) {
        self.scanned += 1;
        self.place = place;
    }

    fn begin(&mut self, first: u8, may_be_envelope: bool) -> Result<(), SplitError> {
        self.take();
        self.value = Some(Scan::new(first, may_be_envelope).ok_or(SplitError::Unexpected(first))?);
        Ok(())
    }

    /// The opening bracket of an envelope's items was scanned.
    fn items_begin(&mut self, of: Container) -> Result<(), SplitError> {
        let scan = self.value.take();
        let text = self.take();
        self.place = Place::Items { of, after: Separator::Open };
        let envelope = self.envelope.get_or_insert_default();
        envelope.scan = scan;
        envelope.keep(&text, self.largest)
    }

    /// The closing bracket of the items is next.
    fn items_end(&mut self) {
        match &mut self.envelope {
            Some(envelope) => {
                self.value = envelope.scan.take();
                self.place = Place::Envelope;
                // The bracket is the envelope's, what stands before it is not.
                let _ = self.buffer.split_to(core::mem::take(&mut self.scanned));
                self.scanned = 1;
            }
            None => self.move_on(Place::End),
        }
    }

    /// The key of an item was scanned, which nobody asks for.
    fn key_ends(&mut self) -> Result<(), SplitError> {
        match serde_json::from_slice::<IgnoredAny>(&self.take()) {
            Ok(_) => Ok(()),
            Err(error) => Err(SplitError::of_envelope(&error)),
        }
    }

    /// The closing brace of an envelope was scanned.
    fn envelope_ends(&mut self) -> Result<(), SplitError> {
        let text = self.take();
        self.place = Place::End;
        let envelope = self.envelope.get_or_insert_default();
        envelope.keep(&text, self.largest)?;
        envelope.read(b"")
    }

    /// An object was scanned that shows no items: an envelope that has none, or the one record of the answer.
    fn envelope_or_record(&mut self) -> Result<Option<Bytes>, SplitError> {
        let object = self.record()?;
        match from_slice_seed(&object, EnvelopeSeed::<IgnoredAny>::new(&Cell::new(false))) {
            Ok(says) => {
                self.place = Place::End;
                self.envelope.get_or_insert_default().says = says;
                Ok(None)
            }
            // As a record it would take with it what the next page is found by.
            Err(error) if page::says_more(&object) => Err(SplitError::of_envelope(&error)),
            Err(_) => Ok(Some(object)),
        }
    }

    /// The record that was scanned.
    fn record(&mut self) -> Result<Bytes, SplitError> {
        let record = self.take().freeze();
        if record.len() as u64 > self.largest {
            return Err(SplitError::TooLarge);
        }
        // What is in a list is what was asked for, whatever it says.
        if self.place == Place::Values && is_error_envelope(&record) {
            Err(SplitError::Refused(record))
        } else {
            Ok(record)
        }
    }

    /// Takes what was scanned.
    fn take(&mut self) -> BytesMut {
        self.value = None;
        self.buffer.split_to(core::mem::take(&mut self.scanned))
    }
}

/// The envelope around the records of a stream.
#[derive(Debug, Default)]
struct Envelope {
    /// The scan that found its lists, while one of them is read.
    scan: Option<Scan>,
    /// What came of its text, without the records.
    text: Vec<u8>,
    has_records: bool,
    /// What it says beside its records.
    says: page::Envelope<IgnoredAny>,
}

impl Envelope {
    /// Adds to its text.
    fn keep(&mut self, more: &[u8], largest: u64) -> Result<(), SplitError> {
        self.text.extend_from_slice(more);
        if self.text.len() as u64 > largest { Err(SplitError::TooLarge) } else { Ok(()) }
    }

    /// There are records in it: there are none before, and nothing that stands before takes them back.
    fn expect_records(&mut self, of: Container) -> Result<(), SplitError> {
        if core::mem::replace(&mut self.has_records, true) {
            return Err(SplitError::Misshapen("two lists of records, expected one".to_owned()));
        }
        self.read(&[of.closing(), b'}'])
    }

    /// Reads what came by now of the text, with what would close it.
    fn read(&mut self, closing: &[u8]) -> Result<(), SplitError> {
        let text = [&self.text, closing].concat();
        if is_error_envelope(&text) {
            return Err(SplitError::Refused(text.into()));
        }
        self.says = from_slice_seed(&text, EnvelopeSeed::new(&Cell::new(false)))
            .map_err(|error| SplitError::of_envelope(&error))?;
        Ok(())
    }
}

/// What a scan met.
enum Found {
    More,
    End,
    /// The items of an envelope; the opening bracket is scanned.
    Items(Container),
}

/// The scan of one value.
#[derive(Debug)]
struct Scan {
    depth: u32,
    in_string: bool,
    escaped: bool,
    is_scalar: bool,
    envelope: Option<Key>,
}

/// The scan of an envelope's own keys.
#[derive(Debug)]
struct Key {
    /// Whether the next string is a key.
    expected: bool,
    start: usize,
    /// Whether the value of a result key comes next.
    is_result: bool,
    value_next: bool,
}

impl Scan {
    fn new(first: u8, may_be_envelope: bool) -> Option<Self> {
        let is_scalar = match first {
            b'{' | b'[' | b'"' => false,
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => true,
            _ => return None,
        };
        let key = Key { expected: false, start: 0, is_result: false, value_next: false };
        Some(Self { depth: 0, in_string: false, escaped: false, is_scalar, envelope: may_be_envelope.then_some(key) })
    }

    fn run(&mut self, buffer: &[u8], at: &mut usize) -> Found {
        while let Some(byte) = buffer.get(*at).copied() {
            if self.is_scalar {
                if byte.is_ascii_whitespace() || b",]}".contains(&byte) {
                    return Found::End;
                }
                *at += 1;
                continue;
            }
            *at += 1;
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_string = false;
                        self.key_ends(&buffer[..*at]);
                        if self.depth == 0 {
                            return Found::End;
                        }
                    }
                    _ => {}
                }
                continue;
            }
            if let Some(of) = self.items_begin(byte) {
                return Found::Items(of);
            }
            match byte {
                b'"' => {
                    self.in_string = true;
                    self.key_begins(*at);
                }
                b'{' | b'[' => {
                    self.depth += 1;
                    self.expect_key(byte == b'{');
                }
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Found::End;
                    }
                }
                b',' => self.expect_key(true),
                b':' if self.depth == 1 => {
                    if let Some(key) = &mut self.envelope {
                        key.value_next = true;
                    }
                }
                _ => {}
            }
        }
        Found::More
    }

    fn expect_key(&mut self, expected: bool) {
        if let Some(key) = self.envelope.as_mut().filter(|_| self.depth == 1) {
            key.expected = expected;
        }
    }

    /// A string begins; its quote is the last byte before `at`.
    fn key_begins(&mut self, at: usize) {
        if let Some(key) = self.envelope.as_mut().filter(|_| self.depth == 1) {
            key.start = at - 1;
        }
    }

    /// A string ends; its quote is the last byte that is given.
    fn key_ends(&mut self, until_here: &[u8]) {
        if let Some(key) = self.envelope.as_mut().filter(|key| self.depth == 1 && key.expected) {
            key.expected = false;
            key.is_result = page::holds_items(&until_here[key.start..]);
        }
    }

    /// The items that begin with this byte.
    fn items_begin(&mut self, byte: u8) -> Option<Container> {
        let key = self.envelope.as_mut().filter(|key| key.value_next && !byte.is_ascii_whitespace())?;
        key.value_next = false;
        Container::of(byte).filter(|_| self.depth == 1 && key.is_result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGEST: u64 = 96;

    /// Splits `text` in pieces of every size: the borders never matter.
    fn split(text: &str) -> Result<Vec<String>, SplitError> {
        split_as(Form::Document, text)
    }

    fn split_as(form: Form, text: &str) -> Result<Vec<String>, SplitError> {
        let mut all: Option<Result<Vec<String>, SplitError>> = None;
        for size in 1..=text.len().max(1) {
            let records = split_in(form, text.as_bytes().chunks(size));
            assert_eq!(*all.get_or_insert_with(|| records.clone()), records, "pieces of {size} bytes of {text}");
        }
        all.unwrap()
    }

    fn split_in<'a>(form: Form, pieces: impl Iterator<Item = &'a [u8]>) -> Result<Vec<String>, SplitError> {
        let mut splitter = Splitter::new(form, LARGEST);
        let mut records = Vec::new();
        let mut keep = |record: Bytes| records.push(String::from_utf8(record.to_vec()).unwrap());
        for piece in pieces {
            splitter.push(piece);
            while let Some(record) = splitter.next()? {
                keep(record);
            }
        }
        if let Some(record) = splitter.finish()? {
            keep(record);
        }
        Ok(records)
    }

    #[test]
    fn records_are_found_in_every_form_of_a_list() {
        for text in [
            r#"[{"a":"}]"},{"b":[1,{"c":"\""}]}]"#,
            "{\"a\":\"}]\"}\n{\"b\":[1,{\"c\":\"\\\"\"}]}\n",
            r#" {"a":"}]"}{"b":[1,{"c":"\""}]}"#,
            r#"{"next_cursor":"x,{","result":[{"a":"}]"},{"b":[1,{"c":"\""}]}],"prev":{"result":[7]},"n":2}"#,
            "\u{feff}[ {\"a\":\"}]\"} ,\n{\"b\":[1,{\"c\":\"\\\"\"}]} ]\r\n",
        ] {
            assert_eq!(split(text).unwrap(), [r#"{"a":"}]"}"#, r#"{"b":[1,{"c":"\""}]}"#], "{text}");
        }
    }

    #[test]
    fn what_an_envelope_says_is_kept_wherever_it_stands() {
        for (text, cursor, is_partial) in [
            (r#"{"next_cursor":"a\"b","x":{"next_cursor":"y"},"result":[1]}"#, Some("a\"b"), false),
            (r#"{"result":[1],"x":1,"next_cursor":"c"}"#, Some("c"), false),
            (r#"{"result":[1],"next_cursor": 7}"#, Some("7"), false),
            (r#"{"next_cursor":100000000000000000001,"result":[1]}"#, Some("100000000000000000001"), false),
            (r#"{"result":[1],"next_cursor": ""}"#, None, false),
            (r#"{"next_cursor":null,"result":[1]}"#, None, false),
            (r#"{"result":[{"next_cursor":"z","is_partial_response":true}]}"#, None, false),
            (r#"[{"next_cursor":"z","is_partial_response":true}]"#, None, false),
            (r#"{"is_partial_response":true,"result":[1]}"#, None, true),
            (r#"{"result":[1],"is_partial_response": true,"next_cursor":"a"}"#, Some("a"), true),
            (r#"{"result":[1],"is_partial_response":null}"#, None, false),
        ] {
            let mut splitter = Splitter::new(Form::Document, LARGEST);
            splitter.push(text.as_bytes());
            while splitter.next().unwrap().is_some() {}
            splitter.finish().unwrap();
            assert_eq!((splitter.next_cursor(), splitter.is_partial()), (cursor, is_partial), "{text}");
        }
    }

    #[test]
    fn lines_are_records_whatever_is_in_them() {
        for text in [
            "{\"id\":\"1\",\"results\":[\"a\",\"b\"]}\n{\"result\":[]}\n",
            "[1,2]\n[]\n",
            "\u{feff}{\"result\":[1]}\r\n7\n",
        ] {
            let records = split_as(Form::Lines, text).unwrap();
            assert_eq!(records, text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>());
        }
    }

    #[test]
    fn plain_values_are_records_too() {
        assert_eq!(split("[1, \"a,b\" ,null,true,[2]]").unwrap(), ["1", "\"a,b\"", "null", "true", "[2]"]);
        assert_eq!(split("1\n-2.5\n\"x\"\nfalse").unwrap(), ["1", "-2.5", "\"x\"", "false"]);
    }

    #[test]
    fn an_empty_stream_or_list_has_no_records() {
        for text in ["", " \n", "[]", "[ ]", r#"{"result":[]}"#, r#"{"result": [ ], "next_cursor": null}"#] {
            assert_eq!(split(text).unwrap(), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_object_that_is_no_envelope_is_a_record() {
        for text in [
            r#"{"id":"1","x":"result"}"#,
            r#"{"a":{"result":[1]}}"#,
            r#"{"id":"1","result":"won"}"#,
            r#"{"id":"1","result":7,"next_cursor":null,"is_partial_response":false}"#,
            "{}",
        ] {
            assert_eq!(split(text).unwrap(), [text]);
        }
    }

    #[test]
    fn a_stream_that_breaks_off_is_noticed() {
        for text in
            ["[", "[1", "[{\"a\":1}", "[{\"a\":1},", "{\"a\":", "\"x", r#"{"result":[1]"#, r#"{"result":[1],"n":{"#]
        {
            assert_eq!(split(text).unwrap_err(), SplitError::Truncated, "{text}");
        }
    }

    #[test]
    fn the_error_envelope_is_noticed_wherever_it_stands() {
        let refused = |text: &str| SplitError::Refused(text.to_owned().into());
        for text in [
            r#"{"statusCode":502,"error":"Bad Gateway","message":"no"}"#,
            r#"{"statusCode":502,"error":"Bad Gateway","result":{}}"#,
            r#"{"statusCode":502,"error":"Bad Gateway","result":null}"#,
            r#"{"statusCode":502,"error":"Bad Gateway","result":[]}"#,
            r#"{"statusCode":502,"result":[],"message":"no"}"#,
            r#"{"result":[],"error":"Bad Gateway","n":{"a":[]},"statusCode": 422 }"#,
            r#"{"n":1,"statusCode":502,"result":[],"error":"Bad Gateway"}"#,
        ] {
            assert_eq!(split(text), Err(refused(text)));
        }
        // No record comes of an answer that has said what it is.
        for text in [
            r#"{"statusCode":502,"error":"x","result":[1],"message":"no"}"#,
            r#"{"results":[],"statusCode":502,"result":[1]}"#,
            r#"{"statusCode":502,"error":"x","result":{"a":1}}"#,
        ] {
            let mut splitter = Splitter::new(Form::Document, LARGEST);
            splitter.push(text.as_bytes());
            let told = text.replace("[1]", "[]").replace("{\"a\":1}", "{}").replace(",\"message\":\"no\"", "");
            assert_eq!(splitter.next(), Err(refused(&told)));
        }
        // Where it says so behind them, they are no part of the error.
        let text = r#"{"result":[1,{"statusCode":502}],"statusCode":502,"error":"Bad Gateway","message":"no"}"#;
        let told = r#"{"result":[],"statusCode":502,"error":"Bad Gateway","message":"no"}"#;
        assert_eq!(split(text), Err(refused(told)));
        let (first, error) = (r#"{"id":"1"}"#, r#"{"statusCode":502,"error":"Bad Gateway"}"#);
        for form in [Form::Lines, Form::Document] {
            let mut splitter = Splitter::new(form, LARGEST);
            splitter.push(format!("{first}\n{error}\n{first}\n").as_bytes());
            assert_eq!(splitter.next(), Ok(Some(first.into())));
            assert_eq!(splitter.next(), Err(refused(error)));
        }
        for text in [
            r#"{"result":[1],"error":"none","statusCode":200}"#,
            r#"{"result":[1],"result":null,"x":"statusCode","statusCode":"502"}"#,
        ] {
            assert_eq!(split(text).unwrap(), ["1"], "{text}");
        }
        assert_eq!(split(&format!("[{error}]")).unwrap(), [error]);
    }

    #[test]
    fn an_envelope_has_one_list_of_records() {
        for text in [
            r#"{"result":[1],"result":[2]}"#,
            r#"{"results":[1],"n":null,"result": [2]}"#,
            r#"{"result":[],"results":[1],"result":[2]}"#,
            r#"{"result":[1],"results":{"a":1}}"#,
            r#"{"result":{"a":1},"results":[1]}"#,
            r#"{"result":{"a":1},"results":{"b":1}}"#,
            r#"{"result":[1],"results":7}"#,
        ] {
            assert!(matches!(split(text), Err(SplitError::Envelope(_) | SplitError::Misshapen(_))), "{text}");
        }
        for text in [
            r#"{"result":[1],"results":null}"#,
            r#"{"result":[1],"results":{}}"#,
            r#"{"result":[1],"results": [ ],"n":2}"#,
            r#"{"results":[],"result":[1],"result":[]}"#,
            r#"{"result":null,"results":[1]}"#,
            r#"{"result":[],"results":{"a":1}}"#,
            r#"{"result":{"a":1},"results":null,"result":{}}"#,
        ] {
            assert_eq!(split(text).unwrap(), ["1"], "{text}");
        }
    }

    /// What a stream tells of a text: records, cursor, and whether something is missing.
    fn told(text: &str, size: usize) -> Result<(Vec<String>, Option<String>, bool), SplitError> {
        let mut splitter = Splitter::new(Form::Document, 1 << 20);
        let mut records = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            splitter.push(piece);
            while let Some(record) = splitter.next()? {
                records.push(String::from_utf8(record.to_vec()).unwrap());
            }
        }
        let last = splitter.finish()?;
        records.extend(last.map(|record| String::from_utf8(record.to_vec()).unwrap()));
        Ok((records, splitter.next_cursor().map(str::to_owned), splitter.is_partial()))
    }

    /// What a page tells of the same.
    fn paged(text: &str) -> Result<(Vec<String>, Option<String>, bool), String> {
        let too_many = Cell::new(false);
        let page = from_slice_seed(text.as_bytes(), EnvelopeSeed::<Box<serde_json::value::RawValue>>::new(&too_many));
        let page = page.map_err(|error| error.to_string())?;
        let items = page.items().iter().map(|item| item.get().to_owned()).collect();
        Ok((items, page.next_cursor().map(str::to_owned), page.is_partial()))
    }

    #[test]
    fn an_envelope_is_read_as_a_page_reads_it() {
        for text in [
            r#"{"result":null,"next_cursor":"p3"}"#,
            r#"{"next_cursor":"p3","is_partial_response":true,"result":null}"#,
            r#"{"result":null}"#,
            r#"{"result":null,"results":null,"next_cursor":7}"#,
            r#"{"result":{"k1":{"id":"1"},"k2":{"id":"2"}},"next_cursor":"p3","is_partial_response":true}"#,
            r#"{"next_cursor":"p3","results":{"a\"}{,":[1],"b":{"c":"}"} , "d" : 7 }}"#,
            r#"{"result":{},"next_cursor":"p3"}"#,
            r#"{ "result" : { } , "next_cursor" : "p3" }"#,
            r#"{"\u0072esult":[1,2],"next_cursor":"p3"}"#,
            r#"{"resul\u0074\u0073":{"a":1},"next\u005fcursor":"p3","is_partial\u005Fresponse":true}"#,
            r#"{"\u0072esult":null,"\u006eext_cursor":"p3"}"#,
            r#"{"result":{"result":{"next_cursor":"x"}},"next_cursor":"p3"}"#,
            r#"{"x":{"result":[1]},"result":[2]}"#,
            r#"{"result":[],"result":{"a":1},"results":null,"next_cursor":"a","next_cursor":"b"}"#,
            r#"{"result":{"a":1,"a":2}}"#,
            "[1,2]",
        ] {
            let page = paged(text).unwrap();
            for size in 1..=text.len() {
                assert_eq!(told(text, size), Ok(page.clone()), "pieces of {size} bytes of {text}");
            }
        }
        // What a page does not take is no record that takes a cursor with it.
        for text in [
            r#"{"next_cursor":"p3"}"#,
            r#"{"next\u005fcursor":"p3","result_count":0}"#,
            r#"{"is_partial_response":true}"#,
            r#"{"data":[1],"next_cursor":"p3"}"#,
            r#"{"result":7,"next_cursor":7}"#,
            r#"{"result":{"a":1},"results":7}"#,
            r#"{"result":{"a":1}"x":1}"#,
            r#"{"result":{"a":1},"next_cursor":{}}"#,
            r#"{"result":{"\q":1}}"#,
        ] {
            paged(text).unwrap_err();
            for size in 1..=text.len() {
                let refused = told(text, size);
                assert!(
                    matches!(refused, Err(SplitError::Envelope(_) | SplitError::Misshapen(_))),
                    "{refused:?} of {text}"
                );
            }
        }
        for text in [r#"{"result":{"a" 1}}"#, r#"{"result":{"a":1,}}"#, r#"{"result":{1:1}}"#, r#"{"result":{"a":1]}"#]
        {
            paged(text).unwrap_err();
            assert!(matches!(told(text, 1), Err(SplitError::Unexpected(_))), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_envelope_is_read_as_a_page_reads_it(text in envelope(), size in 1_usize..40) {
            let page = paged(&text);
            let stream = told(&text, size);
            match page {
                Ok(page) => proptest::prop_assert_eq!(stream, Ok(page), "{}", text),
                // It may be one record, but none that takes a cursor with it.
                Err(_) => proptest::prop_assert!(
                    stream.as_ref().is_err()
                        || stream == Ok((vec![text.clone()], None, false)) && !page::says_more(text.as_bytes()),
                    "{:?} of {}", stream, text
                ),
            }
        }
    }

    /// An object of members that mean something to a list, in any order, spelling and number.
    fn envelope() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;

        let key = prop::sample::select(vec![
            "result",
            "results",
            "\\u0072esult",
            "result\\u0073",
            "next_cursor",
            "next\\u005fcursor",
            "is_partial_response",
            "x",
            "\\\"result",
            "",
        ]);
        let leaf = prop::sample::select(vec![
            "null",
            "true",
            "false",
            "7",
            "-1.5e3",
            "\"\"",
            "\"p3\"",
            "\"]},{\\\"\"",
            "[]",
            "{}",
            "[ ]",
            "{ }",
        ]);
        let value = leaf.prop_map(str::to_owned).prop_recursive(3, 12, 4, |inner| {
            let entry = (prop::sample::select(vec!["result", "next_cursor", "k", "\\u006b"]), inner.clone());
            prop_oneof![
                prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(" , "))),
                prop::collection::vec(entry, 0..4).prop_map(|entries| {
                    let entries: Vec<String> =
                        entries.iter().map(|(key, value)| format!("\"{key}\" :{value}")).collect();
                    format!("{{{}}}", entries.join(","))
                }),
            ]
        });
        prop::collection::vec((key, value), 1..6).prop_map(|members| {
            let members: Vec<String> = members.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
            format!("{{ {} }}", members.join(" ,"))
        })
    }

    #[test]
    fn what_is_broken_is_not_taken_for_what_is_cut_off() {
        for text in [
            r#"[{"id":"1},{"id":"2"}]"#,
            r#"{"result":[1],"n":[}"#,
            r#"{"result":[1],"next_cursor":"a,"x":1}"#,
            r#"[1,{"a":1,,"#,
        ] {
            assert!(matches!(split(text), Err(SplitError::Broken(_))), "{:?} of {text}", split(text));
        }
        for text in ["tru", "{\"a\":1}\n{\"a\":fal", r#"{"result":{"a":1"#, r#"{"result":{"a"#, r#"{"result":{"a":"#] {
            assert_eq!(split(text), Err(SplitError::Truncated), "{text}");
        }
    }

    #[test]
    fn an_envelope_that_cannot_be_read_is_noticed() {
        for text in [
            r#"{"result":[1]"n":2}"#,
            r#"{"result":[1],2}"#,
            r#"{"result":[1],,}"#,
            r#"{"result":[1],"n" 2}"#,
            r#"{"result":[1],}"#,
            r#"{"n":,"result":[1]}"#,
            r#"{"result":[1]]"#,
            r#"{"result":[1],"next_cursor":{}}"#,
        ] {
            assert!(matches!(split(text), Err(SplitError::Envelope(_) | SplitError::Misshapen(_))), "{text}");
        }
        let long = format!(r#"{{"a":"{0}","result":[1],"b":"{0}"}}"#, "x".repeat(50));
        assert_eq!(split(&long), Err(SplitError::TooLarge), "by its parts together");
    }

    #[test]
    fn what_is_no_list_is_noticed() {
        assert_eq!(split("<html>").unwrap_err(), SplitError::Unexpected(b'<'));
        assert_eq!(split("[1 2]").unwrap_err(), SplitError::Unexpected(b'2'));
        assert_eq!(split("[1,]").unwrap_err(), SplitError::Unexpected(b']'));
        assert_eq!(split("[1] 2").unwrap_err(), SplitError::Unexpected(b'2'));
        assert_eq!(split(&format!("[\"{}\"]", "x".repeat(100))).unwrap_err(), SplitError::TooLarge);
    }
}
