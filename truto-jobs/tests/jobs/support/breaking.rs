//! A wire to PostgreSQL that breaks in the middle of commits: before the server sees one, or before the client sees its answer.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UnixStream};

/// The message by which a client commits.
const COMMIT: &[u8] = b"Q\0\0\0\x0bCOMMIT\0";

/// Where a wire breaks.
#[derive(Clone, Copy, Debug)]
pub enum Break {
    /// The server does not see the commit.
    BeforeCommit,
    /// The server has committed, and the client never hears of it.
    AfterCommit,
}

/// Which commits break, by their number. The first has the number 1.
type Plan = Arc<dyn Fn(usize) -> Option<Break> + Send + Sync>;

/// A wire that breaks.
#[derive(Debug)]
pub struct BreakingWire {
    pub address: SocketAddr,
    breaks: Arc<AtomicUsize>,
}

impl BreakingWire {
    /// A wire to this socket, on which commits break by this plan.
    pub async fn to(socket: PathBuf, plan: impl Fn(usize) -> Option<Break> + Send + Sync + 'static) -> Self {
        let plan: Plan = Arc::new(plan);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let breaks = Arc::new(AtomicUsize::new(0));
        let (commits, broken) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&breaks));
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = UnixStream::connect(&socket).await.unwrap();
                tokio::spawn(carry(client, server, Arc::clone(&commits), Arc::clone(&broken), Arc::clone(&plan)));
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
    plan: Plan,
) {
    let (mut asked, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let Ok(count @ 1..) = read else { return };
                let is_commit = asked[..count].windows(COMMIT.len()).any(|bytes| bytes == COMMIT);
                let breaks_now = is_commit.then(|| plan(commits.fetch_add(1, Ordering::Relaxed) + 1)).flatten();
                breaks.fetch_add(breaks_now.is_some().into(), Ordering::Relaxed);
                if matches!(breaks_now, Some(Break::BeforeCommit)) || server.write_all(&asked[..count]).await.is_err() {
                    return;
                }
                if breaks_now.is_some() {
                    // The server has committed once it answers.
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
