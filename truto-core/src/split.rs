//! Splits a stream of bytes into JSON records, whatever the borders of its pieces: the items of a list, of the API's
//! list envelope (`{"result": [...], ...}`), or values one after the other (NDJSON).
//!
//! It finds where a record ends and nothing more: whether it is JSON, the caller's decoder says.

use bytes::{Bytes, BytesMut};

use crate::page::Cursor;

/// Keys of the list envelope that hold the records.
const RESULT_KEYS: &[&[u8]] = &[b"result", b"results"];

/// Why no more records come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SplitError {
    /// The stream ended inside a record or a list.
    Truncated,
    /// A byte that no record can start with, or that cannot stand between two.
    Unexpected(u8),
    /// A record is larger than the cap.
    TooLarge,
    /// The envelope says behind its records that they are not all, or has two lists of them.
    Envelope(&'static str),
}

/// Where the splitter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first byte that says what the stream is.
    Start,
    /// Between the values of a stream of values, or inside one.
    Values,
    /// Between the items of a list, or inside one; `after` a comma there has to be one.
    Items { enveloped: bool, after: Separator },
    /// Behind the records of an envelope, before, inside or after one of its other members.
    Tail(Tail),
    /// Behind everything.
    End,
}

/// What comes next behind the records of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tail {
    /// A comma or the end.
    Comma,
    Key,
    Colon(Member),
    Value(Member),
}

/// The members of an envelope that say something about its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    Result,
    Error,
    StatusCode,
    NextCursor,
    Other,
}

impl Member {
    /// The member of this key, quotes included.
    fn of(key: &[u8]) -> Self {
        match key {
            b"\"error\"" => Self::Error,
            b"\"statusCode\"" => Self::StatusCode,
            b"\"next_cursor\"" => Self::NextCursor,
            [b'"', key @ .., b'"'] if RESULT_KEYS.contains(&key) => Self::Result,
            _ => Self::Other,
        }
    }
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
    buffer: BytesMut,
    /// Bytes of the buffer that belong to the record under scan.
    scanned: usize,
    place: Place,
    value: Option<Scan>,
    largest: u64,
    /// Whether the envelope names an error, and a status that is one.
    error: (bool, bool),
    next_cursor: Option<String>,
}

impl Splitter {
    /// A splitter that refuses records of more than `largest` bytes.
    pub(crate) fn new(largest: u64) -> Self {
        let error = (false, false);
        Self {
            buffer: BytesMut::new(),
            scanned: 0,
            place: Place::Start,
            value: None,
            largest,
            error,
            next_cursor: None,
        }
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
                    Found::End => match self.place {
                        // A value of an envelope's other members is no record.
                        Place::Tail(tail) => self.tail(tail)?,
                        _ => return self.take().map(Some),
                    },
                    Found::Result => {
                        self.next_cursor = cursor_before_records(&self.buffer[..self.scanned]);
                        self.skip();
                        self.place = Place::Items { enveloped: true, after: Separator::Open };
                    }
                }
                continue;
            }
            let Some(byte) = self.buffer.get(self.scanned).copied() else {
                self.skip();
                return Ok(None);
            };
            if byte.is_ascii_whitespace() || (self.place == Place::Start && b"\xef\xbb\xbf".contains(&byte)) {
                self.scanned += 1;
            } else {
                self.between(byte)?;
            }
        }
    }

    /// The cursor in the envelope, where one stood in what was scanned by now.
    pub(crate) fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    /// Ends the stream: the last record, where it ends with the stream.
    pub(crate) fn finish(&mut self) -> Result<Option<Bytes>, SplitError> {
        match (&self.value, self.place) {
            (Some(scan), Place::Values) if scan.may_end_here() => self.take().map(Some),
            (None, Place::Start | Place::Values | Place::End) => Ok(None),
            _ => Err(SplitError::Truncated),
        }
    }

    /// A byte outside of records.
    fn between(&mut self, byte: u8) -> Result<(), SplitError> {
        match (self.place, byte) {
            (Place::Start, b'[') => self.move_on(Place::Items { enveloped: false, after: Separator::Open }),
            (Place::Start, _) => {
                self.place = Place::Values;
                return self.begin(byte, byte == b'{');
            }
            (Place::Items { enveloped, after: Separator::Open | Separator::Item }, b']') => {
                self.move_on(if enveloped { Place::Tail(Tail::Comma) } else { Place::End });
            }
            (Place::Items { enveloped, after: Separator::Item }, b',') => {
                self.move_on(Place::Items { enveloped, after: Separator::Comma });
            }
            (Place::Items { enveloped, after: Separator::Open | Separator::Comma }, _) => {
                self.place = Place::Items { enveloped, after: Separator::Item };
                return self.begin(byte, false);
            }
            (Place::Tail(Tail::Comma), b'}') => self.move_on(Place::End),
            (Place::Tail(Tail::Comma), b',') => self.move_on(Place::Tail(Tail::Key)),
            (Place::Tail(Tail::Colon(member)), b':') => self.move_on(Place::Tail(Tail::Value(member))),
            (Place::Tail(Tail::Value(Member::Result)), b'[') => {
                return Err(SplitError::Envelope("the envelope has two lists of records"));
            }
            (Place::Tail(Tail::Key), b'"') | (Place::Values | Place::Tail(Tail::Value(_)), _) => {
                return self.begin(byte, false);
            }
            (Place::Items { .. } | Place::Tail(_) | Place::End, other) => return Err(SplitError::Unexpected(other)),
        }
        Ok(())
    }

    /// Behind a key or a value of an envelope's other members.
    fn tail(&mut self, tail: Tail) -> Result<(), SplitError> {
        let scanned = &self.buffer[..self.scanned];
        let next = match tail {
            Tail::Value(member) => {
                match member {
                    Member::Error => self.error.0 |= scanned.starts_with(b"\""),
                    // Three digits, of which the first says it.
                    Member::StatusCode => self.error.1 |= matches!(scanned, [b'4' | b'5', _, _]),
                    Member::NextCursor => self.next_cursor = cursor(scanned),
                    Member::Result | Member::Other => {}
                }
                Tail::Comma
            }
            _ => Tail::Colon(Member::of(scanned)),
        };
        self.skip();
        self.place = Place::Tail(next);
        if self.error == (true, true) {
            return Err(SplitError::Envelope("the envelope holds an error behind its records"));
        }
        Ok(())
    }

    fn move_on(&mut self, place: Place) {
        self.scanned += 1;
        self.place = place;
    }

    fn begin(&mut self, first: u8, may_be_envelope: bool) -> Result<(), SplitError> {
        self.skip();
        self.value = Some(Scan::new(first, may_be_envelope).ok_or(SplitError::Unexpected(first))?);
        Ok(())
    }

    /// Drops what was scanned.
    fn skip(&mut self) {
        let _ = self.buffer.split_to(self.scanned);
        self.scanned = 0;
        self.value = None;
    }

    /// The record that was scanned.
    fn take(&mut self) -> Result<Bytes, SplitError> {
        self.value = None;
        let record = self.buffer.split_to(core::mem::take(&mut self.scanned));
        if record.len() as u64 > self.largest { Err(SplitError::TooLarge) } else { Ok(record.freeze()) }
    }
}

/// The cursor that a value of the envelope is; an empty one is none.
fn cursor(value: &[u8]) -> Option<String> {
    serde_json::from_slice::<Cursor>(value).ok()?.0
}

/// The cursor in an envelope that has been scanned up to the bracket that opens its records.
fn cursor_before_records(head: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Head {
        next_cursor: Option<Cursor>,
    }

    let closed = [head, b"]}"].concat();
    serde_json::from_slice::<Head>(&closed).ok()?.next_cursor?.0
}

/// What a scan met.
enum Found {
    More,
    End,
    /// The list of an envelope's records; the opening bracket is scanned.
    Result,
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
            if self.result_begins(byte) {
                return Found::Result;
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

    fn result_begins(&mut self, byte: u8) -> bool {
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

    /// Splits `text` in pieces of every size: the borders never matter.
    fn split(text: &str) -> Result<Vec<String>, SplitError> {
        let mut all: Option<Result<Vec<String>, SplitError>> = None;
        for size in 1..=text.len().max(1) {
            let records = split_in(text.as_bytes().chunks(size));
            assert_eq!(*all.get_or_insert_with(|| records.clone()), records, "pieces of {size} bytes of {text}");
        }
        all.unwrap()
    }

    fn split_in<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Result<Vec<String>, SplitError> {
        let mut splitter = Splitter::new(64);
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
    fn the_cursor_of_an_envelope_is_kept_wherever_it_stands() {
        for (text, cursor) in [
            (r#"{"next_cursor":"a\"b","x":{"next_cursor":"y"},"result":[1]}"#, Some("a\"b")),
            (r#"{"result":[1],"x":1,"next_cursor":"c"}"#, Some("c")),
            (r#"{"result":[1],"next_cursor": 7}"#, Some("7")),
            (r#"{"result":[1],"next_cursor": ""}"#, None),
            (r#"{"next_cursor":null,"result":[1]}"#, None),
            (r#"{"result":[{"next_cursor":"z"}]}"#, None),
            (r#"[{"next_cursor":"z"}]"#, None),
        ] {
            let mut splitter = Splitter::new(64);
            splitter.push(text.as_bytes());
            while splitter.next().unwrap().is_some() {}
            splitter.finish().unwrap();
            assert_eq!(splitter.next_cursor(), cursor, "{text}");
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
    fn an_envelope_that_takes_its_records_back_is_noticed() {
        for text in [
            r#"{"result":[1],"result":[2]}"#,
            r#"{"results":[1],"n":null,"result": [2]}"#,
            r#"{"result":[1],"statusCode":502,"error":"Bad Gateway","message":"x"}"#,
            r#"{"result":[1],"error":"Bad Gateway","n":{"a":[]},"statusCode": 422 }"#,
        ] {
            assert!(matches!(split(text).unwrap_err(), SplitError::Envelope(_)), "{text}");
        }
        for text in [
            r#"{"result":[1],"error":null,"statusCode":502}"#,
            r#"{"result":[1],"error":"none","statusCode":200}"#,
            r#"{"result":[1],"result":null,"x":"statusCode","statusCode":"502"}"#,
        ] {
            assert_eq!(split(text).unwrap(), ["1"], "{text}");
        }
        for text in [
            r#"{"result":[1]"n":2}"#,
            r#"{"result":[1],2}"#,
            r#"{"result":[1],,}"#,
            r#"{"result":[1],"n" 2}"#,
            r#"{"result":[1],}"#,
        ] {
            assert!(matches!(split(text).unwrap_err(), SplitError::Unexpected(_)), "{text}");
        }
    }

    #[test]
    fn what_is_no_list_is_noticed() {
        assert_eq!(split("<html>").unwrap_err(), SplitError::Unexpected(b'<'));
        assert_eq!(split("[1 2]").unwrap_err(), SplitError::Unexpected(b'2'));
        assert_eq!(split("[1,]").unwrap_err(), SplitError::Unexpected(b']'));
        assert_eq!(split("[1] 2").unwrap_err(), SplitError::Unexpected(b'2'));
        assert_eq!(split(&format!("[\"{}\"]", "x".repeat(80))).unwrap_err(), SplitError::TooLarge);
    }
}
