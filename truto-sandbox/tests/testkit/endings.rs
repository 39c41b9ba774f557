//! Every stage at which a connection can end early, with every kind of ending.

use std::time::Duration;

use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, End, GET, POST, Socket, get};

/// Starts a server whose next request meets this reply.
async fn scripted(reply: Reply) -> FaultServer {
    let server = FaultServer::start().await.unwrap();
    server.script([reply]);
    server
}

fn ten() -> Reply {
    Reply::status(200).body("0123456789")
}

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n";

#[tokio::test]
async fn a_connection_is_closed_or_reset_before_anything_is_sent() {
    for (reply, end) in [(Reply::close(), End::Closed), (Reply::reset(), End::Reset)] {
        let server = scripted(reply).await;
        assert_eq!(get(&server, "").await, (String::new(), end));
        server.wait_until_closed().await;
        assert_eq!((server.connections(), server.received().len()), (1, 0));
    }
}

#[tokio::test]
async fn an_open_connection_is_closed_or_reset_when_its_next_request_arrives() {
    for (reply, end) in [(Reply::close(), End::Closed), (Reply::reset(), End::Reset)] {
        let server = FaultServer::start().await.unwrap();
        let mut pooled = Socket::connect(&server).await;
        pooled.ask(GET, DEFAULT).await;
        server.script([reply]);
        assert_eq!(server.open_connections(), 1);
        pooled.send(GET).await;
        assert_eq!(pooled.rest().await, (String::new(), end));
        server.wait_until_closed().await;
        assert_eq!((server.connections(), server.received().len()), (1, 1), "the second request was not read");
    }
}

#[tokio::test(start_paused = true)]
async fn a_reset_comes_after_the_head() {
    let server = scripted(Reply::reset_after_head()).await;
    let mut socket = Socket::sending(&server, "POST / HTTP/1.1\r\ncontent-length: 5\r\n").await;
    socket.expect_silence().await;
    socket.send("\r\n").await;
    assert_eq!(socket.rest().await, (String::new(), End::Reset));
    let received = server.received().remove(0);
    assert_eq!((&received.body[..], received.complete), (&b""[..], false));
}

#[tokio::test(start_paused = true)]
async fn a_reset_comes_in_the_middle_of_an_upload() {
    for (head, nine, tenth) in [
        ("content-length: 1000000", "123456789", "0"),
        ("transfer-encoding: chunked", "5\r\n12345\r\nff\r\n6789", "0"),
        ("transfer-encoding: chunked", "9\r\n123456789\r\n", "1\r\n0\r\n"),
    ] {
        let server = scripted(Reply::reset_in_body(10)).await;
        let mut socket = Socket::sending(&server, format!("POST / HTTP/1.1\r\n{head}\r\n\r\n{nine}")).await;
        socket.expect_silence().await;
        socket.send(tenth).await;
        assert_eq!(socket.rest().await, (String::new(), End::Reset));
        let received = server.received().remove(0);
        assert_eq!((&received.body[..], received.complete), (&b"1234567890"[..], false), "{head}");
    }
}

#[tokio::test]
async fn only_the_wanted_part_of_an_upload_is_kept() {
    let server = scripted(Reply::reset_in_body(3)).await;
    assert_eq!(get(&server, POST).await, (String::new(), End::Reset));
    assert_eq!(&server.received()[0].body[..], b"123");
}

#[tokio::test]
async fn a_shorter_upload_is_reset_at_its_end() {
    let server = scripted(Reply::reset_in_body(6)).await;
    assert_eq!(get(&server, POST).await, (String::new(), End::Reset));
    assert!(server.received()[0].complete);
}

#[tokio::test]
async fn a_connection_ends_after_the_request_without_an_answer() {
    for (reply, end) in [(Reply::close_after_request(), End::Closed), (Reply::reset_after_request(), End::Reset)] {
        let server = scripted(reply).await;
        assert_eq!(get(&server, POST).await, (String::new(), end));
        let received = server.received().remove(0);
        assert_eq!((&received.body[..], received.complete), (&b"12345"[..], true));
    }
}

#[tokio::test(start_paused = true)]
async fn silence_reads_everything_and_lasts_until_the_client_ends_it() {
    let server = scripted(Reply::silence()).await;
    let mut socket = Socket::sending(&server, POST).await;
    socket.expect_silence().await;
    socket.send(vec![0; 4 << 20]).await;
    socket.expect_silence().await;
    assert_eq!((server.received().len(), server.open_connections()), (1, 1));
    drop(socket);
    server.wait_until_closed().await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_ends_in_the_middle_of_its_head() {
    let half = &HEAD[..HEAD.len() / 2];
    for (reply, end) in [(ten().cut_in_head(), End::Closed), (ten().reset_in_head(), End::Reset)] {
        assert_eq!(get(&scripted(reply).await, GET).await, (half.to_owned(), end));
    }
    let server = scripted(ten().stall_in_head()).await;
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, half).await;
    socket.expect_silence().await;
    drop(socket);
    server.wait_until_closed().await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_announces_its_whole_body_and_ends_in_its_middle() {
    for (bytes, body) in [(0, ""), (4, "0123"), (10, "0123456789"), (11, "0123456789")] {
        let sent = format!("{HEAD}{body}");
        for (reply, end) in [(ten().cut_at(bytes), End::Closed), (ten().reset_at(bytes), End::Reset)] {
            assert_eq!(get(&scripted(reply).await, GET).await, (sent.clone(), end), "{bytes}");
        }
        let server = scripted(ten().stall_at(bytes)).await;
        let mut socket = Socket::connect(&server).await;
        socket.ask(GET, &sent).await;
        socket.expect_silence().await;
        drop(socket);
        server.wait_until_closed().await;
    }
}

#[tokio::test]
async fn a_body_in_chunks_or_without_a_length_can_be_cut() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let delimited = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
    for (reply, sent, end) in [
        (ten().chunked().cut_at(3), format!("{chunked}3\r\n012\r\n"), End::Closed),
        (ten().chunked().reset_at(3), format!("{chunked}3\r\n012\r\n"), End::Reset),
        // The whole body, without the last chunk.
        (ten().chunked().cut_at(10), format!("{chunked}a\r\n0123456789\r\n"), End::Closed),
        (ten().close_delimited().cut_at(3), format!("{delimited}012"), End::Closed),
        (ten().close_delimited().reset_at(3), format!("{delimited}012"), End::Reset),
    ] {
        assert_eq!(get(&scripted(reply).await, GET).await, (sent, end));
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_reset_with_a_drip_loses_no_bytes() {
    let body = Reply::status(200).body(vec![b'x'; 2_000_000]);
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 2000000\r\n\r\n";
    let piece = 1 << 16;
    for (reply, bytes) in [
        (body.clone().reset_at(piece), piece),
        (body.drip(1 << 16, Duration::from_millis(1)).reset_at(1_000_000), 1_000_000),
    ] {
        let (sent, end) = get(&scripted(reply).await, GET).await;
        assert_eq!((sent.len() - head.len(), end), (usize::try_from(bytes).unwrap(), End::Reset));
    }
}
