//! Checks a request against the contract of its endpoint. The core does it: the sandbox adds no rule of its own.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use truto_core::contract::{BodyForm, Contract};
use truto_core::error::InvalidRequest;
use truto_core::server::{Received, Registration};

use crate::answer::refusal::{Failure, Refusal};
use crate::api::upload::{self, RequestBody};

/// Reads the body in the form that the contract declares.
pub(crate) async fn body(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<RequestBody, Refusal> {
    match (contract.method().has_body(), contract.body()) {
        (false, _) => Ok(RequestBody::default()),
        (true, BodyForm::Raw) => Ok(RequestBody { members: upload::raw(contract, headers, body), texts: Map::new() }),
        (true, BodyForm::Multipart) => upload::multipart(contract, headers, body).await,
        (true, _) => Ok(RequestBody { members: object(headers, body)?, texts: Map::new() }),
    }
}

/// Checks a request, and returns its body as the contract understands it. `failures` are those of the common parameters.
pub(crate) fn check(
    registration: Registration,
    received: Received<'_>,
    failures: Vec<Failure>,
) -> Result<Map<String, Value>, Refusal> {
    match registration.receive(received) {
        Ok(body) if failures.is_empty() => Ok(body),
        Ok(_) => Err(Refusal::invalid(&failures)),
        Err(invalid) => Err(refusal(&invalid, failures)),
    }
}

/// Refuses a request with the failures of its contract and others.
pub(crate) fn refusal(invalid: &InvalidRequest, mut failures: Vec<Failure>) -> Refusal {
    for failure in invalid.failures() {
        // A common parameter that the endpoint declares itself is checked twice.
        if failures.iter().all(|known| known.path != failure.path()) {
            failures.push(Failure::new(failure.path(), failure.to_string()));
        }
    }
    Refusal::invalid(&failures)
}

/// Reads a body that must be a JSON object.
fn object(headers: &HeaderMap, body: &Bytes) -> Result<Map<String, Value>, Refusal> {
    let sent = upload::header(headers, &CONTENT_TYPE);
    let essence = sent.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence != "application/json" && !(essence.starts_with("application/") && essence.ends_with("+json")) {
        let found = if sent.is_empty() { "none".to_owned() } else { format!("`{}`", sent.escape_debug()) };
        return Err(Refusal::bad_request(format!("The content type must be `application/json`, found {found}")));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Refusal::bad_request("The body must be a JSON object")),
        Err(error) => Err(Refusal::bad_request(format!("The body is not valid JSON: {error}"))),
    }
}
