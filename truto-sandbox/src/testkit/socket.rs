//! The bytes of a connection: buffered reads, immediate writes, and the kinds of endings.

use std::io;
use std::time::Duration;

use bytes::{Buf, Bytes, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::reply::Ending;

/// The size of a read.
const READ: usize = 16 << 10;
/// The largest number of bytes that are read during a delay.
const MAX_AHEAD: usize = 64 << 10;

/// A connection with its read buffer. Every error means that the client is gone.
pub(super) struct Socket {
    stream: TcpStream,
    read: BytesMut,
}

impl Socket {
    pub(super) fn new(stream: TcpStream) -> Self {
        // Without this option, separate pieces may arrive together.
        drop(stream.set_nodelay(true));
        Self { stream, read: BytesMut::new() }
    }

    /// The bytes that were read but not taken.
    pub(super) fn buffered(&self) -> &[u8] {
        &self.read
    }

    /// Takes at most this many of the buffered bytes.
    pub(super) fn take(&mut self, bytes: usize) -> Bytes {
        self.read.split_to(bytes.min(self.read.len())).freeze()
    }

    /// Reads more bytes into the buffer.
    pub(super) async fn fill(&mut self) -> io::Result<()> {
        self.read.reserve(READ);
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    /// Waits for the first byte of the next request, without taking it.
    pub(super) async fn wait_for_request(&self) -> io::Result<()> {
        if !self.read.has_remaining() && self.stream.peek(&mut [0]).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }

    pub(super) async fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Waits this long, unless the client goes away.
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

    /// Closes the sending side.
    pub(super) async fn finish(&mut self) -> io::Result<()> {
        self.stream.shutdown().await
    }

    pub(super) async fn end(mut self, ending: Ending) -> io::Result<()> {
        match ending {
            // The sending side is closed first, because unread bytes would turn a close into a reset.
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
