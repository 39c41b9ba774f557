//! Helpers: requests of each kind, a client with short pauses, and the checks that every failure has to pass.

use std::future::Future;
use std::time::Duration;

use http::{Request, Response};
use serde::Deserialize;
use serde_json::json;
use tokio::time::Instant;
use truto_core::error::{Error, Outcome};
use truto_core::server::Registration;
use truto_core::settings::{Backoff, ClientBuilder};
use truto_core::transport::Body;
use truto_core::{Account, CallOptions, Client, Sending, unified_endpoint};
use truto_sandbox::Sandbox;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::wiring::Wiring;

pub(crate) const ACCOUNT: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
/// Another account.
pub(crate) const OTHER: &str = "62f44730-dd91-461e-bd6a-aedd9e0ad79e";
pub(crate) const TOKEN: &str = "t0p-s3cret-token";
pub(crate) const SECOND: Duration = Duration::from_secs(1);
pub(crate) const MILLISECOND: Duration = Duration::from_millis(1);

/// Runs a test with sockets and the real clock.
pub(crate) fn socket(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(60 * SECOND, test).await.expect("the test hangs") });
}

/// Runs a test with sockets and the real clock on one thread, so that pending events of sockets are handled before a timer
/// fires.
pub(crate) fn one_thread(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(60 * SECOND, test).await.expect("the test hangs") });
}

/// Runs a test with a paused clock, which moves only if no task can run.
pub(crate) fn paused_clock(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    runtime.block_on(test);
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
pub(crate) struct GetContact {
    pub(crate) id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts", response = Contact)]
pub(crate) struct CreateContact {
    pub(crate) name: String,
}

#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}", response = Contact)]
pub(crate) struct UpdateContact {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
}

#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}", response = Option<Contact>)]
pub(crate) struct DeleteContact {
    pub(crate) id: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub(crate) struct ListContacts {}

/// Kinds of call for which a fault has different results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A read.
    Read,
    /// A write under a key.
    Write,
    /// A write without a key.
    Bare,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Bare];

    /// Sends a call of this kind. Writes create a contact with this name.
    pub(crate) fn call(self, account: &Account, name: &str) -> Sending<Contact> {
        match self {
            Self::Read => GetContact::builder().id("rec_000001").send(account),
            Self::Write => CreateContact::builder().name(name).send(account),
            Self::Bare => CreateContact::builder().name(name).send(account).without_idempotency_key(),
        }
    }
}

/// Options with short pauses between attempts.
pub(crate) fn quick() -> CallOptions {
    CallOptions::new().backoff(Backoff::new(MILLISECOND, 5 * MILLISECOND))
}

/// Returns a client builder with short pauses between attempts.
pub(crate) fn quick_client(url: &str) -> ClientBuilder {
    wired_client(url, Wiring::default())
}

/// Returns a client builder with short pauses between attempts and these connections.
pub(crate) fn wired_client(url: &str, wiring: Wiring) -> ClientBuilder {
    let client = Client::builder().token(TOKEN).base_url(url);
    wiring.apply_to(client).backoff(Backoff::new(MILLISECOND, 5 * MILLISECOND))
}

/// Returns an account with short pauses between attempts.
pub(crate) fn account(url: &str) -> Account {
    quick_client(url).build().unwrap().account(ACCOUNT).unwrap()
}

/// A sandbox with one contact, a fault server in front of it, and an account.
pub(crate) struct Scene {
    pub(crate) sandbox: Sandbox,
    pub(crate) server: FaultServer,
    pub(crate) account: Account,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        let sandbox = contacts();
        let server = FaultServer::in_front_of(&sandbox).await.unwrap();
        let client = quick_client(&server.url()).token(sandbox.token()).build().unwrap();
        let account = client.account(sandbox.accounts().close).unwrap();
        sandbox.keep(account.id(), "crm/contacts", json!({ "name": "Ada" }));
        Self { sandbox, server, account }
    }

    /// Returns the number of contacts with this name.
    pub(crate) fn written(&self, name: &str) -> usize {
        let records = self.sandbox.records(self.account.id());
        records.iter().filter(|record| record.fields.get("name").is_some_and(|found| found == name)).count()
    }

    /// Returns the error after the checks of [`failed`].
    pub(crate) fn failed<T: std::fmt::Debug>(&self, result: Result<T, Error>) -> Error {
        failed(result, self.sandbox.token())
    }
}

/// Returns an in-process sandbox that serves contacts.
pub(crate) fn contacts() -> Sandbox {
    Sandbox::builder()
        .endpoint(Registration::of::<GetContact>())
        .endpoint(Registration::of::<CreateContact>())
        .endpoint(Registration::of::<UpdateContact>())
        .endpoint(Registration::of::<DeleteContact>())
        .endpoint(Registration::of::<ListContacts>())
        .in_process()
}

/// Returns the error. Asserts that it does not show the token, fits on one line, and counts its attempts.
pub(crate) fn failed<T: std::fmt::Debug>(result: Result<T, Error>, token: &str) -> Error {
    let error = result.unwrap_err();
    for shown in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
        assert!(!shown.contains(token), "the error shows the token: {shown}");
    }
    assert!(!error.to_string().contains('\n'), "the error has more than one line: {error}");
    assert!(
        error.attempts() > 0 || error.outcome() == Outcome::NotSent,
        "the error does not count its attempts: {error:?}"
    );
    error
}

/// Returns an account whose requests are answered by an in-process function.
pub(crate) fn answered<A, F>(answer: A) -> Account
where
    A: Fn(Request<Body>) -> F + Clone + Send + 'static,
    F: Future<Output = Response<Body>> + Send + 'static,
{
    client_answered(answer).account(ACCOUNT).unwrap()
}

/// Returns a client whose requests are answered by an in-process function.
pub(crate) fn client_answered<A, F>(answer: A) -> Client
where
    A: Fn(Request<Body>) -> F + Clone + Send + 'static,
    F: Future<Output = Response<Body>> + Send + 'static,
{
    builder_answered(answer).build().unwrap()
}

/// Returns the builder of a client whose requests are answered by an in-process function.
pub(crate) fn builder_answered<A, F>(answer: A) -> ClientBuilder
where
    A: Fn(Request<Body>) -> F + Clone + Send + 'static,
    F: Future<Output = Response<Body>> + Send + 'static,
{
    let service = tower::service_fn(move |request| {
        let answered = answer(request);
        async move { Ok::<_, std::io::Error>(answered.await) }
    });
    Client::builder().token(TOKEN).base_url("https://api.example").transport(service)
}

/// Returns a JSON response.
pub(crate) fn json_answer(status: u16, body: &serde_json::Value) -> Response<Body> {
    let answer = Response::builder().status(status).header("content-type", "application/json");
    answer.body(Body::from(body.to_string())).unwrap()
}

/// Returns a contact as JSON.
pub(crate) fn contact() -> serde_json::Value {
    json!({ "id": "rec_000001", "name": "Ada" })
}

/// Returns a successful response with a contact.
pub(crate) fn fine() -> Reply {
    Reply::json(200, &contact())
}

/// Returns a successful HTTP/1.1 response with this JSON as bytes.
pub(crate) fn http1_response(body: &str) -> Vec<u8> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length";
    format!("{head}: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Runs a future and returns its result and duration.
pub(crate) async fn timed<T>(run: impl Future<Output = T>) -> (T, Duration) {
    let start = Instant::now();
    let result = run.await;
    (result, start.elapsed())
}
