//! Applies a fault to an answer, within HTTP. Faults below HTTP belong to [`testkit`](crate::testkit).

use std::io;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use http::StatusCode;
use http::header::{CONTENT_LENGTH, HeaderValue};
use http_body::Body as _;

use super::Fault;
use crate::answer::refusal::Refusal;
use crate::answer::{Answer, Content, JSON};

/// Marks a response that must not be sent: its connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Disconnect;

/// Applies the fault to the real answer, or to `None` if the request was not carried out.
pub(crate) fn spoil(fault: &Fault, real: Option<Response>) -> Response {
    let mut response = match real {
        Some(real) if fault.status.is_none() && fault.body.is_none() => real,
        _ => scripted(fault),
    };
    for (name, value) in &fault.headers {
        response.headers_mut().insert(name, value.clone());
    }
    if fault.close {
        response.extensions_mut().insert(Disconnect);
    }
    match fault.cut_at {
        Some(left) => cut(response, left),
        None => response,
    }
}

fn scripted(fault: &Fault) -> Response {
    let status = fault.status.unwrap_or(StatusCode::OK);
    match &fault.body {
        Some(body) => Answer::new(status, JSON, Content::Whole(body.clone())),
        None if status.is_client_error() || status.is_server_error() => {
            Refusal::new(status, "A scripted fault of the sandbox").into_answer()
        }
        None => Answer::with_status(status, serde_json::json!({})),
    }
    .into_response()
}

/// Cuts the body off. Its full length is announced, so that a client can notice the loss.
fn cut(response: Response, left: u64) -> Response {
    let (mut parts, body) = response.into_parts();
    if let Some(length) = body.size_hint().exact() {
        parts.headers.entry(CONTENT_LENGTH).or_insert_with(|| HeaderValue::from(length));
    }
    let pieces = stream::unfold((body.into_data_stream(), left), |(mut body, mut left)| async move {
        if left > 0
            && let Some(piece) = body.next().await
        {
            let piece = piece.map(|mut piece| {
                piece.truncate(usize::try_from(left).unwrap_or(usize::MAX));
                left -= piece.len() as u64;
                piece
            });
            return Some((piece, (body, left)));
        }
        // hyper sends its buffer only while the body is pending. An error at once would drop the buffer unsent.
        tokio::task::yield_now().await;
        let error = io::Error::other("a scripted fault of the sandbox cut the answer off here");
        Some((Err(axum::Error::new(error)), (body, 0)))
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}
