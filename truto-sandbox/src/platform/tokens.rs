//! Tokens: of an account, of a link, and of an MCP server. Each is shown once.

use http::StatusCode;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::body::{self, Writing};
use super::caller::ACCOUNT_TOKENS;
use super::connect::LINK_TOKENS;
use super::new::{check_reference, insert};
use super::{Call, rows, tools};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::filter::moment_of;
use crate::state::Shared;
use crate::state::platform::ids::USER;
use crate::state::platform::status::ACCOUNTS;
use crate::state::platform::tables::{ENDS, Row, SECRET, is, text};

/// The life of the token of an account: 15 minutes.
const ACCOUNT_TOKEN_MILLIS: i64 = 15 * 60 * 1000;
/// The life of a link token: 7 days.
const LINK_TOKEN_MILLIS: i64 = 7 * 24 * 60 * 60 * 1000;
/// The shortest life of an MCP token.
const MCP_TOKEN_MILLIS: i64 = 60 * 1000;

/// `POST /integrated-account/token`
pub(super) fn create_for_account(call: &Call<'_>) -> Result<Answer, Refusal> {
    let account = body::required_text(call, "integrated_account_id")?.to_ascii_lowercase();
    let named = Row::from_iter([("integrated_account_id".to_owned(), Value::from(account.as_str()))]);
    check_reference(call, &named, ("integrated_account_id", ACCOUNTS))?;
    let token = keep(call.shared, ACCOUNT_TOKENS, named, ACCOUNT_TOKEN_MILLIS);
    Ok(Answer::ok(json!({ "integrated_account_token": token })))
}

/// `POST /link-token`
pub(super) fn create_link(call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = body::row(call, Writing::New)?;
    match (text(&row, "tenant_id"), text(&row, "integrated_account_id")) {
        (Some(_), None) => {}
        (None, Some(_)) => check_reference(call, &row, ("integrated_account_id", ACCOUNTS))?,
        _ => {
            let reason =
                "expected either `tenant_id` for a new account, or `integrated_account_id` to connect it again";
            return Err(Refusal::invalid(&[Failure::new("tenant_id", reason)]));
        }
    }
    let token = keep(call.shared, LINK_TOKENS, row, LINK_TOKEN_MILLIS);
    Ok(Answer::with_status(StatusCode::CREATED, json!({ "link_token": token })))
}

/// Keeps a row under a new token.
fn keep(shared: &Shared, table: &'static str, mut row: Row, life: i64) -> String {
    shared.platform.with(|tables| {
        let token = tables.new_id();
        row.insert("id".to_owned(), Value::from(token.as_str()));
        row.insert(ENDS.to_owned(), Value::from(tables.millis().saturating_add(life)));
        tables.insert(table, row);
        token
    })
}

/// `POST /integrated-account/{integrated_account_id}/mcp`
pub(super) fn create_mcp(call: &Call<'_>, mut row: Row) -> Result<Answer, Refusal> {
    let account = rows::account_of(call)?;
    check_expiry(call, &row)?;
    if tools::of_token(call.shared, &account, row.get("config").unwrap_or(&Value::Null)).is_empty() {
        return Err(Refusal::bad_request("No tool of the account matches the filters of `config`"));
    }
    let token = call.shared.platform.with(|tables| tables.new_id().replace('-', ""));
    row.insert("integrated_account_id".to_owned(), Value::from(account));
    row.insert("created_by".to_owned(), Value::from(USER));
    row.insert(SECRET.to_owned(), Value::from(token.as_str()));
    row.entry("expires_at").or_insert(Value::Null);
    let mut shown = insert(call, row);
    shown.insert("url".to_owned(), Value::from(format!("{}/mcp/{token}", call.base_url())));
    shown.insert("token".to_owned(), Value::from(token));
    Ok(Answer::with_status(StatusCode::CREATED, Value::Object(shown)))
}

/// Refuses an end that is too near.
pub(super) fn check_expiry(call: &Call<'_>, row: &Row) -> Result<(), Refusal> {
    let Some(Value::String(_)) = row.get("expires_at") else { return Ok(()) };
    let earliest = call.shared.platform.with(|tables| tables.millis().saturating_add(MCP_TOKEN_MILLIS));
    match ends(row) {
        Some(ends) if ends >= earliest => Ok(()),
        _ => Err(Refusal::invalid(&[Failure::new("expires_at", "expected a time at least 60 seconds ahead")])),
    }
}

/// When the token of a row ends, in milliseconds since 1970.
pub(super) fn ends(row: &Row) -> Option<i64> {
    moment_of(text(row, "expires_at")?).map(Timestamp::as_millisecond)
}

/// The row of an MCP token. `None` if there is no such token, or if its time is over.
pub(crate) fn mcp(shared: &Shared, token: &str) -> Option<Row> {
    shared.platform.if_used(|tables| {
        let now = tables.millis();
        let row = tables.list("mcp-token").find(|row| is(row, SECRET, token))?;
        ends(row).is_none_or(|ends| now < ends).then(|| row.clone())
    })?
}
