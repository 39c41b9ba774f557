//! Lists: the envelope, filters, order and pages.

use http::StatusCode;
use serde_json::{Value, json};
use truto_sandbox::{ListKey, RateLimits, Sandbox};

use crate::caller::{get, post};

async fn with_jobs(sandbox: &Sandbox) {
    for (label, integration) in [("one", "attio"), ("two", "close"), ("three", "attio")] {
        post(sandbox, "/sync-job", json!({ "label": label, "integration_name": integration })).await.ok();
    }
}

fn labels(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["label"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_list_has_the_envelope_of_the_platform() {
    let sandbox = Sandbox::builder().in_process();
    let body = get(&sandbox, "/team").await.ok();
    let names: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!((&body["limit"], &body["next_cursor"]), (&json!(25), &Value::Null));
    assert_eq!(get(&sandbox, "/environment").await.ok()["limit"], 5000);
    assert_eq!(get(&sandbox, "/api-token").await.ok()["limit"], 5000);

    let other = Sandbox::builder().list_key(ListKey::Results).in_process();
    let body = get(&other, "/team").await.ok();
    assert_eq!((body["results"].as_array().unwrap().len(), body.get("result")), (1, None));
}

#[tokio::test]
async fn pages_follow_the_cursor() {
    let sandbox = Sandbox::builder().in_process();
    with_jobs(&sandbox).await;
    let first = get(&sandbox, "/sync-job?limit=2&next_cursor=").await.ok();
    assert_eq!(labels(first["result"].as_array().unwrap()), ["one", "two"]);
    let cursor = first["next_cursor"].as_str().unwrap();
    let last = get(&sandbox, &format!("/sync-job?limit=2&next_cursor={cursor}")).await.ok();
    assert_eq!((labels(last["result"].as_array().unwrap()), &last["next_cursor"]), (vec!["three"], &Value::Null));
    assert_eq!(get(&sandbox, "/sync-job?next_cursor=after_7").await.status, StatusCode::GONE);
    assert_eq!(get(&sandbox, "/sync-job?next_cursor=7").await.failures(), ["next_cursor"]);
    assert_eq!(get(&sandbox, "/sync-job?limit=9999").await.ok()["limit"], 1000, "a larger page is cut");
    assert_eq!(get(&sandbox, "/sync-job?limit=0").await.failures(), ["limit"]);
}

#[tokio::test]
async fn every_documented_filter_selects() {
    let sandbox = Sandbox::builder().in_process();
    with_jobs(&sandbox).await;
    for (query, expected) in [
        ("integration_name=attio", vec!["one", "three"]),
        ("integration_name[eq]=close", vec!["two"]),
        ("integration_name[ne]=attio", vec!["two"]),
        ("label[in]=one,two", vec!["one", "two"]),
        ("label[like]=t%25", vec!["two", "three"]),
        ("created_at[gt]=2000-01-01T00:00:00Z&label=one", vec!["one"]),
        ("created_at[lt]=2000-01-01T00:00:00Z", vec![]),
        ("or[0][label]=one&or[1][integration_name]=close", vec!["one", "two"]),
        ("sort=label", vec!["one", "three", "two"]),
        ("sort=-label", vec!["two", "three", "one"]),
    ] {
        let rows = get(&sandbox, &format!("/sync-job?{query}")).await.rows();
        assert_eq!(labels(&rows), expected, "{query}");
    }
    let rows = get(&sandbox, "/integrated-account?integration.name=pipedrive").await.rows();
    assert_eq!((rows.len(), &rows[0]["id"]), (1, &json!(sandbox.accounts().pipedrive)));
    assert_eq!(get(&sandbox, "/integrated-account?is_sandbox=true").await.rows().len(), 1);
    let rows = get(&sandbox, "/integrated-account?select=id,status").await.rows();
    assert_eq!(rows[0].as_object().unwrap().len(), 2);
}

#[tokio::test]
async fn a_filter_that_cannot_be_applied_is_refused_unless_the_sandbox_is_as_lenient_as_the_api() {
    let sandbox = Sandbox::builder().in_process();
    assert_eq!(get(&sandbox, "/sync-job?lable=one").await.failures(), ["lable"]);
    assert_eq!(get(&sandbox, "/sync-job?label[liek]=one").await.failures(), ["label[liek]"]);
    let lenient = Sandbox::builder().strict_filters(false).in_process();
    with_jobs(&lenient).await;
    assert_eq!(get(&lenient, "/sync-job?lable=one").await.rows().len(), 3);
    assert_eq!(get(&sandbox, "/documentation").await.failures(), ["integration_id"]);
}

#[tokio::test]
async fn the_token_has_a_limit_and_every_answer_tells_it() {
    let sandbox = Sandbox::builder().rate_limits(RateLimits::off().per_token(2)).in_process();
    for remaining in ["1", "0"] {
        let answer = get(&sandbox, "/team").await;
        assert_eq!(
            (answer.status, &answer.headers["ratelimit-remaining"]),
            (StatusCode::OK, &remaining.parse().unwrap())
        );
    }
    let refused = get(&sandbox, "/team").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        (&refused.headers["retry-after"], &refused.headers["ratelimit-limit"]),
        (&"10".parse().unwrap(), &"2;w=10".parse().unwrap())
    );
    sandbox.advance(std::time::Duration::from_secs(10));
    get(&sandbox, "/team").await.ok();
}
