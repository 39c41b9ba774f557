//! Runs of sync jobs: `created`, `running`, and then `completed`, `failed` or `stopped`. A run tells the webhooks each step.
//!
//! A run fetches the entries of its job one after the other, and sends their records in batches. It waits for the answers of the
//! receivers, as the API does.

use std::sync::{Arc, Weak};
use std::time::Duration;

use serde_json::{Value, json};

use super::fetch::{Failed, fetch};
use super::new::complete;
use crate::state::Shared;
use crate::state::accounts::ACCOUNT;
use crate::state::platform::events::{Receipt, visible};
use crate::state::platform::log::LogType;
use crate::state::platform::tables::{Row, text};

pub(super) const RUNS: &str = "sync-job-run";
/// The records of an event.
const BATCH: usize = 100;
/// How long a run waits at a limit before it tries again.
const AT_LIMIT: Duration = Duration::from_millis(20);

/// Creates a run and starts it.
pub(crate) fn create(shared: &Shared, mut row: Row) -> Row {
    let run = shared.platform.with(|tables| {
        let job = text(&row, "sync_job_id").and_then(|id| tables.get("sync-job", id)).cloned().unwrap_or_default();
        for name in ["resources", "state_key", "mutex_key"] {
            if let Some(value) = job.get(name).filter(|value| !value.is_null()) {
                row.entry(name).or_insert_with(|| value.clone());
            }
        }
        row.insert("status".to_owned(), Value::from("created"));
        row.entry("args").or_insert_with(|| json!({}));
        row.entry("error_handling").or_insert_with(|| Value::from("ignore"));
        row.insert("resource_stats".to_owned(), json!({}));
        complete(RUNS, tables, &mut row);
        tables.insert(RUNS, row)
    });
    let id = text(&run, "id").unwrap_or_default().to_owned();
    drop(tell(shared, &run, "created", None));
    let weak = Weak::clone(&shared.me);
    shared.work.start(async move {
        // `None` means that the run ended in another way.
        let (Some(()) | None) = perform(&weak, &id).await;
    });
    visible(&run)
}

/// Stops a run that is not over, and removes one that is.
pub(super) fn delete(shared: &Shared, id: &str) {
    let Some(run) = read(shared, id) else { return };
    if is_over(&run) {
        shared.platform.with(|tables| drop(tables.remove(RUNS, id)));
        drop(tell(shared, &run, "deleted", Some(json!({ "id": id }))));
    } else {
        finish(shared, id, "stopped");
    }
}

fn is_over(run: &Row) -> bool {
    ["completed", "failed", "stopped"].contains(&text(run, "status").unwrap_or_default())
}

fn read(shared: &Shared, id: &str) -> Option<Row> {
    shared.platform.with(|tables| tables.get(RUNS, id).cloned())
}

/// The sandbox and the run, if both still go on.
fn going(weak: &Weak<Shared>, id: &str) -> Option<(Arc<Shared>, Row)> {
    let shared = weak.upgrade()?;
    let run = read(&shared, id).filter(|run| !is_over(run))?;
    Some((shared, run))
}

/// Sends an event of a run to the webhooks that ask for it, and to that of the run.
fn tell(shared: &Shared, run: &Row, event: &str, payload: Option<Value>) -> Vec<Receipt> {
    let name = format!("sync_job_run:{event}");
    let wanted = run.get("events_to_send").and_then(Value::as_array);
    if wanted.is_some_and(|wanted| !wanted.is_empty() && !wanted.iter().any(|known| *known == *name)) {
        return Vec::new();
    }
    let group = json!({
        "sync_job_run_id": run.get("id"), "sync_job_id": run.get("sync_job_id"), "sync_job_run_event": name,
        "status": run.get("status"), "webhook_id": run.get("webhook_id"),
    });
    let integration = text(run, ACCOUNT).and_then(|id| shared.account(id)).map(|account| account.provider().slug());
    let row = json!({ (ACCOUNT): run.get(ACCOUNT), "integration": integration, "rapid_bridge": group });
    shared.log_row(LogType::RapidBridge, row);
    let payload = payload.unwrap_or_else(|| Value::Object(visible(run)));
    shared.emit_to(&name, &payload, text(run, "webhook_id"))
}

/// Gives a run a status, and tells it.
fn set_status(shared: &Shared, id: &str, status: &str, moment: Option<&str>) -> Option<Row> {
    let run = shared.platform.with(|tables| {
        let now = tables.now();
        let row = tables.get_mut(RUNS, id)?;
        row.insert("status".to_owned(), Value::from(status));
        if let Some(moment) = moment {
            row.insert(moment.to_owned(), now);
        }
        Some(row.clone())
    })?;
    drop(tell(shared, &run, "updated", None));
    Some(run)
}

/// Ends a run.
fn finish(shared: &Shared, id: &str, status: &str) {
    let Some(run) = set_status(shared, id, status, Some("finished_at")) else { return };
    if status != "stopped" {
        drop(tell(shared, &run, status, None));
    }
}

/// Runs to the end. `None` means that the run or the sandbox ended meanwhile.
async fn perform(weak: &Weak<Shared>, id: &str) -> Option<()> {
    let step = going(weak, id)?.0.settings.platform.step;
    pause(step).await;
    let (shared, _) = going(weak, id)?;
    let run = set_status(&shared, id, "running", Some("started_at"))?;
    let receipts = tell(&shared, &run, "started", None);
    drop(shared);
    for receipt in receipts {
        // The receiver may stop the run.
        if receipt.await == Ok(Some(400)) {
            finish(&going(weak, id)?.0, id, "stopped");
            return None;
        }
    }
    let mut errors = Vec::new();
    let handling = text(&run, "error_handling").unwrap_or_default().to_owned();
    for entry in run.get("resources").and_then(Value::as_array).into_iter().flatten() {
        let Some(resource) = entry.get("resource").and_then(Value::as_str) else { continue };
        pause(step).await;
        let Err(failed) = perform_entry(weak, id, resource, step).await? else { continue };
        let (shared, run) = going(weak, id)?;
        match handling.as_str() {
            "fail_fast" => {
                finish(&shared, id, "failed");
                return Some(());
            }
            "batch" => errors.push(failed.show(resource)),
            _ => drop(tell(&shared, &run, "record_error", Some(json!({ "error": failed.show(resource) })))),
        }
    }
    pause(step).await;
    let (shared, run) = going(weak, id)?;
    if !errors.is_empty() {
        drop(tell(&shared, &run, "record_error", Some(json!({ "errors": errors }))));
    }
    finish(&shared, id, "completed");
    Some(())
}

/// Fetches an entry and sends its records.
async fn perform_entry(weak: &Weak<Shared>, id: &str, resource: &str, step: Duration) -> Option<Result<(), Failed>> {
    let records = loop {
        let (shared, run) = going(weak, id)?;
        let account = text(&run, ACCOUNT).and_then(|id| shared.account(id));
        let Some(account) = account else {
            return Some(Err(Failed::new(http::StatusCode::NOT_FOUND, "The integrated account is gone")));
        };
        match fetch(&shared, &account, resource).await {
            Ok(records) => break records,
            Err(failed) if failed.status == 429 => {
                let run = set_status(&shared, id, "rate_limited", None)?;
                drop(tell(&shared, &run, "rate_limited", None));
                drop(shared);
                tokio::time::sleep(step.max(AT_LIMIT)).await;
                set_status(&going(weak, id)?.0, id, "running", None)?;
            }
            Err(failed) => {
                let about = (resource, "list");
                shared.provider_refused(account.id(), failed.status, &failed.message, about);
                return Some(Err(failed));
            }
        }
    };
    let (shared, _) = going(weak, id)?;
    shared.platform.with(|tables| {
        let row = tables.get_mut(RUNS, id)?;
        let stats = row.entry("resource_stats").or_insert_with(|| json!({}));
        stats[resource] = json!({ "list": { "fetched": records.len(), "persisted": records.len() } });
        Some(())
    });
    drop(shared);
    for batch in records.chunks(BATCH) {
        let (shared, run) = going(weak, id)?;
        let meta = json!({ "sync_job_run_id": id, "sync_job_id": run.get("sync_job_id"), (ACCOUNT): run.get(ACCOUNT) });
        let payload = json!({ "resource": resource, "records": batch, "meta": meta });
        let receipts = tell(&shared, &run, "record", Some(payload));
        drop(shared);
        for receipt in receipts {
            // A receiver that is gone or turned off gives no receipt, and no reason to fail.
            if let Ok(status) = receipt.await
                && !status.is_some_and(|status| (200..300).contains(&status))
            {
                let message = "The receiver did not take the records";
                return Some(Err(Failed::new(http::StatusCode::BAD_GATEWAY, message)));
            }
        }
    }
    Some(Ok(()))
}

async fn pause(step: Duration) {
    if step.is_zero() {
        tokio::task::yield_now().await;
    } else {
        tokio::time::sleep(step).await;
    }
}
