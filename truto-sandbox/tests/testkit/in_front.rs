//! A fault server in front of a sandbox: real answers, and faults on their way.

use serde_json::{Value, json};
use truto_sandbox::testkit::{FaultServer, Reply};
use truto_sandbox::{Fault, Sandbox};

use crate::socket::{End, GET, Socket, get};

/// A request that links a record, under this key.
fn link(sandbox: &Sandbox, key: &str) -> String {
    let body = json!({ "entity": "accounts", "entity_id": "1", "associations": { "opportunities": [{ "id": "2" }] } });
    let body = body.to_string();
    format!(
        "POST /unified/crm/associations?integrated_account_id={} HTTP/1.1\r\nhost: localhost\r\n\
         authorization: Bearer {}\r\nidempotency-key: {key}\r\ncontent-type: application/json\r\n\
         connection: close\r\ncontent-length: {}\r\n\r\n{body}",
        sandbox.accounts().salesforce,
        sandbox.token(),
        body.len(),
    )
}

/// Head and body.
fn parts(answer: &str) -> (&str, &str) {
    answer.split_once("\r\n\r\n").unwrap()
}

async fn started() -> (Sandbox, FaultServer) {
    let sandbox = Sandbox::builder().in_process();
    let server = FaultServer::in_front_of(&sandbox).await.unwrap();
    (sandbox, server)
}

#[tokio::test]
async fn the_sandbox_answers_by_default() {
    let (sandbox, server) = started().await;
    let (answer, end) = get(&server, link(&sandbox, "k")).await;
    let (head, body) = parts(&answer);
    assert!(head.starts_with("HTTP/1.1 201 Created\r\n"), "{head}");
    assert!(head.contains("\r\ncontent-type: application/json\r\n"), "{head}");
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{head}");
    assert_eq!(serde_json::from_str::<Value>(body).unwrap()["entity_id"], "1");
    assert_eq!(end, End::Closed);
    assert_eq!(sandbox.links(sandbox.accounts().salesforce).len(), 1);
    assert_eq!(sandbox.requests()[0].header("idempotency-key"), Some("k"));
}

#[tokio::test]
async fn a_service_is_all_that_it_needs() {
    let sandbox = Sandbox::builder().in_process();
    let server = FaultServer::in_front_of(sandbox.service()).await.unwrap();
    let (answer, _) = get(&server, "GET /ping HTTP/1.1\r\nconnection: close\r\n\r\n").await;
    assert_eq!(parts(&answer).1, r#"{"message":"pong"}"#);
}

#[tokio::test]
async fn a_write_happens_although_its_answer_is_lost() {
    for (reply, end) in [
        (Reply::close_after_request().after_handling(), End::Closed),
        (Reply::reset_after_request().after_handling(), End::Reset),
        (Reply::real().cut_in_head(), End::Closed),
        (Reply::real().cut_at(5), End::Closed),
        (Reply::real().reset_at(5), End::Reset),
        (Reply::status(502).after_handling(), End::Closed),
        (Reply::garbage("?").after_handling(), End::Closed),
    ] {
        let (sandbox, server) = started().await;
        server.script([reply.clone()]);
        let (lost, ended) = get(&server, link(&sandbox, "k")).await;
        assert_eq!(ended, end, "{reply:?}");
        assert!(!lost.contains("entity_id\":\"1"), "{lost}");
        let (replayed, _) = get(&server, link(&sandbox, "k")).await;
        assert!(parts(&replayed).0.contains("\r\nidempotency-replayed: true\r\n"), "{reply:?}: {replayed}");
        assert_eq!(sandbox.links(sandbox.accounts().salesforce).len(), 1);
    }
}

#[tokio::test]
async fn an_incomplete_request_is_not_carried_out() {
    for reply in [
        Reply::reset_after_head().after_handling(),
        Reply::reset_in_body(10).after_handling(),
        Reply::close_after_request(),
        Reply::status(502),
    ] {
        let (sandbox, server) = started().await;
        server.script([reply]);
        get(&server, link(&sandbox, "k")).await;
        assert_eq!(server.received().len(), 1);
        assert!(sandbox.requests().is_empty());
    }
}

#[tokio::test]
async fn parts_of_the_real_answer_can_be_replaced() {
    let (sandbox, server) = started().await;
    server.script([
        Reply::real().header("Content-Type", "text/html").header("Content-Type", "text/plain"),
        Reply::real().body("<html>"),
        Reply::real().content_length(7),
        Reply::real().chunked(),
    ]);
    let (answer, _) = get(&server, link(&sandbox, "1")).await;
    let (head, body) = parts(&answer);
    assert!(head.contains("\r\nContent-Type: text/html\r\nContent-Type: text/plain"), "{head}");
    assert!(!head.contains("application/json"), "{head}");
    let length = body.len();

    let (answer, _) = get(&server, link(&sandbox, "2")).await;
    let (head, body) = parts(&answer);
    assert!(head.starts_with("HTTP/1.1 201 Created\r\n") && head.contains("\r\ncontent-length: 6\r\n"), "{head}");
    assert_eq!(body, "<html>");

    let (answer, _) = get(&server, link(&sandbox, "3")).await;
    let (head, body) = parts(&answer);
    assert_eq!(head.matches("content-length").count(), 1);
    assert!(head.contains("\r\ncontent-length: 7") && body.len() > 7, "{answer}");

    let (answer, _) = get(&server, link(&sandbox, "4")).await;
    let (head, body) = parts(&answer);
    assert!(head.contains("\r\ntransfer-encoding: chunked\r\n") && !head.contains("content-length"), "{head}");
    assert!(body.starts_with(&format!("{length:x}\r\n{{")) && body.ends_with("}\r\n0\r\n\r\n"), "{body}");
}

#[tokio::test]
async fn a_streamed_answer_can_be_cut() {
    let (sandbox, server) = started().await;
    sandbox.stream_bytes(100_000);
    let stream = || link(&sandbox, "k").replace("?integrated", "?truto_response_format=stream&integrated");
    let (answer, _) = get(&server, stream()).await;
    let (head, body) = parts(&answer);
    assert!(head.contains("\r\ntransfer-encoding: chunked"), "{head}");
    assert!(body.len() > 100_000 && body.ends_with("\r\n0\r\n\r\n"), "{}", body.len());

    server.script([Reply::real().close_delimited().cut_at(5000)]);
    let (answer, end) = get(&server, stream()).await;
    assert_eq!((parts(&answer).1.len(), end), (5000, End::Closed));
}

#[tokio::test]
async fn the_faults_of_the_sandbox_happen_behind() {
    let (sandbox, server) = started().await;
    sandbox.script(Fault::close());
    assert_eq!(get(&server, GET).await, (String::new(), End::Closed));
    sandbox.script(Fault::status(http::StatusCode::OK).body("0123456789").cut(4));
    let (answer, end) = get(&server, GET).await;
    assert!(answer.contains("content-length: 10\r\n") && answer.ends_with("\r\n\r\n0123"), "{answer}");
    assert_eq!(end, End::Closed);
}

#[tokio::test]
async fn a_function_can_let_the_sandbox_answer() {
    let (sandbox, server) = started().await;
    server.handle(|request| match request.header("idempotency-key") {
        Some("lost") => Reply::close_after_request().after_handling(),
        _ => Reply::real(),
    });
    assert_eq!(get(&server, link(&sandbox, "lost")).await.0, "");
    let (answer, _) = get(&server, link(&sandbox, "told")).await;
    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
    assert_eq!(sandbox.requests().len(), 2);
}

#[tokio::test]
async fn a_connection_is_kept_between_real_answers() {
    let (sandbox, server) = started().await;
    let request = "HEAD /ping HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let mut socket = Socket::connect(&server).await;
    for _ in 0..2 {
        socket.send(request).await;
        let head = socket.piece().await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.contains("\r\ncontent-length: 18\r\n"), "{head}");
        assert!(head.ends_with("\r\n\r\n"), "{head}");
    }
    assert_eq!((server.connections(), sandbox.requests().len()), (1, 2));
}

#[tokio::test]
async fn without_a_sandbox_a_real_answer_is_an_error() {
    let server = FaultServer::start().await.unwrap();
    server.script([Reply::real().and_close(), Reply::close_after_request().after_handling()]);
    let mut socket = Socket::connect(&server).await;
    for _ in 0..2 {
        socket.send(GET).await;
        let mut answer = socket.piece().await;
        while !answer.contains("FaultServer::in_front_of") {
            answer += &socket.piece().await;
        }
        assert!(answer.starts_with("HTTP/1.1 502 Bad Gateway\r\n"), "{answer}");
    }
}
