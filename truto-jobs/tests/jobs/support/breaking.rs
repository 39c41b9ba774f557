//! A wire to PostgreSQL that breaks in the middle of commits: before the server sees one, or before the client sees its answer.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UnixStream};

/// The message by which a client commits.
const COMMIT: &[u8] = b"Q\0\0\0\x0bCOMMIT\0";

/// A wire that breaks.
#[derive(Debug)]
pub struct BreakingWire {
    pub address: SocketAddr,
    breaks: Arc<AtomicUsize>,
}

impl BreakingWire {
    /// A wire to this socket, on which each commit whose number can be divided by `every` breaks, in the two ways by turns.
    pub async fn to(socket: PathBuf, every: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let breaks = Arc::new(AtomicUsize::new(0));
        let (commits, broken) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&breaks));
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = UnixStream::connect(&socket).await.unwrap();
                tokio::spawn(carry(client, server, Arc::clone(&commits), Arc::clone(&broken), every));
            }
        });
        Self { address, breaks }
    }

    /// How often it broke.
    pub fn breaks(&self) -> usize {
        self.breaks.load(Ordering::Relaxed)
    }
}

async fn carry(
    mut client: TcpStream,
    mut server: UnixStream,
    commits: Arc<AtomicUsize>,
    breaks: Arc<AtomicUsize>,
    every: usize,
) {
    let (mut asked, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let Ok(count @ 1..) = read else { return };
                let is_commit = asked[..count].windows(COMMIT.len()).any(|bytes| bytes == COMMIT);
                let breaks_now = is_commit && (commits.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(every);
                let is_second_way = breaks_now && breaks.fetch_add(1, Ordering::Relaxed).is_multiple_of(2);
                if breaks_now && !is_second_way || server.write_all(&asked[..count]).await.is_err() {
                    return;
                }
                if is_second_way {
                    // The server has committed once it answers. The client never hears of it.
                    let _ = server.read(&mut answered).await;
                    return;
                }
            }
            read = server.read(&mut answered) => {
                let Ok(count @ 1..) = read else { return };
                if client.write_all(&answered[..count]).await.is_err() {
                    return;
                }
            }
        }
    }
}
