//! A client that sees bytes and the end of the connection, and does not know HTTP.

use std::io::ErrorKind;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use truto_sandbox::testkit::FaultServer;

pub(crate) const GET: &str = "GET /a?b=1 HTTP/1.1\r\nhost: x\r\n\r\n";
pub(crate) const POST: &str = "POST /a HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n12345";

/// The default answer.
pub(crate) const DEFAULT: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// FIN.
    Closed,
    /// RST.
    Reset,
}

pub(crate) struct Socket(TcpStream);

impl Socket {
    pub(crate) async fn connect(server: &FaultServer) -> Self {
        let url = server.url();
        Self(TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap())
    }

    /// Connects and sends these bytes.
    pub(crate) async fn sending(server: &FaultServer, bytes: impl AsRef<[u8]>) -> Self {
        let mut socket = Self::connect(server).await;
        socket.send(bytes).await;
        socket
    }

    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.write_all(bytes.as_ref()).await.unwrap();
    }

    /// Sends a request, and expects exactly this answer.
    pub(crate) async fn ask(&mut self, request: impl AsRef<[u8]>, answer: &str) {
        self.send(request).await;
        self.expect(answer).await;
    }

    /// Expects exactly these bytes next.
    pub(crate) async fn expect(&mut self, bytes: &str) {
        let mut read = vec![0; bytes.len()];
        self.0.read_exact(&mut read).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&read), bytes);
    }

    /// The bytes of a read.
    pub(crate) async fn piece(&mut self) -> String {
        let mut read = vec![0; 1 << 16];
        let length = self.0.read(&mut read).await.unwrap();
        String::from_utf8(read[..length].to_vec()).unwrap()
    }

    /// Everything up to the end, and the kind of the end.
    pub(crate) async fn rest(mut self) -> (String, End) {
        let mut read = Vec::new();
        let end = match self.0.read_to_end(&mut read).await {
            Ok(_) => End::Closed,
            Err(error) if error.kind() == ErrorKind::ConnectionReset => End::Reset,
            Err(error) => panic!("{error}"),
        };
        (String::from_utf8_lossy(&read).into_owned(), end)
    }

    /// Expects that nothing happens for an hour. On a paused clock the hour passes when the server is idle.
    pub(crate) async fn expect_silence(&mut self) {
        let read = tokio::time::timeout(Duration::from_secs(3600), self.0.read_u8()).await;
        assert!(read.is_err(), "{read:?}");
    }
}

/// Sends these bytes over a new connection, and reads the answer and the end.
pub(crate) async fn get(server: &FaultServer, request: impl AsRef<[u8]>) -> (String, End) {
    Socket::sending(server, request).await.rest().await
}
