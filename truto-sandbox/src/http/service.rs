//! The sandbox as a `tower::Service`, which answers with a socket or without.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tower::ServiceExt;

use crate::fault::Disconnect;

/// Answers requests in the process. Clones share one sandbox. [`Sandbox::client`](crate::Sandbox::client) uses it as the
/// transport of a typed client.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tower::ServiceExt;
/// use truto_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder().in_process();
/// let request = http::Request::get("/ping").body(axum::body::Body::empty())?;
/// let answer = sandbox.service().oneshot(request).await?;
/// assert_eq!(answer.status(), 200);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct SandboxService {
    pub(crate) router: Router,
}

/// The largest size of the request line with the headers. A larger head is answered 431.
const MAX_HEAD: usize = 64 << 10;

impl SandboxService {
    /// Answers the requests of a connection.
    ///
    /// axum's `serve` cannot close a connection without an answer, so this function drives hyper itself.
    pub(crate) async fn serve(self, stream: TcpStream) {
        // Without this option answers are only slower.
        drop(stream.set_nodelay(true));
        let mut http = http1::Builder::new();
        let connection =
            http.max_header_size(MAX_HEAD).serve_connection(TokioIo::new(stream), TowerToHyperService::new(self));
        // An error means that the client went away, or that a scripted fault closed the connection.
        drop(connection.await);
    }
}

/// The error of [`Fault::close`](crate::Fault::close): the connection was closed without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disconnected;

impl std::fmt::Display for Disconnected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the sandbox closed the connection without an answer, as it was told to")
    }
}

impl std::error::Error for Disconnected {}

impl<B> tower_service::Service<Request<B>> for SandboxService
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Body>;
    type Error = Disconnected;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Disconnected>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Disconnected>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let router = self.router.clone();
        Box::pin(async move {
            let Ok(response) = router.oneshot(request.map(Body::new)).await;
            let is_closed = response.extensions().get::<Disconnect>().is_some();
            if is_closed { Err(Disconnected) } else { Ok(response) }
        })
    }
}
