//! Cron triggers. A trigger is idle until it is scheduled. A sandbox has no cron: a test says when the time has come.

use serde_json::{Value, json};

use super::{Call, rows, runs, success};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::state::Shared;
use crate::state::platform::log::LogType;
use crate::state::platform::status::AccountStatus;
use crate::state::platform::tables::{Row, SCHEDULED, text};

const TRIGGERS: &str = "sync-job-cron-trigger";
/// The members of a run that a trigger gives it.
const HANDED_ON: [&str; 8] = [
    "sync_job_id",
    "integrated_account_id",
    "args",
    "resources",
    "webhook_id",
    "error_handling",
    "events_to_send",
    "daemon_group_key",
];

/// `POST /…-cron-trigger/{id}/schedule`
pub(super) fn schedule(call: &Call<'_>) -> Result<Answer, Refusal> {
    rows::found(call)?;
    let key = rows::key(call)?;
    let schedule = |row: &mut Row| row.insert(SCHEDULED.to_owned(), Value::Bool(true));
    call.shared.platform.with(|tables| tables.get_mut(call.name(), &key).map(schedule));
    Ok(success())
}

/// Starts the run of a trigger, as if its time had come, and returns the id of the run. `None` if the trigger is not scheduled,
/// or if its account cannot be called.
pub(crate) fn fire(shared: &Shared, id: &str) -> Option<String> {
    let id = id.to_ascii_lowercase();
    let trigger = shared.platform.with(|tables| tables.get(TRIGGERS, &id).cloned())?;
    if !trigger.contains_key(SCHEDULED) {
        return None;
    }
    let account = text(&trigger, "integrated_account_id").unwrap_or_default();
    let is_ready = shared.account_status(account) == Some(AccountStatus::Active);
    let message = if is_ready { "A run was started" } else { "The integrated account is not active" };
    let group = json!({ "alarm_type": "cron", "entity_id": trigger.get("sync_job_id") });
    shared.log_row(LogType::SyncJobCronTrigger, json!({ "message": message, "sync_job_cron_trigger": group }));
    if !is_ready {
        let payload = json!({ "id": id, "sync_job_id": trigger.get("sync_job_id"), "error": { "message": message } });
        shared.emit("sync_job_cron_trigger:failed", &payload);
        return None;
    }
    let members = HANDED_ON.iter().filter_map(|name| Some(((*name).to_owned(), trigger.get(*name)?.clone())));
    let run = runs::create(shared, members.filter(|(_, value)| !value.is_null()).collect());
    text(&run, "id").map(str::to_owned)
}
