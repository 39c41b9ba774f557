//! The methods that every resource has: list, get and delete of its rows. `new` and `update` write them.

use http::StatusCode;
use serde_json::{Value, json};

use super::filters::Filters;
use super::pages::parameter;
use super::show::show;
use super::{Call, pages};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::state::Shared;
use crate::state::platform::tables::{KEY, Row, STATE_KEY, Tables, is, text};

/// The key of a row: its id, or what stands for it.
pub(super) fn key(call: &Call<'_>) -> Result<String, Refusal> {
    let id = call.value("id");
    Ok(match call.name() {
        "sync-job-run-state" => state_key(&required(call, "state_key")?, id),
        _ => id.to_ascii_lowercase(),
    })
}

/// The key of an entry in a state of runs.
pub(super) fn state_key(state: &str, entry: &str) -> String {
    format!("{state}\n{entry}")
}

/// A parameter that the API needs.
pub(super) fn required(call: &Call<'_>, name: &str) -> Result<String, Refusal> {
    parameter(&call.query, name).map(str::to_owned).ok_or_else(|| Refusal::missing_parameter(name))
}

/// The rows that a call can see.
fn is_in_scope(call: &Call<'_>, row: &Row) -> bool {
    match call.name() {
        "mcp-token" => is(row, "integrated_account_id", &call.value("integrated_account_id").to_ascii_lowercase()),
        "sync-job-run-state" => parameter(&call.query, "state_key").is_some_and(|state| is(row, STATE_KEY, state)),
        _ => true,
    }
}

/// The row that the path names.
pub(super) fn found(call: &Call<'_>) -> Result<Row, Refusal> {
    let key = key(call)?;
    call.shared.platform.with(|tables| {
        forget_ended(tables);
        let row = tables.get(call.name(), &key).filter(|row| is_in_scope(call, row));
        row.cloned().ok_or_else(|| call.missing(call.value("id")))
    })
}

pub(super) fn list(call: &Call<'_>) -> Result<Answer, Refusal> {
    check_list(call)?;
    let mut query = call.query.clone();
    if call.name() == "sync-job-run-state" {
        query.remove("state_key");
    }
    let mut failures = Vec::new();
    let filters = if call.name() == "documentation" {
        Filters::read(call.resource, &super::documents::filters(&query), &mut failures)
    } else {
        Filters::read(call.resource, &query, &mut failures)
    };
    if call.shared.settings.strict_filters && !failures.is_empty() {
        return Err(Refusal::invalid(&failures));
    }
    let rows = call.shared.platform.with(|tables| {
        forget_ended(tables);
        let rows = tables.list(call.name()).filter(|row| is_in_scope(call, row));
        let shown = rows.map(|row| (row_key(row), show(tables, call.name(), row)));
        shown.filter(|(_, row)| filters.hold(row)).collect()
    });
    pages::answer(call, rows)
}

/// What a cursor calls a row.
fn row_key(row: &Row) -> String {
    text(row, KEY).or_else(|| text(row, "id")).unwrap_or_default().to_owned()
}

/// Refuses a list that lacks what its resource needs.
fn check_list(call: &Call<'_>) -> Result<(), Refusal> {
    match call.name() {
        "sync-job-run-state" => required(call, "state_key").map(drop),
        "mcp-token" => account_of(call).map(drop),
        "documentation" if !super::documents::names_entity(&call.query) => {
            let message = "expected one of `integration_id`, `environment_integration_id`, `unified_model_id`, \
                           `environment_unified_model_id`";
            Err(Refusal::invalid(&[Failure::new("integration_id", message)]))
        }
        _ => Ok(()),
    }
}

/// The account that the path names.
pub(super) fn account_of(call: &Call<'_>) -> Result<String, Refusal> {
    let id = call.value("integrated_account_id").to_ascii_lowercase();
    let is_known = call.shared.platform.with(|tables| tables.get("integrated-account", &id).is_some());
    if is_known { Ok(id) } else { Err(Refusal::no_account(&id)) }
}

pub(super) fn get(call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = found(call)?;
    Ok(shown(call, StatusCode::OK, &row))
}

/// Answers a row.
pub(super) fn shown(call: &Call<'_>, status: StatusCode, row: &Row) -> Answer {
    let shown = call.shared.platform.with(|tables| show(tables, call.name(), row));
    Answer::with_status(status, Value::Object(shown))
}

pub(super) fn delete(call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = found(call)?;
    let key = key(call)?;
    let id = text(&row, "id").unwrap_or(&key).to_owned();
    match call.name() {
        "sync-job-run" => super::runs::delete(call.shared, &key),
        "daemon-job-run" => {
            let stopped = call.shared.platform.with(|tables| {
                let now = tables.now();
                let row = tables.get_mut("daemon-job-run", &key)?;
                row.insert("status".to_owned(), Value::from("stopped"));
                row.insert("finished_at".to_owned(), now);
                Some(row.clone())
            });
            return Ok(shown(call, StatusCode::OK, &stopped.unwrap_or(row)));
        }
        "integrated-account" => remove_account(call.shared, &key),
        "environment-integration" => {
            remove(call.shared, "environment-integration", &key);
            for account in accounts_of(call.shared, &key) {
                remove_account(call.shared, &account);
            }
            call.shared.emit("environment_integration:deleted", &json!({ "id": id }));
        }
        "environment-unified-model" => {
            remove(call.shared, "environment-unified-model", &key);
            call.shared.emit("environment_unified_model:deleted", &json!({ "id": id }));
        }
        "sandbox-integrated-account" => {
            remove(call.shared, "sandbox-integrated-account", &key);
            remove_account(call.shared, &key);
        }
        "sync-job-run-state" => {
            remove(call.shared, call.name(), &key);
            return Ok(shown(call, StatusCode::OK, &row));
        }
        name => remove(call.shared, name, &key),
    }
    Ok(Answer::ok(json!({ "id": id })))
}

fn remove(shared: &Shared, resource: &'static str, key: &str) {
    shared.platform.with(|tables| drop(tables.remove(resource, key)));
}

/// The accounts of an installation.
fn accounts_of(shared: &Shared, installed: &str) -> Vec<String> {
    shared.platform.with(|tables| {
        let rows = tables.list("integrated-account").filter(|row| is(row, "environment_integration_id", installed));
        rows.filter_map(|row| text(row, "id")).map(str::to_owned).collect()
    })
}

/// Removes an account. Its calls are refused from now on.
pub(super) fn remove_account(shared: &Shared, id: &str) {
    remove(shared, "integrated-account", id);
    shared.emit("integrated_account:deleted", &json!({ "id": id }));
}

/// Removes the MCP tokens whose time is over, as the API does.
fn forget_ended(tables: &mut Tables) {
    let now = tables.millis();
    let is_over = |row: &&Row| super::tokens::ends(row).is_some_and(|ends| ends <= now);
    let ended: Vec<String> =
        tables.list("mcp-token").filter(is_over).filter_map(|row| text(row, "id")).map(str::to_owned).collect();
    for id in ended {
        tables.remove("mcp-token", &id);
    }
}
