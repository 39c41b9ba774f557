//! Applies a fault to an answer, within HTTP. Faults below HTTP belong to [`testkit`](crate::testkit).

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_LENGTH, HeaderValue};
use http_body::{Body as _, Frame};

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
    Response::from_parts(parts, Body::new(Cut { body, left, sent: false }))
}

/// A body that ends early with an error.
#[derive(Debug)]
struct Cut {
    body: Body,
    left: u64,
    sent: bool,
}

/// The error at the end of a body that was cut off.
#[derive(Debug)]
struct CutOff;

impl std::fmt::Display for CutOff {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a scripted fault of the sandbox cut the answer off here")
    }
}

impl std::error::Error for CutOff {}

impl http_body::Body for Cut {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.left == 0 {
            // hyper sends its buffer only while the body is pending. An error at once would drop the buffer unsent.
            if !std::mem::replace(&mut self.sent, true) {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            return Poll::Ready(Some(Err(axum::Error::new(CutOff))));
        }
        let frame = match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => frame,
            Poll::Ready(None) => {
                self.left = 0;
                return self.poll_frame(cx);
            }
            other => return other,
        };
        let Ok(mut data) = frame.into_data() else {
            return self.poll_frame(cx);
        };
        data.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.left -= data.len() as u64;
        Poll::Ready(Some(Ok(Frame::data(data))))
    }
}
