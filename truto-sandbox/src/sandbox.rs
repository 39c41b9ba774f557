//! The sandbox as a test holds it: where it is, what it has, and what it shall do wrong.
//!
//! Dropping it stops it; nothing outlives the test.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use truto_core::{Client, ClientBuilder};

use crate::app::{Shared, router};
use crate::builder::SandboxBuilder;
use crate::fault::Fault;
use crate::http::server::Server;
use crate::http::service::SandboxService;
use crate::lock::lock;
use crate::state::accounts::{Account, Accounts};
use crate::state::clock::Clock;
use crate::state::request_log::SeenRequest;
use crate::state::store::{Link, Record, RemoteCall};

/// A running sandbox.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start().await?;
/// let account = sandbox.accounts().pipedrive;
/// let answer = reqwest::Client::new()
///     .post(format!("{}/unified/crm/associations?integrated_account_id={account}", sandbox.url()))
///     .bearer_auth(sandbox.token())
///     .json(&serde_json::json!({
///         "entity": "leads",
///         "entity_id": "lead-7",
///         "associations": { "contacts": [{ "id": "person-1" }] },
///     }))
///     .send()
///     .await?;
/// assert_eq!(answer.status(), 201);
/// assert_eq!(sandbox.links(account)[0].id, "person-1");
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Sandbox {
    shared: Arc<Shared>,
    service: SandboxService,
    server: Option<Server>,
}

impl Sandbox {
    /// Starts a sandbox with the defaults on a free port of 127.0.0.1. It needs a tokio runtime.
    ///
    /// # Errors
    /// When no port can be bound.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// A sandbox with other settings, or without a socket.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    pub(crate) fn assemble(shared: Shared) -> Self {
        let shared = Arc::new(shared);
        let service = SandboxService::new(router(Arc::clone(&shared)));
        Self { shared, service, server: None }
    }

    pub(crate) fn listen(mut self, server: Server) -> Self {
        self.server = Some(server);
        self
    }

    /// The base URL: scheme, host and port. Without a socket, one that nothing can answer on.
    #[must_use]
    pub fn url(&self) -> String {
        self.server
            .as_ref()
            .map_or_else(|| "http://127.0.0.1:0".to_owned(), |server| format!("http://{}", server.address()))
    }

    /// The token that the sandbox lets in.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.settings.token
    }

    /// The builder of a client of this sandbox: its token and its address are set, and without a socket its
    /// [`service`](Self::service) as the transport.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// let sandbox = truto_sandbox::Sandbox::builder().in_process();
    /// let client = sandbox.client().max_attempts(1).build()?;
    /// let account = client.account(sandbox.accounts().salesforce)?;
    /// # let _ = account;
    /// # Ok(()) }
    /// ```
    pub fn client(&self) -> ClientBuilder {
        let builder = Client::builder().token(self.token()).base_url(self.url());
        if self.server.is_some() { builder } else { builder.transport(self.service()) }
    }

    /// Ids of the accounts that every sandbox has.
    #[must_use]
    pub fn accounts(&self) -> Accounts {
        Accounts::WELL_KNOWN
    }

    /// Every account, also those that the builder added.
    pub fn all_accounts(&self) -> impl Iterator<Item = &Account> {
        self.shared.settings.accounts.values()
    }

    /// The sandbox as a `tower::Service`, to be called without a socket. Clones and the socket share one state.
    #[must_use]
    pub fn service(&self) -> SandboxService {
        self.service.clone()
    }

    /// The links of this account, in the order in which they were made.
    #[must_use]
    pub fn links(&self, account: &str) -> Vec<Link> {
        lock(&self.shared.store).links(Some(account))
    }

    /// The links of all accounts, in the order in which they were made.
    #[must_use]
    pub fn all_links(&self) -> Vec<Link> {
        lock(&self.shared.store).links(None)
    }

    /// The records of this account that endpoints without a behaviour of their own keep.
    #[must_use]
    pub fn records(&self, account: &str) -> Vec<Record> {
        lock(&self.shared.store).records(Some(account))
    }

    /// Keeps a record of this account, as if it had been created, and returns its id; `resource` is such as `crm/contacts`: the
    /// path of the list without `/unified/`.
    ///
    /// The record's own `id` counts where it has one that is a text, and takes the place of an earlier record with it; otherwise
    /// it is given one. What is no object is kept as the `value` of one.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_core::Error> {
    /// # use truto_core::server::Registration;
    /// # use truto_core::unified_endpoint;
    /// # use truto_sandbox::Sandbox;
    /// #[unified_endpoint(GET, "/unified/crm/contacts", paginated)]
    /// pub struct ListContacts {}
    ///
    /// let sandbox = Sandbox::builder().endpoint(Registration::of::<ListContacts>()).in_process();
    /// for number in 0..60 {
    ///     sandbox.keep(sandbox.accounts().close, "crm/contacts", serde_json::json!({ "name": number }));
    /// }
    /// # let client = truto_core::Client::builder().token(sandbox.token()).base_url(sandbox.url());
    /// # let account = client.transport(sandbox.service()).build()?.account(sandbox.accounts().close)?;
    /// let mut names = ListContacts::builder().items(&account);
    /// let mut sum = 0;
    /// while let Some(contact) = names.try_next().await? {
    ///     sum += contact["name"].as_u64().unwrap();
    /// }
    /// assert_eq!(sum, (0..60).sum::<u64>());
    /// assert_eq!(sandbox.requests().len(), 3, "25 to a page");
    /// # Ok(()) }
    /// ```
    #[expect(clippy::must_use_candidate, reason = "who puts a record there may have no use for its identifier")]
    pub fn keep(&self, account: &str, resource: &str, record: serde_json::Value) -> String {
        lock(&self.shared.store).keep(account, resource, record)
    }

    /// What reached the provider behind this account: the last 10,000 calls over all accounts, fewer where they
    /// take more than 64 MiB.
    #[must_use]
    pub fn remote_calls(&self, account: &str) -> Vec<RemoteCall> {
        lock(&self.shared.store).remote_calls(Some(account))
    }

    /// The requests that came in, oldest first, whatever was answered.
    #[must_use]
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.shared.log.all()
    }

    /// Scripts a fault. It waits behind those that were scripted before it.
    pub fn script(&self, fault: Fault) {
        self.shared.script.push(fault);
    }

    /// Scripted faults that have not been used up.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.script.waiting()
    }

    /// Drops all scripted faults.
    pub fn clear_faults(&self) {
        self.shared.script.clear();
    }

    /// From now on a `stream` answer has at least so many bytes of NDJSON: what was asked for, each item of a list a record
    /// of its own, and behind it records that are made while they are sent. 0 turns it off.
    pub fn stream_bytes(&self, at_least: u64) {
        self.shared.stream_bytes.store(at_least, Ordering::Relaxed);
    }

    /// The clock that rate-limit windows are measured with.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// Moves the clock forward, so that a test need not wait for a window.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
    }

    /// Forgets everything that happened: links, records, log, faults, idempotency keys, windows.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Stops the sandbox, and returns once its port is free again.
    pub async fn shutdown(mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown().await;
        }
    }
}

impl From<&Sandbox> for SandboxService {
    fn from(sandbox: &Sandbox) -> Self {
        sandbox.service()
    }
}
