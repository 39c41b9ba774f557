//! The bytes of complete answers.

use std::time::Duration;

use serde_json::json;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, End, GET, Socket, get};

/// Asserts the bytes of an answer on a connection that stays open: the next request gets the default answer.
async fn assert_kept_alive(request: &str, reply: Reply, sent: &str) {
    let server = FaultServer::start().await.unwrap();
    server.script([reply]);
    let mut socket = Socket::connect(&server).await;
    socket.ask(request, sent).await;
    socket.ask(GET, DEFAULT).await;
    assert_eq!(server.connections(), 1);
}

/// Asserts the bytes of an answer before its connection is closed.
async fn assert_closed(request: &str, reply: Reply, sent: &str) {
    let server = FaultServer::start().await.unwrap();
    server.script([reply]);
    assert_eq!(get(&server, request).await, (sent.to_owned(), End::Closed));
}

#[tokio::test]
async fn a_status_has_no_body_by_default() {
    assert_kept_alive(GET, Reply::status(503), "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n").await;
    assert_kept_alive(GET, Reply::status(299), "HTTP/1.1 299 \r\ncontent-length: 0\r\n\r\n").await;
    for (status, line) in [(204, "204 No Content"), (304, "304 Not Modified")] {
        assert_kept_alive(GET, Reply::status(status), &format!("HTTP/1.1 {line}\r\n\r\n")).await;
    }
}

#[tokio::test]
async fn a_body_is_sent_even_if_http_forbids_it() {
    let sent = "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n{}";
    assert_kept_alive(GET, Reply::status(204).body("{}"), sent).await;
}

#[tokio::test]
async fn a_head_request_gets_the_head_alone() {
    let head = DEFAULT.strip_suffix("{}").unwrap();
    let request = GET.replace("GET", "HEAD");
    assert_kept_alive(&request, Reply::json(200, &json!({})), head).await;
    let sent = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    assert_kept_alive(&request, Reply::status(200).body("x").chunked(), sent).await;
}

#[tokio::test]
async fn headers_are_sent_as_given_and_replace_those_of_the_answer() {
    let reply = Reply::json(200, &json!([]))
        .header("Set-Cookie", "a=1")
        .header("Set-Cookie", "a=2")
        .header("Content-Type", "text/html");
    let sent = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nSet-Cookie: a=1\r\nSet-Cookie: a=2\r\nContent-Type: text/html\r\n\r\n[]";
    assert_kept_alive(GET, reply, sent).await;
    let reply = Reply::status(200).header("x y", b"1\r\n folded\0").header("", "");
    let sent = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nx y: 1\r\n folded\0\r\n: \r\n\r\n";
    assert_kept_alive(GET, reply, sent).await;
}

#[tokio::test]
async fn a_length_can_be_a_lie() {
    for length in [0, 3, 100] {
        let sent = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n12345");
        assert_kept_alive(GET, Reply::status(200).body("12345").content_length(length), &sent).await;
    }
    let reply = Reply::status(200).body("12345").header("content-length", "5").header("content-length", "-5");
    let sent = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: -5\r\n\r\n12345";
    assert_kept_alive(GET, reply, sent).await;
}

#[tokio::test]
async fn a_body_goes_out_in_chunks() {
    let reply = || Reply::status(200).body("0123456789abcdefg").chunked();
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    assert_kept_alive(GET, reply(), &format!("{head}11\r\n0123456789abcdefg\r\n0\r\n\r\n")).await;
    let pieces = format!("{head}7\r\n0123456\r\n7\r\n789abcd\r\n3\r\nefg\r\n0\r\n\r\n");
    assert_kept_alive(GET, reply().drip(7, Duration::ZERO), &pieces).await;
    assert_kept_alive(GET, Reply::status(200).chunked(), &format!("{head}0\r\n\r\n")).await;
}

#[tokio::test]
async fn chunks_can_come_with_headers_that_contradict_them() {
    let reply = Reply::status(200).body("1").chunked().content_length(1);
    let sent = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 1\r\n\r\n1\r\n1\r\n0\r\n\r\n";
    assert_kept_alive(GET, reply, sent).await;
    let reply = Reply::status(200).body("1").header("Transfer-Encoding", "chunked");
    let sent = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1";
    assert_kept_alive(GET, reply, sent).await;
}

#[tokio::test]
async fn a_body_without_a_length_ends_with_the_connection() {
    let sent = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n12345";
    assert_closed(GET, Reply::status(200).body("12345").close_delimited(), sent).await;
}

#[tokio::test]
async fn either_side_can_ask_to_close_the_connection_after_the_answer() {
    let sent = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\nconnection: close\r\n\r\n1";
    let reply = || Reply::status(200).body("1");
    assert_closed(GET, reply().and_close(), sent).await;
    assert_closed("GET / HTTP/1.1\r\nConnection: TE, Close\r\n\r\n", reply(), sent).await;
    assert_closed("GET / HTTP/1.0\r\n\r\n", reply(), sent).await;
}

#[tokio::test]
async fn garbage_is_sent_without_http() {
    assert_closed(GET, Reply::garbage("\0SSH-2.0"), "\0SSH-2.0").await;
    assert_closed(GET, Reply::garbage("SSH-2.0").header("a", "b").chunked(), "SSH-2.0").await;
    assert_closed(GET, Reply::garbage(""), "").await;
    assert_closed(GET, Reply::garbage("SSH-2.0").cut_at(3), "SSH").await;
}

#[tokio::test]
async fn heads_of_1xx_come_first() {
    let reply = Reply::json(200, &json!({})).informational(103, 2).informational(100, 1);
    let hints = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(2);
    assert_kept_alive(GET, reply, &format!("{hints}HTTP/1.1 100 Continue\r\n\r\n{DEFAULT}")).await;
}

#[tokio::test]
async fn a_large_body_arrives_whole_before_the_end() {
    let body = "0123456789abcdef".repeat(1 << 16);
    let sent = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
    assert_closed(GET, Reply::status(200).body(body).and_close(), &sent).await;
}
