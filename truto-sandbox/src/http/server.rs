//! The socket: accepts connections, and owns them.
//!
//! All connections belong to one task. When that is stopped they end with it, in the middle of an answer too.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

/// A listening socket and the task that serves it. Dropping it stops both.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    /// Nothing is ever sent: the task stops when this is dropped.
    running: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    /// Listens, and has each connection served by the future that `serve` makes for it.
    pub(crate) async fn bind<S, C>(address: SocketAddr, serve: S) -> io::Result<Self>
    where
        S: FnMut(TcpStream) -> C + Send + 'static,
        C: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let (running, stopped) = oneshot::channel();
        Ok(Self { address, running, task: tokio::spawn(accept(listener, serve, stopped)) })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops, and returns once the port is free and every connection has ended.
    pub(crate) async fn shutdown(self) {
        drop(self.running);
        // It fails only where a runtime that shuts down has ended the task before.
        drop(self.task.await);
    }
}

async fn accept<S, C>(listener: TcpListener, mut serve: S, mut stopped: oneshot::Receiver<()>)
where
    S: FnMut(TcpStream) -> C,
    C: Future<Output = ()> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = &mut stopped => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream));
                }
                // Out of file descriptors, mostly: trying again at once would only burn the processor.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            },
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    connections.shutdown().await;
}
