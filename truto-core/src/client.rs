//! The client and its builder.

pub(crate) mod account;
pub(crate) mod bulk;
pub mod scope;

use core::future::Future;
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::Request;
use tower_service::Service;

use crate::capabilities::cache::Cache;
use crate::client::account::{Account, Handle};
use crate::engine::{Caller, Engine};
use crate::error::{ConfigError, Error};
use crate::policy::hooks::{Hooks, RateLimited, Retry};
use crate::policy::limit::{LimitState, Limiters};
use crate::policy::settings::{Backoff, MinThroughput, OnLimit, RetryBudget, Settings, for_each_setting};
use crate::transport::Transport;
use crate::transport::base_url::BaseUrl;
use crate::transport::body::{Body, BoxError};
#[cfg(feature = "direct")]
use crate::transport::direct::Direct;
use crate::transport::pool::Pool;
use crate::transport::reqwest_client::{Configure, HAS_TLS, ReqwestConfig};
use crate::transport::token::{Fetch, Token, Tokens};

const DEFAULT_BASE_URL: &str = "https://api.truto.one";

/// A client of one Truto environment. Clones share connections and settings.
///
/// It gives the handles of accounts, and it is itself the handle of the platform's calls, which belong to no account: see
/// [`scope`](crate::scope).
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// let client = truto_core::Client::builder().token("an-api-token").build()?;
/// let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// assert!(!format!("{client:?} {account:?}").contains("an-api-token"));
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    handle: Handle,
}

impl Client {
    /// Builds a client from `TRUTO_API_TOKEN` and, if it is set, `TRUTO_BASE_URL`.
    ///
    /// # Errors
    /// [`Error::Config`] if the token is missing, or if either cannot be used.
    pub fn from_env() -> Result<Self, Error> {
        let token = variable("TRUTO_API_TOKEN", "token")?;
        let base_url = variable("TRUTO_BASE_URL", "base_url")?;
        ClientBuilder { token, base_url, ..Self::builder() }.build()
    }

    /// A builder with default settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A handle for the calls of one integrated account.
    ///
    /// # Errors
    /// [`Error::Config`] if `id` is not a UUID.
    pub fn account(&self, id: impl core::fmt::Display) -> Result<Account, Error> {
        Account::new(Arc::clone(&self.handle.caller.engine), &id.to_string())
    }

    /// What the limiters know at this moment: first of the calls that belong to the client, then of each account that is in use or was
    /// lately, in the order of their ids. It sends nothing, and copies for each account some forty bytes and its id.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// let client = truto_core::Client::builder().token("t").build()?;
    /// let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let limits = client.limits();
    /// assert_eq!(limits[1].account.as_deref(), Some(account.id()));
    /// assert_eq!((limits[1].on_the_wire, limits[1].waiting, limits[1].opens_in), (0, 0, None));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn limits(&self) -> Vec<LimitState> {
        self.handle.caller.engine.limiters.states()
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.handle
    }
}

impl core::fmt::Debug for Client {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Client").field("engine", &self.handle.caller.engine).finish()
    }
}

fn variable(name: &str, setting: &'static str) -> Result<Option<String>, Error> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(ConfigError::new(setting, format!("from `{name}` is not UTF-8"), "set it to UTF-8 text").into())
        }
    }
}

/// Makes a transport with this `connect_timeout`.
type MakeTransport = dyn FnOnce(Duration, &BaseUrl) -> Result<Transport, Error> + Send + Sync;

/// Settings of a [`Client`].
///
/// Only the token is required. Nothing is sent before the first call.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use std::time::Duration;
/// use truto_core::Client;
///
/// let client = Client::builder().token("an-api-token").deadline(Duration::from_secs(20)).build()?;
///
/// // A token is not sent over plain http by accident.
/// let error = Client::builder().token("an-api-token").base_url("http://gate.example").build().unwrap_err();
/// assert!(error.to_string().starts_with("`base_url` would send the token unencrypted to `gate.example`"));
/// # let _ = client;
/// # Ok(()) }
/// ```
#[must_use = "a builder does nothing until `build`"]
#[derive(Default)]
pub struct ClientBuilder {
    token: Option<String>,
    token_source: Option<Fetch>,
    base_url: Option<String>,
    connect_timeout: Option<Duration>,
    settings: Settings,
    hooks: Hooks,
    allow_plain_http: bool,
    configure_reqwest: Vec<Configure>,
    direct: Option<Box<MakeTransport>>,
    transport: Option<Transport>,
}

impl ClientBuilder {
    /// The API token. Required. No output of this crate shows it.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets a source of tokens that expire. It gives the first token, and a new token if one expires or is refused with 401. All
    /// calls that wait share one request for it. It replaces [`token`](Self::token).
    ///
    /// It may take as long as an attempt ([`attempt_timeout`](Self::attempt_timeout)). It is dropped with the last call that waits.
    /// An `async` block that uses `?` must name its error: `Ok::<_, std::io::Error>(token)`.
    ///
    /// ```
    /// use std::time::Duration;
    /// use truto_core::transport::Token;
    /// use truto_core::Client;
    ///
    /// async fn account_token() -> Result<Token, std::io::Error> {
    ///     Ok(Token::new("from-a-vault").expires_in(Duration::from_secs(15 * 60)))
    /// }
    ///
    /// # fn main() -> Result<(), truto_core::Error> {
    /// Client::builder().token_source(account_token).build()?;
    /// # Ok(()) }
    /// ```
    pub fn token_source<F, R, E>(mut self, source: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<Token, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        self.token_source = Some(Box::new(move || {
            let fetched = source();
            Box::pin(async move { fetched.await.map_err(Into::into) })
        }));
        self
    }

    /// Adds a hook that runs before a call is sent again. It must be quick, because the call waits for it.
    pub fn on_retry(mut self, hook: impl Fn(&Retry<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.on_retry.push(Box::new(hook));
        self
    }

    /// Adds a hook that runs when a refusal closes an account's window. It must be quick, because the call waits for it.
    pub fn on_rate_limit(mut self, hook: impl Fn(&RateLimited<'_>) + Send + Sync + 'static) -> Self {
        self.hooks.on_rate_limit.push(Box::new(hook));
        self
    }

    /// The URL of the API. `https://api.truto.one` by default. A path prefix is kept.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Longest time to connect, name resolution and TLS included. 10 s by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// Allows plain http to hosts other than loopback. The token can then be read on the network. `Debug` shows this setting.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.allow_plain_http = allow;
        self
    }

    /// Configures the reqwest client: a proxy, a certificate authority, a client certificate. Further calls add to it.
    ///
    /// The closure runs when the client is built, and again after a connection stopped answering: the next attempt then uses a new
    /// reqwest client, and so a new connection.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use truto_core::{Client, reqwest};
    ///
    /// let proxy = reqwest::Proxy::https("http://proxy.example:3128")?;
    /// let builder = Client::builder().token("t").configure_reqwest(move |reqwest| reqwest.proxy(proxy.clone()));
    /// builder.build()?;
    /// # Ok(()) }
    /// ```
    ///
    /// Idle HTTP/2 connections are checked with a PING every 20 s and closed if it is not answered within 10 s. reqwest's
    /// `http2_keep_alive_…` methods change that.
    ///
    /// These settings are applied afterwards, because calls are not safe without them: no redirects, no referer, no retries by
    /// reqwest, [`connect_timeout`](Self::connect_timeout), and no proxy if the base URL is plain http to this machine without
    /// [`allow_plain_http`](Self::allow_plain_http).
    pub fn configure_reqwest(
        mut self,
        configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.configure_reqwest.push(Box::new(configure));
        self
    }

    /// Sends every request through the direct transport instead of reqwest. Its calls cost less, and it has fewer settings. The chapter
    /// [transports](crate::transport#which-transport) compares the two. [`configure_reqwest`](Self::configure_reqwest) and
    /// [`transport`](Self::transport) do not go with it.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// use truto_core::Client;
    /// use truto_core::transport::Direct;
    ///
    /// let client = Client::builder().token("an-api-token").direct(Direct::new()).build()?;
    /// # let _ = client;
    /// # Ok(()) }
    /// ```
    #[cfg(feature = "direct")]
    pub fn direct(mut self, settings: Direct) -> Self {
        self.direct = Some(Box::new(move |connect_timeout, base_url| settings.transport(connect_timeout, base_url)));
        self
    }

    /// Sends every request through a tower service instead of reqwest: a sandbox in the process, or a stack of layers.
    ///
    /// The service is cloned for each call. It connects by itself, without [`connect_timeout`](Self::connect_timeout). It must not
    /// follow redirects or repeat requests.
    ///
    /// ```
    /// use truto_core::transport::Body;
    /// use truto_core::Client;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// // Any tower layer in front of reqwest.
    /// let reqwest = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    /// let wire = tower::service_fn(move |request: http::Request<Body>| {
    ///     let reqwest = reqwest.clone();
    ///     async move {
    ///         let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))?;
    ///         reqwest.execute(request).await.map(http::Response::from)
    ///     }
    /// });
    /// let wire = tower::util::MapRequest::new(wire, |mut request: http::Request<Body>| {
    ///     request.headers_mut().insert("x-served-by", http::HeaderValue::from_static("imports"));
    ///     request
    /// });
    /// Client::builder().token("t").transport(wire).build()?;
    /// # Ok(()) }
    /// ```
    pub fn transport<S, B>(mut self, service: S) -> Self
    where
        S: Service<Request<Body>, Response = http::Response<B>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.transport = Some(Transport::service(service));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// [`Error::Config`] if the token is missing or does not fit into a header, if the base URL is not safe to send a token to, or
    /// if the transport cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let tokens = match (self.token_source, self.token) {
            (Some(source), _) => Tokens::source(source, self.settings.attempt_timeout),
            (None, Some(token)) => Tokens::fixed(&token)?,
            (None, None) => {
                let fix = "give an API token, or set `TRUTO_API_TOKEN`";
                return Err(ConfigError::new("token", "is not set", fix).into());
            }
        };
        let connect_timeout = self.connect_timeout.unwrap_or(Duration::from_secs(10));
        let base_url = BaseUrl::parse(self.base_url.as_deref().unwrap_or(DEFAULT_BASE_URL), self.allow_plain_http)?;
        let other = match (&self.transport, &*self.configure_reqwest) {
            (Some(_), _) => Some("transport"),
            (None, [_, ..]) => Some("configure_reqwest"),
            (None, []) => None,
        };
        if let (Some(_), Some(other)) = (&self.direct, other) {
            let problem = format!("is set together with `{other}`");
            let fix = "remove it, or the other: a client has one transport";
            return Err(ConfigError::new("direct", problem, fix).into());
        }
        let transport = match (self.transport, self.direct) {
            (Some(transport), _) => transport,
            (None, _) if base_url.port() == 0 => {
                let problem = "has port 0, which no server can listen on";
                let fix = "set the server's port; for a sandbox in the process use `.transport(sandbox.service())`";
                return Err(ConfigError::new("base_url", problem, fix).into());
            }
            (None, _) if base_url.is_https() && !HAS_TLS => {
                let problem = "is https, but this build has no TLS";
                return Err(ConfigError::new("base_url", problem, "enable the feature `rustls` or `native-tls`").into());
            }
            (None, Some(make)) => make(connect_timeout, &base_url)?,
            (None, None) => {
                let config =
                    ReqwestConfig { configure: self.configure_reqwest, connect_timeout, base_url: base_url.clone() };
                Transport::Reqwest(Arc::new(Pool::new(Box::new(move |keep| config.client(keep)))?))
            }
        };
        let engine = Engine {
            transport,
            base_url,
            allow_plain_http: self.allow_plain_http,
            tokens,
            connect_timeout,
            settings: self.settings,
            limiters: Limiters::default(),
            capabilities: Cache::default(),
            hooks: self.hooks,
            random: getrandom::fill,
            wall: SystemTime::now,
        };
        let limiter = Arc::clone(&engine.limiters.of_client);
        Ok(Client { handle: Handle::new(Caller { engine: Arc::new(engine), limiter, account: None }) })
    }
}

macro_rules! setters {
    ($($(#[$docs:meta])+ $name:ident: $type:ty = $default:expr,)+) => {
        impl ClientBuilder {
            $($(#[$docs])+
            pub fn $name(mut self, $name: $type) -> Self {
                self.settings.$name = $name;
                self
            })+
        }
    };
}
for_each_setting!(setters);

impl core::fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("token", &self.token.as_ref().map(|_| "***"))
            .field("settings", &self.settings)
            .field("allow_plain_http", &self.allow_plain_http)
            .finish_non_exhaustive()
    }
}
