//! The body of an answer as it arrives, piece by piece, and never in memory whole.

use core::future::{Future, poll_fn};
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::Version;
use http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use http_body::Body as _;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, Sleep, sleep_until, timeout};

use crate::error::{Clock, DecodeError, DecodeKind, Error, RedirectError, RedirectReason, Size};
use crate::meta::Meta;
use crate::policy::attempt::Attempt;
use crate::policy::clock::End;
use crate::policy::pace::Pace;
use crate::policy::settings::{MinThroughput, Settings};
use crate::redact::Redactor;
use crate::response::unpack::{UnpackError, Unpacker};
use crate::response::{Answer, explain};
use crate::transport::body::Body;
use crate::transport::{Wire, causes};
use crate::util::nothing::from_slice;

/// How long the body of an error is waited for, as a whole: it is one short document.
const LONGEST_ERROR: Duration = Duration::from_secs(5);
/// The largest body of an error that is kept, in bytes.
const LARGEST_ERROR: u64 = 1024 * 1024;

/// The bytes of an answer as they arrive (`truto_response_format=stream`). Of a list it is one page: [`records`](Self::records)
/// reads its items, and tells whether there is more.
///
/// Nothing is read ahead: a slow reader slows the server down. When the server is silent for longer than the client's
/// `stall_timeout`, the stream ends with an error; the time that the reader takes does not count. The request asks for plain
/// bytes (`accept-encoding: identity`); what comes packed with gzip all the same is unpacked as it arrives, and whatever is
/// packed in another way is an error that names it.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
/// let mut bytes = request.send(account).stream().await?;
/// while let Some(piece) = bytes.try_next().await? {
///     println!("{} bytes", piece.len());
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct ByteStream {
    attempt: Attempt,
    meta: Meta,
    body: Body,
    /// What it comes over; `None` if it is here.
    wire: Option<Wire>,
    redactor: Redactor,
    stall_timeout: Duration,
    pace: Pace,
    /// The clock over head and body together, if there is one.
    end: Option<End>,
    largest: u64,
    unpacker: Option<Box<Unpacker>>,
    timer: Option<Pin<Box<Sleep>>>,
    /// Since when the server is waited for.
    waiting: Option<Instant>,
    received: u64,
    ended: bool,
    /// Whether it is known, beside what the head says, that a part of the answer is never taken for the whole.
    ends_by_itself: bool,
}

impl ByteStream {
    /// The body of an answer, as it comes over the wire.
    pub(crate) fn new(attempt: Attempt, meta: Meta, body: Body, settings: &Settings, redactor: Redactor) -> Self {
        Self {
            attempt,
            meta,
            body,
            wire: None,
            redactor,
            stall_timeout: settings.stall_timeout,
            pace: Pace::new(settings.stream_min_throughput),
            end: None,
            largest: settings.max_body_bytes,
            unpacker: None,
            timer: None,
            waiting: None,
            received: 0,
            ended: false,
            ends_by_itself: false,
        }
    }

    /// The same body over this version of HTTP: from 2 on each says where it ends.
    pub(crate) fn framed_by(mut self, version: Version) -> Self {
        self.ends_by_itself = version >= Version::HTTP_2;
        self
    }

    /// Whether a part of the answer is never taken for the whole: by its length, by chunks, by frames.
    pub(crate) fn ends_by_itself(&self) -> bool {
        let says_where = |name| self.meta.headers().contains_key(name);
        self.ends_by_itself || says_where(CONTENT_LENGTH) || says_where(TRANSFER_ENCODING)
    }

    /// An answer that is there already.
    pub(crate) fn of(answer: Answer, settings: &Settings) -> Self {
        let Answer { attempt, meta, body, redactor } = answer;
        Self::new(attempt, meta, body.into(), settings, redactor)
    }

    /// The same body, which comes over this wire.
    pub(crate) fn over(mut self, wire: Wire) -> Self {
        self.wire = Some(wire);
        self
    }

    /// The body of an answer that is read as a whole, until `end` at the latest.
    pub(crate) fn until(mut self, end: End, min_throughput: MinThroughput) -> Self {
        self.end = Some(end);
        self.pace = Pace::new(min_throughput);
        self
    }

    /// Status, headers, request id, rate-limit state, attempts.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Bytes that have arrived so far; of a packed body, as they came over the wire.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// The next piece; `None` at the end of the body.
    ///
    /// Dropping the future loses nothing: the piece comes with the next call.
    ///
    /// # Errors
    /// [`Error::Network`] when the connection breaks, [`Error::Timeout`] when the server falls silent. The stream ends
    /// there.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| self.poll_piece(cx)).await.transpose()
    }

    /// The record with this number, from its bytes.
    pub(crate) fn decode_record<T: DeserializeOwned>(&self, record: &Bytes, number: u64) -> Result<T, Error> {
        from_slice(record).map_err(|error| {
            let kind = match explain(record, PhantomData::<T>, &error) {
                DecodeKind::Shape { path, reason } if path == "." => {
                    DecodeKind::Shape { path: format!("record {number}"), reason }
                }
                DecodeKind::Shape { path, reason } => {
                    DecodeKind::Shape { path: format!("record {number} {path}"), reason }
                }
                DecodeKind::Syntax { reason } => DecodeKind::Syntax { reason: format!("record {number}: {reason}") },
                other => other,
            };
            self.decode_error(record.clone(), kind)
        })
    }

    /// The error of bytes that are not what was asked for.
    pub(crate) fn decode_error(&self, bytes: Bytes, kind: DecodeKind) -> Error {
        let context = self.attempt.unanswered(self.meta.request_id());
        DecodeError::new(context, self.meta.clone(), bytes, kind, &self.redactor).into()
    }

    /// The error of an answer that says in its body that it is one.
    pub(crate) fn refused(&self, envelope: Bytes) -> Error {
        self.attempt.refused(self.meta.clone(), envelope, &self.redactor)
    }

    /// The error of a body that ends too early, although nothing below it failed.
    pub(crate) fn interrupted(&self, place: String) -> Error {
        self.attempt.interrupted(self.received, place, self.meta.request_id())
    }

    pub(crate) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            if self.ended {
                return Poll::Ready(None);
            }
            let left = self.unpacker.as_mut().map_or(Ok(None), |unpacker| unpacker.next());
            let piece = match left.map_err(|error| self.unpack_error(error)).transpose() {
                Some(piece) => piece,
                None => ready!(self.poll_wire(cx)),
            };
            match piece {
                // An empty piece says nothing, but an empty body of a packed one may still end wrongly.
                Ok(piece) if piece.is_empty() => {}
                Ok(piece) => return Poll::Ready(Some(Ok(piece))),
                Err(error) => {
                    self.ended = true;
                    self.body = Body::empty();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    /// The next piece as it comes over the wire, which is empty where it is packed, and what is left of a packed body at its end.
    fn poll_wire(&mut self, cx: &mut Context<'_>) -> Poll<Result<Bytes, Error>> {
        Poll::Ready(match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                // Trailers say nothing that we know of.
                let piece = frame.into_data().unwrap_or_default();
                self.count(piece.len() as u64);
                match &mut self.unpacker {
                    Some(unpacker) => {
                        unpacker.push(piece);
                        Ok(Bytes::new())
                    }
                    None => Ok(piece),
                }
            }
            Poll::Ready(Some(Err(error))) => {
                if let Some(wire) = &self.wire {
                    wire.body_failed(&error);
                }
                let cause = self.redactor.clean(&causes(&*error));
                Err(self.attempt.interrupted(self.received, cause, self.meta.request_id()))
            }
            Poll::Ready(None) => {
                self.ended = true;
                self.unpacked_rest()
            }
            Poll::Pending => {
                let end = ready!(self.poll_clocks(cx));
                self.fell_silent();
                Err(self.attempt.timed_out(end, self.meta.request_id()))
            }
        })
    }

    /// So many bytes came over the wire.
    fn count(&mut self, bytes: u64) {
        self.received += bytes;
        let waited = self.waiting.take().map_or(Duration::ZERO, |since| since.elapsed());
        self.pace.count(waited, bytes);
    }

    fn unpacked_rest(&mut self) -> Result<Bytes, Error> {
        match &mut self.unpacker {
            Some(unpacker) => unpacker.end().map_err(|error| match error {
                // What a body lacks that does not say where it ends did not come.
                UnpackError::Broken(reason) if !self.ends_by_itself() => self.interrupted(reason),
                error => self.unpack_error(error),
            }),
            None => Ok(Bytes::new()),
        }
    }

    fn unpack_error(&self, error: UnpackError) -> Error {
        match error {
            UnpackError::TooLarge(size, limit) => self.attempt.too_large(size, limit, self.meta.request_id()),
            UnpackError::Broken(reason) => self.decode_error(Bytes::new(), DecodeKind::Compression { reason }),
        }
    }

    /// A clock ran out over the wire.
    fn fell_silent(&self) {
        if let Some(wire) = &self.wire {
            wire.fell_silent();
        }
    }

    /// The clock that ran out while the server was waited for.
    fn poll_clocks(&mut self, cx: &mut Context<'_>) -> Poll<End> {
        let since = *self.waiting.get_or_insert_with(Instant::now);
        let mut end = End::new(Clock::Stall, since, self.stall_timeout);
        if let Some(at) = self.pace.end(since) {
            end = end.min(End { at, clock: Clock::Throughput, after: self.pace.over() });
        }
        if let Some(whole) = self.end {
            end = end.min(whole);
        }
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(end.at)));
        if timer.deadline() != end.at {
            timer.as_mut().reset(end.at);
        }
        timer.as_mut().poll(cx).map(|()| end)
    }

    /// The same body unpacked as it arrives, of any size.
    pub(crate) fn unpacked(mut self) -> Result<Self, Error> {
        self.unpacker = Unpacker::of(self.meta.headers(), u64::MAX).map_err(|error| self.unpack_error(error))?;
        // The length goes with what speaks of the packed body.
        self.ends_by_itself = self.ends_by_itself();
        self.mark_unpacked();
        Ok(self)
    }

    /// Reads the body to its end, unpacked.
    pub(crate) async fn collect(mut self) -> Result<Answer, Error> {
        self.unpacker = Unpacker::of(self.meta.headers(), self.largest).map_err(|error| self.unpack_error(error))?;
        if self.body.size_hint().lower() > self.largest {
            return Err(self.too_large(Size::Body));
        }
        let mut body = Bytes::new();
        let mut joined = BytesMut::new();
        while let Some(piece) = self.try_next().await? {
            if (body.len() + joined.len() + piece.len()) as u64 > self.largest {
                return Err(self.too_large(Size::Body));
            }
            // Most answers come in one piece, which is then taken as it is.
            if body.is_empty() && joined.is_empty() {
                body = piece;
            } else {
                if joined.is_empty() {
                    joined.reserve(body.len() + piece.len());
                    joined.extend_from_slice(&core::mem::take(&mut body));
                }
                joined.extend_from_slice(&piece);
            }
        }
        if !joined.is_empty() {
            body = joined.freeze();
        }
        self.mark_unpacked();
        Ok(Answer { attempt: self.attempt, meta: self.meta, body, redactor: self.redactor })
    }

    /// Reads what there is of a refusal's body: a part of it says more than the failure to read the rest, and the status
    /// alone more than a clock.
    async fn collect_refusal(&mut self) -> Bytes {
        let mut body = BytesMut::new();
        self.unpacker = Unpacker::of(self.meta.headers(), LARGEST_ERROR).unwrap_or_default();
        let longest = LONGEST_ERROR.min(self.stall_timeout);
        let read = async {
            while let Ok(Some(piece)) = self.try_next().await {
                body.extend_from_slice(&piece);
                if body.len() as u64 > LARGEST_ERROR {
                    body.truncate(usize::try_from(LARGEST_ERROR).unwrap_or(usize::MAX));
                    break;
                }
            }
        };
        // Whatever came in time is the body.
        if timeout(longest, read).await.is_err() {
            self.fell_silent();
        }
        self.mark_unpacked();
        body.freeze()
    }

    /// The head no longer speaks of a packed body, where there was one.
    fn mark_unpacked(&mut self) {
        if self.unpacker.is_some() {
            self.meta.mark_unpacked();
        }
    }

    /// The error of an answer that is not 2xx.
    pub(crate) async fn into_api_error(mut self) -> Error {
        let body = self.collect_refusal().await;
        self.attempt.refused(self.meta, body, &self.redactor)
    }

    /// The error of a redirect that is not followed.
    pub(crate) async fn into_redirect_error(mut self, reason: RedirectReason, followed: u32) -> Error {
        let body = self.collect_refusal().await;
        let outcome = self.attempt.repeat.answered(self.meta.status());
        let context = self.attempt.context(outcome, self.meta.request_id());
        RedirectError { context, meta: self.meta, body, reason, followed }.into()
    }

    pub(crate) fn largest(&self) -> u64 {
        self.largest
    }

    /// The error of an answer, or of a record, that is larger than the caller's cap.
    pub(crate) fn too_large(&self, size: Size) -> Error {
        self.attempt.too_large(size, self.largest, self.meta.request_id())
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_piece(cx)
    }
}

impl core::fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ByteStream")
            .field("meta", &self.meta)
            .field("received", &self.received)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
