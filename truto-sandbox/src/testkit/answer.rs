//! Composes and sends an answer, exactly as the reply describes it, even if the result is not HTTP.

use std::io;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};
use http_body::Body as _;
use http_body_util::BodyExt;

use super::reply::{Afterwards, Ending, Framing, Pace, Reply, Source, Stage};
use super::socket::Socket;

/// Head and body of an answer before they are sent.
struct Outgoing {
    head: Vec<u8>,
    body: Body,
    chunked: bool,
}

/// Sends the answer of a reply, and returns how the connection ends, or `None` if it stays open.
///
/// `real` is the answer of the service behind the server.
pub(super) async fn send(
    socket: &mut Socket,
    reply: &Reply,
    real: Option<Response<Body>>,
    method: &Method,
    closes: bool,
) -> io::Result<Option<Ending>> {
    let closes = closes || reply.afterwards == Afterwards::Close || reply.framing == Framing::CloseDelimited;
    let mut outgoing = compose(reply, real, closes);
    for (status, count) in &reply.informational {
        let head = [&status_line(*status), "\r\n".as_bytes()].concat();
        for _ in 0..*count {
            socket.send(&head).await?;
        }
    }
    if let Some((Stage::Head, ending)) = reply.end {
        socket.send(&outgoing.head[..outgoing.head.len() / 2]).await?;
        return Ok(Some(ending));
    }
    socket.send(&outgoing.head).await?;
    let (most, ending) = match reply.end {
        Some((Stage::Body(most), ending)) => (most, Some(ending)),
        _ => (u64::MAX, closes.then_some(Ending::Close)),
    };
    if *method != Method::HEAD {
        send_body(socket, &mut outgoing, reply.pace, most).await?;
        if outgoing.chunked && !matches!(reply.end, Some((Stage::Body(_), _))) {
            socket.send(b"0\r\n\r\n").await?;
        }
    }
    Ok(ending)
}

/// Sends at most this many bytes of the body, in its pieces.
async fn send_body(socket: &mut Socket, outgoing: &mut Outgoing, pace: Option<Pace>, most: u64) -> io::Result<()> {
    let Pace { bytes, every } = pace.unwrap_or(Pace { bytes: usize::MAX, every: Duration::ZERO });
    let mut left = most;
    let mut pause = Duration::ZERO;
    while left > 0
        && let Some(frame) = outgoing.body.frame().await
    {
        let Ok(mut data) = frame.map_err(io::Error::other)?.into_data() else {
            continue;
        };
        data.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        left -= data.len() as u64;
        while !data.is_empty() {
            let piece = data.split_to(bytes.min(data.len()));
            socket.pause(std::mem::replace(&mut pause, every)).await?;
            if outgoing.chunked {
                socket.send(&chunk(&piece)).await?;
            } else {
                socket.send(&piece).await?;
            }
        }
    }
    Ok(())
}

fn chunk(data: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", data.len()).as_bytes(), data, b"\r\n"].concat()
}

/// Composes the answer of a reply from the reply and the real answer.
fn compose(reply: &Reply, real: Option<Response<Body>>, closes: bool) -> Outgoing {
    let (parts, mut body) = real.unwrap_or_default().into_parts();
    let mut headers = parts.headers;
    if reply.body.is_some() || reply.source != Source::Real {
        headers.remove(CONTENT_LENGTH);
        body = Body::from(reply.body.clone().unwrap_or_default());
    }
    let status = match &reply.source {
        Source::Garbage => return Outgoing { head: Vec::new(), body, chunked: false },
        Source::Real => parts.status.as_u16(),
        Source::Own { status, content_type } => {
            headers = content_type.clone().map(|content_type| (CONTENT_TYPE, content_type)).into_iter().collect();
            *status
        }
    };
    let chunked = frame(reply, status, &body, &mut headers);
    if closes {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Outgoing { head: head(status, &headers, &reply.headers), body, chunked }
}

/// Sets the headers that tell where the body ends, and returns whether it is chunked.
fn frame(reply: &Reply, status: u16, body: &Body, own: &mut HeaderMap) -> bool {
    let is_set_by_reply = has_header(&reply.headers, &CONTENT_LENGTH) || has_header(&reply.headers, &TRANSFER_ENCODING);
    let length = body.size_hint().exact();
    match (reply.framing, length) {
        (Framing::Usual, _) if is_set_by_reply => own.remove(CONTENT_LENGTH),
        // An answer to HEAD has the length of the body, but no body.
        (Framing::Usual, _) if own.contains_key(CONTENT_LENGTH) => None,
        (Framing::Usual, Some(0)) if matches!(status, 100..=199 | 204 | 304) => None,
        (Framing::Usual, Some(length)) => own.insert(CONTENT_LENGTH, HeaderValue::from(length)),
        (Framing::CloseDelimited, _) => own.remove(CONTENT_LENGTH),
        (Framing::Usual, None) | (Framing::Chunked, _) => {
            own.remove(CONTENT_LENGTH);
            own.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
            return true;
        }
    };
    false
}

fn head(status: u16, own: &HeaderMap, set: &[(Bytes, Bytes)]) -> Vec<u8> {
    let mut head = status_line(status);
    let own =
        own.iter().filter(|(name, _)| !has_header(set, name)).map(|(name, value)| (name.as_ref(), value.as_bytes()));
    for (name, value) in own.chain(set.iter().map(|(name, value)| (&name[..], &value[..]))) {
        for part in [name, b": ", value, b"\r\n"] {
            head.extend_from_slice(part);
        }
    }
    head.extend_from_slice(b"\r\n");
    head
}

fn has_header(headers: &[(Bytes, Bytes)], name: &HeaderName) -> bool {
    headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name.as_ref()))
}

fn status_line(status: u16) -> Vec<u8> {
    let reason = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or_default();
    format!("HTTP/1.1 {status:03} {reason}\r\n").into_bytes()
}
