//! A connection's bytes: read ahead of need, sent at once, and the ways to end.

use std::io;
use std::time::Duration;

use bytes::{Buf, Bytes, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::reply::Ending;

/// Room for one read.
const READ: usize = 16 << 10;
/// How much is read while the server waits for something else.
const MAX_AHEAD: usize = 64 << 10;

/// A connection and what was read from it but not used yet.
///
/// Every error means that the client is gone.
pub(super) struct Socket {
    stream: TcpStream,
    read: BytesMut,
}

impl Socket {
    pub(super) fn new(stream: TcpStream) -> Self {
        // Best effort: without it pieces that are sent apart may arrive together.
        drop(stream.set_nodelay(true));
        Self { stream, read: BytesMut::new() }
    }

    /// Bytes that were read and not used yet.
    pub(super) fn buffered(&self) -> &[u8] {
        &self.read
    }

    /// Uses so many of the buffered bytes.
    pub(super) fn take(&mut self, bytes: usize) -> Bytes {
        self.read.split_to(bytes.min(self.read.len())).freeze()
    }

    /// Reads more.
    pub(super) async fn fill(&mut self) -> io::Result<()> {
        self.read.reserve(READ);
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    /// Waits for the first byte of the next request, and leaves it where it is.
    pub(super) async fn wait_for_request(&self) -> io::Result<()> {
        if !self.read.has_remaining() && self.stream.peek(&mut [0]).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }

    pub(super) async fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Waits, unless the client goes away.
    pub(super) async fn pause(&mut self, time: Duration) -> io::Result<()> {
        if time.is_zero() {
            return Ok(());
        }
        let gone = async {
            while self.read.len() < MAX_AHEAD {
                self.fill().await?;
            }
            std::future::pending().await
        };
        tokio::select! {
            () = sleep(time) => Ok(()),
            gone = gone => gone,
        }
    }

    /// Says that nothing more is coming.
    pub(super) async fn finish(&mut self) -> io::Result<()> {
        self.stream.shutdown().await
    }

    pub(super) async fn end(mut self, ending: Ending) -> io::Result<()> {
        match ending {
            // The end goes out first: bytes that were never read would turn it into a reset.
            Ending::Close => self.finish().await,
            Ending::Reset => self.stream.set_zero_linger(),
            Ending::Silence => self.discard().await,
        }
    }

    async fn discard(&mut self) -> io::Result<()> {
        loop {
            self.read.clear();
            self.fill().await?;
        }
    }
}
