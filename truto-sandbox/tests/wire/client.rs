//! A plain HTTP client for the tests, in the process. It does not use the typed client, because these tests check the wire.

use axum::body::Body;
use http::{Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt;
use truto_sandbox::{Disconnected, Sandbox};

pub(crate) use crate::answer::Answer;

pub(crate) const ASSOCIATIONS: &str = "/unified/crm/associations";

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no {name}: {self:?}")).to_str().unwrap()
    }

    /// The message of an error, after a check of its envelope.
    pub(crate) fn message(&self) -> String {
        let body = self.json();
        assert_eq!(body["statusCode"], self.status.as_u16());
        assert_eq!(body["error"], self.status.canonical_reason().unwrap());
        body["message"].as_str().unwrap().to_owned()
    }
}

/// Sends a request without a socket.
pub(crate) async fn send(sandbox: &Sandbox, request: Request<Body>) -> Result<Answer, Disconnected> {
    Ok(Answer::of(sandbox.service().oneshot(request).await?).await)
}

/// Starts a request with the token.
pub(crate) fn request(sandbox: &Sandbox, method: Method, target: &str) -> http::request::Builder {
    Request::builder().method(method).uri(target).header("authorization", format!("Bearer {}", sandbox.token()))
}

/// Posts a body to the associations endpoint. `query` follows the account.
pub(crate) async fn associate(sandbox: &Sandbox, account: &str, query: &str, body: &Value) -> Answer {
    send(sandbox, association(sandbox, account, query, body, None)).await.unwrap()
}

/// Posts a body to the associations endpoint under an idempotency key.
pub(crate) async fn associate_once(sandbox: &Sandbox, account: &str, key: &str, body: &Value) -> Answer {
    send(sandbox, association(sandbox, account, "", body, Some(key))).await.unwrap()
}

pub(crate) fn association(
    sandbox: &Sandbox,
    account: &str,
    query: &str,
    body: &Value,
    key: Option<&str>,
) -> Request<Body> {
    let target = format!("{ASSOCIATIONS}?integrated_account_id={account}{query}");
    let mut request = request(sandbox, Method::POST, &target).header("content-type", "application/json");
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    request.body(Body::from(body.to_string())).unwrap()
}

/// Gets a path with the token.
pub(crate) async fn get(sandbox: &Sandbox, target: &str) -> Answer {
    send(sandbox, request(sandbox, Method::GET, target).body(Body::empty()).unwrap()).await.unwrap()
}

/// Calls a control route, without the token.
pub(crate) async fn control(sandbox: &Sandbox, method: Method, target: &str, body: &Value) -> Answer {
    let request = Request::builder().method(method).uri(target).header("content-type", "application/json");
    send(sandbox, request.body(Body::from(body.to_string())).unwrap()).await.unwrap()
}

/// An account with its links, valid for the Salesforce and the Attio account.
pub(crate) fn body() -> Value {
    json!({
        "entity_id": "001",
        "entity": "accounts",
        "associations": { "opportunities": [{ "id": "006a" }, { "id": "006b" }] },
    })
}
