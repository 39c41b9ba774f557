//! Runs the whole program, and the decisions of the receiver.

use std::time::{Duration, SystemTime};

use axum::http::StatusCode;
use tokio::sync::mpsc;
use truto_core::webhook::{Event, Webhook};

use crate::receiver::{Inbox, MAX_AGE, MAX_IDS, Seen};

/// When the events of these tests happen.
const HAPPENED: SystemTime = SystemTime::UNIX_EPOCH;

fn event(id: &str) -> Event {
    let created_at = "1970-01-01T00:00:00.000Z";
    let body = serde_json::json!({ "id": id, "event": "test", "payload": {}, "created_at": created_at });
    serde_json::from_value(body).unwrap()
}

fn inbox(capacity: usize) -> (Inbox, mpsc::Receiver<Event>) {
    let (sender, queue) = mpsc::channel(capacity);
    (Inbox::new(Webhook::new("secret").unwrap(), sender), queue)
}

#[tokio::test]
async fn each_event_is_reported_once() {
    let mut out = Vec::new();
    super::run(&mut out).await.unwrap();
    let out = String::from_utf8(out).unwrap();
    let kinds: Vec<_> = out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let runs = ["created", "updated", "started", "record", "record", "updated", "completed"]
        .map(|step| format!("sync_job_run:{step}"));
    let mut expected = vec!["integrated_account:created", "integrated_account:active"];
    expected.extend(runs.iter().map(String::as_str));
    expected.push("record:updated");
    assert_eq!(kinds[..kinds.len() - 1], expected, "{out}");
    assert!(out.contains(" of acme\n") && !out.contains("evil"), "{out}");
    assert!(out.contains("100 records of crm/contacts"), "{out}");
    assert!(out.contains("record:updated               contacts 003Ux000004TbQd\n"), "{out}");
    assert!(out.contains(" is completed\n"), "{out}");
    assert!(out.ends_with("10 events done, 1 repeated, 1 refused with 401\n"), "{out}");
}

#[test]
fn a_repeated_event_is_answered_and_not_queued() {
    let (inbox, mut queue) = inbox(10);
    assert_eq!(inbox.take(event("1"), HAPPENED), StatusCode::OK);
    assert_eq!(inbox.take(event("1"), HAPPENED + MAX_AGE), StatusCode::OK);
    assert_eq!(inbox.take(event("1"), HAPPENED + MAX_AGE + Duration::from_secs(1)), StatusCode::BAD_REQUEST);
    assert_eq!(queue.try_recv().unwrap().id, "1");
    assert!(queue.try_recv().is_err());
    assert_eq!(inbox.into_tally().repeated, 1);
}

#[test]
fn an_event_that_finds_no_place_is_taken_when_it_comes_again() {
    let (inbox, mut queue) = inbox(1);
    assert_eq!(inbox.take(event("1"), HAPPENED), StatusCode::OK);
    assert_eq!(inbox.take(event("2"), HAPPENED), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(queue.try_recv().unwrap().id, "1");
    assert_eq!(inbox.take(event("2"), HAPPENED), StatusCode::OK);
    assert_eq!(queue.try_recv().unwrap().id, "2");
}

#[test]
fn the_memory_of_ids_is_bounded() {
    let mut seen = Seen::default();
    for id in 0..=MAX_IDS {
        seen.insert(id.to_string(), HAPPENED);
    }
    assert!(!seen.has("0", HAPPENED) && seen.has("1", HAPPENED) && seen.has(&MAX_IDS.to_string(), HAPPENED));
    assert!(!seen.has("1", HAPPENED + MAX_AGE + Duration::from_secs(1)));
}
