//! Serves the requests of a connection with the service.
//!
//! axum's `serve` cannot close a connection without an answer, so this module drives hyper itself.

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;

use crate::http::service::SandboxService;

/// The largest size of the request line with the headers. A larger head is answered 431.
const MAX_HEAD: usize = 64 << 10;

pub(crate) async fn serve(stream: TcpStream, service: SandboxService) {
    // Without this option answers are only slower.
    drop(stream.set_nodelay(true));
    let mut http = http1::Builder::new();
    let connection =
        http.max_header_size(MAX_HEAD).serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    // An error means that the client went away, or that a scripted fault closed the connection.
    drop(connection.await);
}
