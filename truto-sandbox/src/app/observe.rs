//! The layer around every request: its id, the log, the limit of its body, and the faults.
//!
//! The body is read here, so that the log has it even if a fault replaces the answer.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::{StatusCode, request::Parts};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::answer::refusal::Refusal;
use crate::fault::{Disconnect, Fault, spoil};
use crate::lock::lock;
use crate::state::accounts::ACCOUNT;
use crate::state::request_log::{SeenRequest, masked};
use crate::state::{App, Shared};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A scripted delay, which each request waits for once. A call waits after it has claimed its idempotency key, and any other
/// request waits before its answer is sent.
#[derive(Clone, Debug)]
pub(crate) struct Delay(Arc<Mutex<Duration>>);

impl Delay {
    fn new(delay: Duration) -> Self {
        Self(Arc::new(Mutex::new(delay)))
    }

    pub(crate) async fn wait(&self) {
        let delay = std::mem::take(&mut *lock(&self.0));
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
    }
}

pub(super) async fn observe(state: App, request: Request, next: Next) -> Response {
    let shared = &state.0;
    let id = request_id(shared);
    let (parts, body) = request.into_parts();
    let collected = Limited::new(body, shared.settings.max_body_bytes).collect().await;
    let body = collected.map(http_body_util::Collected::to_bytes);
    log_request(shared, &id, &parts, body.as_deref().unwrap_or_default());

    // The account is only parsed if a fault may need it.
    let fault = if shared.script.is_empty() {
        None
    } else {
        shared.script.take(&parts.method, parts.uri.path(), account(&parts).as_deref())
    };
    let mut response = match (body, fault) {
        (Err(error), _) => unreadable(&*error, shared.settings.max_body_bytes).into_response(),
        (Ok(body), None) => next.run(Request::from_parts(parts, Body::from(body))).await,
        (Ok(body), Some(fault)) => run_with(fault, Request::from_parts(parts, Body::from(body)), next).await,
    };
    if response.extensions().get::<Disconnect>().is_none() {
        shared.log.set_status(&id, response.status().as_u16());
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().entry(REQUEST_ID).or_insert(id);
    }
    response
}

/// Answers a request that meets a fault.
async fn run_with(fault: Fault, mut request: Request, next: Next) -> Response {
    let delay = Delay::new(fault.delay);
    if fault.replaces_handling() {
        delay.wait().await;
        return spoil(&fault, None);
    }
    if !fault.after_handling {
        request.extensions_mut().insert(delay.clone());
    }
    let real = next.run(request).await;
    delay.wait().await;
    spoil(&fault, Some(real))
}

fn request_id(shared: &Shared) -> String {
    let number = shared.requests.fetch_add(1, Ordering::Relaxed);
    format!("req_{:08x}_{number:08x}", shared.settings.seed)
}

fn log_request(shared: &Shared, id: &str, parts: &Parts, body: &[u8]) {
    if !shared.log.is_on() {
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
    });
}

/// The account in the query, for faults of one account. The request may still be invalid.
fn account(parts: &Parts) -> Option<String> {
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
