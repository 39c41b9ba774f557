//! Refusals before an endpoint runs, in the documented envelope.

use crate::client::{ASSOCIATIONS, associate, association, body, get, request, send};
use axum::body::Body;
use http::{Method, Request, StatusCode};
use serde_json::json;
use truto_sandbox::{Account, Clock, Provider, RateLimits, Sandbox};

fn sandbox() -> Sandbox {
    Sandbox::builder().in_process()
}

#[tokio::test]
async fn every_route_needs_the_token() {
    let sandbox = sandbox();
    for target in [ASSOCIATIONS, "/unified/nothing", "/integrated-account/x/capabilities", "/"] {
        let answer = send(&sandbox, Request::get(target).body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{target}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        assert!(!answer.message().contains(sandbox.token()));
    }
    let ping = send(&sandbox, Request::get("/ping").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(ping.status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_has_a_request_id_of_its_own() {
    let sandbox = sandbox();
    let first = get(&sandbox, "/unified/nothing").await;
    let second = associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    let seen = sandbox.requests();
    assert_eq!(seen[1].request_id, second.header("x-request-id"));
    assert_eq!(seen[1].status, Some(201));
}

#[tokio::test]
async fn unknown_routes_and_methods_are_refused() {
    let sandbox = sandbox();
    let missing = get(&sandbox, "/unified/crm/associations/1").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.message().contains("/unified/crm/associations/1"));
    for target in ["/unified/%ff/x/meta/y", "/integrated-account/%ff/capabilities", "//", "/unified/%ff"] {
        let answer = get(&sandbox, target).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{target}");
        answer.message();
    }
    let method = get(&sandbox, ASSOCIATIONS).await;
    assert_eq!(method.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(method.header("allow"), "POST");
    let meta = "/unified/crm/associations/meta/create";
    let post = send(&sandbox, request(&sandbox, Method::POST, meta).body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(post.header("allow").contains("GET"));
    post.message();
}

#[tokio::test]
async fn the_account_must_be_given_valid_and_known() {
    let sandbox = sandbox();
    let post = async |query: &str| {
        let request = request(&sandbox, Method::POST, &format!("{ASSOCIATIONS}{query}"));
        let request = request.header("content-type", "application/json").body(Body::from(body().to_string())).unwrap();
        send(&sandbox, request).await.unwrap()
    };
    for query in ["", "?", "?integrated_account_id=", "?integrated_account_id=abc", "?integrated_account_id[]=a"] {
        let answer = post(query).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.failures(), ["integrated_account_id"]);
    }
    let insight = post("?").await.json()["truto_error_insight"]["missing_required_query_parameters"].clone();
    assert_eq!(insight["value"], json!(["integrated_account_id"]));
    let unknown = post("?integrated_account_id=00000000-0000-4000-8000-000000000000").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    unknown.message();
    let upper = sandbox.accounts().salesforce.to_uppercase();
    assert_eq!(post(&format!("?integrated_account_id={upper}")).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn unreadable_bodies_are_refused() {
    let sandbox = sandbox();
    let target = format!("{ASSOCIATIONS}?integrated_account_id={}", sandbox.accounts().salesforce);
    let post = async |content_type: &str, body: &str| {
        let request = request(&sandbox, Method::POST, &target).header("content-type", content_type);
        send(&sandbox, request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    };
    for (content_type, sent, told) in [
        ("text/plain", "{}", "content type"),
        ("application/json", "", "not valid JSON"),
        ("application/json", "{\"entity_id\":", "not valid JSON"),
        ("application/json", "[]", "a JSON object"),
    ] {
        let answer = post(content_type, sent).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{sent}");
        assert!(answer.message().contains(told), "{}", answer.message());
    }
    let charset = post("application/json; charset=utf-8", &body().to_string()).await;
    assert_eq!(charset.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let sandbox = Sandbox::builder().max_body_bytes(100).in_process();
    let mut large = body();
    large["remote_data"] = json!({ "text": "x".repeat(100) });
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.message().contains("100 bytes"));
    assert_eq!(sandbox.requests()[0].status, Some(413));

    let sandbox = Sandbox::builder().max_body_bytes(4 << 20).in_process();
    large["remote_data"] = json!({ "text": "x".repeat(3 << 20) });
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &large).await;
    assert_eq!(answer.status, StatusCode::CREATED, "the limit may be higher than axum's");
}

#[tokio::test]
async fn headers_over_the_limit_are_not_read() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let sandbox = Sandbox::start().await.unwrap();
    let status = async |length: usize, end: &str| {
        let mut socket = tokio::net::TcpStream::connect(sandbox.url().trim_start_matches("http://")).await.unwrap();
        let start = "GET /ping HTTP/1.1\r\nhost: localhost\r\nx-filler: ";
        let filler = "x".repeat(length - start.len() - end.len());
        socket.write_all(format!("{start}{filler}{end}").as_bytes()).await.unwrap();
        let mut answer = [0; 12];
        socket.read_exact(&mut answer).await.unwrap();
        String::from_utf8(answer.to_vec()).unwrap()
    };
    assert_eq!(status(64 << 10, "\r\n\r\n").await, "HTTP/1.1 200");
    assert_eq!(status(64 << 10, "").await, "HTTP/1.1 431", "the answer does not wait for the rest of the head");
    assert_eq!(sandbox.requests().len(), 1);
}

#[tokio::test]
async fn a_contradictory_query_is_refused() {
    let sandbox = sandbox();
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "&remote_query=1&remote_query[a]=2", &body()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.failures(), ["remote_query"]);
}

#[tokio::test]
async fn a_read_only_account_refuses_writes_and_a_blocked_account_refuses_everything() {
    let sandbox = sandbox();
    let read_only = associate(&sandbox, sandbox.accounts().read_only, "", &body()).await;
    assert_eq!(read_only.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(read_only.message().contains("only be read"));
    let blocked = associate(&sandbox, sandbox.accounts().blocked, "", &body()).await;
    assert_eq!(blocked.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(blocked.message().contains("blocked"));
    assert!(sandbox.all_links().is_empty());
}

#[tokio::test]
async fn a_test_can_add_an_account() {
    let id = "11111111-2222-4333-8444-555555555555";
    let sandbox = Sandbox::builder().account(Account::new(id, Provider::Salesforce)).in_process();
    assert_eq!(associate(&sandbox, id, "", &body()).await.status, StatusCode::CREATED);
    assert_eq!(sandbox.links(id).len(), 2);
    assert_eq!(sandbox.all_accounts().count(), 7);
}

#[tokio::test]
async fn limits_are_reported_enforced_and_reset_with_the_window() {
    let clock = Clock::manual();
    let limits = RateLimits::documented().per_account(2);
    let sandbox = Sandbox::builder().rate_limits(limits).clock(clock.clone()).in_process();
    let account = sandbox.accounts().salesforce;
    let first = associate(&sandbox, account, "", &body()).await;
    assert_eq!(first.header("ratelimit-limit"), "2;w=10");
    assert_eq!(first.header("ratelimit-remaining"), "1");
    assert_eq!(first.header("ratelimit-reset"), "10");
    clock.advance(std::time::Duration::from_millis(2_500));
    // A refused request counts too, and reports the quota.
    let invalid = associate(&sandbox, account, "", &json!({})).await;
    assert_eq!((invalid.status, invalid.header("ratelimit-remaining")), (StatusCode::BAD_REQUEST, "0"));

    let spent = associate(&sandbox, account, "", &body()).await;
    assert_eq!(spent.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(spent.header("retry-after"), "10", "the length of the window, as documented");
    assert_eq!(spent.header("ratelimit-reset"), "8");
    assert!(spent.json()["truto_error_insight"]["rate_limit_error"].is_object());
    assert!(spent.json().get("truto_is_remote_error").is_none());
    assert_eq!(associate(&sandbox, sandbox.accounts().attio, "", &body()).await.status, StatusCode::CREATED);

    sandbox.advance(std::time::Duration::from_secs(8));
    assert_eq!(associate(&sandbox, account, "", &body()).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn extreme_windows_and_clocks_do_not_overflow() {
    use std::time::Duration;

    for window in [Duration::MAX, Duration::from_secs(10), Duration::ZERO] {
        let sandbox = Sandbox::builder().rate_limits(RateLimits::documented().window(window)).in_process();
        for _ in 0..2 {
            let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{window:?}");
            sandbox.advance(Duration::MAX);
        }
    }
}

#[tokio::test]
async fn without_limits_there_are_no_limit_headers() {
    let sandbox = sandbox();
    let answer = associate(&sandbox, sandbox.accounts().salesforce, "", &body()).await;
    assert!(!answer.headers.contains_key("ratelimit-limit"));
}

#[tokio::test]
async fn the_log_holds_what_was_sent_without_the_token() {
    let sandbox = Sandbox::builder().token("s3cret").in_process();
    let sent = association(&sandbox, sandbox.accounts().close, "&a[]=%20", &body(), Some("key-1"));
    send(&sandbox, sent).await.unwrap();
    let seen = sandbox.requests().remove(0);
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", ASSOCIATIONS));
    assert!(seen.query.ends_with("&a[]=%20"));
    assert_eq!(seen.header("Idempotency-Key"), Some("key-1"));
    assert_eq!(seen.header("authorization"), Some("Bearer ***"));
    assert_eq!(seen.json(), Some(body()));
    assert!(!format!("{seen:?}").contains("s3cret"));
}
