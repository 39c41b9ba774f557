//! The server as a test holds it: what requests meet, and what has happened.
//!
//! Dropping it stops it; nothing outlives the test.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::net::TcpListener;

use super::connection::{Connection, Shared};
use super::observed::Observed;
use super::plan::{Choice, Plan};
use super::received::Received;
use super::reply::Reply;
use crate::http::server::Server;
use crate::http::service::SandboxService;

const ANY_PORT: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// A server that answers as it is told, or does worse.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use serde_json::json;
/// use truto_sandbox::testkit::{FaultServer, Reply};
///
/// let server = FaultServer::start().await?;
/// // Who is asked sees the whole request.
/// server.handle(|request| match request.target.as_str() {
///     "/slow" => Reply::silence(),
///     target => Reply::json(200, &json!({ "asked for": target, "with": request.body.len() })),
/// });
/// let client = reqwest::Client::new();
/// let answer: serde_json::Value = client.post(server.url() + "/fast").body("12345").send().await?.json().await?;
/// assert_eq!(answer, json!({ "asked for": "/fast", "with": 5 }));
///
/// // A request that gets no answer is seen all the same, and no test has to sleep for it.
/// let unanswered = tokio::spawn(client.get(server.url() + "/slow").send());
/// server.wait_for(2).await;
/// assert_eq!(server.received()[1].target, "/slow");
/// assert_eq!(server.open_connections(), 1);
/// unanswered.abort();
/// server.wait_until_closed().await;
/// # Ok(()) }
/// ```
pub struct FaultServer {
    shared: Arc<Shared>,
    server: Server,
}

impl FaultServer {
    /// Starts a server on a free port of 127.0.0.1 that answers 200 with `{}`. It needs a tokio runtime.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start() -> io::Result<Self> {
        Self::bind(Plan::default(), None).await
    }

    /// Starts a server that lets a sandbox answer: a request meets [`Reply::real`] unless it is told otherwise.
    ///
    /// The sandbox needs no socket of its own, and its own [`Fault`](crate::Fault)s happen behind those of this server.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn in_front_of(sandbox: impl Into<SandboxService>) -> io::Result<Self> {
        Self::bind(Plan::new(Reply::real()), Some(sandbox.into())).await
    }

    async fn bind(plan: Plan, service: Option<SandboxService>) -> io::Result<Self> {
        let max_body_bytes = AtomicU64::new(16 << 20);
        let shared = Arc::new(Shared { plan, observed: Observed::new(), service, max_body_bytes });
        let accepted = Arc::clone(&shared);
        let server = Server::bind(ANY_PORT, move |stream| Connection::accepted(&accepted).serve(stream)).await?;
        Ok(Self { shared, server })
    }

    /// A URL whose port refuses connections.
    ///
    /// The port was free a moment ago, and the system hands out others first; but nothing keeps it free, so another
    /// program may listen on it by the time that it is used.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn refused_url() -> io::Result<String> {
        let listener = TcpListener::bind(ANY_PORT).await?;
        Ok(format!("http://{}", listener.local_addr()?))
    }

    /// The base URL: scheme, host and port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// What the requests to come meet, one reply for each, behind those that wait already.
    pub fn script(&self, replies: impl IntoIterator<Item = Reply>) {
        self.shared.plan.script(replies);
    }

    /// What every request meets for which nothing is scripted. It takes the place of an earlier one, and of
    /// [`handle`](Self::handle).
    pub fn otherwise(&self, reply: Reply) {
        self.shared.plan.otherwise(Choice::Reply(reply));
    }

    /// Decides for every request for which nothing is scripted what it meets. It takes the place of an earlier one, and
    /// of [`otherwise`](Self::otherwise).
    ///
    /// It is asked once a request has been read to its end, so what should strike before that strikes then.
    pub fn handle(&self, decide: impl Fn(&Received) -> Reply + Send + Sync + 'static) {
        self.shared.plan.otherwise(Choice::Ask(Arc::new(decide)));
    }

    /// The largest request body that is read; more is answered 413. Default: 16 MiB. The first line and the headers of
    /// a request are at most 64 KiB and 100 headers.
    pub fn max_body_bytes(&self, bytes: u64) {
        self.shared.max_body_bytes.store(bytes, Ordering::Relaxed);
    }

    /// The requests that were received, oldest first, as far as they came in: the last 10,000, and fewer where they take
    /// more than 64 MiB. One whose head did not come in, or could not be understood, is not among them.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.shared.observed.all()
    }

    /// How many connections were accepted.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.observed.counts().accepted
    }

    /// How many connections are open now.
    #[must_use]
    pub fn open_connections(&self) -> usize {
        self.shared.observed.counts().open
    }

    /// Returns once so many requests were received since the start, each as far as it came in and before it is answered.
    pub async fn wait_for(&self, requests: usize) {
        self.shared.observed.wait_until(|counts| counts.received >= requests).await;
    }

    /// Returns once so many connections were accepted since the start.
    pub async fn wait_for_connections(&self, connections: usize) {
        self.shared.observed.wait_until(|counts| counts.accepted >= connections).await;
    }

    /// Returns once no connection is open.
    pub async fn wait_until_closed(&self) {
        self.shared.observed.wait_until(|counts| counts.open == 0).await;
    }

    /// Stops the server, and returns once its port is free and all of its connections have ended.
    pub async fn shutdown(self) {
        self.server.shutdown().await;
    }
}

impl std::fmt::Debug for FaultServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FaultServer").field("url", &self.url()).finish_non_exhaustive()
    }
}
