//! Sync jobs: runs with their statuses, events, faults and limits, cron triggers and workflows.

use std::time::Duration;

use http::StatusCode;
use serde_json::{Value, json};
use truto_sandbox::{AccountStatus, Clock, Fault, RateLimits, Sandbox};

use crate::caller::{delete, get, post, text};
use crate::receiver::Receiver;

/// A sync job of two resources, with three contacts.
async fn job(sandbox: &Sandbox) -> Value {
    for name in ["Ada", "Eve", "Bob"] {
        sandbox.keep(sandbox.accounts().attio, "crm/contacts", json!({ "name": name }));
    }
    let resources = json!([
        { "resource": "crm/contacts", "method": "list" }, { "resource": "crm/accounts", "method": "list" },
    ]);
    post(sandbox, "/sync-job", json!({ "label": "nightly", "resources": resources })).await.ok()
}

fn run_of(sandbox: &Sandbox, job: &Value) -> Value {
    json!({ "sync_job_id": job["id"], "integrated_account_id": sandbox.accounts().attio })
}

async fn ended(sandbox: &Sandbox, run: &Value) -> Value {
    sandbox.settled().await;
    get(sandbox, &format!("/sync-job-run/{}", text(run, "id"))).await.ok()
}

#[tokio::test]
async fn a_run_sends_its_records_and_tells_each_step() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    let webhook = receiver.register(&sandbox, &["nothing:else"]).await;
    let job = job(&sandbox).await;
    let mut body = run_of(&sandbox, &job);
    body["webhook_id"] = webhook["id"].clone();
    let created = post(&sandbox, "/sync-job-run", body).await;
    assert_eq!((created.status, &created.json()["status"]), (StatusCode::CREATED, &json!("created")));
    let run = ended(&sandbox, &created.json()).await;
    assert_eq!(run["status"], "completed");
    assert!(run["started_at"].is_string() && run["finished_at"].is_string(), "{run}");
    assert_eq!(sandbox.remote_calls(sandbox.accounts().attio)[0].endpoint, "GET /unified/crm/contacts");
    assert_eq!(run["resource_stats"]["crm/contacts"]["list"]["fetched"], 3);
    let steps = ["created", "updated", "started", "record", "updated", "completed"];
    assert_eq!(receiver.events(), steps.map(|step| format!("sync_job_run:{step}")), "the webhook of the run gets all");
    let record = &receiver.payloads("sync_job_run:record")[0];
    assert_eq!((&record["resource"], record["records"].as_array().unwrap().len()), (&json!("crm/contacts"), 3));
    receiver.check(&webhook);
}

#[tokio::test]
async fn a_receiver_stops_a_run_with_400() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    let webhook = receiver.register(&sandbox, &["sync_job_run:started", "sync_job_run:record"]).await;
    receiver.answer(&[400]);
    let job = job(&sandbox).await;
    let run = post(&sandbox, "/sync-job-run", run_of(&sandbox, &job)).await.ok();
    assert_eq!(ended(&sandbox, &run).await["status"], "stopped");
    assert_eq!(receiver.events(), ["sync_job_run:started"], "400 is an order here, and is not repeated");
    assert_eq!(get(&sandbox, &format!("/webhook/{}", text(&webhook, "id"))).await.ok()["is_active"], true);
}

#[tokio::test]
async fn a_failed_fetch_is_handled_as_the_run_says() {
    for (handling, status, event) in [
        ("fail_fast", "failed", "sync_job_run:failed"),
        ("ignore", "completed", "sync_job_run:record_error"),
        ("batch", "completed", "sync_job_run:record_error"),
    ] {
        let sandbox = Sandbox::builder().in_process();
        let receiver = Receiver::start().await;
        receiver.register(&sandbox, &[event]).await;
        let job = job(&sandbox).await;
        sandbox.script(Fault::status(StatusCode::BAD_GATEWAY).path("/unified/crm/contacts"));
        let mut body = run_of(&sandbox, &job);
        body["error_handling"] = json!(handling);
        let run = post(&sandbox, "/sync-job-run", body).await.ok();
        assert_eq!(ended(&sandbox, &run).await["status"], status, "{handling}");
        let payload = &receiver.payloads(event)[0];
        let error = if handling == "batch" { &payload["errors"][0] } else { &payload["error"] };
        assert!(handling == "fail_fast" || error["statusCode"] == 502, "{payload}");
    }
}

#[tokio::test]
async fn a_run_waits_at_a_limit() {
    let sandbox = Sandbox::builder().rate_limits(RateLimits::off().per_account(1)).clock(Clock::manual()).in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &["sync_job_run:rate_limited"]).await;
    let job = job(&sandbox).await;
    let run = post(&sandbox, "/sync-job-run", run_of(&sandbox, &job)).await.ok();
    while receiver.events().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(get(&sandbox, &format!("/sync-job-run/{}", text(&run, "id"))).await.ok()["status"], "rate_limited");
    sandbox.advance(Duration::from_secs(10));
    assert_eq!(ended(&sandbox, &run).await["status"], "completed");
}

#[tokio::test(start_paused = true)]
async fn a_delete_stops_a_run_and_removes_one_that_is_over() {
    let sandbox = Sandbox::builder().step_time(Duration::from_secs(1)).in_process();
    let job = job(&sandbox).await;
    let run = post(&sandbox, "/sync-job-run", run_of(&sandbox, &job)).await.ok();
    let target = format!("/sync-job-run/{}", text(&run, "id"));
    let status = async || get(&sandbox, &target).await.ok()["status"].clone();
    assert_eq!(status().await, "created");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(status().await, "running");
    assert_eq!(delete(&sandbox, &target).await.ok(), json!({ "id": run["id"] }));
    sandbox.settled().await;
    assert_eq!(status().await, "stopped");
    delete(&sandbox, &target).await.ok();
    assert_eq!(get(&sandbox, &target).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_run_needs_a_job_and_an_account() {
    let sandbox = Sandbox::builder().in_process();
    let job = job(&sandbox).await;
    let unknown = "0f0e0d0c-0b0a-4908-8706-050403020100";
    let mut body = run_of(&sandbox, &job);
    body["integrated_account_id"] = json!(unknown);
    assert_eq!(post(&sandbox, "/sync-job-run", body).await.failures(), ["integrated_account_id"]);
    let mut body = run_of(&sandbox, &job);
    body["sync_job_id"] = json!(unknown);
    assert_eq!(post(&sandbox, "/sync-job-run", body).await.failures(), ["sync_job_id"]);
}

#[tokio::test]
async fn a_trigger_is_idle_until_it_is_scheduled() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &["sync_job_cron_trigger:failed", "sync_job_run:completed"]).await;
    let job = job(&sandbox).await;
    let mut body = run_of(&sandbox, &job);
    body["cron_expression"] = json!("0 * * * *");
    let trigger = text(&post(&sandbox, "/sync-job-cron-trigger", body).await.ok(), "id");
    assert_eq!(sandbox.fire_trigger(&trigger), None);
    let schedule = format!("/sync-job-cron-trigger/{trigger}/schedule");
    assert_eq!(post(&sandbox, &schedule, json!({})).await.ok(), json!({ "success": true }));
    assert!(sandbox.fire_trigger(&trigger).is_some());
    sandbox.settled().await;
    sandbox.set_account_status(sandbox.accounts().attio, AccountStatus::NeedsReauth);
    assert_eq!(sandbox.fire_trigger(&trigger), None);
    sandbox.settled().await;
    assert_eq!(receiver.events(), ["sync_job_run:completed", "sync_job_cron_trigger:failed"]);
}

#[tokio::test]
async fn a_workflow_runs_a_job_when_an_account_becomes_active() {
    let sandbox = Sandbox::builder().in_process();
    let job = job(&sandbox).await;
    let steps = json!([{ "type": "run", "action": "run_sync_job", "config": { "sync_job_id": job["id"] } }]);
    let workflow = json!({ "trigger_name": "integrated_account:active", "config": { "steps": steps } });
    let workflow = post(&sandbox, "/workflow", workflow).await.ok();
    let token = crate::caller::link_token(&sandbox).await;
    let account = sandbox.connect(&token, truto_sandbox::Outcome::Active).unwrap();
    sandbox.settled().await;
    let run = &get(&sandbox, "/sync-job-run").await.rows()[0];
    assert_eq!((&run["integrated_account_id"], &run["status"]), (&json!(account), &json!("completed")));
    let ran = &get(&sandbox, "/workflow-run").await.rows()[0];
    assert_eq!((&ran["workflow_id"], &ran["status"]), (&workflow["id"], &json!("completed")));
}
