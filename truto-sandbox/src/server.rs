//! The socket: accepts connections and hands their requests to the service.
//!
//! All connections belong to one task. When that is stopped they end with it, in the middle of an answer too.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use crate::service::SandboxService;

/// The largest head of a request, which is its first line and its headers. More is answered 431, before all of it is
/// read.
const MAX_HEAD: usize = 64 << 10;

/// A listening socket and the task that serves it.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn bind(address: SocketAddr, service: SandboxService) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        Ok(Self { address, task: tokio::spawn(accept(listener, service)) })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) async fn shutdown(mut self) {
        self.task.abort();
        // Cancelled is what was asked for; the listener is closed either way.
        drop((&mut self.task).await);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, service: SandboxService) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, service.clone()));
                }
                // Out of file descriptors, mostly: trying again at once would only burn the processor.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            },
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
}

async fn serve(stream: TcpStream, service: SandboxService) {
    // Best effort: without it answers are only slower.
    drop(stream.set_nodelay(true));
    let mut http = http1::Builder::new();
    let connection =
        http.max_header_size(MAX_HEAD).serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    // An error is a client that went away, or a fault that was scripted: either way the connection is over.
    drop(connection.await);
}
