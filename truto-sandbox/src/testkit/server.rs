//! The fault server as a test holds it. Dropping it stops it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;
use tokio::net::TcpListener;

use super::connection::{Connection, ServerState};
use super::observed::Observed;
use super::plan::{Choice, Plan};
use super::received::Received;
use super::reply::Reply;
use crate::http::server::{ANY_PORT, Server};
use crate::http::service::SandboxService;

/// A server that answers, or fails, as a test scripts it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use serde_json::json;
/// use truto_sandbox::testkit::{FaultServer, Reply};
///
/// let server = FaultServer::start().await?;
/// // The function sees the whole request.
/// server.handle(|request| match request.target.as_str() {
///     "/slow" => Reply::silence(),
///     target => Reply::json(200, &json!({ "asked for": target, "with": request.body.len() })),
/// });
/// let client = reqwest::Client::new();
/// let answer: serde_json::Value = client.post(server.url() + "/fast").body("12345").send().await?.json().await?;
/// assert_eq!(answer, json!({ "asked for": "/fast", "with": 5 }));
///
/// // A test can wait for a request that gets no answer.
/// let unanswered = tokio::spawn(client.get(server.url() + "/slow").send());
/// server.wait_for(2).await;
/// assert_eq!(server.received()[1].target, "/slow");
/// assert_eq!(server.open_connections(), 1);
/// unanswered.abort();
/// server.wait_until_closed().await;
/// # Ok(()) }
/// ```
pub struct FaultServer {
    state: Arc<ServerState>,
    server: Server,
}

impl FaultServer {
    /// Starts a server on a free port of 127.0.0.1 that answers 200 with `{}`. It needs a tokio runtime.
    ///
    /// # Errors
    /// If no port can be bound.
    pub async fn start() -> io::Result<Self> {
        Self::bind(Reply::json(200, &json!({})), None).await
    }

    /// Starts a server that lets a sandbox answer: by default a request meets [`Reply::real`].
    ///
    /// The sandbox needs no socket. Its own [`Fault`](crate::Fault)s happen behind the faults of this server.
    ///
    /// # Errors
    /// If no port can be bound.
    pub async fn in_front_of(sandbox: impl Into<SandboxService>) -> io::Result<Self> {
        Self::bind(Reply::real(), Some(sandbox.into())).await
    }

    async fn bind(otherwise: Reply, service: Option<SandboxService>) -> io::Result<Self> {
        let max_body_bytes = AtomicU64::new(16 << 20);
        let state = Arc::new(ServerState {
            plan: Plan::new(otherwise),
            observed: Observed::default(),
            service,
            max_body_bytes,
        });
        let accepted = Arc::clone(&state);
        let server = Server::bind(ANY_PORT, move |stream| Connection::accepted(&accepted).serve(stream)).await?;
        Ok(Self { state, server })
    }

    /// Returns a URL whose port refuses connections.
    ///
    /// The port was free a moment ago, but nothing reserves it: another program may take it.
    ///
    /// # Errors
    /// If no port can be bound.
    pub async fn refused_url() -> io::Result<String> {
        let listener = TcpListener::bind(ANY_PORT).await?;
        Ok(format!("http://{}", listener.local_addr()?))
    }

    /// The base URL: scheme, host and port.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url().to_owned()
    }

    /// Scripts replies, one for each of the next requests, after the replies that are still waiting.
    pub fn script(&self, replies: impl IntoIterator<Item = Reply>) {
        self.state.plan.script(replies);
    }

    /// Sets the reply for all requests after the script. It replaces an earlier reply or function.
    pub fn otherwise(&self, reply: Reply) {
        self.state.plan.otherwise(Choice::Reply(reply));
    }

    /// Sets a function that decides on the reply for all requests after the script. It replaces an earlier reply or function.
    ///
    /// The function is called after the whole request was read, so an earlier fault strikes at that point.
    pub fn handle(&self, decide: impl Fn(&Received) -> Reply + Send + Sync + 'static) {
        self.state.plan.otherwise(Choice::Ask(Arc::new(decide)));
    }

    /// Sets the largest size of a request body. A larger body is answered 413. Default: 16 MiB. A head may have 64 KiB and
    /// 100 headers.
    pub fn max_body_bytes(&self, bytes: u64) {
        self.state.max_body_bytes.store(bytes, Ordering::Relaxed);
    }

    /// The last 10,000 requests, oldest first, or fewer if they need more than 64 MiB. Requests without a complete and valid
    /// head are not included.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.state.observed.all()
    }

    /// The number of connections since the start.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.state.observed.counts().accepted
    }

    /// The number of open connections.
    #[must_use]
    pub fn open_connections(&self) -> usize {
        self.state.observed.counts().open
    }

    /// Waits until this many requests have been received since the start. A request counts before it is answered.
    pub async fn wait_for(&self, requests: usize) {
        self.state.observed.wait_until(|counts| counts.received >= requests).await;
    }

    /// Waits until this many connections have been accepted since the start.
    pub async fn wait_for_connections(&self, connections: usize) {
        self.state.observed.wait_until(|counts| counts.accepted >= connections).await;
    }

    /// Waits until no connection is open.
    pub async fn wait_until_closed(&self) {
        self.state.observed.wait_until(|counts| counts.open == 0).await;
    }

    /// Stops the server, and returns when its port is free and all connections have ended.
    pub async fn shutdown(self) {
        self.server.shutdown().await;
    }
}

impl std::fmt::Debug for FaultServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FaultServer").field("url", &self.url()).finish_non_exhaustive()
    }
}
