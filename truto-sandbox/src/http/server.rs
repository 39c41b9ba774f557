//! A listening socket. One task owns all connections, so they end with it, even in the middle of an answer.

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

/// A free port of 127.0.0.1.
pub(crate) const ANY_PORT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// A listening socket and the task that serves it. Dropping it stops both.
#[derive(Debug)]
pub(crate) struct Server {
    url: String,
    /// The task stops when this sender is dropped. Nothing is sent.
    running: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    /// Listens on an address, and spawns the future of `serve` for each connection.
    pub(crate) async fn bind<S, C>(address: SocketAddr, mut serve: S) -> io::Result<Self>
    where
        S: FnMut(TcpStream) -> C + Send + 'static,
        C: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind(address).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let (running, mut stopped) = oneshot::channel();
        let task = async move {
            let mut connections = JoinSet::new();
            loop {
                tokio::select! {
                    _ = &mut stopped => break,
                    accepted = listener.accept() => match accepted {
                        Ok((stream, _)) => {
                            connections.spawn(serve(stream));
                        }
                        // Mostly there are too many open files. An immediate retry would only burn CPU time.
                        Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                    },
                    Some(_) = connections.join_next(), if !connections.is_empty() => {}
                }
            }
            drop(listener);
            connections.shutdown().await;
        };
        Ok(Self { url, running, task: tokio::spawn(task) })
    }

    /// The base URL: scheme, host and port.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops the server, and returns when the port is free and every connection has ended.
    pub(crate) async fn shutdown(self) {
        drop(self.running);
        // An error means that the runtime shuts down and has ended the task already.
        drop(self.task.await);
    }
}
