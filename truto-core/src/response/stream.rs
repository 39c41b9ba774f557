//! The body of an answer as it arrives, never whole in memory.

use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::Version;
use http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use http_body::Body as _;
use tokio::time::{Instant, Sleep, sleep_until, timeout};

use crate::error::{Clock, DecodeError, DecodeKind, Error, RedirectError, RedirectReason, Size};
use crate::meta::Meta;
use crate::policy::attempt::Attempt;
use crate::policy::clock::End;
use crate::policy::settings::{MinThroughput, Settings};
use crate::policy::throughput::Throughput;
use crate::redact::Redactor;
use crate::response::answer::Answer;
use crate::response::unpack::{UnpackError, Unpacker};
use crate::transport::body::Body;
use crate::transport::{Head, Wire, causes};

/// How long to wait for the whole body of an error, which is one short document.
const ERROR_BODY_TIMEOUT: Duration = Duration::from_secs(5);
/// How many bytes to keep of the body of an error.
const MAX_ERROR_BODY: u64 = 1024 * 1024;

/// The bytes of an answer as they arrive (`truto_response_format=stream`). The answer to a list is one page:
/// [`records`](Self::records) reads its items, and tells whether there is another page. [`RecordStream`](super::RecordStream) has
/// an example.
///
/// Nothing is read ahead, so a slow reader slows the server down. If the server is silent for longer than the client's
/// `stall_timeout`, the stream ends with an error; time that the reader takes does not count. The request asks for
/// uncompressed bytes (`accept-encoding: identity`). A gzip body is decompressed as it arrives nevertheless; any other
/// compression is an error that names it.
#[must_use = "a stream is read with `try_next`"]
pub struct ByteStream {
    attempt: Attempt,
    meta: Meta,
    body: Body,
    /// The connection to blame for a failure; `None` if the body is already in memory.
    wire: Option<Wire>,
    redactor: Redactor,
    stall_timeout: Duration,
    throughput: Throughput,
    /// The clock over head and body together, if the body is read whole.
    deadline: Option<End>,
    pub(super) max_size: u64,
    unpacker: Option<Box<Unpacker>>,
    timer: Option<Pin<Box<Sleep>>>,
    /// When the wait for the next piece began.
    waiting_since: Option<Instant>,
    received: u64,
    ended: bool,
    /// Whether the protocol, or a header that `meta` no longer has, marks the end of the body.
    is_framed: bool,
}

impl ByteStream {
    /// The body of an answer whose head came, at this moment. From HTTP/2 on, frames mark the end of each body.
    pub(crate) fn new(
        attempt: Attempt,
        head: Head,
        wire: Wire,
        settings: &Settings,
        redactor: Redactor,
        at: SystemTime,
    ) -> Self {
        let Head { status, version, headers, body } = head;
        let meta = Meta::new(status, headers, attempt.number, at, &redactor);
        let mut stream = Self::without_wire(attempt, meta, body, settings, redactor);
        stream.wire = Some(wire);
        stream.is_framed = version >= Version::HTTP_2;
        stream
    }

    /// The body of an answer that is already in memory.
    pub(crate) fn from_answer(answer: Answer, settings: &Settings) -> Self {
        let Answer { attempt, meta, body, redactor } = answer;
        Self::without_wire(attempt, meta, body.into(), settings, redactor)
    }

    fn without_wire(attempt: Attempt, meta: Meta, body: Body, settings: &Settings, redactor: Redactor) -> Self {
        Self {
            attempt,
            meta,
            body,
            wire: None,
            redactor,
            stall_timeout: settings.stall_timeout,
            throughput: Throughput::new(settings.stream_min_throughput),
            deadline: None,
            max_size: settings.max_body_bytes,
            unpacker: None,
            timer: None,
            waiting_since: None,
            received: 0,
            ended: false,
            is_framed: false,
        }
    }

    /// Whether the end of the body is marked, by its length, chunks or frames. If not, a lost connection looks like the end.
    pub(crate) fn has_marked_end(&self) -> bool {
        let headers = self.meta.headers();
        self.is_framed || headers.contains_key(CONTENT_LENGTH) || headers.contains_key(TRANSFER_ENCODING)
    }

    /// Status, headers, request id, rate-limit state, attempts.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Bytes that have arrived so far, before decompression.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// The next piece; `None` at the end of the body.
    ///
    /// Dropping the future loses nothing: the next call returns the piece.
    ///
    /// # Errors
    /// [`Error::Network`] if the connection breaks, [`Error::Timeout`] if the server falls silent, [`Error::Decode`] if the
    /// body cannot be decompressed. Nothing comes after an error.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| self.poll_piece(cx)).await.transpose()
    }

    /// The error of bytes that cannot be decoded.
    pub(crate) fn undecodable(&self, bytes: Bytes, kind: DecodeKind) -> Error {
        let context = self.attempt.unanswered(self.meta.request_id());
        DecodeError::new(context, self.meta.clone(), bytes, kind, &self.redactor).into()
    }

    /// The error of an answer whose body is an error envelope.
    pub(crate) fn refused(&self, envelope: Bytes) -> Error {
        self.attempt.refused(self.meta.clone(), envelope, &self.redactor)
    }

    /// The error of a body that ends too early.
    pub(crate) fn interrupted(&self, cause: String) -> Error {
        self.attempt.interrupted(self.received, cause, self.meta.request_id())
    }

    /// The error of an answer, or of a record, that is larger than `max_body_bytes`.
    pub(crate) fn too_large(&self, size: Size) -> Error {
        self.attempt.too_large(size, self.max_size, self.meta.request_id())
    }

    pub(crate) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            if self.ended {
                return Poll::Ready(None);
            }
            let unpacked = self.unpacker.as_mut().map_or(Ok(None), |unpacker| unpacker.next());
            let piece = match unpacked.map_err(|error| self.unpack_error(error)).transpose() {
                Some(piece) => piece,
                None => ready!(self.poll_wire(cx)),
            };
            match piece {
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

    /// Reads from the wire. The piece is empty if it went to the unpacker. At the end it is the unpacker's last piece.
    fn poll_wire(&mut self, cx: &mut Context<'_>) -> Poll<Result<Bytes, Error>> {
        Poll::Ready(match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                // Trailers are ignored.
                let piece = frame.into_data().unwrap_or_default();
                let waited = self.waiting_since.take().map_or(Duration::ZERO, |since| since.elapsed());
                self.throughput.count(waited, piece.len() as u64);
                self.received += piece.len() as u64;
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
                Err(self.interrupted(self.redactor.clean(&causes(&*error))))
            }
            Poll::Ready(None) => {
                self.ended = true;
                self.end_unpacking()
            }
            Poll::Pending => {
                let end = ready!(self.poll_clocks(cx));
                self.report_silence();
                Err(self.attempt.timed_out(end, self.meta.request_id()))
            }
        })
    }

    fn end_unpacking(&mut self) -> Result<Bytes, Error> {
        let last = self.unpacker.as_mut().map_or(Ok(Bytes::new()), |unpacker| unpacker.end());
        last.map_err(|error| match error {
            // The rest of the body was probably lost with the connection.
            UnpackError::Broken(reason) if !self.has_marked_end() => self.interrupted(reason),
            error => self.unpack_error(error),
        })
    }

    fn unpack_error(&self, error: UnpackError) -> Error {
        match error {
            UnpackError::TooLarge(size, limit) => self.attempt.too_large(size, limit, self.meta.request_id()),
            UnpackError::Broken(reason) => self.undecodable(Bytes::new(), DecodeKind::Compression { reason }),
        }
    }

    /// Tells the connection that a clock ran out on it.
    fn report_silence(&self) {
        if let Some(wire) = &self.wire {
            wire.fell_silent();
        }
    }

    /// Waits until a clock runs out, and returns which one.
    fn poll_clocks(&mut self, cx: &mut Context<'_>) -> Poll<End> {
        let since = *self.waiting_since.get_or_insert_with(Instant::now);
        let mut end = End::new(Clock::Stall, since, self.stall_timeout);
        if let Some(too_slow) = self.throughput.end(since) {
            end = end.min(too_slow);
        }
        if let Some(deadline) = self.deadline {
            end = end.min(deadline);
        }
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(end.at)));
        if timer.deadline() != end.at {
            timer.as_mut().reset(end.at);
        }
        timer.as_mut().poll(cx).map(|()| end)
    }

    /// Decompresses the body as it arrives, without a limit on its size.
    pub(crate) fn unpacked(mut self) -> Result<Self, Error> {
        self.unpacker =
            Unpacker::from_headers(self.meta.headers(), u64::MAX).map_err(|error| self.unpack_error(error))?;
        // `mark_unpacked` removes the header with the length.
        self.is_framed = self.has_marked_end();
        self.mark_unpacked();
        Ok(self)
    }

    /// Reads the body to its end, until `deadline` at the latest, and decompresses it.
    pub(crate) async fn collect(&mut self, deadline: End, min_throughput: MinThroughput) -> Result<Bytes, Error> {
        self.deadline = Some(deadline);
        self.throughput = Throughput::new(min_throughput);
        self.unpacker =
            Unpacker::from_headers(self.meta.headers(), self.max_size).map_err(|error| self.unpack_error(error))?;
        if self.body.size_hint().lower() > self.max_size {
            return Err(self.too_large(Size::Body));
        }
        let (mut first, mut joined, mut size) = (Bytes::new(), BytesMut::new(), 0);
        while let Some(piece) = self.try_next().await? {
            size += piece.len() as u64;
            if size > self.max_size {
                return Err(self.too_large(Size::Body));
            }
            // Most answers come in one piece, which needs no copy.
            if first.is_empty() {
                first = piece;
                continue;
            }
            if joined.is_empty() {
                joined.extend_from_slice(&first);
            }
            joined.extend_from_slice(&piece);
        }
        self.mark_unpacked();
        Ok(if joined.is_empty() { first } else { joined.freeze() })
    }

    /// The answer whose whole body this is.
    pub(crate) fn into_answer(self, body: Bytes) -> Answer {
        let Self { attempt, meta, redactor, .. } = self;
        Answer { attempt, meta, body, redactor }
    }

    /// Reads the body of an error as far as it comes. A failure to read it is ignored, because the status says more.
    async fn collect_error_body(&mut self) -> Bytes {
        let mut body = BytesMut::new();
        self.unpacker = Unpacker::from_headers(self.meta.headers(), MAX_ERROR_BODY).unwrap_or_default();
        let longest = ERROR_BODY_TIMEOUT.min(self.stall_timeout);
        let read = async {
            while let Ok(Some(piece)) = self.try_next().await {
                body.extend_from_slice(&piece);
                if body.len() as u64 > MAX_ERROR_BODY {
                    body.truncate(usize::try_from(MAX_ERROR_BODY).unwrap_or(usize::MAX));
                    break;
                }
            }
        };
        if timeout(longest, read).await.is_err() {
            self.report_silence();
        }
        self.mark_unpacked();
        body.freeze()
    }

    /// Removes the headers that describe the compressed body, if it was compressed.
    fn mark_unpacked(&mut self) {
        if self.unpacker.is_some() {
            self.meta.mark_unpacked();
        }
    }

    /// The error of an answer that is not 2xx.
    pub(crate) async fn into_api_error(mut self) -> Error {
        let body = self.collect_error_body().await;
        self.attempt.refused(self.meta, body, &self.redactor)
    }

    /// The error of a redirect that is not followed.
    pub(crate) async fn into_redirect_error(mut self, reason: RedirectReason, followed: u32) -> Error {
        let body = self.collect_error_body().await;
        let outcome = self.attempt.repeat.answered(self.meta.status());
        let context = self.attempt.context(outcome, self.meta.request_id());
        RedirectError { context, meta: self.meta, body, reason, followed }.into()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_piece(cx)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("meta", &self.meta)
            .field("received", &self.received)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
