//! The body of a request or an answer.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http_body::{Body as _, Frame, SizeHint};
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;

/// The error of a transport, of whatever kind.
pub(crate) type BoxError = Box<dyn core::error::Error + Send + Sync>;

/// The body of a request or an answer: bytes, or a stream of them. It is `Send` and `Sync`, as reqwest and most tower layers require.
pub struct Body(Inner);

enum Inner {
    /// Bytes in memory.
    Bytes(reqwest::Body),
    /// The body of an answer that reqwest reads.
    Reqwest(reqwest::Response),
    /// The body of an answer that the direct transport reads.
    #[cfg(feature = "direct")]
    Hyper(hyper::body::Incoming),
    /// The lock makes it `Sync`. Polling needs `&mut` and does not lock.
    Boxed(Mutex<UnsyncBoxBody<Bytes, BoxError>>),
}

impl Body {
    /// A body without bytes.
    #[must_use]
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// Wraps any other body.
    pub fn wrap<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        Self(Inner::Boxed(Mutex::new(body.map_err(Into::into).boxed_unsync())))
    }

    /// The body of an answer. It is not made a `reqwest::Body`, which would be one more box around it.
    pub(crate) fn from_reqwest(response: reqwest::Response) -> Self {
        Self(Inner::Reqwest(response))
    }

    #[cfg(feature = "direct")]
    pub(crate) fn from_hyper(body: hyper::body::Incoming) -> Self {
        Self(Inner::Hyper(body))
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Inner::Bytes(bytes.into()))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::from(Bytes::from(text))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Bytes::from(bytes))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.get_mut().0 {
            Inner::Bytes(body) => Pin::new(body).poll_frame(cx).map_err(Into::into),
            // The future keeps nothing between two polls.
            Inner::Reqwest(response) => pin!(response.chunk()).poll(cx).map(|piece| match piece {
                Ok(piece) => piece.map(|bytes| Ok(Frame::data(bytes))),
                Err(error) => Some(Err(error.into())),
            }),
            #[cfg(feature = "direct")]
            Inner::Hyper(body) => Pin::new(body).poll_frame(cx).map_err(Into::into),
            Inner::Boxed(body) => Pin::new(body.get_mut().unwrap_or_else(PoisonError::into_inner)).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Bytes(body) => body.is_end_stream(),
            // Not known before it is read.
            Inner::Reqwest(_) => false,
            #[cfg(feature = "direct")]
            Inner::Hyper(body) => body.is_end_stream(),
            Inner::Boxed(body) => body.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Inner::Bytes(body) => body.size_hint(),
            Inner::Reqwest(response) => response.content_length().map_or_else(SizeHint::default, SizeHint::with_exact),
            #[cfg(feature = "direct")]
            Inner::Hyper(body) => body.size_hint(),
            Inner::Boxed(body) => body.lock().unwrap_or_else(PoisonError::into_inner).size_hint(),
        }
    }
}

impl core::fmt::Debug for Body {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match &self.0 {
            Inner::Bytes(body) => write!(f, "Body({} bytes)", body.size_hint().lower()),
            _ => f.write_str("Body(streaming)"),
        }
    }
}
