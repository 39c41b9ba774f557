//! Meets every request first: its id, the log, the limit of its body, and the faults.
//!
//! The body is read here, so that the log has it even if a fault replaces the answer.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{StatusCode, request::Parts};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::learn;
use super::route::route;
use crate::answer::refusal::Refusal;
use crate::fault::{Disconnect, Fault, spoil};
use crate::state::accounts::ACCOUNT;
use crate::state::request_log::{SeenRequest, masked};
use crate::state::{App, Shared};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Waits for a scripted delay once: a call after it has claimed its idempotency key, and any other request before its answer
/// is sent.
pub(super) async fn wait(delay: &mut Duration) {
    let delay = std::mem::take(delay);
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
}

pub(super) async fn observe(state: App, request: Request) -> Response {
    let shared = &state.0;
    let number = shared.requests.fetch_add(1, Ordering::Relaxed);
    let id = format!("req_{:08x}_{number:08x}", shared.settings.seed);
    let (parts, body) = request.into_parts();
    let collected = Limited::new(body, shared.settings.max_body_bytes).collect().await;
    let body = collected.map(http_body_util::Collected::to_bytes);
    log_request(shared, &id, &parts, body.as_deref().unwrap_or_default());

    let fault = shared.script.take(&parts.method, parts.uri.path(), || account(&parts));
    shared.work.wake();
    let mut response = match body {
        Ok(body) => respond(shared, &parts, &body, &fault.unwrap_or_default()).await,
        Err(error) => unreadable(&*error, shared.settings.max_body_bytes).into_response(),
    };
    if response.extensions().get::<Disconnect>().is_none() {
        response = learn::from(shared, &parts, response).await;
        shared.log.set_status(&id, response.status().as_u16());
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().entry(REQUEST_ID).or_insert(id);
    }
    response
}

/// Answers a request that meets a fault, or the empty fault.
async fn respond(shared: &Shared, parts: &Parts, body: &Bytes, fault: &Fault) -> Response {
    let mut delay = fault.delay;
    let real = if fault.replaces_handling() {
        None
    } else {
        let early = Some(&mut delay).filter(|_| !fault.after_handling);
        Some(route(shared, parts, body, early).await.unwrap_or_else(IntoResponse::into_response))
    };
    wait(&mut delay).await;
    spoil(fault, real)
}

fn log_request(shared: &Shared, id: &str, parts: &Parts, body: &[u8]) {
    if shared.settings.request_log == 0 {
        return;
    }
    shared.log.push(SeenRequest {
        request_id: id.to_owned(),
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: masked(&parts.headers, &shared.settings.token),
        // A slice of the connection's buffer would keep all of the buffer.
        body: Bytes::copy_from_slice(body),
        status: None,
        at: shared.settings.clock.millis(),
    });
}

/// The account in the query, for faults of one account. The request may still be invalid.
pub(super) fn account(parts: &Parts) -> Option<String> {
    let query = crate::api::query::parameters(parts.uri.query()?).ok()?;
    query.get(ACCOUNT)?.as_str().map(Into::into)
}

fn unreadable(error: &(dyn std::error::Error + 'static), limit: usize) -> Refusal {
    if error.is::<LengthLimitError>() {
        let message = format!("The body is larger than {limit} bytes");
        return Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, message);
    }
    Refusal::bad_request(format!("The body could not be read: {error}"))
}
