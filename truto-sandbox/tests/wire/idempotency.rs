//! Idempotency keys on the wire: a request runs once, is answered again, and a misused key is refused.

use std::time::Duration;

use crate::client::{associate, associate_once, association, body, send};
use http::StatusCode;
use serde_json::json;
use truto_sandbox::{Fault, Sandbox};

#[tokio::test]
async fn a_repeat_is_answered_and_not_run_again() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    let first = associate_once(&sandbox, account, "k", &body()).await;
    let second = associate_once(&sandbox, account, "k", &body()).await;
    assert_eq!((first.status, &first.bytes), (second.status, &second.bytes));
    assert!(!first.headers.contains_key("idempotency-replayed"));
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    assert_eq!(sandbox.remote_calls(account).len(), 1);

    associate_once(&sandbox, sandbox.accounts().attio, "k", &body()).await;
    assert_eq!(sandbox.remote_calls(sandbox.accounts().attio).len(), 1, "a key belongs to an account");
    associate(&sandbox, account, "", &body()).await;
    associate(&sandbox, account, "", &body()).await;
    assert_eq!(sandbox.remote_calls(account).len(), 3, "without a key every request runs");
}

#[tokio::test]
async fn a_key_that_is_forgotten_runs_again() {
    let sandbox = Sandbox::builder().idempotency_keys(2).in_process();
    let account = sandbox.accounts().salesforce;
    for key in ["a", "b", "c", "c", "a"] {
        associate_once(&sandbox, account, key, &body()).await;
    }
    assert_eq!(sandbox.remote_calls(account).len(), 4, "`a` was forgotten for `c`");
}

#[tokio::test]
async fn a_key_with_another_body_is_refused() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    associate_once(&sandbox, account, "k", &body()).await;
    let mut other = body();
    other["entity_id"] = json!("002");
    let answer = associate_once(&sandbox, account, "k", &other).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.json().get("truto_is_remote_error").is_none(), "it was Truto who refused");
    assert!(sandbox.links(account).iter().all(|link| link.entity_id == "001"));
}

#[tokio::test]
async fn a_key_with_another_query_is_refused() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    let under_key = async |account: &str, query: &str| {
        send(&sandbox, association(&sandbox, account, query, &body(), Some("k"))).await.unwrap()
    };
    let first = under_key(account, "&remote_query[a]=1&remote_query[b]=2").await;
    assert_eq!(first.status, StatusCode::CREATED);
    for other in ["", "&remote_query[a]=1", "&remote_query[a]=1&remote_query[b]=2&truto_response_format=raw"] {
        let answer = under_key(account, other).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}");
        assert!(!answer.headers.contains_key("idempotency-replayed"));
    }
    assert_eq!(sandbox.remote_calls(account).len(), 1);

    // The meaning of the query counts, and not its spelling.
    for same in ["&remote_query[b]=2&remote_query[a]=1", "&remote_query%5Ba%5D=1&remote_query[b]=2"] {
        assert_eq!(under_key(account, same).await.header("idempotency-replayed"), "true", "{same}");
    }
    let upper = account.to_uppercase();
    let again = under_key(&upper, "&remote_query[a]=1&remote_query[b]=2").await;
    assert_eq!(again.header("idempotency-replayed"), "true", "the account does not count twice");
}

#[tokio::test]
async fn a_key_with_another_spelling_of_the_body_is_answered_again() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    let query = "&truto_exclude_fields[]=a&truto_exclude_fields[]=b";
    let under_key = async |query: &str, json: &'static str| {
        let (parts, _) = association(&sandbox, account, query, &body(), Some("k")).into_parts();
        send(&sandbox, http::Request::from_parts(parts, json.into())).await.unwrap()
    };
    let first = under_key(query, r#"{"entity":"accounts","entity_id":"001","remote_data":{"a":[1,2],"b":1.0}}"#).await;
    assert_eq!(first.status, StatusCode::CREATED);
    for same in [
        r#"{"remote_data":{"b":1.0,"a":[1,2]},"entity_id":"001","entity":"accounts"}"#,
        "{ \"entity\": \"\\u0061ccounts\",\n\"entity_id\":\"001\", \"remote_data\" : {\"a\":[1 , 2],\"b\":1.0}}",
    ] {
        assert_eq!(under_key(query, same).await.header("idempotency-replayed"), "true", "{same}");
    }
    let swapped = "&truto_exclude_fields[]=b&truto_exclude_fields[]=a";
    let same = r#"{"entity":"accounts","entity_id":"001","remote_data":{"a":[1,2],"b":1.0}}"#;
    assert_eq!(under_key(swapped, same).await.header("idempotency-replayed"), "true", "names have no order");
    for other in [
        r#"{"entity":"accounts","entity_id":"001","remote_data":{"a":[2,1],"b":1.0}}"#,
        r#"{"entity":"accounts","entity_id":"001","remote_data":{"a":[1,2],"b":1.1}}"#,
    ] {
        assert_eq!(under_key(query, other).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}");
    }
    assert_eq!(sandbox.remote_calls(account).len(), 1);
}

#[tokio::test]
async fn a_refusal_by_the_provider_is_replayed_and_a_request_that_never_ran_is_not() {
    let sandbox = Sandbox::builder().in_process();
    let pipedrive = sandbox.accounts().pipedrive;
    let unsupported = json!({ "entity": "accounts", "entity_id": "1" });
    associate_once(&sandbox, pipedrive, "k", &unsupported).await;
    let again = associate_once(&sandbox, pipedrive, "k", &unsupported).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.header("idempotency-replayed"), "true");

    let account = sandbox.accounts().salesforce;
    assert_eq!(associate_once(&sandbox, account, "j", &json!({})).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(associate_once(&sandbox, account, "j", &body()).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn an_unusable_key_is_refused() {
    let sandbox = Sandbox::builder().in_process();
    for key in ["", &"x".repeat(256)] {
        let answer = associate_once(&sandbox, sandbox.accounts().salesforce, key, &body()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_whose_first_request_is_still_running_is_a_conflict() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().salesforce;
    sandbox.script(Fault::delay(Duration::from_secs(30)));
    let slow = tokio::spawn({
        let service = sandbox.service();
        let request = association(&sandbox, account, "", &body(), Some("k"));
        async move { tower::ServiceExt::oneshot(service, request).await }
    });
    // A paused clock advances when all tasks wait, so the first request now waits in its middle.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let meanwhile = send(&sandbox, association(&sandbox, account, "", &body(), Some("k"))).await.unwrap();
    assert_eq!(meanwhile.status, StatusCode::CONFLICT);
    assert_eq!(slow.await.unwrap().unwrap().status(), StatusCode::CREATED);
    assert_eq!(associate_once(&sandbox, account, "k", &body()).await.status, StatusCode::CREATED);
    assert_eq!(sandbox.remote_calls(account).len(), 1);
}

#[tokio::test]
async fn a_large_answer_is_replayed_completely() {
    let sandbox = Sandbox::builder().stream_bytes(100_000).in_process();
    let stream = || {
        let query = "&truto_response_format=stream";
        association(&sandbox, sandbox.accounts().salesforce, query, &body(), Some("k"))
    };
    let first = send(&sandbox, stream()).await.unwrap();
    let second = send(&sandbox, stream()).await.unwrap();
    assert!(first.bytes.len() >= 100_000);
    assert_eq!(first.bytes, second.bytes);
    assert_eq!(sandbox.remote_calls(sandbox.accounts().salesforce).len(), 1);
}
