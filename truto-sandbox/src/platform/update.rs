//! Updates a row. How deep an update merges differs: an override is replaced, a mapping is merged to its end, and the context
//! of an account is merged one level deep.

use http::StatusCode;
use serde_json::{Map, Value};

use super::body::{self, Writing};
use super::{Call, rows, tokens};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::state::platform::secrets::{REDACTED, SECRETS, at};
use crate::state::platform::status::{ACCOUNTS, AccountStatus};
use crate::state::platform::tables::{Row, is, text};

/// The resources whose `version` guards against a lost update.
const LOCKED: [&str; 2] = ["integration", "unified-model"];
/// The resources of mappings.
const MAPPINGS: [&str; 2] = ["unified-model-resource-method", "environment-unified-model-resource-method"];

pub(super) fn update(call: &Call<'_>) -> Result<Answer, Refusal> {
    let change = body::row(call, Writing::Change)?;
    let known = rows::found(call)?;
    let key = rows::key(call)?;
    if LOCKED.contains(&call.name()) {
        check_version(&known, &change)?;
    }
    if call.name() == "mcp-token" {
        tokens::check_expiry(call, &change)?;
    }
    let changed = call.shared.platform.with(|tables| {
        let row = tables.get_mut(call.name(), &key)?;
        for (name, value) in change.clone() {
            apply(call.name(), row, name, value);
        }
        if is_versioned(call.name()) {
            let version = row.get("version").and_then(Value::as_u64).unwrap_or(1);
            row.insert("version".to_owned(), Value::from(version + 1));
        }
        Some(row.clone())
    });
    let changed = changed.ok_or_else(|| call.missing(call.value("id")))?;
    tell(call, &changed, &change);
    Ok(rows::shown(call, StatusCode::OK, &changed))
}

/// Whether every update of a row counts its version up.
pub(super) fn is_versioned(resource: &str) -> bool {
    LOCKED.contains(&resource) || MAPPINGS.contains(&resource)
}

/// Tells the webhooks of a change.
fn tell(call: &Call<'_>, row: &Row, change: &Row) {
    let id = text(row, "id").unwrap_or_default();
    let shown = || Value::Object(call.shared.platform.with(|tables| super::show::show(tables, call.name(), row)));
    match call.name() {
        ACCOUNTS => {
            call.shared.emit_account("integrated_account:updated", id);
            // A status that a caller writes is meant: an active account is connected again.
            if let Some(status) = text(change, "status").and_then(AccountStatus::parse) {
                call.shared.set_status(id, status, None);
            }
        }
        "environment-integration" => call.shared.emit("environment_integration:updated", &shown()),
        "environment-unified-model" => call.shared.emit("environment_unified_model:updated", &shown()),
        "sync-job-run" => call.shared.emit("sync_job_run:updated", &shown()),
        _ => {}
    }
}

fn check_version(known: &Row, change: &Row) -> Result<(), Refusal> {
    if known.get("version") == change.get("version") {
        return Ok(());
    }
    let now = known.get("version").cloned().unwrap_or_default();
    let failure = Failure::new("version", format!("is not that of the row, which is {now}: read the row again"));
    Err(Refusal::invalid(&[failure]))
}

/// Writes a member of a row.
fn apply(resource: &str, row: &mut Row, name: String, value: Value) {
    match (resource, name.as_str()) {
        (_, "version") => {}
        (ACCOUNTS, "context") => merge_context(row, value),
        (resource, "config") if MAPPINGS.contains(&resource) => {
            merge(row.entry(name).or_insert_with(|| Value::Object(Map::new())), value);
        }
        _ => drop(row.insert(name, value)),
    }
}

/// Merges a context one level deep. Secrets that come back redacted, or not at all, are kept.
pub(super) fn merge_context(row: &mut Row, sent: Value) {
    let Value::Object(mut sent) = sent else { return };
    // These variables belong to the environment, and are dropped.
    sent.remove("environment_variables");
    let known = row.entry("context").or_insert_with(|| Value::Object(Map::new()));
    let Value::Object(known) = known else { return };
    let mut secrets = known.clone();
    known.extend(sent);
    for path in SECRETS {
        let Some(secret) = at(&mut secrets, path).filter(|secret| secret.is_string()) else { continue };
        if at(known, path).is_none_or(|shown| *shown == *REDACTED) {
            put(known, path, secret.clone());
        }
    }
}

/// Writes a value at a path, if all but its last step are objects.
fn put(members: &mut Map<String, Value>, path: &[&str], value: Value) {
    let Some((last, parents)) = path.split_last() else { return };
    let mut place = members;
    for parent in parents {
        let Some(next) = place.get_mut(*parent).and_then(Value::as_object_mut) else { return };
        place = next;
    }
    place.insert((*last).to_owned(), value);
}

/// Merges objects to their end. Anything else is replaced.
fn merge(known: &mut Value, sent: Value) {
    match (known, sent) {
        (Value::Object(known), Value::Object(sent)) => {
            for (name, value) in sent {
                merge(known.entry(name).or_insert(Value::Null), value);
            }
        }
        (known, sent) => *known = sent,
    }
}

/// Whether the account of a row is in this status.
pub(super) fn has_status(row: &Row, status: AccountStatus) -> bool {
    is(row, "status", status.name())
}
