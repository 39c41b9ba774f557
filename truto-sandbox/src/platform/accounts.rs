//! What an account can do beside its rows: new credentials, the steps after a connection, and its own token.

use http::StatusCode;
use serde_json::{Value, json};

use super::caller::Caller;
use super::{Call, body, connect, rows, success, update};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::state::platform::status::{ACCOUNTS, AccountStatus};
use crate::state::platform::tables::Row;

/// The account that the member `id` of the body names.
fn named(call: &Call<'_>) -> Result<(String, Row), Refusal> {
    let id = body::required_text(call, "id")?.to_ascii_lowercase();
    let row = call.shared.platform.with(|tables| tables.get(ACCOUNTS, &id).cloned());
    row.map(|row| (id.clone(), row)).ok_or_else(|| Refusal::no_account(&id))
}

/// The answer to an action that failed.
fn failure() -> Answer {
    Answer::ok(json!({ "success": false }))
}

/// Replaces credentials. The account is connected with them.
pub(super) fn update_credentials(call: &Call<'_>) -> Result<Answer, Refusal> {
    rows::found(call)?;
    let id = call.value("id").to_ascii_lowercase();
    let context = context(call)?;
    if context.is_none() {
        return Err(Refusal::invalid(&[Failure::new("context", "is required")]));
    }
    change_context(call, &id, context);
    call.shared.emit_account("integrated_account:updated", &id);
    call.shared.set_status(&id, AccountStatus::Active, None);
    shown(call, &id)
}

fn context(call: &Call<'_>) -> Result<Option<Value>, Refusal> {
    match body::object(call)?.remove("context") {
        Some(context) if !context.is_object() => {
            Err(Refusal::invalid(&[Failure::new("context", "expected an object")]))
        }
        context => Ok(context),
    }
}

fn change_context(call: &Call<'_>, id: &str, context: Option<Value>) {
    let Some(context) = context else { return };
    let change = |row: &mut Row| update::merge_context(row, context);
    call.shared.platform.with(|tables| tables.get_mut(ACCOUNTS, id).map(change));
}

fn shown(call: &Call<'_>, id: &str) -> Result<Answer, Refusal> {
    let row = call.shared.platform.with(|tables| tables.get(ACCOUNTS, id).cloned());
    Ok(rows::shown(call, StatusCode::OK, &row.ok_or_else(|| Refusal::no_account(id))?))
}

/// Refreshes the credentials. If the provider took them back, the refresh fails.
pub(super) fn refresh(call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, row) = named(call)?;
    if call.shared.is_revoked(&id) {
        call.shared.set_status(&id, AccountStatus::NeedsReauth, Some("The refresh token was revoked"));
        return Ok(failure());
    }
    if update::has_status(&row, AccountStatus::NeedsReauth) {
        call.shared.provider_accepted(&id);
    }
    Ok(success())
}

/// Runs the steps after the connection again.
pub(super) fn run_actions(call: &Call<'_>) -> Result<Answer, Refusal> {
    let (id, _) = named(call)?;
    if call.shared.is_revoked(&id) {
        return Ok(failure());
    }
    connect::finish(call.shared, &id, connect::Outcome::Active);
    Ok(success())
}

/// The account of the caller's token.
fn own(call: &Call<'_>) -> Result<String, Refusal> {
    match call.caller {
        Caller::Account(id) => Ok(id.clone()),
        _ => {
            let message =
                "This route needs the token of an integrated account: `POST /integrated-account/token` makes one";
            Err(Refusal::new(StatusCode::FORBIDDEN, message))
        }
    }
}

pub(super) fn me(call: &Call<'_>) -> Result<Answer, Refusal> {
    shown(call, &own(call)?)
}

pub(super) fn update_me(call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = own(call)?;
    change_context(call, &id, context(call)?);
    call.shared.emit_account("integrated_account:updated", &id);
    shown(call, &id)
}

/// The form that a user fills in after the connection.
pub(super) fn submit_form(call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = own(call)?;
    let sent = body::object(call)?;
    change_context(call, &id, Some(Value::Object(sent)));
    call.shared.emit_account("integrated_account:post_connect_form_submitted", &id);
    Ok(success())
}
