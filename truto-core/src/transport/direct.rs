//! The direct transport: hyper-util's client with our settings, and no second client above it.
//!
//! It costs less than reqwest, because it parses no URL and has no layers for redirects, cookies and decompression, which are ours.

mod connect;
mod tls;

use core::fmt::Display;
use core::future::Future;
use core::time::Duration;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{HeaderValue, Request, Response, Uri};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::client::legacy;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use crate::error::{ConfigError, Error};
use crate::transport::Transport;
use crate::transport::base_url::BaseUrl;
use crate::transport::body::BoxError;
use crate::transport::direct::connect::Connector;
use crate::transport::direct::tls::Trust;
use crate::transport::pool::{Connections, Keep, Pool};
use crate::transport::reqwest_client::{PING_INTERVAL, PING_TIMEOUT};

pub(super) use connect::ConnectTimeout;

/// The name of the setting in errors.
const SETTING: &str = "direct";

/// Finds the addresses of a host.
type Resolver = dyn Fn(&str) -> BoxFuture<'static, Result<Vec<SocketAddr>, BoxError>> + Send + Sync;

/// The settings of the direct transport ([`ClientBuilder::direct`](crate::settings::ClientBuilder::direct)).
///
/// By default it trusts the certificate store of the system and uses the proxies of the environment (`HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY` and `NO_PROXY`, or in lower case), as reqwest does. A proxy is http or https; SOCKS needs reqwest.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use std::time::Duration;
/// use truto_core::Client;
/// use truto_core::transport::Direct;
///
/// let direct = Direct::new().proxy("http://proxy.example:3128").pool_idle_timeout(Duration::from_secs(30));
/// let client = Client::builder().token("an-api-token").direct(direct).build()?;
/// # let _ = client;
/// # Ok(()) }
/// ```
#[must_use = "settings do nothing until `ClientBuilder::direct`"]
#[derive(Clone)]
pub struct Direct {
    proxies: Proxies,
    /// PEM texts. Empty for the certificate store of the system.
    trusted: Vec<Vec<u8>>,
    resolver: Option<Arc<Resolver>>,
    pool_idle_timeout: Duration,
    pool_max_idle_per_host: usize,
    http2_prior_knowledge: bool,
}

#[derive(Clone)]
enum Proxies {
    Environment,
    Nothing,
    Url(String),
}

impl Direct {
    /// The default settings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Connects without a proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.proxies = Proxies::Nothing;
        self
    }

    /// Connects through this proxy, whatever the environment says. A user name and a password in the URL are sent to the proxy, and
    /// no output of this crate shows them.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxies = Proxies::Url(url.into());
        self
    }

    /// Trusts the certificates of this PEM text, and not the store of the system. Further calls add to it.
    pub fn certificates_only(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.trusted.push(pem.into());
        self
    }

    /// Resolves host names with this function instead of the system's resolver. The addresses are tried in their order, without their
    /// ports.
    ///
    /// ```
    /// use std::net::{IpAddr, Ipv4Addr};
    /// use truto_core::transport::Direct;
    ///
    /// // The address of a gateway in the same network.
    /// let gateway = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 7));
    /// let direct = Direct::new().resolver(move |_host| async move { Ok::<_, std::io::Error>(vec![gateway]) });
    /// # let _ = direct;
    /// ```
    pub fn resolver<F, R, E>(mut self, resolve: F) -> Self
    where
        F: Fn(String) -> R + Send + Sync + 'static,
        R: Future<Output = Result<Vec<IpAddr>, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        self.resolver = Some(Arc::new(move |host| {
            let found = resolve(host.to_owned());
            Box::pin(async move {
                let addresses = found.await.map_err(Into::into)?;
                // The connector puts the port of the URL in place of 0.
                Ok(addresses.into_iter().map(|address| SocketAddr::new(address, 0)).collect())
            })
        }));
        self
    }

    /// How long an idle connection is kept. 90 s by default.
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.pool_idle_timeout = timeout;
        self
    }

    /// How many idle HTTP/1.1 connections are kept. No limit by default.
    pub fn pool_max_idle_per_host(mut self, most: usize) -> Self {
        self.pool_max_idle_per_host = most;
        self
    }

    /// Speaks HTTP/2 on every connection, over plain http too. By default TLS negotiates it, and plain http is HTTP/1.1.
    pub fn http2_prior_knowledge(mut self) -> Self {
        self.http2_prior_knowledge = true;
        self
    }

    /// # Errors
    /// As [`DirectConfig::new`].
    pub(crate) fn transport(self, connect_timeout: Duration, base_url: &BaseUrl) -> Result<Transport, Error> {
        let config = DirectConfig::new(self, connect_timeout, base_url)?;
        Ok(Transport::Direct(Arc::new(Pool::new(Box::new(move |keep| Ok(config.client(keep))))?)))
    }
}

impl Default for Direct {
    fn default() -> Self {
        Self {
            proxies: Proxies::Environment,
            trusted: Vec::new(),
            resolver: None,
            pool_idle_timeout: Duration::from_secs(90),
            pool_max_idle_per_host: usize::MAX,
            http2_prior_knowledge: false,
        }
    }
}

impl core::fmt::Debug for Direct {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let proxy = match self.proxies {
            Proxies::Environment => "environment",
            Proxies::Nothing => "none",
            Proxies::Url(_) => "***",
        };
        f.debug_struct("Direct")
            .field("proxy", &proxy)
            .field("pool_idle_timeout", &self.pool_idle_timeout)
            .field("pool_max_idle_per_host", &self.pool_max_idle_per_host)
            .field("http2_prior_knowledge", &self.http2_prior_knowledge)
            .finish_non_exhaustive()
    }
}

/// How direct clients are made.
struct DirectConfig {
    connector: Connector,
    proxy_authorization: Option<HeaderValue>,
    settings: Direct,
}

impl DirectConfig {
    /// # Errors
    /// [`Error::Config`] if the proxy or a certificate cannot be used, or if the system has no certificates.
    fn new(settings: Direct, connect_timeout: Duration, base_url: &BaseUrl) -> Result<Self, Error> {
        let target = base_url.uri("/").map_err(|error| refused(&error, "check `base_url`"))?;
        let proxy = proxy(&settings.proxies, &target, base_url)?;
        // Plain http needs no certificates, except for a proxy with TLS.
        let trust = match &*settings.trusted {
            [] if base_url.is_https() => Trust::System,
            [] if proxy.as_ref().is_some_and(|proxy| proxy.uri().scheme() == Some(&Scheme::HTTPS)) => {
                Trust::SystemIfAny
            }
            trusted => Trust::Only(trusted),
        };
        let protocols: &[&str] = if settings.http2_prior_knowledge { &["h2"] } else { &["h2", "http/1.1"] };
        let tls = tls::config(&trust, protocols)?;
        // An https server is told by `CONNECT` who asks, and a plain http proxy by each request.
        let proxy_authorization =
            proxy.as_ref().filter(|_| !base_url.is_https()).and_then(|proxy| proxy.basic_auth().cloned());
        let connector = Connector::new(tls, proxy, settings.resolver.clone(), connect_timeout);
        Ok(Self { connector, proxy_authorization, settings })
    }

    fn client(&self, keep: Keep) -> DirectClient {
        let settings = &self.settings;
        let most_idle = if keep == Keep::Nothing { 0 } else { settings.pool_max_idle_per_host };
        let hyper = legacy::Client::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(settings.pool_idle_timeout)
            .pool_max_idle_per_host(most_idle)
            .http2_only(settings.http2_prior_knowledge)
            .http2_keep_alive_interval(PING_INTERVAL)
            .http2_keep_alive_timeout(PING_TIMEOUT)
            .http2_keep_alive_while_idle(true)
            // A recipient must accept a header that is folded over several lines (RFC 9112 section 5.2).
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .build(self.connector.clone());
        DirectClient { hyper, proxy_authorization: self.proxy_authorization.clone() }
    }
}

/// The proxy on the way to the base URL, if there is one.
fn proxy(proxies: &Proxies, target: &Uri, base_url: &BaseUrl) -> Result<Option<Intercept>, Error> {
    // Plain http without leave is safe only on this machine, and a proxy may be elsewhere.
    if base_url.is_only_loopback() {
        return Ok(None);
    }
    match proxies {
        Proxies::Nothing => Ok(None),
        Proxies::Environment => Ok(Matcher::from_system().intercept(target)),
        Proxies::Url(url) => {
            let proxy = Matcher::builder().all(url.as_str()).build().intercept(target);
            let is_http = |proxy: &Intercept| matches!(proxy.uri().scheme_str(), Some("http" | "https"));
            // The URL is not repeated, because it may hold a password.
            proxy.filter(is_http).map(Some).ok_or_else(|| {
                let problem = "has a proxy that is not the URL of an http or https proxy";
                ConfigError::new(SETTING, problem, "give a URL such as `http://proxy.example:3128`").into()
            })
        }
    }
}

fn refused(error: &impl Display, fix: &'static str) -> Error {
    ConfigError::new(SETTING, format!("cannot be set up ({error})"), fix).into()
}

/// hyper-util's client, and what it does not know of a proxy.
pub(crate) struct DirectClient {
    hyper: legacy::Client<Connector, Full<Bytes>>,
    /// For requests that a proxy reads.
    proxy_authorization: Option<HeaderValue>,
}

impl Connections<DirectClient> {
    /// Sends one request and waits for the head of the answer.
    pub(crate) async fn request(&self, mut request: Request<Full<Bytes>>) -> Result<Response<Incoming>, legacy::Error> {
        if let Some(authorization) = &self.client.proxy_authorization {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization.clone());
        }
        let response = self.client.hyper.request(request).await?;
        self.answered(response.version());
        Ok(response)
    }
}
