//! Scripted faults, with and without a socket: the answers, and the state of the server.

use std::time::Duration;

use crate::client::{associate, association, body, control, get, send};
use http::{HeaderValue, Method, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower::ServiceExt;
use truto_sandbox::{Disconnected, Fault, Sandbox};

#[tokio::test]
async fn a_fault_replaces_a_number_of_answers() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    let retry = HeaderValue::from_static("2");
    sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).header(header::RETRY_AFTER, retry).times(2));
    for _ in 0..2 {
        let answer = associate(&sandbox, account, "", &body()).await;
        assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::BAD_GATEWAY, "2"));
        answer.message();
        answer.header("x-request-id");
    }
    assert!(sandbox.links(account).is_empty(), "no request was carried out");
    assert_eq!(associate(&sandbox, account, "", &body()).await.status, StatusCode::CREATED);
    assert_eq!(sandbox.requests().len(), 3, "the log has all requests");
}

#[tokio::test]
async fn a_write_with_a_lost_answer_has_happened() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    sandbox.script(Fault::close().after_handling());
    let lost = send(&sandbox, association(&sandbox, account, "", &body(), Some("k"))).await;
    assert_eq!(lost.unwrap_err().to_string(), "the sandbox closed the connection without an answer, as it was told to");
    assert_eq!(sandbox.links(account).len(), 2);
    assert_eq!(sandbox.requests()[0].status, None);
    let again = send(&sandbox, association(&sandbox, account, "", &body(), Some("k"))).await.unwrap();
    assert_eq!(again.header("idempotency-replayed"), "true");
}

#[tokio::test]
async fn a_fault_can_send_useless_answers() {
    let sandbox = Sandbox::builder().in_process();
    for fault in [Fault::html(), Fault::empty(), Fault::no_content(), Fault::status(StatusCode::FOUND)] {
        sandbox.script(fault);
    }
    let account = sandbox.accounts().salesforce;
    let html = associate(&sandbox, account, "", &body()).await;
    assert_eq!((html.status, html.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
    assert!(html.bytes.starts_with(b"<!doctype html>"));
    let empty = associate(&sandbox, account, "", &body()).await;
    assert_eq!((empty.status, empty.header("content-type")), (StatusCode::OK, "application/json"));
    assert!(empty.bytes.is_empty());
    assert_eq!(associate(&sandbox, account, "", &body()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(associate(&sandbox, account, "", &body()).await.status, StatusCode::FOUND);
}

#[tokio::test]
async fn a_fault_can_spoil_the_real_answer() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    sandbox.script(Fault::new().header(header::CONTENT_TYPE, HeaderValue::from_static("text/html")));
    let mislabelled = associate(&sandbox, account, "", &body()).await;
    assert_eq!((mislabelled.status, mislabelled.header("content-type")), (StatusCode::CREATED, "text/html"));
    assert_eq!(mislabelled.json()["entity_id"], "001");

    sandbox.script(Fault::cut_at(10));
    let request = association(&sandbox, account, "", &body(), None);
    let mut response = sandbox.service().oneshot(request).await.unwrap();
    let announced: usize = response.headers()["content-length"].to_str().unwrap().parse().unwrap();
    assert!(announced > 100);
    let frame = response.body_mut().frame().await.unwrap().unwrap();
    assert_eq!(frame.into_data().unwrap().len(), 10);
    assert!(response.body_mut().frame().await.unwrap().is_err());
}

#[tokio::test(start_paused = true)]
async fn every_route_waits_once_for_a_delay() {
    let sandbox = Sandbox::builder().in_process();
    for target in ["/ping", "/unified/nothing", "/unified/crm/associations/meta/create"] {
        let before = tokio::time::Instant::now();
        sandbox.script(Fault::delay(Duration::from_secs(5)));
        get(&sandbox, target).await;
        assert_eq!(before.elapsed().as_secs(), 5, "{target}");
    }
    let before = tokio::time::Instant::now();
    sandbox.script(Fault::delay(Duration::from_secs(5)));
    associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await;
    assert_eq!(before.elapsed().as_secs(), 5);
}

#[tokio::test]
async fn faults_can_be_scripted_from_any_language() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().attio;
    let fault =
        json!({ "method": "post", "account": account, "path": "/unified/*", "status": 503, "body": { "a": 1 } });
    assert_eq!(control(&sandbox, Method::POST, "/_sandbox/faults", &fault).await.status, StatusCode::OK);
    let waiting = control(&sandbox, Method::GET, "/_sandbox/faults", &json!({})).await.json();
    assert_eq!(waiting["faults"][0]["status"], 503);
    assert_eq!(associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await.status, StatusCode::CREATED);
    let hit = associate(&sandbox, account, "", &body()).await;
    assert_eq!((hit.status, hit.json()), (StatusCode::SERVICE_UNAVAILABLE, json!({ "a": 1 })));
    assert!(sandbox.faults().is_empty());

    for wrong in [
        json!({ "stauts": 503 }),
        json!({ "status": 99 }),
        json!({ "status": 101 }),
        json!({ "method": "P OST" }),
        json!({ "headers": { "a b": "c" } }),
        json!([]),
    ] {
        let answer = control(&sandbox, Method::POST, "/_sandbox/faults", &wrong).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
        answer.message();
    }
    sandbox.script(Fault::close().times(9));
    control(&sandbox, Method::DELETE, "/_sandbox/faults", &json!({})).await;
    assert!(sandbox.faults().is_empty());
}

/// Reads everything from a socket until it is closed.
async fn read_all(sandbox: &Sandbox) -> Vec<u8> {
    let address = sandbox.url().strip_prefix("http://").unwrap().to_owned();
    let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
    socket.write_all(b"GET /ping HTTP/1.1\r\nhost: sandbox\r\n\r\n").await.unwrap();
    let mut bytes = Vec::new();
    // A reset counts as a close.
    drop(socket.read_to_end(&mut bytes).await);
    bytes
}

#[tokio::test]
async fn on_a_socket_a_closed_connection_sends_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.script(Fault::close());
    assert!(read_all(&sandbox).await.is_empty());
}

#[tokio::test]
async fn on_a_socket_a_cut_answer_announces_more_than_it_sends() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.script(Fault::status(StatusCode::OK).body("0123456789").cut(4));
    let bytes = read_all(&sandbox).await;
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("content-length: 10\r\n"), "{text}");
    assert!(text.ends_with("\r\n\r\n0123"), "{text}");
}

#[tokio::test]
async fn a_disconnect_has_its_own_error() {
    let sandbox = Sandbox::builder().in_process();
    sandbox.script(Fault::close());
    let error: Disconnected = send(&sandbox, association(&sandbox, "x", "", &body(), None)).await.unwrap_err();
    assert!(std::error::Error::source(&error).is_none());
}
