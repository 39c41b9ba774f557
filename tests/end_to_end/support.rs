//! Helpers: an in-process server that records requests and sends a scripted response, runtimes, and configurations.

use std::pin::Pin;
use std::sync::{Arc, LazyLock, Mutex};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, Full};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use tokio::runtime::{Builder, Runtime};
use truto_core::settings::ClientBuilder;
use truto_core::transport::{Body, Direct};
use truto_core::{Account, Client};
use truto_sandbox::Sandbox;

pub(crate) const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
pub(crate) const TOKEN: &str = "t0p-s3cret-token";

/// A request as it reached the server.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) line: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    pub(crate) bytes: Bytes,
}

/// Requests that reached a server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<Seen>>>);

impl Log {
    pub(crate) fn all(&self) -> Vec<Seen> {
        self.0.lock().unwrap().clone()
    }

    /// Returns the request, and asserts that it is the only one.
    pub(crate) fn only(&self) -> Seen {
        let all = self.all();
        assert_eq!(all.len(), 1, "expected one request");
        all[0].clone()
    }

    /// Keeps the head of a request without a body.
    pub(crate) fn see(&self, request: &Request<Body>) {
        let line = format!("{} {}", request.method(), request.uri());
        self.push(Seen { line, headers: request.headers().clone(), body: String::new(), bytes: Bytes::new() });
    }

    fn push(&self, seen: Seen) {
        self.0.lock().unwrap().push(seen);
    }
}

/// Returns an account whose server sends this response to each request, and the log of its requests.
pub(crate) fn answering(answer: impl Fn() -> Response<Bytes> + Clone + Send + 'static) -> (Account, Log) {
    let log = Log::default();
    let service = {
        let log = log.clone();
        tower::service_fn(move |request: Request<Body>| {
            let (log, answer) = (log.clone(), answer.clone());
            async move {
                let (head, body) = request.into_parts();
                let body = body.collect().await.unwrap().to_bytes();
                log.push(Seen {
                    line: format!("{} {}", head.method, head.uri),
                    headers: head.headers,
                    body: String::from_utf8_lossy(&body).into_owned(),
                    bytes: body,
                });
                Ok::<_, std::io::Error>(answer().map(Full::new))
            }
        })
    };
    let client =
        Client::builder().token(TOKEN).base_url("https://api.example/prefix/").transport(service).build().unwrap();
    (client.account(ACCOUNT).unwrap(), log)
}

/// Returns an account whose server answers 200 with this JSON.
pub(crate) fn answering_json(json: &'static str) -> (Account, Log) {
    answering(move || response(200, "application/json", json))
}

pub(crate) fn response(status: u16, content_type: &str, body: impl Into<Bytes>) -> Response<Bytes> {
    Response::builder().status(status).header("content-type", content_type).body(body.into()).unwrap()
}

/// Polls a future once.
pub(crate) fn polled<F: Future + Unpin>(future: &mut F) -> Poll<F::Output> {
    Pin::new(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// Returns a client of the sandbox.
pub(crate) fn client(sandbox: &Sandbox) -> Client {
    client_builder(sandbox).build().unwrap()
}

/// Returns the builder of a client of the sandbox. If the sandbox has a socket, the transport is the tested one.
pub(crate) fn client_builder(sandbox: &Sandbox) -> ClientBuilder {
    let is_in_process = sandbox.url().ends_with(":0");
    if is_in_process { sandbox.client() } else { tested(sandbox.client()) }
}

/// Sets the transport that is tested: reqwest or, with `TRUTO_TRANSPORT=direct`, the direct transport.
pub(crate) fn tested(client: ClientBuilder) -> ClientBuilder {
    match std::env::var("TRUTO_TRANSPORT") {
        Ok(transport) if transport == "direct" => client.direct(Direct::new()),
        _ => client,
    }
}

/// Runtime for tests that are not async.
pub(crate) fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Builder::new_current_thread().enable_all().build().unwrap());
    &RUNTIME
}

/// Generates the same cases in every run. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more or other cases. Each bug
/// found gets a test of its own, so failures are not persisted.
pub(crate) fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(7);
    }
    config
}
