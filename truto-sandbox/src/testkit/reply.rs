//! A reply: an answer, its faults, and an early end of the connection.
//!
//! A reply is data. An early end is a stage of the exchange and a kind of ending, so that combinations need no extra code.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_LENGTH;
use serde_json::Value;

use crate::answer::JSON;

/// The reply to a request: an answer, or an early end of the connection.
///
/// | the end comes | closed (FIN) | reset (RST) | silence |
/// |---|---|---|---|
/// | before anything is read | [`close`](Self::close) | [`reset`](Self::reset) | |
/// | within the request | | [`reset_after_head`](Self::reset_after_head), [`reset_in_body`](Self::reset_in_body) | |
/// | after the request | [`close_after_request`](Self::close_after_request) | [`reset_after_request`](Self::reset_after_request) | [`silence`](Self::silence) |
/// | within the answer's head | [`cut_in_head`](Self::cut_in_head) | [`reset_in_head`](Self::reset_in_head) | [`stall_in_head`](Self::stall_in_head) |
/// | after `n` bytes of its body | [`cut_at`](Self::cut_at) | [`reset_at`](Self::reset_at) | [`stall_at`](Self::stall_at) |
///
/// During silence the server goes on reading, and holds the connection until the client ends it. If a client closes the
/// connection or its sending side while a reply is delayed, the rest of the reply is dropped.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use serde_json::json;
/// use truto_sandbox::testkit::{FaultServer, Reply};
///
/// let server = FaultServer::start().await?;
/// server.script([
///     Reply::json(429, &json!({ "message": "slow down" })).header("retry-after", "1"),
///     Reply::json(200, &json!({ "id": 7 })).chunked().reset_at(3),
/// ]);
/// let client = reqwest::Client::new();
/// assert_eq!(client.get(server.url()).send().await?.headers()["retry-after"], "1");
/// let broken = client.get(server.url()).send().await?;
/// assert_eq!(broken.status(), 200);
/// broken.bytes().await.unwrap_err();
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a reply does nothing until a server gets it"]
pub struct Reply {
    pub(super) source: Source,
    /// Replaces the body of the source.
    pub(super) body: Option<Bytes>,
    /// Replace headers of the source with the same names.
    pub(super) headers: Vec<(Bytes, Bytes)>,
    /// Whether the service behind the server carries out the request first.
    pub(super) handled: bool,
    pub(super) delay: Duration,
    pub(super) informational: Vec<(u16, u32)>,
    pub(super) framing: Framing,
    pub(super) pace: Option<Pace>,
    pub(super) end: Option<(Stage, Ending)>,
    pub(super) afterwards: Afterwards,
}

/// The source of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The reply itself.
    Own { status: u16, content_type: Option<HeaderValue> },
    /// The service behind the server.
    Real,
    /// The body without a head.
    Garbage,
}

/// How the end of the body is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// By its length if that is known, or else by chunks.
    Usual,
    Chunked,
    /// By the end of the connection.
    CloseDelimited,
}

/// The size of the pieces of a body, and the pause between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    pub(super) bytes: usize,
    pub(super) every: Duration,
}

/// A stage of an exchange. Earlier stages are smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Nothing of the request has been read.
    Unread,
    /// The head and this many bytes of the body have been read.
    Upload(u64),
    /// The whole request has been read.
    Request,
    /// Half of the answer's head has been sent.
    Head,
    /// This many bytes of the answer's body have been sent.
    Body(u64),
}

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Close,
    Reset,
    /// The client has to end the connection.
    Silence,
}

/// The connection after the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Afterwards {
    KeepAlive,
    /// The connection is closed, and the answer announces it.
    Close,
    /// The connection is closed after it was idle, without an announcement.
    CloseWhenIdle(Duration),
}

impl Reply {
    fn new(source: Source) -> Self {
        Self {
            source,
            body: None,
            headers: Vec::new(),
            handled: false,
            delay: Duration::ZERO,
            informational: Vec::new(),
            framing: Framing::Usual,
            pace: None,
            end: None,
            afterwards: Afterwards::KeepAlive,
        }
    }

    fn ending(stage: Stage, ending: Ending) -> Self {
        Self::status(200).end(stage, ending)
    }

    fn end(mut self, stage: Stage, ending: Ending) -> Self {
        self.end = Some((stage, ending));
        self
    }

    /// Answers this status. The body is empty until [`body`](Self::body) sets it.
    pub fn status(status: u16) -> Self {
        Self::new(Source::Own { status, content_type: None })
    }

    /// Answers this status with this JSON and its content type.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(Source::Own { status, content_type: Some(JSON) }).body(body.to_string())
    }

    /// Lets the service behind the server carry out the request, and sends its answer, without a `date` header.
    ///
    /// A server without a service answers 502.
    pub fn real() -> Self {
        Self::new(Source::Real).after_handling()
    }

    /// Sends these bytes instead of HTTP, and closes the connection.
    pub fn garbage(bytes: impl Into<Bytes>) -> Self {
        Self::new(Source::Garbage).body(bytes).and_close()
    }

    /// Closes the connection without reading anything. A client that has sent bytes may see a reset after the close.
    pub fn close() -> Self {
        Self::ending(Stage::Unread, Ending::Close)
    }

    /// Resets the connection without reading anything.
    pub fn reset() -> Self {
        Self::ending(Stage::Unread, Ending::Reset)
    }

    /// Resets the connection after the head of the request.
    pub fn reset_after_head() -> Self {
        Self::reset_in_body(0)
    }

    /// Resets the connection after this many bytes of the request's body, or after the whole body if it is shorter.
    pub fn reset_in_body(bytes: u64) -> Self {
        Self::ending(Stage::Upload(bytes), Ending::Reset)
    }

    /// Reads the whole request, and closes the connection.
    pub fn close_after_request() -> Self {
        Self::ending(Stage::Request, Ending::Close)
    }

    /// Reads the whole request, and resets the connection.
    pub fn reset_after_request() -> Self {
        Self::ending(Stage::Request, Ending::Reset)
    }

    /// Reads the whole request, and never answers.
    pub fn silence() -> Self {
        Self::ending(Stage::Request, Ending::Silence)
    }

    /// Lets the service behind the server carry out the request first. Its writes stay, and its answer is lost.
    pub fn after_handling(mut self) -> Self {
        self.handled = true;
        self
    }

    /// Adds a header of any bytes. It replaces the answer's own headers with this name, even `content-length`. A name that
    /// is added twice is sent twice.
    pub fn header(mut self, name: impl AsRef<[u8]>, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((Bytes::copy_from_slice(name.as_ref()), Bytes::copy_from_slice(value.as_ref())));
        self
    }

    /// Replaces the body of the answer.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Waits before the first byte is sent, or before the connection ends without an answer.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sends this many informational heads, with a status from 100 to 199, before the answer.
    pub fn informational(mut self, status: u16, count: u32) -> Self {
        self.informational.push((status, count));
        self
    }

    /// Announces this length, whatever the length of the body is.
    pub fn content_length(self, length: u64) -> Self {
        self.header(CONTENT_LENGTH, length.to_string())
    }

    /// Sends the body in chunks: a chunk for each piece of [`drip`](Self::drip), or a single chunk.
    pub fn chunked(mut self) -> Self {
        self.framing = Framing::Chunked;
        self
    }

    /// Sends the body without a length, so that it ends with the connection.
    pub fn close_delimited(mut self) -> Self {
        self.framing = Framing::CloseDelimited;
        self
    }

    /// Sends the body in pieces of this many bytes, with a pause between them.
    pub fn drip(mut self, bytes: usize, every: Duration) -> Self {
        self.pace = Some(Pace { bytes: bytes.max(1), every });
        self
    }

    /// Sends half of the answer's head, and closes the connection.
    pub fn cut_in_head(self) -> Self {
        self.end(Stage::Head, Ending::Close)
    }

    /// Sends half of the answer's head, and resets the connection.
    pub fn reset_in_head(self) -> Self {
        self.end(Stage::Head, Ending::Reset)
    }

    /// Sends half of the answer's head, and then falls silent.
    pub fn stall_in_head(self) -> Self {
        self.end(Stage::Head, Ending::Silence)
    }

    /// Announces the whole body, sends this many bytes of it, and closes the connection.
    pub fn cut_at(self, bytes: u64) -> Self {
        self.end(Stage::Body(bytes), Ending::Close)
    }

    /// Announces the whole body, sends this many bytes of it, and resets the connection. Bytes that the client has not read
    /// are lost. Beyond 64 KiB, add a [`drip`](Self::drip) to prevent that.
    pub fn reset_at(self, bytes: u64) -> Self {
        self.end(Stage::Body(bytes), Ending::Reset)
    }

    /// Announces the whole body, sends this many bytes of it, and then falls silent.
    pub fn stall_at(self, bytes: u64) -> Self {
        self.end(Stage::Body(bytes), Ending::Silence)
    }

    /// Closes the connection after the answer, and announces it with `connection: close`.
    pub fn and_close(mut self) -> Self {
        self.afterwards = Afterwards::Close;
        self
    }

    /// Closes the connection after it has been idle for this long. The client may still have it in its pool.
    pub fn close_when_idle(mut self, idle: Duration) -> Self {
        self.afterwards = Afterwards::CloseWhenIdle(idle);
        self
    }

    /// Whether the reply ends the connection before anything is read.
    pub(super) fn ends_unread(&self) -> bool {
        matches!(self.end, Some((Stage::Unread, _)))
    }

    /// Whether the service behind the server carries out the request, which must have been read completely.
    pub(super) fn is_handled(&self) -> bool {
        self.handled && self.end.is_none_or(|(stage, _)| stage >= Stage::Request)
    }

    /// The number of bytes to read of the request's body.
    pub(super) fn upload(&self) -> u64 {
        match self.end {
            Some((Stage::Unread, _)) => 0,
            Some((Stage::Upload(bytes), _)) => bytes,
            _ => u64::MAX,
        }
    }
}
