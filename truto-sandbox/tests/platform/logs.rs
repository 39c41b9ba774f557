//! The log of what the sandbox served.

use http::{Method, StatusCode};
use serde_json::json;
use truto_sandbox::{Clock, Sandbox};

use crate::caller::{get, post, send, text};

#[tokio::test]
async fn calls_are_logged_with_their_names() {
    let sandbox = Sandbox::builder().in_process();
    let account = sandbox.accounts().attio;
    get(&sandbox, &format!("/proxy/contacts?integrated_account_id={account}")).await.ok();
    let close = sandbox.accounts().close;
    let missing = get(&sandbox, &format!("/proxy/tickets/7?integrated_account_id={close}")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    get(&sandbox, "/webhook").await.ok();

    let rows = get(&sandbox, "/log?log_type=unified_proxy_api").await.rows();
    let shown: Vec<_> =
        rows.iter().map(|row| (text(row, "resource"), text(row, "method"), row["http_status_code"].clone())).collect();
    let row = |resource: &str, method: &str, status: u16| (resource.to_owned(), method.to_owned(), json!(status));
    assert_eq!(shown, [row("tickets", "get", 404), row("contacts", "list", 200)], "the newest comes first");
    assert_eq!((&rows[0]["integration"], &rows[0]["request_type"]), (&json!("close"), &json!("proxy")));
    let only = format!("/log?log_type=unified_proxy_api&log_type_filter[integrated_account_id]={account}");
    assert_eq!(get(&sandbox, &only).await.rows().len(), 1);
    let page = get(&sandbox, "/log?log_type=unified_proxy_api&limit=1").await.ok();
    let next = format!("/log?log_type=unified_proxy_api&limit=1&next_cursor={}", text(&page, "next_cursor"));
    assert_eq!(get(&sandbox, &next).await.rows()[0]["resource"], "contacts");
}

#[tokio::test]
async fn other_logs_have_their_own_filters() {
    let sandbox = Sandbox::builder().longest_webhook_wait(std::time::Duration::ZERO).in_process();
    let webhook = post(&sandbox, "/webhook", json!({ "target_url": "https://127.0.0.1:9" })).await.ok();
    let job = post(&sandbox, "/sync-job", json!({ "label": "a" })).await.ok();
    let run = json!({ "sync_job_id": job["id"], "integrated_account_id": sandbox.accounts().attio });
    post(&sandbox, "/sync-job-run", run).await.ok();
    let target = format!("/integrated-account/{}/mcp", sandbox.accounts().attio);
    let mcp = post(&sandbox, &target, json!({ "name": "a", "config": {} })).await.ok();
    let message = json!({ "method": "tools/call", "params": { "name": "list_all_attio_contacts", "arguments": {} } });
    let target = format!("/mcp/{}", text(&mcp, "token"));
    send(&sandbox, Method::POST, &target, "", message.to_string().into()).await.ok();
    sandbox.settled().await;
    for (query, count) in [
        ("webhook&log_type_filter[event]=sync_job_run:created".to_owned(), 4),
        (format!("webhook&log_type_filter[webhook_id]={}", text(&webhook, "id")), 4),
        ("webhook&log_type_filter[event]=record:created".to_owned(), 0),
        (format!("rapid_bridge&log_type_filter[sync_job_id]={}", text(&job, "id")), 5),
        ("rapid_bridge&log_type_filter[sync_job_run_event]=sync_job_run:started".to_owned(), 1),
        ("mcp&log_type_filter[tool_name]=list_all_attio_contacts".to_owned(), 1),
        (format!("mcp&log_type_filter[mcp_server_id]={}", text(&mcp, "id")), 1),
        ("sync_job_cron_trigger".to_owned(), 0),
    ] {
        let answer = get(&sandbox, &format!("/log?log_type={query}")).await;
        assert_eq!(answer.rows().len(), count, "{query}");
        assert!(!String::from_utf8_lossy(&answer.bytes).contains(&text(&mcp, "token")), "a token is no entry of a log");
    }
}

#[tokio::test]
async fn the_window_is_at_most_a_month() {
    let sandbox = Sandbox::builder().clock(Clock::manual()).in_process();
    let account = sandbox.accounts().attio;
    get(&sandbox, &format!("/proxy/contacts?integrated_account_id={account}")).await.ok();
    let log = async |rest: &str| get(&sandbox, &format!("/log?log_type=unified_proxy_api{rest}")).await;
    let window = |from: &str, to: &str| format!("&created_at[gt]={from}T00:00:00Z&created_at[lt]={to}T00:00:00Z");
    assert_eq!(log(&window("2025-12-31", "2026-01-02")).await.rows().len(), 1);
    let without_zone = "&created_at[gt]=2025-12-31 00:00:00&created_at[lt]=2026-01-02".replace(' ', "%20");
    assert_eq!(log(&without_zone).await.rows().len(), 1);
    assert_eq!(log(&window("2025-12-01", "2025-12-31")).await.rows().len(), 0);
    assert_eq!(log(&window("2025-11-01", "2026-01-02")).await.failures(), ["created_at[lt]"]);
    assert_eq!(log("&created_at[gt]=2025-12-31T00:00:00Z").await.failures(), ["created_at[lt]"]);
    assert_eq!(log("&created_at[gt]=soon").await.failures()[0], "created_at[gt]");
    assert_eq!(log("&limit=101").await.failures(), ["limit"]);
    assert_eq!(log("&log_type_filter[status]=1").await.failures(), ["log_type_filter[status]"]);
    assert_eq!(get(&sandbox, "/log?log_type=all").await.failures(), ["log_type"]);
    assert_eq!(get(&sandbox, "/log").await.failures(), ["log_type"]);
}
