//! The records in a stream, one at a time: memory holds the largest record, not the answer.

use core::future::poll_fn;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use crate::error::{DecodeKind, Error, Size};
use crate::split::{SplitError, Splitter};
use crate::stream::ByteStream;

impl ByteStream {
    /// The records in the bytes; see [`RecordStream`].
    pub fn records<T: DeserializeOwned>(self) -> RecordStream<T> {
        RecordStream {
            splitter: Splitter::new(self.largest()),
            bytes: self,
            count: 0,
            after: 0,
            ended: false,
            record: PhantomData,
        }
    }
}

/// The records of an answer as they arrive: items of a list or of the API's list envelope, or values one after the other
/// (NDJSON). An answer that is one object is one record.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::Json;
///
/// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
/// let mut records = request.stream(account).await?.records::<Json>();
/// while let Some(record) = records.try_next().await? {
///     println!("{record}");
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct RecordStream<T> {
    bytes: ByteStream,
    splitter: Splitter,
    count: u64,
    /// Records that are passed over.
    after: u64,
    ended: bool,
    record: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> RecordStream<T> {
    /// Records that have come so far, those included that were passed over.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Passes over so many records, which an earlier stream had given before it broke off: [`Error::records`] says how many.
    /// The server sends them all the same; they are not decoded.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use truto_core::crm::{CreateAssociation, crm_entity};
    /// use truto_core::Json;
    ///
    /// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
    /// let mut records = request.clone().stream(account).await?.records::<Json>();
    /// loop {
    ///     match records.try_next().await {
    ///         Ok(Some(record)) => println!("{record}"),
    ///         Ok(None) => return Ok(()),
    ///         Err(error) => match error.records() {
    ///             Some(count) => records = request.clone().stream(account).await?.records().after(count),
    ///             None => return Err(error),
    ///         },
    ///     }
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

    /// The next record; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the record comes with the next call.
    ///
    /// # Errors
    /// Those of [`ByteStream::try_next`]; [`Error::Decode`] when a record has another shape, after which the next one
    /// comes, or when the stream is no stream of records or breaks off, after which nothing comes;
    /// [`Error::TooLarge`] when a record is larger than `max_body_bytes`.
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
                Err(error) => return Poll::Ready(Some(Err(self.split_error(&error)))),
            }
            match ready!(self.bytes.poll_piece(cx)) {
                Some(Ok(piece)) => self.splitter.push(&piece),
                Some(Err(error)) => {
                    self.ended = true;
                    return Poll::Ready(Some(Err(error.after_records(self.count))));
                }
                None => {
                    let last = self.splitter.finish();
                    self.ended = true;
                    return Poll::Ready(match last {
                        Ok(Some(record)) => self.decode(&record),
                        Ok(None) => None,
                        Err(error) => Some(Err(self.split_error(&error))),
                    });
                }
            }
        }
    }

    /// The record, unless it is passed over.
    fn decode(&mut self, record: &Bytes) -> Option<Result<T, Error>> {
        self.count += 1;
        (self.count > self.after).then(|| self.bytes.decode_record(record, self.count))
    }

    fn split_error(&mut self, error: &SplitError) -> Error {
        self.ended = true;
        let at = self.count + 1;
        let reason = match error {
            SplitError::TooLarge => return self.bytes.too_large(Size::Record).after_records(self.count),
            SplitError::Truncated => format!("the stream broke off in or after record {at}"),
            SplitError::Envelope(reason) => (*reason).to_owned(),
            SplitError::Unexpected(byte) => {
                format!("expected record {at}, found `{}`", char::from(*byte).escape_debug())
            }
        };
        self.bytes.decode_error(Bytes::new(), DecodeKind::Syntax { reason }).after_records(self.count)
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
