//! The records in a stream, one at a time: memory holds the largest record, not the answer.

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
use crate::response::split::{SplitError, Splitter};
use crate::response::stream::ByteStream;
use crate::util::content_type::Form;

impl ByteStream {
    /// The records in the bytes; see [`RecordStream`].
    pub fn records<T: DeserializeOwned>(self) -> RecordStream<T> {
        let found = self.meta().content_type();
        // What says nothing of itself may be JSON, as everywhere.
        let form = found.map_or(Some(Form::Document), Form::of);
        let foreign = found.filter(|_| form.is_none()).map(str::to_owned);
        let form = form.unwrap_or(Form::Document);
        RecordStream {
            form,
            splitter: Splitter::new(form, self.largest()),
            bytes: self,
            foreign,
            count: 0,
            after: 0,
            ended: false,
            garbled: false,
            record: PhantomData,
        }
    }
}

/// The records of an answer as they arrive: items of a list or of the API's list envelope, or values one after the other
/// (NDJSON). The envelope is read as a [`Page`](crate::Page) reads it: its items may stand in `result` or `results`, in a list
/// or in an object by key, or there are none (`null`). An answer that is any other object is one record, unless it has a
/// cursor or says that something is missing: a list is then meant, and its items are not found ([`Error::Decode`]).
///
/// An answer is one page of a list, however large: [`next_cursor`](Self::next_cursor) tells whether there is more. To read all
/// pages, use [`Items`](crate::paging::Items).
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
    form: Form,
    splitter: Splitter,
    /// The content type, where it is none of JSON.
    foreign: Option<String>,
    count: u64,
    /// Records that are passed over.
    after: u64,
    ended: bool,
    /// Whether a record was no JSON: where it ended is a guess, and so is where the answer does.
    garbled: bool,
    record: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> RecordStream<T> {
    /// Records that have come so far, those included that were passed over.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Passes over so many records, which an earlier stream had given before it broke off: [`Error::records`] says how many.
    /// The server sends them all the same; they are not decoded. An answer that has fewer is an error
    /// ([`DecodeKind::Short`]): it is not the one that broke off.
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
    ///     // Where another stream would come no further, or enough of them broke off, this is the end.
    ///     let (Some(count), Some(pause)) = (error.records(), pauses.next()) else { return Err(error) };
    ///     tokio::time::sleep(pause).await;
    ///     records = request.clone().send(account).stream().await?.records().after(count);
    /// }
    /// # }
    /// ```
    pub fn after(mut self, records: u64) -> Self {
        self.after = records;
        self
    }

    /// The cursor of the next page, where the stream is a list that has one: its records are not all that there are. It is
    /// certain once the stream has ended.
    pub fn next_cursor(&self) -> Option<&str> {
        self.splitter.next_cursor()
    }

    /// Whether the server says that this list does not hold all that there is (`is_partial_response`), as
    /// [`Page::is_partial`](crate::Page::is_partial) does. It is certain once the stream has ended.
    pub fn is_partial(&self) -> bool {
        self.splitter.is_partial()
    }

    /// The next record; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the record comes with the next call.
    ///
    /// # Errors
    /// Those of [`ByteStream::try_next`]; [`Error::Decode`] when a record has another shape, after which the next one
    /// comes. After any other error nothing comes: [`Error::Decode`] when the answer is none of records, or ends before those
    /// that were to be [passed over](Self::after); [`Error::Network`] when it breaks off inside of them; [`Error::Api`] when it,
    /// or a record in it, is the API's error envelope; [`Error::TooLarge`] when a record is larger than `max_body_bytes`.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        poll_fn(|cx| self.poll_record(cx)).await.transpose()
    }

    fn poll_record(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if self.ended {
                return Poll::Ready(None);
            }
            match self.splitter.next() {
                Ok(Some(record)) => match self.decode(&record) {
                    Some(record) => return Poll::Ready(Some(record)),
                    None => continue,
                },
                Ok(None) => {}
                Err(error) => return Poll::Ready(Some(Err(self.split_error(error)))),
            }
            match ready!(self.bytes.poll_piece(cx)) {
                Some(Ok(piece)) => match self.foreign.take() {
                    None => self.splitter.push(&piece),
                    Some(found) => {
                        let error = self.bytes.decode_error(piece, DecodeKind::ContentType { found });
                        return Poll::Ready(Some(Err(self.end(error))));
                    }
                },
                Some(Err(error)) => return Poll::Ready(Some(Err(self.end(error)))),
                None => return Poll::Ready(self.last_record()),
            }
        }
    }

    /// What there is at the end of the bytes.
    fn last_record(&mut self) -> Option<Result<T, Error>> {
        // An answer that says that it is empty is. Where the connection alone ends it, a document did not come.
        let may_be_cut = !self.bytes.ends_by_itself() && self.bytes.meta().status_code() != StatusCode::NO_CONTENT;
        if self.splitter.is_empty() && self.form == Form::Document && may_be_cut {
            let error = self.bytes.interrupted("before anything came".to_owned());
            return Some(Err(self.end(error)));
        }
        let last = match self.splitter.finish() {
            Ok(last) => last.and_then(|record| self.decode(&record)),
            Err(error) => return Some(Err(self.split_error(error))),
        };
        self.ended = true;
        let (found, expected) = (self.count, self.after);
        if found < expected {
            return Some(Err(self.bytes.decode_error(Bytes::new(), DecodeKind::Short { found, expected })));
        }
        last
    }

    /// The record, unless it is passed over.
    fn decode(&mut self, record: &Bytes) -> Option<Result<T, Error>> {
        self.count += 1;
        let record = (self.count > self.after).then(|| self.bytes.decode_record(record, self.count));
        if let Some(Err(Error::Decode(error))) = &record {
            self.garbled |= matches!(error.kind(), DecodeKind::Syntax { .. });
        }
        record
    }

    fn split_error(&mut self, error: SplitError) -> Error {
        let at = self.count + 1;
        let syntax = |reason: String| self.bytes.decode_error(Bytes::new(), DecodeKind::Syntax { reason });
        let error = match error {
            SplitError::TooLarge => self.bytes.too_large(Size::Record),
            // Who is told that the connection broke tries again, which helps where the rest of the answer did not come.
            SplitError::Truncated if self.garbled || self.bytes.ends_by_itself() => {
                syntax(format!("the answer came whole, and its JSON ends in or after record {at}"))
            }
            SplitError::Truncated => self.bytes.interrupted(format!("in or after record {at}")),
            SplitError::Broken(reason) => syntax(format!("in or after record {at}: {reason}")),
            SplitError::Refused(envelope) => self.bytes.refused(envelope),
            SplitError::Envelope(reason) => syntax(format!("the envelope around the records: {reason}")),
            SplitError::Misshapen(reason) => {
                let reason = format!("the envelope around the records: {reason}");
                self.bytes.decode_error(Bytes::new(), DecodeKind::Shape { path: ".".to_owned(), reason })
            }
            SplitError::Unexpected(byte) => syntax(format!("expected record {at}, found `{}`", char::from(byte))),
        };
        self.end(error)
    }

    /// Ends the stream with this error. Where the failure may pass, a new stream can be taken up behind what has come.
    fn end(&mut self, error: Error) -> Error {
        self.ended = true;
        match Verdict::of(&error) {
            Verdict::Transient | Verdict::Limited => error.after_records(self.count.max(self.after)),
            _ => error,
        }
    }
}

impl<T: DeserializeOwned> Stream for RecordStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_record(cx)
    }
}

impl<T> core::fmt::Debug for RecordStream<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RecordStream").field("bytes", &self.bytes).field("count", &self.count).finish_non_exhaustive()
    }
}
