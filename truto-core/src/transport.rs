//! What sends a request to the server: reqwest, the direct transport, or any tower service.
//!
//! # Which transport
//!
//! | | reqwest | [direct](https://docs.rs/truto-core/latest/truto_core/transport/struct.Direct.html), with the feature `direct` | a tower service |
//! |---|---|---|---|
//! | choose it with | nothing: it is the default | [`ClientBuilder::direct`](https://docs.rs/truto-core/latest/truto_core/settings/struct.ClientBuilder.html#method.direct) | [`ClientBuilder::transport`](crate::settings::ClientBuilder::transport) |
//! | instructions of one create call over HTTP/1.1, against the same call written by hand with reqwest and serde | 0.98 | 0.63 | those of the service |
//! | allocations, against the same | 0.85 | 0.45 | those of the service |
//! | proxies of the environment | yes | yes, but no SOCKS | as the service does |
//! | certificates | the system's store, and yours | the system's store, or yours | as the service does |
//! | client certificates, cookies, layers, versions of TLS | with [`configure_reqwest`](crate::settings::ClientBuilder::configure_reqwest) | no | as the service does |
//! | TLS | rustls, or the system's | rustls | as the service does |
//!
//! Begin with reqwest, because most programs wait for the server and not for their processor. The direct transport is for programs
//! that make very many calls. It is hyper-util's client, which is below reqwest too: HTTP/1.1 and HTTP/2, the same clocks and the same
//! errors. Every [fault](crate::faults) is tested over both. The figures are from `cargo run --release -p truto-benches --bin
//! create_call`.

pub(crate) mod base_url;
pub(crate) mod body;
#[cfg(feature = "direct")]
pub(crate) mod direct;
pub(crate) mod pool;
pub(crate) mod reqwest_client;
pub(crate) mod token;
mod urls;

use core::future::poll_fn;
use core::mem;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::{HeaderMap, Request, Response, StatusCode, Version};
use tower_service::Service;
#[cfg(feature = "direct")]
use {http_body_util::Full, hyper_util::client::legacy};

use crate::contract::Method;
use crate::error::NetworkKind;
use crate::transport::base_url::Target;
use crate::transport::body::BoxError;
#[cfg(feature = "direct")]
use crate::transport::direct::DirectClient;
use crate::transport::pool::{Connections, Pool};
use crate::transport::reqwest_client::ReqwestClient;

pub use body::Body;
#[cfg(feature = "direct")]
pub use direct::Direct;
pub use token::Token;

/// An error, or the cause of one.
type Cause = dyn core::error::Error + 'static;

/// Why a request got no answer.
#[derive(Debug)]
pub(crate) struct TransportError {
    pub(crate) kind: NetworkKind,
    /// Whether it is certain that nothing was sent.
    pub(crate) unsent: bool,
    /// Whether `connect_timeout` ran out.
    pub(crate) timed_out: bool,
    /// The chain of causes as one line, without the URL.
    pub(crate) cause: String,
}

/// A tower service, type-erased.
type SendRequest = dyn Fn(Request<Body>) -> BoxFuture<'static, Result<Response<Body>, BoxError>> + Send + Sync;

/// The transport of a client.
pub(crate) enum Transport {
    Reqwest(Arc<Pool<ReqwestClient>>),
    #[cfg(feature = "direct")]
    Direct(Arc<Pool<DirectClient>>),
    Service(Arc<SendRequest>),
}

/// The transport of one attempt.
#[derive(Clone)]
pub(crate) enum Wire {
    Reqwest(Arc<Connections<ReqwestClient>>),
    #[cfg(feature = "direct")]
    Direct(Arc<Connections<DirectClient>>),
    Service(Arc<SendRequest>),
}

/// The head of an answer, with the body to come.
pub(crate) struct Head {
    pub(crate) status: StatusCode,
    pub(crate) version: Version,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
}

impl Head {
    fn of(response: Response<Body>) -> Self {
        let (head, body) = response.into_parts();
        Self { status: head.status, version: head.version, headers: head.headers, body }
    }
}

impl Transport {
    /// A transport that sends each request through `service`.
    pub(crate) fn service<S, B>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>, Future: Send> + Clone + Send + 'static,
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        // The service is cloned for each call, as tower intends. The lock allows that for a service that is not `Sync`.
        let service = Mutex::new(service);
        Self::Service(Arc::new(move |request| {
            let mut service = service.lock().unwrap_or_else(PoisonError::into_inner).clone();
            async move {
                poll_fn(|cx| service.poll_ready(cx)).await.map_err(Into::into)?;
                let response = service.call(request).await.map_err(Into::into)?;
                Ok(response.map(Body::wrap))
            }
            .boxed()
        }))
    }

    /// The transport of the next attempt.
    pub(crate) fn wire(&self) -> Result<Wire, TransportError> {
        let unsent = |error| TransportError::unsent(&error);
        Ok(match self {
            Self::Reqwest(pool) => Wire::Reqwest(pool.connections().map_err(unsent)?),
            #[cfg(feature = "direct")]
            Self::Direct(pool) => Wire::Direct(pool.connections().map_err(unsent)?),
            Self::Service(service) => Wire::Service(Arc::clone(service)),
        })
    }
}

impl Wire {
    /// Sends one request and waits for the head of the answer.
    pub(crate) async fn send(
        &self,
        method: Method,
        target: Target<'_>,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> Result<Head, TransportError> {
        let method = match method {
            Method::Get => http::Method::GET,
            Method::Post => http::Method::POST,
            Method::Put => http::Method::PUT,
            Method::Patch => http::Method::PATCH,
            Method::Delete => http::Method::DELETE,
        };
        let has_body = body.as_ref().is_some_and(|body| !body.is_empty());
        match self {
            Self::Reqwest(connections) => {
                let sent = connections.execute(method, target, headers, body).await;
                let mut response = sent.map_err(|error| {
                    connections.failed(&error);
                    TransportError::of_reqwest(error, has_body)
                })?;
                connections.answered(response.version());
                let headers = mem::take(response.headers_mut());
                Ok(Head {
                    status: response.status(),
                    version: response.version(),
                    headers,
                    body: Body::from_reqwest(response),
                })
            }
            #[cfg(feature = "direct")]
            Self::Direct(connections) => {
                let request = request(method, target, headers, body.map(Full::new).unwrap_or_default())?;
                let sent = connections.request(request).await;
                let response = sent.map_err(|error| TransportError::of_hyper(&error, has_body))?;
                Ok(Head::of(response.map(Body::from_hyper)))
            }
            Self::Service(service) => {
                let request = request(method, target, headers, body.map(Body::from).unwrap_or_default())?;
                let sent = service(request).await;
                let error = |error| TransportError::of_service(error, has_body).without_query_of(target);
                sent.map(Head::of).map_err(error)
            }
        }
    }

    /// A clock ran out, so no later attempt uses the same connection. A tower service manages its own connections.
    pub(crate) fn fell_silent(&self) {
        match self {
            Self::Reqwest(connections) => connections.fell_silent(),
            #[cfg(feature = "direct")]
            Self::Direct(connections) => connections.fell_silent(),
            Self::Service(_) => {}
        }
    }

    /// Reading the body failed.
    pub(crate) fn body_failed(&self, error: &BoxError) {
        if let (Self::Reqwest(connections), Some(error)) = (self, error.downcast_ref()) {
            connections.failed(error);
        }
    }
}

/// A request with an absolute URI.
fn request<B>(
    method: http::Method,
    target: Target<'_>,
    headers: HeaderMap,
    body: B,
) -> Result<Request<B>, TransportError> {
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = target.uri().map_err(|error| TransportError::unsent(&error))?;
    *request.headers_mut() = headers;
    Ok(request)
}

impl core::fmt::Debug for Transport {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Reqwest(_) => "reqwest",
            #[cfg(feature = "direct")]
            Self::Direct(_) => "direct",
            Self::Service(_) => "service",
        })
    }
}

impl TransportError {
    fn of_reqwest(error: reqwest::Error, has_body: bool) -> Self {
        let error = error.without_url();
        let unsent = error.is_connect() || error.is_builder() || never_processed(&error, has_body);
        let kind = if error.is_connect() { connect_kind(&error) } else { NetworkKind::Exchange };
        Self { kind, unsent, timed_out: error.is_connect() && error.is_timeout(), cause: causes(&error) }
    }

    #[cfg(feature = "direct")]
    fn of_hyper(error: &legacy::Error, has_body: bool) -> Self {
        let unsent = error.is_connect() || never_processed(error, has_body);
        let kind = if error.is_connect() { connect_kind(error) } else { NetworkKind::Exchange };
        // The addresses of a host have a part of the time each, and say so in their own words.
        let timed_out = |cause: &Cause| {
            cause.is::<direct::ConnectTimeout>()
                || cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
        };
        let timed_out = error.is_connect() && chain(error).any(timed_out);
        Self { kind, unsent, timed_out, cause: causes(error) }
    }

    /// If the service is built on reqwest, its error says whether the request was sent. Other errors say it only in HTTP/2.
    fn of_service(error: BoxError, has_body: bool) -> Self {
        match error.downcast::<reqwest::Error>() {
            Ok(error) => Self::of_reqwest(*error, has_body),
            Err(error) => Self { unsent: never_processed(&*error, has_body), ..Self::exchange(&*error) },
        }
    }

    /// Hides the query, because a layer may name the URL in its own way.
    fn without_query_of(self, target: Target<'_>) -> Self {
        match target.uri().ok().as_ref().and_then(http::Uri::query) {
            Some(query) if !query.is_empty() => Self { cause: self.cause.replace(query, "…"), ..self },
            _ => self,
        }
    }

    fn unsent(error: &Cause) -> Self {
        Self { unsent: true, ..Self::exchange(error) }
    }

    fn exchange(error: &Cause) -> Self {
        Self { kind: NetworkKind::Exchange, unsent: false, timed_out: false, cause: causes(error) }
    }
}

/// An error and all its causes. An `io::Error` that wraps an error skips it in `source`.
fn chain(error: &Cause) -> impl Iterator<Item = &Cause> {
    core::iter::successors(Some(error), |error| {
        let wrapped = error.downcast_ref::<io::Error>().and_then(|error| error.get_ref());
        wrapped.map_or_else(|| error.source(), |wrapped| Some(wrapped))
    })
}

/// Why connecting failed.
fn connect_kind(error: &Cause) -> NetworkKind {
    for cause in chain(error) {
        #[cfg(feature = "rustls")]
        if cause.is::<rustls::Error>() {
            return NetworkKind::Tls;
        }
        #[cfg(feature = "native-tls")]
        if cause.is::<native_tls::Error>() {
            return NetworkKind::Tls;
        }
        // These two have no public type.
        match cause.to_string() {
            text if text == "dns error" => return NetworkKind::Dns,
            text if text.ends_with("proxy authorization required") => return NetworkKind::Proxy,
            _ => {}
        }
    }
    NetworkKind::Connect
}

/// Whether the server says that it did not process the request: it refused the stream, or closed the connection before it (RFC 9113
/// sections 6.8 and 8.7).
///
/// hyper reports a GOAWAY also for a stream that the server may have processed, if it arrives between the headers and the body. The
/// body is not sent then, so a request with a body was not processed. A request without a body may have been.
fn never_processed(error: &Cause, has_body: bool) -> bool {
    chain(error).filter_map(|cause| cause.downcast_ref::<h2::Error>()).any(|error| {
        let refused = error.reason() == Some(h2::Reason::REFUSED_STREAM) && (error.is_reset() || error.is_go_away());
        let closed = error.reason() == Some(h2::Reason::NO_ERROR) && error.is_go_away();
        error.is_remote() && (refused || (closed && has_body))
    })
}

/// An error and its causes as one line. A cause that a message above repeats is named once. For errors of reqwest and hyper-util, only the last
/// two: "tcp connect error: Connection refused (os error 111)". Those above name layers of libraries.
pub(crate) fn causes(error: &Cause) -> String {
    let mut said: Vec<String> = Vec::new();
    for cause in chain(error) {
        let text = cause.to_string();
        if !said.iter().any(|above| above.contains(&text)) {
            said.push(text);
        }
    }
    let is_layered = error.is::<reqwest::Error>();
    #[cfg(feature = "direct")]
    let is_layered = is_layered || error.is::<legacy::Error>();
    let floors = if is_layered { said.len().saturating_sub(2) } else { 0 };
    without_queries(&said[floors..].join(": "))
}

/// Removes the queries of URLs from a text, because they hold customers' data.
fn without_queries(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("://") {
        let end = |from: usize, ends: fn(char) -> bool| rest[from..].find(ends).map_or(rest.len(), |at| from + at);
        let over = end(start, |letter| letter.is_whitespace() || "()<>\"'`,".contains(letter));
        let query = end(start, |letter| "?#".contains(letter)).min(over);
        kept.push_str(&rest[..query]);
        rest = &rest[over..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_shows_no_query() {
        for (text, shown) in [
            ("no (https://a.example/b?c=d) there", "no (https://a.example/b) there"),
            ("https://a.example/b?c=d&e=https://f?g", "https://a.example/b"),
            ("`http://a/b#c`, http://d?e", "`http://a/b`, http://d"),
            ("what? https://a.example", "what? https://a.example"),
            ("://", "://"),
        ] {
            assert_eq!(without_queries(text), shown);
        }
    }
}
