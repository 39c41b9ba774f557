//! How reqwest clients are made: the user's settings first, and then those that calls are not safe without.

use core::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use crate::error::{ConfigError, Error};
use crate::transport::base_url::{BaseUrl, Target};
use crate::transport::causes;
use crate::transport::pool::{Connections, Keep};
use crate::transport::urls::Urls;

/// Whether this build supports https.
pub(crate) const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));

/// How often an idle HTTP/2 connection is checked with a PING, and how long the answer may take.
pub(crate) const PING_INTERVAL: Duration = Duration::from_secs(20);
pub(crate) const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// Changes the settings of a reqwest client.
pub(crate) type Configure = Box<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

/// How reqwest clients are made.
pub(crate) struct ReqwestConfig {
    pub(crate) configure: Vec<Configure>,
    pub(crate) connect_timeout: Duration,
    pub(crate) base_url: BaseUrl,
}

impl ReqwestConfig {
    pub(crate) fn client(&self, keep: Keep) -> Result<ReqwestClient, Error> {
        let made = match self.builder(keep).build() {
            // It fails on a machine without certificates. Plain http does not need them, except for a proxy with TLS.
            Err(_) if !self.base_url.is_https() => without_certificates(self.builder(keep)).build(),
            made => made,
        };
        made.map(|client| ReqwestClient { client, urls: Urls::default() }).map_err(|error| {
            if has_no_certificates(&error) {
                let problem = "has no CA certificates, because this machine has no readable certificate store";
                let fix = "install the package `ca-certificates`, set `SSL_CERT_FILE`, or add certificates with `configure_reqwest`";
                return ConfigError::new("transport", problem, fix).into();
            }
            ConfigError::new("transport", format!("cannot be set up ({})", causes(&error)), "check `configure_reqwest`")
                .into()
        })
    }

    fn builder(&self, keep: Keep) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder()
            .http2_keep_alive_interval(PING_INTERVAL)
            .http2_keep_alive_timeout(PING_TIMEOUT)
            .http2_keep_alive_while_idle(true);
        let mut builder = self.configure.iter().fold(builder, |builder, configure| configure(builder));
        if self.base_url.is_only_loopback() {
            // Plain http is safe only on this machine, and a proxy may be elsewhere. Without a proxy no certificates are needed.
            builder = without_certificates(builder.no_proxy());
        }
        if keep == Keep::Nothing {
            builder = builder.pool_max_idle_per_host(0);
        }
        // reqwest 0.13.5 restores `Authorization` on the second hop of a cross-origin redirect chain, and sends the query in
        // `Referer`. Its retries ignore idempotency keys, and its decoders, which another crate may have enabled, ignore our caps.
        builder
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            // Without `max_retries_per_request`, `never` copies each request for a second attempt that it then does not make.
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            // A recipient must accept a header that is folded over several lines (RFC 9112 section 5.2).
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .connect_timeout(self.connect_timeout)
    }
}

/// A reqwest client, and the URLs of its requests.
pub(crate) struct ReqwestClient {
    client: reqwest::Client,
    urls: Urls,
}

impl Connections<ReqwestClient> {
    /// Sends one request. The future waits for the head of the answer. It keeps nothing of what the request is made from, as that of
    /// an `async fn` would.
    pub(crate) fn execute(
        &self,
        method: http::Method,
        target: Target<'_>,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> impl Future<Output = Result<reqwest::Response, reqwest::Error>> + use<> {
        let ReqwestClient { client, urls } = &self.client;
        // Reads differ in their queries, and are rarely repeated.
        let url = if body.is_some() { urls.get(target) } else { target.url() };
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        *request.body_mut() = body.map(reqwest::Body::from);
        client.execute(request)
    }

    /// Checks whether a timeout of reqwest ran out, which a user may set.
    pub(crate) fn failed(&self, error: &reqwest::Error) {
        if error.is_timeout() && !error.is_connect() {
            self.fell_silent();
        }
    }
}

/// A client without CA certificates.
fn without_certificates(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    let builder = builder.tls_certs_only([]);
    builder
}

/// Whether a client cannot be made because the system has no certificates.
fn has_no_certificates(error: &reqwest::Error) -> bool {
    #[cfg(feature = "rustls")]
    if let Some(error) = core::error::Error::source(error).and_then(|cause| cause.downcast_ref()) {
        return says_no_certificates(error);
    }
    let _ = error;
    false
}

/// Whether an error of rustls-platform-verifier, which has no type for it, says that the system has no certificates.
#[cfg(feature = "rustls")]
pub(crate) fn says_no_certificates(error: &rustls::Error) -> bool {
    matches!(error, rustls::Error::General(text) if text.contains("CA certificates"))
}
