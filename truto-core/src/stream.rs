//! The body of an answer as it arrives, piece by piece, and never in memory whole.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::Body as _;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, Sleep, timeout};

use crate::body::Body;
use crate::contract::Contract;
use crate::error::redact::Redactor;
use crate::error::{ApiError, Clock, DecodeError, DecodeKind, Error, NetworkError, NetworkKind, TooLargeError};
use crate::meta::Meta;
use crate::options::Limits;
use crate::outcome;
use crate::response::{Answer, explain};
use crate::transport::causes;

/// How long the body of an error is waited for, as a whole: it is one short document.
const LONGEST_ERROR: Duration = Duration::from_secs(5);
/// The largest body of an error that is kept, in bytes.
const LARGEST_ERROR: u64 = 1024 * 1024;

/// The bytes of an answer as they arrive (`truto_response_format=stream`).
///
/// Nothing is read ahead: a slow reader slows the server down. When the server is silent for longer than the client's
/// `stall_timeout`, the stream ends with an error; the time that the reader takes does not count.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let request = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
/// let mut bytes = request.stream(account).await?;
/// while let Some(piece) = bytes.try_next().await? {
///     println!("{} bytes", piece.len());
/// }
/// # Ok(()) }
/// ```
#[must_use = "a stream is read with `try_next`"]
pub struct ByteStream {
    contract: &'static Contract,
    meta: Meta,
    body: Body,
    redactor: Redactor,
    limits: Limits,
    clock: Option<Pin<Box<Sleep>>>,
    /// Whether the clock runs: only while the server is waited for.
    waiting: bool,
    received: u64,
    ended: bool,
}

impl ByteStream {
    pub(crate) fn new(contract: &'static Contract, meta: Meta, body: Body, limits: Limits, redactor: Redactor) -> Self {
        let (clock, waiting, received, ended) = (None, false, 0, false);
        Self { contract, meta, body, redactor, limits, clock, waiting, received, ended }
    }

    /// Status, headers, request id, rate-limit state, attempts.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Bytes that have arrived so far.
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
        serde_json::from_slice(record).map_err(|error| {
            let kind = match explain::<T>(record, &error) {
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
        DecodeError::new(&self.contract.to_string(), self.meta.clone(), bytes, kind, &self.redactor).into()
    }

    pub(crate) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        loop {
            match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => {
                    self.waiting = false;
                    // Trailers say nothing that we know of; an empty piece says nothing either.
                    if let Some(piece) = frame.into_data().ok().filter(|piece| !piece.is_empty()) {
                        self.received += piece.len() as u64;
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
                Poll::Ready(Some(Err(error))) => return self.fail(|stream| stream.interrupted(&causes(&*error))),
                Poll::Ready(None) => {
                    self.ended = true;
                    return Poll::Ready(None);
                }
                Poll::Pending => {
                    if self.poll_clock(cx).is_ready() {
                        return self.fail(|stream| {
                            outcome::timed_out(
                                stream.contract,
                                Clock::Stall,
                                stream.limits.stall_timeout,
                                stream.request_id(),
                            )
                        });
                    }
                    return Poll::Pending;
                }
            }
        }
    }

    fn poll_clock(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        // A clock of centuries overflows: such a reader does not want one.
        let Some(end) = Instant::now().checked_add(self.limits.stall_timeout) else { return Poll::Pending };
        let clock = self.clock.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(end)));
        if !core::mem::replace(&mut self.waiting, true) {
            clock.as_mut().reset(end);
        }
        clock.as_mut().poll(cx)
    }

    fn fail(&mut self, error: impl FnOnce(&Self) -> Error) -> Poll<Option<Result<Bytes, Error>>> {
        self.ended = true;
        self.body = Body::empty();
        Poll::Ready(Some(Err(error(self))))
    }

    fn interrupted(&self, cause: &str) -> Error {
        NetworkError {
            endpoint: self.contract.to_string(),
            kind: NetworkKind::BodyInterrupted,
            outcome: outcome::after_sending(self.contract),
            received: self.received,
            request_id: self.request_id(),
            cause: self.redactor.clean(cause),
        }
        .into()
    }

    /// Reads the body to its end.
    pub(crate) async fn collect(mut self) -> Result<Answer, Error> {
        let largest = self.limits.max_body_bytes;
        if self.body.size_hint().lower() > largest {
            return Err(self.too_large());
        }
        let mut body = Bytes::new();
        let mut joined = BytesMut::new();
        while let Some(piece) = self.try_next().await? {
            if self.received > largest {
                return Err(self.too_large());
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
        Ok(Answer { contract: self.contract, meta: self.meta, body, redactor: self.redactor })
    }

    /// Reads what there is of an error's body: a part of it says more than the failure to read the rest, and the status
    /// alone more than a clock.
    pub(crate) async fn into_api_error(mut self) -> Error {
        let mut body = BytesMut::new();
        let longest = LONGEST_ERROR.min(self.limits.stall_timeout);
        let read = async {
            while let Ok(Some(piece)) = self.try_next().await {
                body.extend_from_slice(&piece);
                if self.received > LARGEST_ERROR {
                    body.truncate(usize::try_from(LARGEST_ERROR).unwrap_or(usize::MAX));
                    break;
                }
            }
        };
        // Whatever came in time is the body.
        let _ = timeout(longest, read).await;
        ApiError::new(&self.contract.to_string(), self.meta, body.freeze(), &self.redactor).into()
    }

    fn request_id(&self) -> Option<String> {
        self.meta.request_id().map(str::to_owned)
    }

    pub(crate) fn largest(&self) -> u64 {
        self.limits.max_body_bytes
    }

    /// The error of an answer, or of a record, that is larger than the caller's cap.
    pub(crate) fn too_large(&self) -> Error {
        let limit = self.limits.max_body_bytes;
        TooLargeError { endpoint: self.contract.to_string(), limit, request_id: self.request_id() }.into()
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
