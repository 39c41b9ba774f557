//! Webhooks: real deliveries to loopback, signed, in order, repeated, and turned off at last.

use std::time::Duration;

use http::StatusCode;
use serde_json::{Value, json};
use truto_core::webhook::EventKind;
use truto_sandbox::Sandbox;

use crate::caller::{get, patch, post, text};
use crate::receiver::Receiver;

#[tokio::test]
async fn an_event_is_delivered_as_the_client_verifies_it() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    let webhook = receiver.register(&sandbox, &["record:created"]).await;
    sandbox.emit("record:created", json!({ "id": "003Ux" }));
    sandbox.emit("record:deleted", json!({ "id": "003Ux" }));
    sandbox.settled().await;
    assert_eq!(receiver.check(&webhook), [EventKind::RecordCreated], "the other event is not asked for");
    let (headers, body) = &receiver.received()[0];
    assert_eq!(headers["user-agent"], "truto");
    assert_eq!(headers["content-type"], "application/json");
    let body: Value = serde_json::from_slice(body).unwrap();
    assert_eq!((&body["payload"]["id"], &body["webhook_id"]), (&json!("003Ux"), &webhook["id"]));
    let attempt = &sandbox.deliveries()[0];
    assert_eq!((attempt.attempt, attempt.status, attempt.is_accepted()), (1, Some(200), true));
    assert!(attempt.signature.as_deref().unwrap().starts_with("format=sha256,v="));
}

#[tokio::test]
async fn a_failed_delivery_is_repeated_three_times_and_then_the_webhook_is_turned_off() {
    let sandbox = Sandbox::builder().longest_webhook_wait(Duration::ZERO).in_process();
    let receiver = Receiver::start().await;
    let webhook = receiver.register(&sandbox, &[]).await;
    receiver.answer(&[500, 404, 503]);
    sandbox.emit("record:created", json!({ "id": "1" }));
    sandbox.emit("record:updated", json!({ "id": "1" }));
    sandbox.settled().await;
    let seen: Vec<_> =
        sandbox.deliveries().iter().map(|attempt| (attempt.event.clone(), attempt.attempt, attempt.status)).collect();
    let row = |event: &str, attempt, status| (event.to_owned(), attempt, Some(status));
    let created =
        [(1, 500), (2, 404), (3, 503), (4, 200)].map(|(attempt, status)| row("record:created", attempt, status));
    assert_eq!(seen[..4], created, "three repetitions");
    assert_eq!(seen[4], row("record:updated", 1, 200), "the later event waits");
    let ids: Vec<_> = sandbox.deliveries()[..4].iter().map(|attempt| attempt.event_id.clone()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "a repetition has the same id");

    receiver.answer(&[500; 4]);
    sandbox.emit("record:created", json!({ "id": "2" }));
    sandbox.settled().await;
    let target = format!("/webhook/{}", text(&webhook, "id"));
    assert_eq!(get(&sandbox, &target).await.ok()["is_active"], false);
    sandbox.emit("record:created", json!({ "id": "3" }));
    sandbox.settled().await;
    assert_eq!(receiver.received().len(), 9, "an inactive webhook gets nothing");
    patch(&sandbox, &target, json!({ "is_active": true })).await.ok();
    sandbox.emit("record:created", json!({ "id": "4" }));
    sandbox.settled().await;
    assert_eq!(receiver.received().len(), 10);
}

#[tokio::test(start_paused = true)]
async fn the_waits_grow_to_ten_seconds() {
    let sandbox = Sandbox::builder().in_process();
    // No connection is made for such a URL, so that the paused clock meets the waits alone.
    post(&sandbox, "/webhook", json!({ "target_url": "https://127.0.0.1:9" })).await.ok();
    let start = tokio::time::Instant::now();
    sandbox.emit("record:created", json!({}));
    sandbox.settled().await;
    assert_eq!((start.elapsed(), sandbox.deliveries().len()), (Duration::from_millis(17_500), 4));
}

#[tokio::test]
async fn only_loopback_is_called() {
    let sandbox = Sandbox::builder().longest_webhook_wait(Duration::ZERO).in_process();
    post(&sandbox, "/webhook", json!({ "target_url": "http://hooks.example/x" })).await.ok();
    sandbox.emit("record:created", json!({}));
    sandbox.settled().await;
    let attempt = &sandbox.deliveries()[0];
    assert_eq!(attempt.status, None);
    assert!(attempt.error.as_deref().unwrap().contains("loopback"), "{attempt:?}");
}

#[tokio::test]
async fn a_test_tells_how_the_receiver_answered() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    let webhook = receiver.register(&sandbox, &[]).await;
    let body = json!({ "id": webhook["id"] });
    assert_eq!(post(&sandbox, "/webhook/test", body.clone()).await.ok(), json!({ "success": true }));
    assert_eq!(receiver.check(&webhook), [EventKind::Test]);
    assert_eq!(receiver.payloads("test"), [json!({ "foo": "bar" })]);
    receiver.answer(&[500]);
    let failed = post(&sandbox, "/webhook/test", body.clone()).await;
    assert_eq!(
        (failed.status, &failed.json()["message"]),
        (StatusCode::BAD_REQUEST, &json!("The receiver answered 500"))
    );
    patch(&sandbox, &format!("/webhook/{}", text(&webhook, "id")), json!({ "is_active": false })).await.ok();
    assert_eq!(post(&sandbox, "/webhook/test", body).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(receiver.received().len(), 2);
}

#[tokio::test]
async fn a_notification_is_posted_as_slack_takes_it() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.answer(&[410]);
    let config = json!({ "webhook_url": receiver.url, "ignored_status_codes": [410] });
    let row = json!({ "type": "slack", "config": config, "event_types": ["sync_job_run:failed"] });
    post(&sandbox, "/notification-destination", row).await.ok();
    sandbox.emit("sync_job_run:failed", json!({ "id": "1" }));
    sandbox.settled().await;
    let (headers, body) = receiver.received().remove(0);
    assert!(headers.get("x-truto-signature").is_none());
    let text = serde_json::from_slice::<Value>(&body).unwrap()["text"].as_str().unwrap().to_owned();
    assert!(text.contains("sync_job_run:failed"), "{text}");
    assert_eq!(sandbox.deliveries().len(), 1, "410 is ignored, so it is not repeated");
}

#[tokio::test]
async fn the_deliveries_end_with_the_sandbox() {
    let receiver = Receiver::start().await;
    let sandbox = Sandbox::start().await.unwrap();
    receiver.register(&sandbox, &[]).await;
    receiver.answer(&[500; 4]);
    sandbox.emit("record:created", json!({}));
    while receiver.received().is_empty() {
        tokio::task::yield_now().await;
    }
    sandbox.shutdown().await;
    tokio::time::pause();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(receiver.received().len(), 1);
}

#[tokio::test]
async fn a_providers_webhook_becomes_an_event() {
    let sandbox = Sandbox::builder().in_process();
    let receiver = Receiver::start().await;
    receiver.register(&sandbox, &[]).await;
    let target = format!("/integrated-account-webhook/{}", sandbox.accounts().attio);
    let said = json!({ "event_type": "created", "resource_id": "7" });
    crate::caller::send(&sandbox, http::Method::POST, &target, "", said.to_string().into()).await.ok();
    sandbox.settled().await;
    assert_eq!(receiver.payloads("record:created")[0]["resource_id"], "7");
}
