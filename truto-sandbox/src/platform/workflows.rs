//! Workflows: what runs when an account becomes active. The only action is to run a sync job.

use serde_json::{Value, json};

use super::new::complete;
use super::runs;
use crate::state::Shared;
use crate::state::platform::tables::{Row, is};

/// The only trigger that the API supports.
const TRIGGER: &str = "integrated_account:active";
const ACTION: &str = "run_sync_job";

/// Runs the workflows that wait for an active account.
pub(super) fn account_is_active(shared: &Shared, account: &str) {
    let workflows: Vec<Row> = shared
        .platform
        .with(|tables| tables.list("workflow").filter(|row| is(row, "trigger_name", TRIGGER)).cloned().collect());
    for workflow in workflows {
        let steps = workflow.get("config").and_then(|config| config.get("steps")).and_then(Value::as_array);
        let results: Vec<Value> = steps.into_iter().flatten().map(|step| run_step(shared, account, step)).collect();
        let is_success = results.iter().all(|result| result["success"] == true);
        shared.platform.with(|tables| {
            let now = tables.now();
            let mut row = Row::from_iter([
                ("workflow_id".to_owned(), workflow.get("id").cloned().unwrap_or_default()),
                ("status".to_owned(), Value::from(if is_success { "completed" } else { "failed" })),
                ("result".to_owned(), json!({ "success": is_success, "steps": results })),
                ("started_at".to_owned(), now.clone()),
                ("finished_at".to_owned(), now),
                ("error".to_owned(), Value::Null),
            ]);
            complete("workflow-run", tables, &mut row);
            tables.insert("workflow-run", row);
        });
    }
}

fn run_step(shared: &Shared, account: &str, step: &Value) -> Value {
    let (kind, action) = (&step["type"], &step["action"]);
    let config = step.get("config").and_then(Value::as_object);
    let job = config.and_then(|config| config.get("sync_job_id")).filter(|id| id.is_string());
    let Some(job) = job.filter(|_| action == ACTION) else {
        let error = "the sandbox runs `run_sync_job` with an object that has a `sync_job_id`";
        return json!({ "type": kind, "action": action, "success": false, "error": error });
    };
    let mut run = Row::from_iter([
        ("sync_job_id".to_owned(), job.clone()),
        ("integrated_account_id".to_owned(), Value::from(account)),
    ]);
    for name in ["args", "webhook_id", "error_handling"] {
        if let Some(value) = config.and_then(|config| config.get(name)) {
            run.insert(name.to_owned(), value.clone());
        }
    }
    let run = runs::create(shared, run);
    json!({ "type": kind, "action": action, "success": true, "result": { "id": run.get("id") } })
}
