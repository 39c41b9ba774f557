//! Connections of the direct transport: TCP, the way through a proxy, TLS, all within one time limit.

use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::sync::Arc;
use std::vec;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http::Uri;
use http::uri::Scheme;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::net::TcpStream;
use tower_service::Service;

use crate::transport::body::BoxError;
use crate::transport::direct::Resolver;

/// Idle TCP connections are probed, and what is sent must be acknowledged, so that a dead peer is noticed. reqwest has the same times.
const TCP_KEEPALIVE: Duration = Duration::from_secs(15);
const TCP_KEEPALIVE_RETRIES: u32 = 3;
#[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
const TCP_USER_TIMEOUT: Duration = Duration::from_secs(30);

type Tcp = HttpConnector<HostResolver>;

/// Connects to the server. Clones are cheap, because hyper-util clones it for each request.
#[derive(Clone)]
pub(super) struct Connector(Arc<Shared>);

struct Shared {
    https: HttpsConnector<Route>,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(
        tls: ClientConfig,
        proxy: Option<Intercept>,
        resolver: Option<Arc<Resolver>>,
        timeout: Duration,
    ) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(HostResolver(resolver));
        // The addresses of a host share the time.
        tcp.set_connect_timeout(Some(timeout));
        tcp.set_nodelay(true);
        tcp.enforce_http(false);
        tcp.set_keepalive(Some(TCP_KEEPALIVE));
        tcp.set_keepalive_interval(Some(TCP_KEEPALIVE));
        tcp.set_keepalive_retries(Some(TCP_KEEPALIVE_RETRIES));
        #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
        tcp.set_tcp_user_timeout(Some(TCP_USER_TIMEOUT));
        // A proxy speaks HTTP/1.1.
        let mut tls_to_proxy = tls.clone();
        tls_to_proxy.alpn_protocols.clear();
        let route = Route { tcp, tls_to_proxy: Arc::new(tls_to_proxy), proxy: proxy.map(Arc::new) };
        Self(Arc::new(Shared { https: HttpsConnector::from((route, tls)), timeout }))
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Link>;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let (mut https, timeout) = (self.0.https.clone(), self.0.timeout);
        async move { tokio::time::timeout(timeout, https.call(to)).await.unwrap_or_else(|_| Err(ConnectTimeout.into())) }
            .boxed()
    }
}

/// `connect_timeout` ran out.
#[derive(Debug)]
pub(crate) struct ConnectTimeout;

impl core::fmt::Display for ConnectTimeout {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("connecting took too long")
    }
}

impl core::error::Error for ConnectTimeout {}

/// The way to the server, below its TLS.
#[derive(Clone)]
struct Route {
    tcp: Tcp,
    tls_to_proxy: Arc<ClientConfig>,
    proxy: Option<Arc<Intercept>>,
}

impl Service<Uri> for Route {
    type Response = Link;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Link, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let Self { mut tcp, tls_to_proxy, proxy } = self.clone();
        async move {
            let Some(proxy) = proxy else {
                return Ok(Link { stream: MaybeHttpsStream::Http(tcp.call(to).await?), reads_requests: false });
            };
            let mut to_proxy = HttpsConnector::from((tcp, tls_to_proxy));
            if to.scheme() != Some(&Scheme::HTTPS) {
                return Ok(Link { stream: to_proxy.call(proxy.uri().clone()).await?, reads_requests: true });
            }
            let mut tunnel = Tunnel::new(proxy.uri().clone(), to_proxy);
            if let Some(authorization) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(authorization.clone());
            }
            Ok(Link { stream: tunnel.call(to).await?, reads_requests: false })
        }
        .boxed()
    }
}

/// A connection to the server or to a proxy.
pub(super) struct Link {
    stream: MaybeHttpsStream<TokioIo<TcpStream>>,
    /// Whether a proxy reads the requests, so that they have to name the server.
    reads_requests: bool,
}

impl Connection for Link {
    fn connected(&self) -> Connected {
        self.stream.connected().proxy(self.reads_requests)
    }
}

impl Read for Link {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl Write for Link {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bytes)
    }
}

/// The system's resolver, or that of the caller.
#[derive(Clone)]
struct HostResolver(Option<Arc<Resolver>>);

impl Service<Name> for HostResolver {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        match &self.0 {
            Some(resolver) => {
                let found = resolver(name.as_str());
                async move { Ok(found.await?.into_iter()) }.boxed()
            }
            None => {
                let found = GaiResolver::new().call(name);
                async move { Ok(found.await?.collect::<Vec<_>>().into_iter()) }.boxed()
            }
        }
    }
}
