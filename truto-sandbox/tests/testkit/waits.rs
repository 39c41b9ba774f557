//! Delays and pauses, on a paused clock.

use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, End, GET, Socket, get};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn no_byte_comes_before_the_delay_is_over() {
    let server = FaultServer::start().await.unwrap();
    for (reply, expected) in [
        (Reply::status(204), ("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_owned(), End::Closed)),
        (Reply::garbage("?").informational(103, 1), ("HTTP/1.1 103 Early Hints\r\n\r\n?".to_owned(), End::Closed)),
        (Reply::close(), (String::new(), End::Closed)),
        (Reply::reset(), (String::new(), End::Reset)),
        (Reply::reset_after_head(), (String::new(), End::Reset)),
        (Reply::close_after_request(), (String::new(), End::Closed)),
    ] {
        server.script([reply.clone().delay(7 * SECOND)]);
        let before = Instant::now();
        assert_eq!(get(&server, "GET / HTTP/1.1\r\nconnection: close\r\n\r\n").await, expected, "{reply:?}");
        assert_eq!(before.elapsed().as_secs(), 7, "{reply:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_drips() {
    let server = FaultServer::start().await.unwrap();
    server.script([Reply::status(200).body("01234").drip(2, 5 * SECOND)]);
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n").await;
    let before = Instant::now();
    for (piece, at) in [("01", 0), ("23", 5), ("4", 10)] {
        assert_eq!((socket.piece().await.as_str(), before.elapsed().as_secs()), (piece, at));
    }
    socket.ask(GET, DEFAULT).await;
    assert_eq!(before.elapsed().as_secs(), 10, "no pause after the last piece");
}

#[tokio::test(start_paused = true)]
async fn a_drip_can_run_dry() {
    let server = FaultServer::start().await.unwrap();
    server.script([Reply::status(200).body("01234").drip(2, 5 * SECOND).stall_at(3)]);
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n").await;
    assert_eq!(socket.piece().await, "01");
    assert_eq!(socket.piece().await, "2");
    socket.expect_silence().await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_is_closed_while_it_is_idle() {
    let server = FaultServer::start().await.unwrap();
    let reply = |idle| Reply::json(200, &json!({})).close_when_idle(idle);
    // Zero closes the connection at once.
    server.script([reply(Duration::ZERO)]);
    assert_eq!(get(&server, GET).await, (DEFAULT.to_owned(), End::Closed));

    // A request that comes in time is answered, and the timer starts again.
    server.script([reply(5 * SECOND), reply(5 * SECOND)]);
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, DEFAULT).await;
    tokio::time::sleep(4 * SECOND).await;
    socket.ask(GET, DEFAULT).await;
    let before = Instant::now();
    assert_eq!(socket.rest().await, (String::new(), End::Closed));
    assert_eq!(before.elapsed().as_secs(), 5);
}

#[tokio::test]
async fn no_wait_holds_a_connection_after_the_client_has_left() {
    let hour = 3600 * SECOND;
    let server = FaultServer::start().await.unwrap();
    for reply in [
        Reply::status(200).delay(hour),
        Reply::status(200).body("12").drip(1, hour),
        Reply::status(200).close_when_idle(hour),
        Reply::silence(),
        Reply::reset_after_head().delay(hour),
    ] {
        server.script([reply]);
        let requests = server.received().len() + 1;
        let socket = Socket::sending(&server, GET).await;
        server.wait_for(requests).await;
        drop(socket);
        server.wait_until_closed().await;
    }
}
