//! What carries a request to the server: reqwest, or any tower service.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use tower_service::Service;
use url::Url;

use crate::body::{Body, BoxError};
use crate::contract::Method;
use crate::error::NetworkKind;

/// Why a transport got no answer.
#[derive(Debug)]
pub(crate) struct TransportError {
    pub(crate) kind: NetworkKind,
    /// Whether it is certain that no byte left.
    pub(crate) unsent: bool,
    /// The chain of causes as one line, without URL.
    pub(crate) cause: String,
}

/// Carries requests.
#[derive(Clone)]
pub(crate) enum Transport {
    Reqwest(reqwest::Client),
    Service(Arc<dyn ErasedService>),
}

impl Transport {
    /// A transport that hands each request to `service`.
    pub(crate) fn service<S, B>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>, Future: Send> + Clone + Send + 'static,
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        Self::Service(Arc::new(Shared(Mutex::new(service))))
    }

    /// Sends one request and waits for the head of the answer.
    pub(crate) async fn send(
        &self,
        method: Method,
        url: Url,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> Result<Response<Body>, TransportError> {
        match self {
            Self::Reqwest(client) => {
                let mut request = reqwest::Request::new(http_method(method), url);
                *request.headers_mut() = headers;
                *request.body_mut() = body.map(reqwest::Body::from);
                let response = client.execute(request).await.map_err(TransportError::of_reqwest)?;
                Ok(Response::from(response).map(Body::from_reqwest))
            }
            Self::Service(service) => {
                let mut request = Request::new(body.map(Body::from).unwrap_or_default());
                *request.method_mut() = http_method(method);
                *request.uri_mut() = url.as_str().parse().map_err(|error| TransportError::unsent(&error))?;
                *request.headers_mut() = headers;
                // Where nothing is known of the service, nothing is known of what it sent.
                service.send(request).await.map_err(|error| TransportError::exchange(&*error))
            }
        }
    }
}

impl core::fmt::Debug for Transport {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Reqwest(_) => "reqwest",
            Self::Service(_) => "service",
        })
    }
}

impl TransportError {
    fn of_reqwest(error: reqwest::Error) -> Self {
        let kind = if error.is_connect() { NetworkKind::Connect } else { NetworkKind::Exchange };
        let unsent = error.is_connect() || error.is_builder();
        Self { kind, unsent, cause: causes(&error.without_url()) }
    }

    fn unsent(error: &(dyn core::error::Error + 'static)) -> Self {
        Self { unsent: true, ..Self::exchange(error) }
    }

    fn exchange(error: &(dyn core::error::Error + 'static)) -> Self {
        Self { kind: NetworkKind::Exchange, unsent: false, cause: causes(error) }
    }
}

/// An error and its causes as one line. Libraries often repeat a cause in the message above it: each is said once.
pub(crate) fn causes(error: &(dyn core::error::Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let text = cause.to_string();
        if !line.contains(&text) {
            line.push_str(": ");
            line.push_str(&text);
        }
        next = cause.source();
    }
    line
}

fn http_method(method: Method) -> http::Method {
    match method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Put => http::Method::PUT,
        Method::Patch => http::Method::PATCH,
        Method::Delete => http::Method::DELETE,
    }
}

/// A tower service without its types.
pub(crate) trait ErasedService: Send + Sync {
    fn send(&self, request: Request<Body>) -> Pin<Box<dyn Future<Output = Result<Response<Body>, BoxError>> + Send>>;
}

/// A service is cloned for each call, as tower means it to be; the lock makes that possible for one that is not `Sync`.
struct Shared<S>(Mutex<S>);

impl<S, B> ErasedService for Shared<S>
where
    S: Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>, Future: Send> + Clone + Send + 'static,
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    fn send(&self, request: Request<Body>) -> Pin<Box<dyn Future<Output = Result<Response<Body>, BoxError>> + Send>> {
        let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            poll_fn(|cx| service.poll_ready(cx)).await.map_err(Into::into)?;
            let response = service.call(request).await.map_err(Into::into)?;
            Ok(response.map(Body::wrap))
        })
    }
}
