//! Deletes all accounts that a filter selects. The answer comes at once, and an event tells the result.

use std::sync::Weak;

use serde_json::{Value, json};

use super::filters::Filters;
use super::rows::remove_account;
use super::show::show;
use super::{Call, body, success};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::state::platform::status::ACCOUNTS;
use crate::state::platform::tables::text;

pub(super) fn delete(call: &Call<'_>) -> Result<Answer, Refusal> {
    let sent = body::object(call)?;
    let Some(Value::Object(query)) = sent.get("query") else {
        return Err(Refusal::invalid(&[Failure::new("query", "expected an object with filters")]));
    };
    let is_dry = sent.get("dry_run") == Some(&Value::Bool(true));
    let mut failures = Vec::new();
    let filters = Filters::read(call.resource, query, &mut failures);
    // A filter that is ignored would delete too much, however strict the sandbox is.
    if !failures.is_empty() {
        return Err(Refusal::invalid(&failures));
    }
    let selected: Vec<String> = call.shared.platform.with(|tables| {
        let rows = tables.list(ACCOUNTS).filter(|row| filters.hold(&show(tables, ACCOUNTS, row)));
        rows.filter_map(|row| text(row, "id")).map(str::to_owned).collect()
    });
    let (shared, step) = (Weak::clone(&call.shared.me), call.shared.settings.platform.step);
    call.shared.work.start(async move {
        tokio::time::sleep(step).await;
        let Some(shared) = shared.upgrade() else { return };
        for id in selected.iter().filter(|_| !is_dry) {
            remove_account(&shared, id);
        }
        let results: Value = selected.iter().map(|id| json!({ "id": id, "success": true })).collect();
        let event = if is_dry { "batch_job:dry_run_completed" } else { "batch_job:completed" };
        shared.emit(event, &json!({ "results": results }));
    });
    Ok(success())
}
