//! The records of a stream, one at a time: memory holds the largest record, not the answer.

use core::future::poll_fn;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::error::{DecodeKind, Error, Size};
use crate::policy::retry::Verdict;
use crate::response::answer::explain;
use crate::response::split::{SplitError, Splitter};
use crate::response::stream::ByteStream;
use crate::util::content_type::Form;
use crate::util::no_content::from_slice;

impl ByteStream {
    /// Reads the records in the bytes; see [`RecordStream`].
    pub fn records<T: DeserializeOwned>(self) -> RecordStream<T> {
        let found = self.meta().content_type();
        // An answer without a content type may be JSON.
        let form = found.map_or(Some(Form::Document), Form::of);
        let foreign = found.filter(|_| form.is_none()).map(str::to_owned);
        let form = form.unwrap_or(Form::Document);
        RecordStream {
            splitter: Splitter::new(form, self.max_size),
            bytes: self,
            foreign,
            count: 0,
            skip: 0,
            ended: false,
            garbled: false,
            record: PhantomData,
        }
    }
}

/// The records of an answer as they arrive: the items of a list or of the API's list envelope, or values one after the other
/// (NDJSON).
///
/// The envelope may have every form that a [`Page`](crate::Page) accepts: its items stand in `result` or `results`, as a list,
/// as an object by key, or as `null`. Any other object is one record. If that object has a cursor or says that something is
/// missing, the answer must be a list whose items cannot be found, which is an [`Error::Decode`].
///
/// An answer is one page of a list, however large: [`next_cursor`](Self::next_cursor) tells whether there is another. To read
/// all pages, use [`Items`](crate::paging::Items).
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::Json;
///
/// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
/// let mut records = request.send(account).stream().await?.records::<Json>();
/// while let Some(record) = records.try_next().await? {
///     println!("{record}");
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct RecordStream<T> {
    bytes: ByteStream,
    splitter: Splitter,
    /// The content type, if it is not JSON.
    foreign: Option<String>,
    count: u64,
    /// How many records to skip.
    skip: u64,
    ended: bool,
    /// Whether a record was not JSON. Then the end of that record is a guess, and so is the end of the answer.
    garbled: bool,
    record: PhantomData<fn() -> T>,
}

/// What comes next.
enum Text {
    Record(Bytes),
    /// A piece, in which there may be a line.
    Piece,
    End,
}

impl<T: DeserializeOwned> RecordStream<T> {
    /// Records that have come so far, including [skipped](Self::after) ones.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Skips the records that an earlier stream returned before it broke off: [`Error::records`] says how many. The server
    /// sends them again, but they are not decoded. An answer with fewer records is an error ([`DecodeKind::Short`]), because it
    /// is not the same answer.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use std::time::Duration;
    ///
    /// use truto_core::crm::{CreateAssociation, crm_entity};
    /// use truto_core::Json;
    ///
    /// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
    /// let mut records = request.clone().send(account).stream().await?.records::<Json>();
    /// let mut pauses = [1, 5, 30].map(Duration::from_secs).into_iter();
    /// loop {
    ///     let error = match records.try_next().await {
    ///         Ok(Some(record)) => {
    ///             println!("{record}");
    ///             continue;
    ///         }
    ///         Ok(None) => return Ok(()),
    ///         Err(error) => error,
    ///     };
    ///     // Give up if another stream would not help, or after three of them.
    ///     let (Some(count), Some(pause)) = (error.records(), pauses.next()) else { return Err(error) };
    ///     tokio::time::sleep(pause).await;
    ///     records = request.clone().send(account).stream().await?.records().after(count);
    /// }
    /// # }
    /// ```
    pub fn after(mut self, records: u64) -> Self {
        self.skip = records;
        self
    }

    /// The cursor of the next page, if this is a page of a list and not the last one. It may change until the stream has
    /// ended.
    pub fn next_cursor(&self) -> Option<&str> {
        self.splitter.next_cursor()
    }

    /// Whether the server says that this list is incomplete, as in [`Page::is_partial`](crate::Page::is_partial). It may change
    /// until the stream has ended.
    pub fn is_partial(&self) -> bool {
        self.splitter.is_partial()
    }

    /// The next record; `None` after the last one.
    ///
    /// Dropping the future loses nothing: the next call returns the record.
    ///
    /// # Errors
    /// [`Error::Decode`] if a record does not fit `T`; the next record follows. The other errors end the stream: those of
    /// [`ByteStream::try_next`]; [`Error::Decode`] if the answer does not consist of records, or has fewer than are to be
    /// [skipped](Self::after); [`Error::Network`] if it breaks off; [`Error::Api`] if it, or a value in it, is the API's error
    /// envelope; [`Error::TooLarge`] if a record is larger than `max_body_bytes`.
    pub fn try_next(&mut self) -> impl Future<Output = Result<Option<T>, Error>> {
        poll_fn(|cx| self.poll_record(cx))
    }

    fn poll_record(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<T>, Error>> {
        while !self.ended {
            if let Some(line) = self.splitter.line().filter(|_| self.count >= self.skip)
                && let Ok(record) = serde_json::from_slice(line)
            {
                let size = line.len();
                self.splitter.take_line(size);
                self.count += 1;
                return Poll::Ready(Ok(Some(record)));
            }
            match ready!(self.poll_text(cx)) {
                Ok(Text::Piece) => {}
                Ok(Text::Record(text)) => {
                    if let Some(record) = self.decode(&text) {
                        return Poll::Ready(record.map(Some));
                    }
                }
                Ok(Text::End) => {
                    self.ended = true;
                    let (found, expected) = (self.count, self.skip);
                    if found < expected {
                        let short = DecodeKind::Short { found, expected };
                        return Poll::Ready(Err(self.bytes.undecodable(Bytes::new(), short)));
                    }
                }
                Err(error) => return Poll::Ready(Err(self.end(error))),
            }
        }
        Poll::Ready(Ok(None))
    }

    /// The bytes of the next record, if a scan finds it, or else the next piece.
    fn poll_text(&mut self, cx: &mut Context<'_>) -> Poll<Result<Text, Error>> {
        if let Some(text) = self.splitter.next().map_err(|error| self.split_error(error))? {
            return Poll::Ready(Ok(Text::Record(text)));
        }
        Poll::Ready(match (ready!(self.bytes.poll_piece(cx)?), self.foreign.take()) {
            (Some(piece), None) => {
                self.splitter.push(piece);
                Ok(Text::Piece)
            }
            (Some(piece), Some(found)) => Err(self.bytes.undecodable(piece, DecodeKind::ContentType { found })),
            (None, _) => Ok(self.last_text()?.map_or(Text::End, Text::Record)),
        })
    }

    /// The bytes of the record that the end of the answer ends, if there is one.
    fn last_text(&mut self) -> Result<Option<Bytes>, Error> {
        // Without a marked end, a lost connection looks like an empty document.
        let may_be_cut = !self.bytes.has_marked_end() && self.bytes.meta().status_code() != StatusCode::NO_CONTENT;
        if self.splitter.lacks_document() && may_be_cut {
            return Err(self.bytes.interrupted("the body is empty".to_owned()));
        }
        self.splitter.finish().map_err(|error| self.split_error(error))
    }

    /// Decodes the record, unless it is skipped.
    fn decode(&mut self, text: &Bytes) -> Option<Result<T, Error>> {
        self.count += 1;
        let number = self.count;
        if number <= self.skip {
            return None;
        }
        Some(from_slice(text).map_err(|error| {
            let kind = match explain(text, PhantomData::<T>, &error) {
                DecodeKind::Shape { path, reason } => {
                    let path = if path == "." { String::new() } else { format!(" {path}") };
                    DecodeKind::Shape { path: format!("record {number}{path}"), reason }
                }
                DecodeKind::Syntax { reason } => {
                    self.garbled = true;
                    DecodeKind::Syntax { reason: format!("record {number}: {reason}") }
                }
                other => other,
            };
            // A copy, because `text` is a part of a piece, which may be large.
            self.bytes.undecodable(Bytes::copy_from_slice(text), kind)
        }))
    }

    fn split_error(&self, error: SplitError) -> Error {
        let at = self.count + 1;
        let syntax = |reason: String| self.bytes.undecodable(Bytes::new(), DecodeKind::Syntax { reason });
        match error {
            SplitError::TooLarge => self.bytes.too_large(Size::Record),
            // `Error::Network` says that another try may help. That is so only if the rest of the answer did not arrive.
            SplitError::Truncated if self.garbled || self.bytes.has_marked_end() => {
                syntax(format!("the answer is complete, but its JSON ends in or after record {at}"))
            }
            SplitError::Truncated => self.bytes.interrupted(format!("in or after record {at}")),
            SplitError::Broken(reason) => syntax(format!("in or after record {at}: {reason}")),
            SplitError::Refused(envelope) => self.bytes.refused(envelope),
            SplitError::Envelope(kind) => self.bytes.undecodable(Bytes::new(), kind),
            SplitError::Unexpected(byte) => syntax(format!("expected record {at}, found `{}`", char::from(byte))),
        }
    }

    /// Ends the stream with this error. If another try may help, the error says how many records a new stream can skip.
    fn end(&mut self, error: Error) -> Error {
        self.ended = true;
        match Verdict::of(&error) {
            Verdict::Transient | Verdict::Limited => error.after_records(self.count.max(self.skip)),
            _ => error,
        }
    }
}

impl<T: DeserializeOwned> Stream for RecordStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_record(cx).map(Result::transpose)
    }
}

impl<T> core::fmt::Debug for RecordStream<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RecordStream").field("bytes", &self.bytes).field("count", &self.count).finish_non_exhaustive()
    }
}
