//! A receiver of webhooks on loopback: it checks signatures, and answers what a test says.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::task::{JoinHandle, JoinSet};
use truto_core::webhook::{EventKind, Webhook};
use truto_sandbox::Sandbox;

use crate::caller;

#[derive(Debug, Default)]
struct State {
    /// The answers to come; then 200.
    answers: VecDeque<StatusCode>,
    received: Vec<(HeaderMap, Bytes)>,
}

#[derive(Debug)]
pub(crate) struct Receiver {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
    task: JoinHandle<()>,
}

/// Keeps a delivery, and answers it.
async fn receive(state: Arc<Mutex<State>>, request: Request<Incoming>) -> Result<Response<String>, Infallible> {
    assert_eq!((request.method(), request.uri().to_string().as_str()), (&Method::POST, "/hooks?from=truto"));
    let (parts, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let mut state = state.lock().unwrap();
    state.received.push((parts.headers, body));
    let mut response = Response::new(String::new());
    *response.status_mut() = state.answers.pop_front().unwrap_or(StatusCode::OK);
    Ok(response)
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let state = Arc::new(Mutex::new(State::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hooks?from=truto", listener.local_addr().unwrap());
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                let receive = service_fn(move |request| receive(Arc::clone(&shared), request));
                connections.spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), receive));
            }
        });
        Self { url, state, task }
    }

    /// Answers the next deliveries with these statuses.
    pub(crate) fn answer(&self, statuses: &[u16]) {
        let statuses = statuses.iter().map(|status| StatusCode::from_u16(*status).unwrap());
        self.state.lock().unwrap().answers.extend(statuses);
    }

    /// Registers the receiver for these events, and returns the row of the webhook.
    pub(crate) async fn register(&self, sandbox: &Sandbox, events: &[&str]) -> Value {
        caller::post(sandbox, "/webhook", json!({ "target_url": self.url, "event_types": events })).await.ok()
    }

    pub(crate) fn received(&self) -> Vec<(HeaderMap, Bytes)> {
        self.state.lock().unwrap().received.clone()
    }

    /// The names of the events, in the order of their arrival.
    pub(crate) fn events(&self) -> Vec<String> {
        let bodies = self.received().into_iter().map(|(_, body)| serde_json::from_slice::<Value>(&body).unwrap());
        bodies.map(|body| body["event"].as_str().unwrap().to_owned()).collect()
    }

    /// The payloads of an event.
    pub(crate) fn payloads(&self, event: &str) -> Vec<Value> {
        let bodies = self.received().into_iter().map(|(_, body)| serde_json::from_slice::<Value>(&body).unwrap());
        bodies.filter(|body| body["event"] == event).map(|body| body["payload"].clone()).collect()
    }

    /// Checks the signature of every delivery, as a program does.
    pub(crate) fn check(&self, webhook: &Value) -> Vec<EventKind> {
        let webhook = Webhook::new(webhook["secret"].as_str().unwrap()).unwrap();
        let received = self.received().into_iter();
        let read = |(headers, body): (HeaderMap, Bytes)| {
            let signature = headers.get("x-truto-signature").map(|value| value.to_str().unwrap());
            webhook.read(signature, &body).unwrap().kind
        };
        received.map(read).collect()
    }
}
