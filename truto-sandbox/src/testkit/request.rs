//! Reads a request from a connection: its head, then the wanted part of its body.
//!
//! Lengths and chunks follow RFC 9112. Ambiguous requests are refused, because they are mistakes of the client under test.

use std::io;

use bytes::{Bytes, BytesMut};
use http::header::{AUTHORIZATION, CONNECTION, CONTENT_LENGTH, COOKIE, PROXY_AUTHORIZATION, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use httparse::Status;
use tokio::time::Instant;

use super::socket::Socket;

/// The largest size of a head, and of a line within a chunked body.
const MAX_HEAD: usize = 64 << 10;
const MAX_HEADERS: usize = 100;

/// The head of a request.
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    pub(super) framing: RequestFraming,
    /// Whether the client asks to close the connection after the answer.
    pub(super) closes: bool,
    pub(super) at: Instant,
}

/// How the end of the body is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RequestFraming {
    Length(u64),
    Chunked,
}

/// The reason why a request was not read completely.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The client is gone.
    Gone,
    /// The wanted part of the body was read.
    Enough,
    /// The request is refused with this status and reason.
    Refused(u16, &'static str),
}

impl From<io::Error> for Stopped {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

/// Reads a head.
pub(super) async fn head(socket: &mut Socket) -> Result<Head, Stopped> {
    loop {
        let ahead = socket.buffered();
        let ahead = &ahead[..ahead.len().min(MAX_HEAD)];
        if let Some((head, length)) = parse(ahead)? {
            socket.take(length);
            return Ok(head);
        }
        if ahead.len() == MAX_HEAD {
            return Err(Stopped::Refused(431, "the head of the request is larger than 64 KiB"));
        }
        socket.fill().await?;
    }
}

/// Parses the head at the start of these bytes, and returns it with its length. `None` if it is incomplete.
fn parse(bytes: &[u8]) -> Result<Option<(Head, usize)>, Stopped> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(bytes) {
        Ok(Status::Complete(length)) => length,
        Ok(Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => {
            return Err(Stopped::Refused(431, "the request has more than 100 headers"));
        }
        Err(_) => return Err(Stopped::Refused(400, "this is not an HTTP/1.1 request")),
    };
    let malformed = || Stopped::Refused(400, "the head of the request is malformed");
    let method = request.method.and_then(|method| Method::from_bytes(method.as_bytes()).ok()).ok_or_else(malformed)?;
    let mut parsed = HeaderMap::new();
    for header in &*request.headers {
        let name = HeaderName::from_bytes(header.name.as_bytes()).map_err(|_| malformed())?;
        let mut value = HeaderValue::from_bytes(header.value).map_err(|_| malformed())?;
        value.set_sensitive([AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&name));
        parsed.append(name, value);
    }
    let head = Head {
        method,
        target: request.path.ok_or_else(malformed)?.to_owned(),
        framing: framing(&parsed)?,
        closes: request.version == Some(0) || tokens(&parsed, &CONNECTION).any(|token| token == "close"),
        headers: parsed,
        at: Instant::now(),
    };
    Ok(Some((head, length)))
}

/// The items of a list header, in lower case.
fn tokens(headers: &HeaderMap, name: &HeaderName) -> impl Iterator<Item = String> {
    headers.get_all(name).into_iter().flat_map(|value| {
        String::from_utf8_lossy(value.as_bytes())
            .split(',')
            .map(|token| token.trim().to_ascii_lowercase())
            .collect::<Vec<_>>()
    })
}

fn framing(headers: &HeaderMap) -> Result<RequestFraming, Stopped> {
    let codings: Vec<String> = tokens(headers, &TRANSFER_ENCODING).collect();
    let mut lengths: Vec<String> = tokens(headers, &CONTENT_LENGTH).collect();
    lengths.dedup();
    match (codings.as_slice(), lengths.as_slice()) {
        ([], []) => Ok(RequestFraming::Length(0)),
        ([], [length]) if length.bytes().all(|byte| byte.is_ascii_digit()) => length
            .parse()
            .map(RequestFraming::Length)
            .map_err(|_| Stopped::Refused(400, "the `content-length` is not a number")),
        ([], _) => Err(Stopped::Refused(400, "the `content-length` is not a number, or not the only one")),
        ([coding], []) if coding == "chunked" => Ok(RequestFraming::Chunked),
        (_, []) => Err(Stopped::Refused(501, "the `transfer-encoding` is not supported: expected `chunked`")),
        _ => {
            Err(Stopped::Refused(400, "a request has either a `transfer-encoding` or a `content-length`, and not both"))
        }
    }
}

/// A body that is being read.
pub(super) struct Upload<'a> {
    pub(super) socket: &'a mut Socket,
    /// Reading stops after this many bytes.
    pub(super) wanted: u64,
    /// A larger body is refused.
    pub(super) allowed: u64,
    pub(super) body: BytesMut,
}

impl Upload<'_> {
    /// Reads the body. If it is incomplete, it holds the bytes that arrived.
    pub(super) async fn read(&mut self, framing: RequestFraming) -> Result<(), Stopped> {
        match framing {
            RequestFraming::Length(length) => self.data(length).await,
            RequestFraming::Chunked => self.chunks().await,
        }
    }

    /// Reads this many bytes of the body.
    async fn data(&mut self, length: u64) -> Result<(), Stopped> {
        let length_so_far = self.body.len() as u64;
        let wanted = length.min(self.wanted - length_so_far);
        if wanted > self.allowed - length_so_far {
            return Err(Stopped::Refused(413, "the body of the request exceeds the limit of this server"));
        }
        let mut left = wanted;
        while left > 0 {
            if self.socket.buffered().is_empty() {
                self.socket.fill().await?;
            }
            let piece = self.socket.take(usize::try_from(left).unwrap_or(usize::MAX));
            left -= piece.len() as u64;
            self.body.extend_from_slice(&piece);
        }
        if wanted < length { Err(Stopped::Enough) } else { Ok(()) }
    }

    async fn chunks(&mut self) -> Result<(), Stopped> {
        while (self.body.len() as u64) < self.wanted {
            let size = self.chunk_size().await?;
            if size == 0 {
                while !self.line().await?.is_empty() {}
                return Ok(());
            }
            self.data(size).await?;
            if !self.line().await?.is_empty() {
                return Err(Stopped::Refused(400, "a chunk of the body is longer than it says"));
            }
        }
        Err(Stopped::Enough)
    }

    async fn chunk_size(&mut self) -> Result<u64, Stopped> {
        let mut line = self.line().await?.to_vec();
        line.extend_from_slice(b"\r\n");
        match httparse::parse_chunk_size(&line) {
            // httparse takes a line without digits for the last chunk.
            Ok(Status::Complete((_, size))) if line[0].is_ascii_hexdigit() => Ok(size),
            _ => Err(Stopped::Refused(400, "the size of a chunk is malformed")),
        }
    }

    /// Reads a line, without its end.
    async fn line(&mut self) -> Result<Bytes, Stopped> {
        loop {
            let ahead = self.socket.buffered();
            let ahead = &ahead[..ahead.len().min(MAX_HEAD)];
            if let Some(length) = ahead.windows(2).position(|end| end == b"\r\n") {
                let line = self.socket.take(length);
                self.socket.take(2);
                return Ok(line);
            }
            if ahead.len() == MAX_HEAD {
                return Err(Stopped::Refused(400, "a line within the body is longer than 64 KiB"));
            }
            self.socket.fill().await?;
        }
    }
}
