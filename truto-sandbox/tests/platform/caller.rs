//! A plain HTTP caller for the tests, in the process. It does not use the typed client, because these tests check the wire.

use axum::body::Body;
use http::{Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt;
use truto_sandbox::Sandbox;

pub(crate) use crate::answer::Answer;

impl Answer {
    /// The body of a success.
    pub(crate) fn ok(&self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, String::from_utf8_lossy(&self.bytes));
        self.json()
    }

    /// The rows of a list.
    pub(crate) fn rows(&self) -> Vec<Value> {
        self.ok()["result"].as_array().unwrap_or_else(|| panic!("no list: {self:?}")).clone()
    }
}

/// Sends a request with any token, without a socket.
pub(crate) async fn send(sandbox: &Sandbox, method: Method, target: &str, token: &str, body: Body) -> Answer {
    let request = Request::builder().method(method).uri(target).header("content-type", "application/json");
    let request = request.header("authorization", format!("Bearer {token}")).body(body).unwrap();
    exchange(sandbox, request).await
}

pub(crate) async fn exchange(sandbox: &Sandbox, request: Request<Body>) -> Answer {
    Answer::of(sandbox.service().oneshot(request).await.unwrap()).await
}

pub(crate) async fn get(sandbox: &Sandbox, target: &str) -> Answer {
    send(sandbox, Method::GET, target, sandbox.token(), Body::empty()).await
}

pub(crate) async fn delete(sandbox: &Sandbox, target: &str) -> Answer {
    send(sandbox, Method::DELETE, target, sandbox.token(), Body::empty()).await
}

pub(crate) async fn post(sandbox: &Sandbox, target: &str, body: Value) -> Answer {
    send(sandbox, Method::POST, target, sandbox.token(), Body::from(body.to_string())).await
}

pub(crate) async fn patch(sandbox: &Sandbox, target: &str, body: Value) -> Answer {
    send(sandbox, Method::PATCH, target, sandbox.token(), Body::from(body.to_string())).await
}

/// The text of a member.
pub(crate) fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("no text {name}: {value}")).to_owned()
}

/// Makes a link token for a new account.
pub(crate) async fn link_token(sandbox: &Sandbox) -> String {
    text(&post(sandbox, "/link-token", json!({ "tenant_id": "acme" })).await.ok(), "link_token")
}
