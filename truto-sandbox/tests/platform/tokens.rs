//! Tokens: that of an account with its reach, and link tokens with their end.

use std::time::Duration;

use axum::body::Body;
use http::{Method, StatusCode};
use serde_json::json;
use truto_sandbox::{Outcome, Sandbox};

use crate::caller::{get, link_token, post, send, text};

#[tokio::test]
async fn the_token_of_an_account_reaches_its_account_only() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().attio;
    let made = post(&sandbox, "/integrated-account/token", json!({ "integrated_account_id": account })).await.ok();
    let token = text(&made, "integrated_account_token");
    let call = async |method: Method, target: &str, body: &str| {
        send(&sandbox, method, target, &token, Body::from(body.to_owned())).await
    };
    assert_eq!(call(Method::GET, "/integrated-account/me", "").await.ok()["id"], account);
    let changed = call(Method::PATCH, "/integrated-account/me", r#"{"context":{"drive_items":[1]}}"#).await.ok();
    assert_eq!(changed["context"]["drive_items"], json!([1]));
    call(Method::GET, "/proxy/contacts", "").await.ok();
    call(Method::GET, &format!("/proxy/contacts?integrated_account_id={account}"), "").await.ok();
    let other = format!("/proxy/contacts?integrated_account_id={}", sandbox.accounts().close);
    for target in [other.as_str(), "/integrated-account", "/webhook", "/unified/meta/crm/attio"] {
        assert_eq!(call(Method::GET, target, "").await.status, StatusCode::FORBIDDEN, "{target}");
    }
    call(Method::POST, "/link-token/post-connect-form", r#"{"answer":42}"#).await.ok();
    assert_eq!(
        get(&sandbox, "/integrated-account/me").await.status,
        StatusCode::FORBIDDEN,
        "the API token has no account"
    );

    sandbox.advance(Duration::from_secs(15 * 60));
    assert_eq!(call(Method::GET, "/integrated-account/me", "").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_link_token_names_a_tenant_or_an_account_and_lives_for_a_week() {
    let sandbox = Sandbox::builder().in_process();
    let both = json!({ "tenant_id": "a", "integrated_account_id": sandbox.accounts().attio });
    assert_eq!(post(&sandbox, "/link-token", both).await.failures(), ["tenant_id"]);
    assert_eq!(post(&sandbox, "/link-token", json!({})).await.failures(), ["tenant_id"]);
    let unknown = json!({ "integrated_account_id": "0f0e0d0c-0b0a-4908-8706-050403020100" });
    assert_eq!(post(&sandbox, "/link-token", unknown).await.failures(), ["integrated_account_id"]);
    let token = link_token(&sandbox).await;
    sandbox.advance(Duration::from_secs(7 * 24 * 60 * 60));
    assert_eq!(sandbox.connect(&token, Outcome::Active), None);
}
