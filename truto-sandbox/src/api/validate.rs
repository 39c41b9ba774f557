//! The check of a request against the endpoint's own contract.
//!
//! The core reads what was received and judges it: the sandbox knows no rule of its own.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use truto_core::contract::{BodyForm, Contract};
use truto_core::error::InvalidRequest;
use truto_core::server::Received;
use truto_core::server::Registration;

use crate::answer::refusal::{Failure, Refusal};
use crate::api::upload::{self, Body};

/// Takes the body apart, in the form that the endpoint has.
pub(crate) fn body(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<Body, Refusal> {
    match (contract.method().has_body(), contract.body()) {
        (false, _) => Ok(Body::default()),
        (true, BodyForm::Raw) => Ok(Body { members: upload::raw(contract, headers, body), texts: Map::new() }),
        (true, BodyForm::Multipart) => upload::multipart(contract, headers, body),
        (true, _) => Ok(Body { members: object(headers, body)?, texts: Map::new() }),
    }
}

/// The body as the contract understands it, or everything that the contract finds wrong with the request.
pub(crate) fn checked(registration: Registration, received: Received<'_>) -> Result<Map<String, Value>, Vec<Failure>> {
    registration.receive(received).map_err(|invalid| failures(&invalid))
}

/// What is wrong with a request, as the API lists it.
pub(crate) fn failures(invalid: &InvalidRequest) -> Vec<Failure> {
    invalid.failures().iter().map(|failure| Failure::new(failure.path(), failure.to_string())).collect()
}

/// The body as a JSON object.
fn object(headers: &HeaderMap, body: &Bytes) -> Result<Map<String, Value>, Refusal> {
    let sent = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
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
