//! Reading requests: their end, their limits, and invalid requests.

use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, End, GET, POST, Socket, get};

/// The bodies of the received requests. `None` for an incomplete body.
fn bodies(server: &FaultServer) -> Vec<Option<String>> {
    let received = server.received().into_iter();
    received.map(|request| request.complete.then(|| String::from_utf8(request.body.to_vec()).unwrap())).collect()
}

#[tokio::test]
async fn one_connection_takes_requests_of_every_framing() {
    let server = FaultServer::start().await.unwrap();
    let mut socket = Socket::connect(&server).await;
    let chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n";
    for request in [
        GET,
        POST,
        "POST / HTTP/1.1\r\ncontent-length: 0\r\n\r\n",
        "POST / HTTP/1.1\r\ncontent-length: 2, 2\r\ncontent-length: 2\r\n\r\nab",
        &format!("{chunked}2\r\nab\r\nA;x=\"y\"\r\n0123\r\n5678\r\n0\r\nx-trailer: 1\r\n\r\n"),
        &format!("{chunked}0\r\n\r\n"),
    ] {
        socket.ask(request, DEFAULT).await;
    }
    let expected = ["", "12345", "", "ab", "ab0123\r\n5678", ""].map(|body| Some(body.to_owned()));
    assert_eq!(bodies(&server), expected);
    assert_eq!(server.connections(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_request_can_come_byte_by_byte() {
    let server = FaultServer::start().await.unwrap();
    for request in [POST, "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\n123\r\n2\r\n45\r\n0\r\n\r\n"] {
        let mut socket = Socket::connect(&server).await;
        let last = request.len() - 1;
        for at in 0..last {
            socket.send(&request[at..=at]).await;
            tokio::task::yield_now().await;
        }
        socket.expect_silence().await;
        socket.ask(&request[last..], DEFAULT).await;
    }
    assert_eq!(bodies(&server), [Some("12345".to_owned()), Some("12345".to_owned())]);
}

#[tokio::test]
async fn requests_that_come_together_are_answered_one_after_the_other() {
    let server = FaultServer::start().await.unwrap();
    let mut socket = Socket::connect(&server).await;
    socket.ask(format!("{POST}{GET}"), &format!("{DEFAULT}{DEFAULT}")).await;
    assert_eq!(bodies(&server), [Some("12345".to_owned()), Some(String::new())]);
}

#[tokio::test]
async fn an_incomplete_request_is_kept() {
    let server = FaultServer::start().await.unwrap();
    drop(Socket::sending(&server, "GET / HTTP/1.1\r\nhost").await);
    server.wait_for_connections(1).await;
    server.wait_until_closed().await;
    assert!(server.received().is_empty(), "its head is incomplete");

    drop(Socket::sending(&server, &POST[..POST.len() - 2]).await);
    server.wait_for(1).await;
    let received = server.received().remove(0);
    assert_eq!((&received.body[..], received.complete), (&b"123"[..], false));
    server.wait_until_closed().await;
}

#[tokio::test]
async fn an_invalid_request_is_refused_with_a_reason() {
    let server = FaultServer::start().await.unwrap();
    let chunked = "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n";
    for (request, status, reason) in [
        ("\x16\x03\x01", 400, "not an HTTP/1.1 request"),
        ("GET / HTTP/2.0\r\n\r\n", 400, "not an HTTP/1.1 request"),
        ("GET / HTTP/1.1\r\na b: c\r\n\r\n", 400, "not an HTTP/1.1 request"),
        ("POST / HTTP/1.1\r\ncontent-length: +5\r\n\r\n12345", 400, "`content-length`"),
        ("POST / HTTP/1.1\r\ncontent-length: \r\n\r\n", 400, "`content-length`"),
        ("POST / HTTP/1.1\r\ncontent-length: 99999999999999999999\r\n\r\n", 400, "`content-length`"),
        ("POST / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n12345", 400, "not the only one"),
        ("POST / HTTP/1.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n", 400, "and not both"),
        ("POST / HTTP/1.1\r\ntransfer-encoding: gzip, chunked\r\n\r\n", 501, "`chunked`"),
        (&format!("{chunked}zz\r\n"), 400, "size of a chunk"),
        (&format!("{chunked}\r\n"), 400, "size of a chunk"),
        (&format!("{chunked}-1\r\n"), 400, "size of a chunk"),
        (&format!("{chunked}2\r\nabc\r\n"), 400, "longer than it says"),
    ] {
        let mut socket = Socket::sending(&server, request).await;
        let answer = socket.piece().await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request:?}: {answer}");
        assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
        let (body, end) = socket.rest().await;
        assert!((answer + &body).contains(reason), "{request:?}: {body}");
        assert_eq!(end, End::Closed);
    }
    server.wait_until_closed().await;
}

#[tokio::test]
async fn a_too_large_request_is_refused_with_a_reason() {
    let server = FaultServer::start().await.unwrap();
    server.max_body_bytes(4);
    let long = "x".repeat(70 << 10);
    let many = "a: b\r\n".repeat(101);
    for (request, status) in [
        (format!("GET /{long} HTTP/1.1\r\n\r\n"), 431),
        (format!("GET / HTTP/1.1\r\nx: {long}"), 431),
        (format!("GET / HTTP/1.1\r\n{many}\r\n"), 431),
        (POST.to_owned(), 413),
        ("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\n123\r\n2\r\n45\r\n0\r\n\r\n".to_owned(), 413),
        (format!("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1;{long}"), 400),
    ] {
        let (answer, end) = get(&server, &request).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{}: {answer}", &request[..60]);
        assert_eq!(end, End::Closed, "unread bytes do not reset the connection");
    }
    // Faults within an upload still work.
    server.script([Reply::reset_in_body(3)]);
    assert_eq!(get(&server, POST).await, (String::new(), End::Reset));
}

#[tokio::test]
async fn sixteen_mebibytes_are_the_default_limit() {
    let server = FaultServer::start().await.unwrap();
    let mut socket = Socket::connect(&server).await;
    let body = vec![b'x'; 16 << 20];
    socket.send(format!("POST / HTTP/1.1\r\ncontent-length: {}\r\n\r\n", body.len())).await;
    socket.ask(body, DEFAULT).await;
    assert_eq!(server.received()[0].body.len(), 16 << 20);
    let (answer, _) = get(&server, format!("POST / HTTP/1.1\r\ncontent-length: {}\r\n\r\n", (16 << 20) + 1)).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
