//! Splits a stream of bytes into JSON records, whatever the borders of its pieces: the items of a list, of the API's
//! list envelope (`{"result": [...], ...}`), or values one after the other (NDJSON).
//!
//! It finds where a record ends and nothing more: whether it is JSON, the caller's decoder says. An envelope without its
//! records is short: its text is kept, and read like an answer that came whole.

use core::cell::Cell;

use bytes::{Bytes, BytesMut};
use serde::de::IgnoredAny;

use crate::byte_order_mark;
use crate::content_type::Form;
use crate::error::is_error_envelope;
use crate::json::from_slice_seed;
use crate::page::{self, EnvelopeSeed};

/// Keys of the list envelope that hold the records.
const RESULT_KEYS: &[&[u8]] = &[b"result", b"results"];

/// Why no more records come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SplitError {
    /// The stream ended inside a record or a list.
    Truncated,
    /// A byte that no record can start with, or that cannot stand between two.
    Unexpected(u8),
    /// A record, or the envelope without its records, is larger than the cap.
    TooLarge,
    /// The envelope around the records cannot be read, or has records in more than one place.
    Envelope(String),
    /// A record, or the envelope, is the API's error envelope: this one.
    Refused(Bytes),
}

/// Where the splitter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first byte that says what the stream is.
    Start,
    /// Between the values of a stream of values, or inside one.
    Values,
    /// Between the items of a list, or inside one; `after` a comma there has to be one.
    Items { after: Separator },
    /// In an envelope, behind a list.
    Envelope,
    /// Behind everything.
    End,
}

/// What stands before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    /// The bracket: an item or the end may come.
    Open,
    /// An item: a comma or the end has to come.
    Item,
    /// A comma: an item has to come.
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

    /// The next record that is there whole; `None` when more of the stream is needed, or when it is over.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, SplitError> {
        loop {
            if let Some(scan) = &mut self.value {
                match scan.run(&self.buffer, &mut self.scanned) {
                    Found::More => {
                        return if self.scanned as u64 > self.largest { Err(SplitError::TooLarge) } else { Ok(None) };
                    }
                    Found::List => self.list_begins()?,
                    Found::End if self.place == Place::Envelope => self.envelope_ends()?,
                    Found::End => return self.record().map(Some),
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
            (Some(scan), Place::Values) if scan.may_end_here() => self.record().map(Some),
            (None, Place::Start | Place::Values | Place::End) => Ok(None),
            _ => Err(SplitError::Truncated),
        }
    }

    /// A byte outside of records.
    fn between(&mut self, byte: u8) -> Result<(), SplitError> {
        match (self.place, byte) {
            (Place::Start, b'[') if self.form == Form::Document => {
                self.move_on(Place::Items { after: Separator::Open });
            }
            (Place::Start, _) => {
                self.place = Place::Values;
                return self.begin(byte, byte == b'{' && self.form == Form::Document);
            }
            (Place::Items { after: Separator::Open | Separator::Item }, b']') => self.list_ends(),
            (Place::Items { after: Separator::Item }, b',') => self.move_on(Place::Items { after: Separator::Comma }),
            (Place::Items { after: after @ (Separator::Open | Separator::Comma) }, _) => {
                self.place = Place::Items { after: Separator::Item };
                if after == Separator::Open
                    && let Some(envelope) = &mut self.envelope
                {
                    envelope.expect_records()?;
                }
                return self.begin(byte, false);
            }
            (Place::Values, _) => return self.begin(byte, false),
            (Place::Items { .. } | Place::Envelope | Place::End, other) => return Err(SplitError::Unexpected(other)),
        }
        Ok(())
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

    /// The opening bracket of a list of an envelope was scanned.
    fn list_begins(&mut self) -> Result<(), SplitError> {
        let scan = self.value.take();
        let text = self.take();
        self.place = Place::Items { after: Separator::Open };
        let envelope = self.envelope.get_or_insert_default();
        envelope.scan = scan;
        envelope.keep(&text, self.largest)
    }

    /// The closing bracket of a list is next.
    fn list_ends(&mut self) {
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

    /// The closing brace of an envelope was scanned.
    fn envelope_ends(&mut self) -> Result<(), SplitError> {
        let text = self.take();
        self.place = Place::End;
        let envelope = self.envelope.get_or_insert_default();
        envelope.keep(&text, self.largest)?;
        envelope.read(b"")
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

    /// A list has records: there is none before it, and nothing that stands before it takes them back.
    fn expect_records(&mut self) -> Result<(), SplitError> {
        if core::mem::replace(&mut self.has_records, true) {
            return Err(SplitError::Envelope("two lists of records, expected one".to_owned()));
        }
        self.read(b"]}")
    }

    /// Reads what came by now of the text, with what would close it.
    fn read(&mut self, closing: &[u8]) -> Result<(), SplitError> {
        let text = [&self.text, closing].concat();
        if is_error_envelope(&text) {
            return Err(SplitError::Refused(text.into()));
        }
        self.says = from_slice_seed(&text, EnvelopeSeed::new(&Cell::new(false)))
            .map_err(|error| SplitError::Envelope(error.to_string()))?;
        // Those of its lists are not in its text.
        if self.says.items().is_empty() {
            return Ok(());
        }
        Err(SplitError::Envelope("records by key beside a list of them, expected one of the two".to_owned()))
    }
}

/// What a scan met.
enum Found {
    More,
    End,
    /// A list of an envelope's records; the opening bracket is scanned.
    List,
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

    fn may_end_here(&self) -> bool {
        self.is_scalar
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
                        self.key_ends(&buffer[..*at - 1]);
                        if self.depth == 0 {
                            return Found::End;
                        }
                    }
                    _ => {}
                }
                continue;
            }
            if self.list_begins(byte) {
                return Found::List;
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

    fn key_begins(&mut self, at: usize) {
        if let Some(key) = self.envelope.as_mut().filter(|_| self.depth == 1) {
            key.start = at;
        }
    }

    fn key_ends(&mut self, until_here: &[u8]) {
        if let Some(key) = self.envelope.as_mut().filter(|key| self.depth == 1 && key.expected) {
            key.expected = false;
            key.is_result = RESULT_KEYS.contains(&&until_here[key.start..]);
        }
    }

    fn list_begins(&mut self, byte: u8) -> bool {
        match self.envelope.as_mut().filter(|key| key.value_next && !byte.is_ascii_whitespace()) {
            Some(key) => {
                key.value_next = false;
                self.depth == 1 && key.is_result && byte == b'['
            }
            None => false,
        }
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
        for text in [r#"{"id":"1","x":"result"}"#, r#"{"result":{"a":1}}"#, r#"{"a":{"result":[1]}}"#, "{}"] {
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
            r#"{"statusCode":502,"error":"Bad Gateway","result":{"a":1}}"#,
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
        ] {
            let mut splitter = Splitter::new(Form::Document, LARGEST);
            splitter.push(text.as_bytes());
            let (before, _) = text.split_once('1').unwrap();
            assert_eq!(splitter.next(), Err(refused(&format!("{before}]}}"))));
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
            r#"{"result":[],"results":{"a":1}}"#,
            r#"{"result":[1],"results":{"a":1}}"#,
            r#"{"result":{"a":1},"results":[1]}"#,
            r#"{"result":[1],"results":7}"#,
        ] {
            assert!(matches!(split(text), Err(SplitError::Envelope(_))), "{text}");
        }
        for text in [
            r#"{"result":[1],"results":null}"#,
            r#"{"result":[1],"results":{}}"#,
            r#"{"result":[1],"results": [ ],"n":2}"#,
            r#"{"results":[],"result":[1],"result":[]}"#,
            r#"{"result":null,"results":[1]}"#,
        ] {
            assert_eq!(split(text).unwrap(), ["1"], "{text}");
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
            assert!(matches!(split(text), Err(SplitError::Envelope(_))), "{text}");
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
