//! A sandbox as a test holds it, and its builder. Dropping the sandbox stops it.

use std::borrow::Borrow;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use truto_core::server::Registration;
use truto_core::settings::ClientBuilder;
use truto_core::{Client, Endpoint, Registry};

use crate::answer::Answer;
use crate::api::endpoints::SERVED;
use crate::app::router;
use crate::bounded_log::MAX_ENTRIES;
use crate::delivery::Delivery;
use crate::fault::Fault;
use crate::http::server::{ANY_PORT, Server};
use crate::http::service::SandboxService;
use crate::lock::lock;
use crate::platform::connect::{self, Outcome};
use crate::platform::triggers;
use crate::provider::Provider;
use crate::seed::CrmData;
use crate::state::accounts::{Account, Accounts};
use crate::state::capabilities_shape::CapabilitiesShape;
use crate::state::clock::Clock;
use crate::state::custom::{CustomAnswers, CustomCall};
use crate::state::forwarded::{ForwardedAnswers, ForwardedCall};
use crate::state::limits::RateLimits;
use crate::state::platform::settings::{ListKey, PlatformSettings};
use crate::state::platform::status::AccountStatus;
use crate::state::request_log::SeenRequest;
use crate::state::store::{Link, Record, RemoteCall};
use crate::state::{Settings, Shared};

/// The default token.
const TOKEN: &str = "truto-sandbox-token";

/// A running sandbox. The [page of the crate](crate) has examples.
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
    /// If no port can be bound.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Creates a builder, for other settings or a sandbox without a socket.
    pub fn builder() -> SandboxBuilder {
        let accounts = Accounts::WELL_KNOWN.all().into_iter().map(|account| (account.id().to_owned(), account));
        let settings = Settings {
            token: TOKEN.to_owned(),
            accounts: accounts.collect(),
            registry: SERVED,
            answers: CustomAnswers::default(),
            forwarded: ForwardedAnswers::default(),
            any_model: false,
            capabilities_shape: CapabilitiesShape::default(),
            clock: Clock::system(),
            rate_limits: RateLimits::off(),
            max_body_bytes: 1 << 20,
            request_log: MAX_ENTRIES,
            idempotency_keys: MAX_ENTRIES,
            stream_bytes: 0,
            strict_filters: true,
            seed: 0,
            crm_data: None,
            control_needs_token: false,
            platform: PlatformSettings::default(),
        };
        SandboxBuilder { address: ANY_PORT, settings }
    }

    /// The base URL: scheme, host and port. Without a socket it is a URL that nothing answers.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.as_ref().map_or("http://127.0.0.1:0", Server::url).to_owned()
    }

    /// The token that the sandbox accepts.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.settings.token
    }

    /// Creates the builder of a client for this sandbox, with token and address. Without a socket, the transport is the
    /// sandbox's [`service`](Self::service).
    pub fn client(&self) -> ClientBuilder {
        let builder = Client::builder().token(self.token()).base_url(self.url());
        if self.server.is_some() { builder } else { builder.transport(self.service()) }
    }

    /// The ids of the accounts that every sandbox has.
    #[must_use]
    pub fn accounts(&self) -> Accounts {
        Accounts::WELL_KNOWN
    }

    /// All accounts, including those that the builder added. Accounts that were connected since are at `/integrated-account`.
    pub fn all_accounts(&self) -> impl Iterator<Item = &Account> {
        self.shared.settings.accounts.values()
    }

    /// The sandbox as a `tower::Service`, for calls without a socket. Clones and the socket share one state.
    #[must_use]
    pub fn service(&self) -> SandboxService {
        self.service.clone()
    }

    /// The links of an account, in the order of their creation.
    #[must_use]
    pub fn links(&self, account: &str) -> Vec<Link> {
        lock(&self.shared.store).links(Some(account))
    }

    /// The links of all accounts, in the order of their creation.
    #[must_use]
    pub fn all_links(&self) -> Vec<Link> {
        lock(&self.shared.store).links(None)
    }

    /// The records of an account.
    #[must_use]
    pub fn records(&self, account: &str) -> Vec<Record> {
        lock(&self.shared.store).records(Some(account))
    }

    /// Stores a record as if it had been created, and returns its id. `resource` is the path of the list without `/unified/`,
    /// such as `crm/contacts`.
    ///
    /// A text `id` in the record is kept, and replaces an earlier record with the same id. A value that is not an object
    /// becomes the member `value` of a record.
    #[expect(clippy::must_use_candidate, reason = "a test may not need the id")]
    pub fn keep(&self, account: &str, resource: &str, record: serde_json::Value) -> String {
        lock(&self.shared.store).keep(account, resource, record)
    }

    /// The last calls that reached the provider of an account, within the [limits](crate#limits).
    #[must_use]
    pub fn remote_calls(&self, account: &str) -> Vec<RemoteCall> {
        lock(&self.shared.store).remote_calls(Some(account))
    }

    /// All requests that came in, oldest first, including refused ones.
    #[must_use]
    pub fn requests(&self) -> Vec<SeenRequest> {
        self.shared.log.all()
    }

    /// Connects an account with a link token, as a user does who opens the link, and returns its id. `None` if the token is
    /// unknown, used or too old, and if there is no account after [`Outcome::ConnectionError`].
    ///
    /// A new account is one of Salesforce; [`connect_to`](Self::connect_to) connects to another provider. [`Outcome`] has an
    /// example. The route `GET /connect-account` does the same.
    #[expect(clippy::must_use_candidate, reason = "a test may not need the answer")]
    pub fn connect(&self, link_token: &str, outcome: Outcome) -> Option<String> {
        self.connect_to(link_token, Provider::Salesforce, outcome)
    }

    /// Connects an account as [`connect`](Self::connect) does, at this provider. An account that is connected again stays with
    /// its own provider.
    #[expect(clippy::must_use_candidate, reason = "a test may not need the answer")]
    pub fn connect_to(&self, link_token: &str, provider: Provider, outcome: Outcome) -> Option<String> {
        connect::connect(&self.shared, link_token, provider, outcome).ok().flatten()
    }

    /// The status of an account. `None` if there is no such account.
    #[must_use]
    pub fn account_status(&self, account: &str) -> Option<AccountStatus> {
        self.shared.account_status(account)
    }

    /// Gives an account a status, tells the webhooks, and returns whether there is such an account.
    ///
    /// An account that gets [`AccountStatus::NeedsReauth`] like this is refused by its provider until it is connected again, or
    /// gets new credentials or another status. A scripted 401 of the provider does not last: the next success ends it.
    #[expect(clippy::must_use_candidate, reason = "a test may not need the answer")]
    pub fn set_account_status(&self, account: &str, status: AccountStatus) -> bool {
        let reason = match status {
            AccountStatus::NeedsReauth => return self.shared.revoke(account),
            AccountStatus::ValidationError => Some("The credentials are not valid"),
            AccountStatus::PostInstallError => Some("A step after the connection failed"),
            _ => None,
        };
        self.shared.set_status(account, status, reason)
    }

    /// Sends an event to the webhooks that ask for it, such as `record:created`.
    #[expect(clippy::needless_pass_by_value, reason = "callers pass a `json!` literal")]
    pub fn emit(&self, event: &str, payload: serde_json::Value) {
        self.shared.emit(event, &payload);
    }

    /// Starts the run of a cron trigger, as if its time had come, and returns the id of the run. `None` if there is no such
    /// trigger, if it was not scheduled, or if its account is not active.
    #[expect(clippy::must_use_candidate, reason = "a test may not need the answer")]
    pub fn fire_trigger(&self, trigger: &str) -> Option<String> {
        triggers::fire(&self.shared, trigger)
    }

    /// The attempts to deliver events, oldest first, within the [limits](crate#limits).
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.platform.deliveries()
    }

    /// Returns when nothing is left to do: no delivery, no repetition, no run and no step of a connection. A run that waits at
    /// a limit goes on when the test moves the clock.
    pub async fn settled(&self) {
        self.shared.work.settled().await;
    }

    /// Scripts a fault. It comes after the faults that were scripted before.
    pub fn script(&self, fault: Fault) {
        self.shared.script.push(fault);
    }

    /// The scripted faults that are not used up.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.script.waiting()
    }

    /// Removes all scripted faults.
    pub fn clear_faults(&self) {
        self.shared.script.clear();
    }

    /// Makes every `stream` answer at least this many bytes of NDJSON long: the requested records, then generated ones.
    /// 0 turns it off.
    pub fn stream_bytes(&self, at_least: u64) {
        self.shared.stream_bytes.store(at_least, Ordering::Relaxed);
    }

    /// The clock of the rate limits.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.settings.clock
    }

    /// Moves the clock forward, so that a test need not wait for a window.
    pub fn advance(&self, by: Duration) {
        self.clock().advance(by);
    }

    /// Removes everything that happened: links, records, log, faults, idempotency keys, windows, and the rows of the platform.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Stops the sandbox, and returns when its port is free again.
    pub async fn shutdown(mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown().await;
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.stop();
    }
}

impl From<&Sandbox> for SandboxService {
    fn from(sandbox: &Sandbox) -> Self {
        sandbox.service()
    }
}

/// Builds a [`Sandbox`]. Every setting has a default that suits a test.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is started"]
pub struct SandboxBuilder {
    address: SocketAddr,
    settings: Settings,
}

impl SandboxBuilder {
    /// Sets the port to listen on. Default: 0, which means any free port.
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Sets the address to listen on. Default: 127.0.0.1. Beyond loopback the control routes need the token.
    pub fn host(mut self, host: IpAddr) -> Self {
        self.address.set_ip(host);
        self.settings.control_needs_token = !host.is_loopback();
        self
    }

    /// Sets the token. An empty token is ignored.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        let token = token.into();
        if !token.is_empty() {
            self.settings.token = token;
        }
        self
    }

    /// Adds an account. It replaces an account with the same id.
    pub fn account(mut self, account: Account) -> Self {
        self.settings.accounts.insert(account.id().to_owned(), account);
        self
    }

    /// Adds the endpoints of a list, as [`endpoint`](Self::endpoint) does. [`endpoints!`](truto_core::endpoints) makes lists.
    pub fn endpoints(self, endpoints: impl Borrow<Registry>) -> Self {
        endpoints.borrow().iter().fold(self, Self::endpoint)
    }

    /// Adds an endpoint. It replaces an endpoint with the same method and path.
    ///
    /// Its requests are validated with its contract. The endpoint keeps records and answers them; an endpoint that the sandbox
    /// serves anyway keeps its special behaviour.
    pub fn endpoint(mut self, registration: Registration) -> Self {
        self.settings.registry = self.settings.registry.with(registration);
        self
    }

    /// Adds an endpoint whose answers the test gives, for custom methods and all that the sandbox cannot know.
    ///
    /// The function is called after all checks: token, account, limits, contract, idempotency key. Its answer is sent as it is,
    /// in every format. [`CustomCall`] has an example.
    pub fn answer<E: Endpoint>(mut self, answer: impl Fn(CustomCall<'_, E>) -> Answer + Send + Sync + 'static) -> Self {
        self.settings.answers.add(answer);
        self.endpoint(Registration::of::<E>())
    }

    /// Answers calls of the custom API with this method and path, such as `/v1/tickets`. A `*` at the end matches anything.
    ///
    /// A JSON answer is sent in the envelope of the custom API, and any other answer as it is. [`ForwardedCall`] has an example.
    /// A call without such an answer is echoed.
    pub fn answer_custom(
        mut self,
        method: http::Method,
        path: impl AsRef<str>,
        answer: impl Fn(&ForwardedCall<'_>) -> Answer + Send + Sync + 'static,
    ) -> Self {
        self.settings.forwarded.add(method, path.as_ref(), answer);
        self
    }

    /// Sets whether resources that no endpoint declares are served too: any names of model and resource, with records of any
    /// form. Default: `false`, so that a test finds the endpoints that it lacks.
    pub fn any_model(mut self, any: bool) -> Self {
        self.settings.any_model = any;
        self
    }

    /// Sets the shape of the capabilities of an account. Default: [`CapabilitiesShape::Captured`].
    pub fn capabilities_shape(mut self, shape: CapabilitiesShape) -> Self {
        self.settings.capabilities_shape = shape;
        self
    }

    /// Sets the rate limits. Default: [`RateLimits::off`].
    pub fn rate_limits(mut self, limits: RateLimits) -> Self {
        self.settings.rate_limits = limits;
        self
    }

    /// Sets the clock of the rate limits. Default: [`Clock::system`].
    pub fn clock(mut self, clock: Clock) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Sets the largest size of a request body. A larger body is answered 413. Default: 1 MiB.
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_body_bytes = bytes;
        self
    }

    /// Sets the number of requests in the log, within the [limits](crate#limits). Default: 10,000. 0 turns it off.
    pub fn request_log(mut self, requests: usize) -> Self {
        self.settings.request_log = requests;
        self
    }

    /// Sets how many answers under idempotency keys are kept, within the [limits](crate#limits). Default: 10,000. A key whose answer is
    /// forgotten runs again.
    pub fn idempotency_keys(mut self, answers: usize) -> Self {
        self.settings.idempotency_keys = answers;
        self
    }

    /// Sets the minimal size of a `stream` answer, see [`Sandbox::stream_bytes`]. Default: 0, which turns it off.
    pub fn stream_bytes(mut self, at_least: u64) -> Self {
        self.settings.stream_bytes = at_least;
        self
    }

    /// Sets whether a list refuses [filters](crate#filters) that cannot be applied to the records. Default: `true`, so that no
    /// test passes by accident. With `false` such filters are ignored, as the API does it.
    pub fn strict_filters(mut self, strict: bool) -> Self {
        self.settings.strict_filters = strict;
        self
    }

    /// Sets a number that is part of request ids, so that a test can tell two sandboxes apart. Default: 0.
    pub fn seed(mut self, seed: u32) -> Self {
        self.settings.seed = seed;
        self
    }

    /// Gives every account [generated CRM data](crate#crm-data). The data of an account is made when it is called first.
    ///
    /// Then all accounts behave like connected CRMs: they date their records, and have the ids, formats and quirks of their
    /// providers. Default: no data.
    ///
    /// ```
    /// use truto_sandbox::{CrmData, Sandbox};
    ///
    /// let sandbox = Sandbox::builder().crm_data(CrmData::new().seed(7).records(500)).in_process();
    /// let records = sandbox.records(sandbox.accounts().salesforce);
    /// assert!(records.len() > 500);
    /// ```
    pub fn crm_data(mut self, data: CrmData) -> Self {
        self.settings.crm_data = Some(data);
        self
    }

    /// Sets the member of the platform's lists that holds the rows. Default: [`ListKey::Result`].
    pub fn list_key(mut self, key: ListKey) -> Self {
        self.settings.platform.list_key = key;
        self
    }

    /// Sets how long an account stays `connecting`, and how long each step of a run takes, on tokio's time. Default: 0, so that
    /// an account is active at once, and a run as soon as its events are delivered.
    pub fn step_time(mut self, step: Duration) -> Self {
        self.settings.platform.step = step;
        self
    }

    /// Sets the wait before the third and last repetition of a delivery. The first wait is a quarter of it, and the second is
    /// half of it. Default: 10 s. 0 repeats at once.
    pub fn longest_webhook_wait(mut self, wait: Duration) -> Self {
        self.settings.platform.longest_wait = wait;
        self
    }

    /// Starts the sandbox on a socket. It needs a tokio runtime.
    ///
    /// # Errors
    /// If the address cannot be bound, for example because the port is taken.
    pub async fn start(self) -> io::Result<Sandbox> {
        let address = self.address;
        let mut sandbox = self.in_process();
        let service = sandbox.service();
        sandbox.server = Some(Server::bind(address, move |stream| service.clone().serve(stream)).await?);
        Ok(sandbox)
    }

    /// Creates a sandbox without a socket, for calls through [`Sandbox::client`] or [`Sandbox::service`].
    #[must_use]
    pub fn in_process(self) -> Sandbox {
        let shared = Shared::new(self.settings);
        let service = SandboxService { router: router(Arc::clone(&shared)) };
        Sandbox { shared, service, server: None }
    }
}
