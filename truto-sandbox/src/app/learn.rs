//! Learns from the provider's answers: a refusal changes the status of the account, and a success ends its trouble.
//!
//! Answers of test functions and of scripted faults count too, if they say that the provider refused.

use axum::body::Body;
use axum::response::Response;
use http::StatusCode;
use http::request::Parts;
use http_body_util::BodyExt;
use serde_json::Value;

use super::observe::account;
use crate::answer::{Answer, Content};
use crate::api::resource::Called;
use crate::state::Shared;

const REMOTE: &str = "truto_is_remote_error";

/// Learns from an answer, and returns it.
pub(super) async fn from(shared: &Shared, parts: &Parts, response: Response) -> Response {
    let status = response.status();
    let is_refused = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    let is_relevant = is_refused || (status.is_success() && shared.platform.is_troubled());
    if !is_relevant {
        return response;
    }
    let Some(called) = Called::of(parts.method.as_str(), parts.uri.path()) else { return response };
    let Some(account) = account(parts) else { return response };
    if status.is_success() {
        shared.provider_accepted(&account);
        return response;
    }
    let (head, body) = response.into_parts();
    let bytes = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) => {
            // A fault cuts the answer off: the client must meet the same error.
            return Response::from_parts(
                head,
                Body::from_stream(futures_util::stream::iter([Err::<bytes::Bytes, _>(error)])),
            );
        }
    };
    learn(shared, &account, (status, &bytes), (&called.resource, &called.method));
    Response::from_parts(head, Body::from(bytes))
}

/// Learns from the answer to a call of a batch.
pub(super) fn from_part(shared: &Shared, account: &str, answer: &Answer, names: (&str, &str)) {
    if answer.status.is_success() {
        shared.provider_accepted(account);
    } else if let Content::Whole(bytes) = &answer.content {
        learn(shared, account, (answer.status, bytes), names);
    }
}

fn learn(shared: &Shared, account: &str, (status, bytes): (StatusCode, &[u8]), names: (&str, &str)) {
    let said: Value = serde_json::from_slice(bytes).unwrap_or_default();
    if said.get(REMOTE) == Some(&Value::Bool(true)) {
        let message = said.get("message").and_then(Value::as_str).unwrap_or_default();
        shared.provider_refused(account, status.as_u16(), message, names);
    }
}
