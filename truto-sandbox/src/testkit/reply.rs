//! What a request meets: an answer, what spoils it, and where the connection ends early.
//!
//! A reply is data. Every way for a connection to end early is one moment of the exchange and one kind of ending, so
//! that no combination needs code of its own.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_LENGTH;
use serde_json::Value;

use crate::answer::JSON;

/// What one request meets.
///
/// A reply is an answer, and may be an early end of the connection:
///
/// | the end comes | closed (FIN) | reset (RST) | silence |
/// |---|---|---|---|
/// | before anything is read | [`close`](Self::close) | [`reset`](Self::reset) | |
/// | within the request | | [`reset_after_head`](Self::reset_after_head), [`reset_in_body`](Self::reset_in_body) | |
/// | after the request | [`close_after_request`](Self::close_after_request) | [`reset_after_request`](Self::reset_after_request) | [`silence`](Self::silence) |
/// | within the answer's head | [`cut_in_head`](Self::cut_in_head) | [`reset_in_head`](Self::reset_in_head) | [`stall_in_head`](Self::stall_in_head) |
/// | after `n` bytes of its body | [`cut_at`](Self::cut_at) | [`reset_at`](Self::reset_at) | [`stall_at`](Self::stall_at) |
///
/// In silence the server goes on reading, and holds the connection until the client ends it. A client that closes or
/// stops sending while a reply waits is gone, and the rest of the reply with it.
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
#[must_use = "a reply does nothing until a server has it"]
pub struct Reply {
    pub(super) answer: Answer,
    /// In place of the answer's own.
    pub(super) body: Option<Bytes>,
    /// In place of the answer's own of the same names.
    pub(super) headers: Vec<(Bytes, Bytes)>,
    /// Whether the service behind the server carries the request out first.
    pub(super) handled: bool,
    pub(super) delay: Duration,
    pub(super) informational: Vec<(u16, u32)>,
    pub(super) framing: Framing,
    pub(super) pace: Option<Pace>,
    pub(super) end: Option<(Moment, Ending)>,
    pub(super) afterwards: Afterwards,
}

/// Where the answer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The reply's own.
    Own { status: u16, content_type: Option<HeaderValue> },
    /// From the service behind the server.
    Real,
    /// The body alone, without a head.
    Garbage,
}

/// How a client is told where the body ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// By its length where that is known, by chunks where it is not.
    Usual,
    Chunked,
    /// By the end of the connection.
    CloseDelimited,
}

/// Pieces of a body, and the pause between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    pub(super) bytes: usize,
    pub(super) every: Duration,
}

/// A point of an exchange. Earlier ones are smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moment {
    /// Nothing of the request has been read.
    Unread,
    /// Its head and so many bytes of its body have been read.
    Upload(u64),
    /// All of it has been read.
    Request,
    /// The answer's head has been sent in part.
    Head,
    /// So many bytes of its body have been sent.
    Body(u64),
}

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Close,
    Reset,
    /// Not before the client ends it.
    Silence,
}

/// What becomes of the connection once the answer has been sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Afterwards {
    KeepAlive,
    /// The answer says so.
    Close,
    /// The answer does not say so.
    CloseWhenIdle(Duration),
}

impl Reply {
    fn new(answer: Answer) -> Self {
        Self {
            answer,
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

    fn ending(moment: Moment, ending: Ending) -> Self {
        Self::status(200).end(moment, ending)
    }

    fn end(mut self, moment: Moment, ending: Ending) -> Self {
        self.end = Some((moment, ending));
        self
    }

    /// Answers this status, without a body until one is given.
    pub fn status(status: u16) -> Self {
        Self::new(Answer::Own { status, content_type: None })
    }

    /// Answers this status with this JSON and its content type.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(Answer::Own { status, content_type: Some(JSON) }).body(body.to_string())
    }

    /// Lets the service behind the server carry the request out, and passes on what it answers. Status and headers are
    /// the service's; there is no `date`, which is the socket's to add.
    ///
    /// A server without a service answers 502, and says so.
    pub fn real() -> Self {
        Self::new(Answer::Real).after_handling()
    }

    /// Sends these bytes in place of HTTP, and closes the connection.
    pub fn garbage(bytes: impl Into<Bytes>) -> Self {
        Self::new(Answer::Garbage).body(bytes).and_close()
    }

    /// Closes the connection without reading anything. A client that has sent already may see a reset after the end.
    pub fn close() -> Self {
        Self::ending(Moment::Unread, Ending::Close)
    }

    /// Resets the connection without reading anything.
    pub fn reset() -> Self {
        Self::ending(Moment::Unread, Ending::Reset)
    }

    /// Resets the connection once the head of the request has been read.
    pub fn reset_after_head() -> Self {
        Self::reset_in_body(0)
    }

    /// Resets the connection once so many bytes of the request's body have been read, or all of a body that is not as
    /// long.
    pub fn reset_in_body(bytes: u64) -> Self {
        Self::ending(Moment::Upload(bytes), Ending::Reset)
    }

    /// Reads the whole request, and closes the connection.
    pub fn close_after_request() -> Self {
        Self::ending(Moment::Request, Ending::Close)
    }

    /// Reads the whole request, and resets the connection.
    pub fn reset_after_request() -> Self {
        Self::ending(Moment::Request, Ending::Reset)
    }

    /// Reads everything and never answers.
    pub fn silence() -> Self {
        Self::ending(Moment::Request, Ending::Silence)
    }

    /// The same reply, once the service behind the server has carried the request out: what it wrote stays written,
    /// and what it answered is lost.
    pub fn after_handling(mut self) -> Self {
        self.handled = true;
        self
    }

    /// The same reply with one more header, of any bytes. It takes the place of those that the answer has by itself
    /// under that name, `content-length` among them; given twice, it is sent twice.
    pub fn header(mut self, name: impl AsRef<[u8]>, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((Bytes::copy_from_slice(name.as_ref()), Bytes::copy_from_slice(value.as_ref())));
        self
    }

    /// The same reply with this body, in place of the answer's own.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// The same reply after a wait: before the first byte is sent, or before the connection ends without one.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The same reply with so many heads of this status, from 100 to 199, in front of the answer.
    pub fn informational(mut self, status: u16, count: u32) -> Self {
        self.informational.push((status, count));
        self
    }

    /// The same reply, announcing this length, whatever the body has.
    pub fn content_length(self, length: u64) -> Self {
        self.header(CONTENT_LENGTH, length.to_string())
    }

    /// The same reply in chunks: one for each piece of [`drip`](Self::drip), or one for everything that there is.
    pub fn chunked(mut self) -> Self {
        self.framing = Framing::Chunked;
        self
    }

    /// The same reply without a length: its body ends with the connection.
    pub fn close_delimited(mut self) -> Self {
        self.framing = Framing::CloseDelimited;
        self
    }

    /// The same reply with its body in pieces of so many bytes, and this pause between two of them.
    pub fn drip(mut self, bytes: usize, every: Duration) -> Self {
        self.pace = Some(Pace { bytes: bytes.max(1), every });
        self
    }

    /// Sends half of the answer's head, and closes the connection.
    pub fn cut_in_head(self) -> Self {
        self.end(Moment::Head, Ending::Close)
    }

    /// Sends half of the answer's head, and resets the connection.
    pub fn reset_in_head(self) -> Self {
        self.end(Moment::Head, Ending::Reset)
    }

    /// Sends half of the answer's head, and then nothing.
    pub fn stall_in_head(self) -> Self {
        self.end(Moment::Head, Ending::Silence)
    }

    /// Announces the whole body, sends so many bytes of it, and closes the connection.
    pub fn cut_at(self, bytes: u64) -> Self {
        self.end(Moment::Body(bytes), Ending::Close)
    }

    /// Announces the whole body, sends so many bytes of it, and resets the connection. What the client has no room for
    /// by then is lost, which after 64 KiB takes a [`drip`](Self::drip) to prevent.
    pub fn reset_at(self, bytes: u64) -> Self {
        self.end(Moment::Body(bytes), Ending::Reset)
    }

    /// Announces the whole body, sends so many bytes of it, and then nothing.
    pub fn stall_at(self, bytes: u64) -> Self {
        self.end(Moment::Body(bytes), Ending::Silence)
    }

    /// The same reply with `connection: close`, and closes the connection after it.
    pub fn and_close(mut self) -> Self {
        self.afterwards = Afterwards::Close;
        self
    }

    /// The same reply, and closes the connection once it has been idle for so long. The client is not told, and may
    /// have it in its pool by then.
    pub fn close_when_idle(mut self, idle: Duration) -> Self {
        self.afterwards = Afterwards::CloseWhenIdle(idle);
        self
    }

    /// Whether it ends the connection before anything is read.
    pub(super) fn strikes_unread(&self) -> bool {
        matches!(self.end, Some((Moment::Unread, _)))
    }

    /// Whether the service behind the server carries the request out: it never sees one that was not read whole.
    pub(super) fn is_handled(&self) -> bool {
        self.handled && self.end.is_none_or(|(moment, _)| moment >= Moment::Request)
    }

    /// How much of a request's body is read for it.
    pub(super) fn upload(&self) -> u64 {
        match self.end {
            Some((Moment::Unread, _)) => 0,
            Some((Moment::Upload(bytes), _)) => bytes,
            _ => u64::MAX,
        }
    }
}
