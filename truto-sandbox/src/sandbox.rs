//! The sandbox as a test holds it: where it is, what it has, and what it shall do wrong.
//!
//! Dropping it stops it; nothing outlives the test.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use truto_core::server::Registration;
use truto_core::{Client, ClientBuilder, Endpoint, Registry};

use crate::answer::Answer;
use crate::api::endpoints::SERVED;
use crate::app::router;
use crate::fault::Fault;
use crate::http::connection::serve;
use crate::http::server::Server;
use crate::http::service::SandboxService;
use crate::lock::lock;
use crate::state::Shared;
use crate::state::accounts::{Account, Accounts};
use crate::state::clock::Clock;
use crate::state::custom::{CustomAnswers, CustomCall};
use crate::state::limits::RateLimits;
use crate::state::request_log::SeenRequest;
use crate::state::settings::Settings;
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

/// The token of a sandbox that was not given another one.
const TOKEN: &str = "truto-sandbox-token";

/// Builds a [`Sandbox`].
///
/// ```
/// use truto_sandbox::{Clock, RateLimits, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     .token("a-token")
///     .rate_limits(RateLimits::documented())
///     .clock(Clock::manual())
///     .in_process();
/// assert_eq!(sandbox.token(), "a-token");
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is started"]
pub struct SandboxBuilder {
    address: SocketAddr,
    token: String,
    accounts: BTreeMap<String, Account>,
    registry: Registry,
    answers: CustomAnswers,
    clock: Clock,
    rate_limits: RateLimits,
    max_body_bytes: usize,
    request_log: usize,
    stream_bytes: u64,
    strict_filters: bool,
    seed: u32,
}

impl SandboxBuilder {
    pub(crate) fn new() -> Self {
        let accounts = Accounts::WELL_KNOWN.all().into_iter().map(|account| (account.id().to_owned(), account));
        Self {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            token: TOKEN.to_owned(),
            accounts: accounts.collect(),
            registry: SERVED,
            answers: CustomAnswers::default(),
            clock: Clock::system(),
            rate_limits: RateLimits::off(),
            max_body_bytes: 1 << 20,
            request_log: 10_000,
            stream_bytes: 0,
            strict_filters: true,
            seed: 0,
        }
    }

    /// The port to listen on. Default: 0, any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// The address to listen on. Default: 127.0.0.1. On any other than loopback the control routes need the token.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.address.set_ip(host);
        self
    }

    /// The token to let in. An empty one is not taken.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        let token = token.into();
        if !token.is_empty() {
            self.token = token;
        }
        self
    }

    /// One more account, in place of the one with the same id.
    pub fn account(mut self, account: Account) -> Self {
        self.accounts.insert(account.id().to_owned(), account);
        self
    }

    /// Endpoints of your own, as [`endpoints!`](truto_core::endpoints) lists them, each in place of the one with the same method and path. Each is validated with its own contract,
    /// keeps what it is sent, and answers what it keeps; one that the sandbox serves anyway does what it does anyway.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_core::Error> {
    /// use truto_core::{endpoints, unified_endpoint};
    /// use truto_sandbox::Sandbox;
    ///
    /// #[unified_endpoint(POST, "/unified/ticketing/tickets")]
    /// pub struct CreateTicket {
    ///     pub title: String,
    /// }
    ///
    /// #[unified_endpoint(GET, "/unified/ticketing/tickets/{id}")]
    /// pub struct GetTicket {
    ///     pub id: String,
    /// }
    ///
    /// let sandbox = Sandbox::builder().endpoints(endpoints![CreateTicket, GetTicket]).in_process();
    /// let account = sandbox.client().build()?.account(sandbox.accounts().close)?;
    /// let created = CreateTicket::builder().title("The printer is on fire").send(&account).await?;
    /// let read = GetTicket::builder().id(created["id"].as_str().unwrap()).send(&account).await?;
    /// assert_eq!(read["title"], "The printer is on fire");
    /// # Ok(()) }
    /// ```
    pub fn endpoints(mut self, endpoints: impl Borrow<Registry>) -> Self {
        for registration in endpoints.borrow().iter() {
            self.registry = self.registry.with(registration);
        }
        self
    }

    /// One more endpoint, in place of the one with the same method and path. It is validated with its own contract,
    /// keeps what it is sent, and answers what it keeps; one that the sandbox serves anyway does what it does anyway.
    pub fn endpoint(mut self, registration: Registration) -> Self {
        self.registry = self.registry.with(registration);
        self
    }

    /// One more endpoint, with an answer of the test's own: for custom methods, and whatever else does more than to keep and to
    /// answer records. It is called once the request was let through by everything else: token, account, limits, contract,
    /// idempotency key. What it answers is sent as it is, in every format. See [`CustomCall`] for an example.
    pub fn answer<E: Endpoint>(mut self, answer: impl Fn(CustomCall<'_, E>) -> Answer + Send + Sync + 'static) -> Self {
        self.registry = self.registry.with(Registration::of::<E>());
        self.answers.add(answer);
        self
    }

    /// Rate limits. Default: [`RateLimits::off`].
    pub fn rate_limits(mut self, limits: RateLimits) -> Self {
        self.rate_limits = limits;
        self
    }

    /// The clock that rate-limit windows are measured with. Default: [`Clock::system`].
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// The largest request body that is read; more is answered 413. Default: 1 MiB.
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// How many requests the log keeps; 0 turns it off, for benchmarks. Default: 10,000. It keeps fewer where they take
    /// more than 64 MiB.
    pub fn request_log(mut self, requests: usize) -> Self {
        self.request_log = requests;
        self
    }

    /// The least size of a `stream` answer, see [`Sandbox::stream_bytes`]. Default: 0, off.
    pub fn stream_bytes(mut self, at_least: u64) -> Self {
        self.stream_bytes = at_least;
        self
    }

    /// Whether a list refuses, with 400 and the reason, a condition or an order that cannot be judged on the records that are
    /// kept. Default: `true`, so that no test passes for nothing. With `false` it ignores such a condition without a word, as
    /// the API does with what a provider does not support. See [what filters do](crate#filters).
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_core::Error> {
    /// use serde_json::json;
    /// use truto_core::{Filter, endpoints, unified_endpoint};
    /// use truto_sandbox::Sandbox;
    ///
    /// #[unified_endpoint(GET, "/unified/ticketing/tickets", paginated)]
    /// pub struct ListTickets {
    ///     pub status: Option<Filter<String>>,
    /// }
    ///
    /// let sandbox = Sandbox::builder().endpoints(endpoints![ListTickets]).strict_filters(false).in_process();
    /// # let account = sandbox.client().build()?.account(sandbox.accounts().close)?;
    /// sandbox.keep(account.id(), "ticketing/tickets", json!({ "title": "No status at all" }));
    /// let tickets = ListTickets::builder().status("open").send(&account).await?;
    /// assert_eq!(tickets.items().len(), 1);
    /// # Ok(()) }
    /// ```
    pub fn strict_filters(mut self, strict: bool) -> Self {
        self.strict_filters = strict;
        self
    }

    /// Goes into request ids, so that two sandboxes of one test can be told apart. Default: 0.
    pub fn seed(mut self, seed: u32) -> Self {
        self.seed = seed;
        self
    }

    /// Starts the sandbox on a socket. It needs a tokio runtime.
    ///
    /// # Errors
    /// When the address cannot be bound, such as a port that is taken.
    pub async fn start(self) -> io::Result<Sandbox> {
        let address = self.address;
        let sandbox = self.assemble();
        let service = sandbox.service();
        let server = Server::bind(address, move |stream| serve(stream, service.clone())).await?;
        Ok(sandbox.listen(server))
    }

    /// A sandbox without a socket, to be called through [`Sandbox::service`].
    #[must_use]
    pub fn in_process(self) -> Sandbox {
        self.assemble()
    }

    fn assemble(self) -> Sandbox {
        Sandbox::assemble(Shared::new(Settings {
            control_needs_token: !self.address.ip().is_loopback(),
            token: self.token,
            accounts: self.accounts,
            registry: self.registry,
            answers: self.answers,
            clock: self.clock,
            rate_limits: self.rate_limits,
            max_body_bytes: self.max_body_bytes,
            request_log: self.request_log,
            stream_bytes: self.stream_bytes,
            strict_filters: self.strict_filters,
            seed: self.seed,
        }))
    }
}
