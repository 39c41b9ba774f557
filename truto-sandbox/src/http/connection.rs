//! One connection of the sandbox: hands the requests that come over it to the service.
//!
//! axum's own `serve` cannot drop a connection without an answer, so hyper is driven here.

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;

use crate::http::service::SandboxService;

/// The largest head of a request, which is its first line and its headers. More is answered 431, before all of it is
/// read.
const MAX_HEAD: usize = 64 << 10;

pub(crate) async fn serve(stream: TcpStream, service: SandboxService) {
    // Best effort: without it answers are only slower.
    drop(stream.set_nodelay(true));
    let mut http = http1::Builder::new();
    let connection =
        http.max_header_size(MAX_HEAD).serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    // An error is a client that went away, or a fault that was scripted: either way the connection is over.
    drop(connection.await);
}
