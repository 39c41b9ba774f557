//! The order in which requests meet replies.

use std::sync::atomic::{AtomicUsize, Ordering};

use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, End, GET, POST, Socket, get};

fn answer(status: u16) -> String {
    format!("HTTP/1.1 {status} \r\ncontent-length: 0\r\n\r\n")
}

#[tokio::test]
async fn the_script_comes_first_and_then_the_default_reply() {
    let server = FaultServer::start().await.unwrap();
    let mut socket = Socket::connect(&server).await;
    server.otherwise(Reply::status(299));
    server.script([Reply::status(290), Reply::status(291)]);
    server.script(vec![Reply::status(292); 2]);
    for status in [290, 291, 292, 292, 299, 299] {
        socket.ask(GET, &answer(status)).await;
    }
    server.handle(|request| Reply::status(if request.body.is_empty() { 297 } else { 298 }));
    server.script([Reply::status(293)]);
    for (request, status) in [(GET, 293), (GET, 297), (POST, 298)] {
        socket.ask(request, &answer(status)).await;
    }
    server.otherwise(Reply::status(299));
    socket.ask(GET, &answer(299)).await;
}

#[tokio::test]
async fn a_function_can_keep_state_and_sees_the_request() {
    let server = FaultServer::start().await.unwrap();
    let seen = AtomicUsize::new(0);
    server.handle(move |request| {
        let body = format!("{} {} {}", seen.fetch_add(1, Ordering::Relaxed), request.sequence, request.body.len());
        Reply::status(299).body(body).header("x-target", &request.target)
    });
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, "HTTP/1.1 299 \r\ncontent-length: 5\r\nx-target: /a?b=1\r\n\r\n0 0 0").await;
    socket.ask(POST, "HTTP/1.1 299 \r\ncontent-length: 5\r\nx-target: /a\r\n\r\n1 1 5").await;
}

#[tokio::test]
async fn a_function_can_end_the_connection() {
    let server = FaultServer::start().await.unwrap();
    for (reply, end) in [
        (Reply::close(), End::Closed),
        (Reply::reset(), End::Reset),
        (Reply::reset_in_body(1), End::Reset),
        (Reply::close_after_request(), End::Closed),
    ] {
        server.handle(move |_| reply.clone());
        assert_eq!(get(&server, POST).await, (String::new(), end));
    }
    assert!(server.received().iter().all(|request| request.complete));
}

#[tokio::test]
async fn a_connection_that_ends_unread_takes_one_reply_of_the_script() {
    let server = FaultServer::start().await.unwrap();
    server.script([Reply::reset(), Reply::close(), Reply::status(299)]);
    assert_eq!(get(&server, "").await.1, End::Reset);
    assert_eq!(get(&server, "").await.1, End::Closed);
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, &answer(299)).await;
    socket.ask(GET, DEFAULT).await;
    assert_eq!(server.connections(), 3);
}

#[tokio::test]
async fn every_connection_can_end_unread() {
    let server = FaultServer::start().await.unwrap();
    server.otherwise(Reply::reset());
    for _ in 0..3 {
        assert_eq!(get(&server, "").await, (String::new(), End::Reset));
    }
    server.script([Reply::status(299)]);
    let mut socket = Socket::connect(&server).await;
    socket.ask(GET, &answer(299)).await;
    socket.send(GET).await;
    assert_eq!(socket.rest().await, (String::new(), End::Reset));
}

#[tokio::test]
async fn each_reply_meets_one_request_even_if_requests_come_at_the_same_time() {
    let server = FaultServer::start().await.unwrap();
    server.script((100..120).map(|n| Reply::status(200 + n).and_close()));
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let socket = Socket::sending(&server, GET).await;
        asked.spawn(socket.rest());
    }
    let mut statuses: Vec<String> =
        asked.join_all().await.into_iter().map(|(text, _)| text[9..12].to_owned()).collect();
    statuses.sort();
    assert_eq!(statuses, (300..320).map(|status: u16| status.to_string()).collect::<Vec<_>>());
}
