//! The observations of a test: requests, connections, and waiting for them.

use std::sync::Arc;

use http::{HeaderValue, Method};
use tokio::time::Instant;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, GET, POST, Socket};

#[tokio::test(start_paused = true)]
async fn a_request_is_shown_as_it_was_sent() {
    let server = FaultServer::start().await.unwrap();
    let mut socket = Socket::connect(&server).await;
    let head =
        b"PURGE /a%20b?c=%5B1%5D HTTP/1.1\r\nX-Twice: 1\r\nx-twice: 2\r\nx-latin: \xe9\r\ncontent-length: 2\r\n\r\n";
    socket.send(head).await;
    socket.expect_silence().await;
    let at = Instant::now();
    socket.ask("[]", DEFAULT).await;
    let received = server.received().remove(0);
    assert_eq!((received.method.as_str(), received.target.as_str()), ("PURGE", "/a%20b?c=%5B1%5D"));
    assert_eq!(received.headers.get_all("x-twice").iter().collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(received.headers["x-latin"], HeaderValue::from_bytes(b"\xe9").unwrap());
    assert_eq!((received.header("X-Twice"), received.header("x-latin"), received.header("x")), (Some("1"), None, None));
    assert_eq!(received.json().unwrap(), serde_json::json!([]));
    assert_eq!((at - received.at).as_secs(), 3600, "the time is that of the head");
}

#[tokio::test]
async fn connections_and_requests_are_numbered_as_they_come() {
    let server = FaultServer::start().await.unwrap();
    let (mut first, mut second) = (Socket::connect(&server).await, Socket::connect(&server).await);
    first.ask(GET, DEFAULT).await;
    second.ask(POST, DEFAULT).await;
    first.ask(POST, DEFAULT).await;
    let seen: Vec<_> =
        server.received().into_iter().map(|request| (request.sequence, request.connection, request.method)).collect();
    assert_eq!(seen, [(0, 0, Method::GET), (1, 1, Method::POST), (2, 0, Method::POST)]);
    assert_eq!((server.connections(), server.open_connections()), (2, 2));
    drop((first, second));
    server.wait_until_closed().await;
    assert_eq!((server.connections(), server.open_connections()), (2, 0));
}

#[tokio::test]
async fn credentials_are_not_in_the_debug_form() {
    let server = FaultServer::start().await.unwrap();
    let request = "GET / HTTP/1.1\r\nAuthorization: Bearer t0ken\r\nproxy-authorization: Basic t0ken\r\ncookie: a=t0ken\r\nx: shown\r\n\r\n";
    Socket::connect(&server).await.ask(request, DEFAULT).await;
    let received = server.received().remove(0);
    assert_eq!(received.header("authorization"), Some("Bearer t0ken"));
    let debug = format!("{received:?} {server:?}");
    assert!(!debug.contains("t0ken") && debug.contains("shown"), "{debug}");
}

#[tokio::test]
async fn a_test_can_wait_for_requests_that_get_no_answer() {
    let server = Arc::new(FaultServer::start().await.unwrap());
    server.otherwise(Reply::silence());
    server.wait_for(0).await;
    let waiting = tokio::spawn({
        let server = Arc::clone(&server);
        async move {
            server.wait_for(2).await;
            server.received().len()
        }
    });
    let _first = Socket::sending(&server, GET).await;
    server.wait_for(1).await;
    tokio::task::yield_now().await;
    assert!(!waiting.is_finished());
    let _second = Socket::sending(&server, GET).await;
    assert_eq!(waiting.await.unwrap(), 2);
}

#[tokio::test]
async fn a_test_can_wait_for_connections_that_send_nothing() {
    let server = FaultServer::start().await.unwrap();
    let _first = Socket::connect(&server).await;
    let _second = Socket::connect(&server).await;
    server.wait_for_connections(2).await;
    assert_eq!((server.open_connections(), server.received().len()), (2, 0));
}
