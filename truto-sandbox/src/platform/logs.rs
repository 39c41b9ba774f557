//! `GET /log`: what the sandbox served, by the type of the log.
//!
//! The rows of calls come from the log of requests, so they are gone if that is turned off.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Call, pages, rows, tokens};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::filter::moment_of;
use crate::api::query::{parameters, plain_text};
use crate::api::resource::Called;
use crate::state::Shared;
use crate::state::accounts::ACCOUNT;
use crate::state::platform::ids::ENVIRONMENT;
use crate::state::platform::log::LogType;
use crate::state::platform::status::ACCOUNTS;
use crate::state::platform::tables::{Row, text};
use crate::state::request_log::SeenRequest;

/// The longest window: a month.
const MONTH_MILLIS: i64 = 31 * 24 * 60 * 60 * 1000;

pub(super) fn list(call: &Call<'_>) -> Result<Answer, Refusal> {
    let name = rows::required(call, "log_type")?;
    let mut failures = Vec::new();
    let of = LogType::ALL.iter().find(|(known, _)| *known == name).map(|(_, of)| *of);
    let Some(of) = of else {
        let known = LogType::ALL.map(|(name, _)| name).join("`, `");
        return Err(Refusal::invalid(&[Failure::new("log_type", format!("expected one of `{known}`"))]));
    };
    let (from, to) = window(&call.query, &mut failures);
    let filters = match call.query.get("log_type_filter") {
        None => Map::new(),
        Some(Value::Object(filters)) => filters.clone(),
        Some(_) => {
            failures.push(Failure::new("log_type_filter", "expected `log_type_filter[key]=value`"));
            Map::new()
        }
    };
    for key in filters.keys().filter(|key| !keys(of).contains(&key.as_str())) {
        let reason = format!("expected one of `{}`", keys(of).join("`, `"));
        failures.push(Failure::new(format!("log_type_filter[{key}]"), reason));
    }
    if !failures.is_empty() {
        return Err(Refusal::invalid(&failures));
    }
    let mut found: Vec<(i64, Value)> = match of {
        LogType::UnifiedProxyApi | LogType::Mcp => {
            call.shared.log.all().iter().filter_map(|seen| of_request(call.shared, of, seen)).collect()
        }
        of => call.shared.platform.log.rows(of).into_iter().map(|row| (row.at, row.members)).collect(),
    };
    found
        .retain(|(at, row)| from.is_none_or(|from| *at > from) && to.is_none_or(|to| *at < to) && holds(&filters, row));
    // The newest rows come first.
    found.reverse();
    let count = found.len();
    let shown = found.into_iter().enumerate().filter_map(|(index, (_, row))| {
        let Value::Object(mut row) = row else { return None };
        let id = format!("log_{:06}", count - index);
        row.insert("_id".to_owned(), Value::from(id.as_str()));
        Some((id, row))
    });
    pages::answer(call, shown.collect())
}

/// The keys of `log_type_filter`.
fn keys(of: LogType) -> &'static [&'static str] {
    match of {
        LogType::UnifiedProxyApi => &["request_type", "integrated_account_id", "environment_id", "integration"],
        LogType::RapidBridge => &[
            "sync_job_run_id",
            "sync_job_id",
            "sync_job_run_event",
            "integrated_account_id",
            "webhook_id",
            "environment_id",
            "integration",
        ],
        LogType::Webhook => &["webhook_id", "event", "environment_id"],
        LogType::SyncJobCronTrigger => &["environment_id"],
        LogType::Mcp => &[
            "mcp_server_id",
            "tool_name",
            "mcp_method",
            "resource",
            "method",
            "client_name",
            "client_version",
            "request_id",
            "integrated_account_id",
            "environment_id",
            "integration",
        ],
    }
}

/// The window of `created_at[gt]` and `created_at[lt]`, in milliseconds since 1970.
fn window(query: &Map<String, Value>, failures: &mut Vec<Failure>) -> (Option<i64>, Option<i64>) {
    let mut end = |name: &str| {
        let sent = query.get("created_at")?.get(name)?.as_str()?;
        let read = moment_of(sent).map(Timestamp::as_millisecond);
        if read.is_none() {
            failures
                .push(Failure::new(format!("created_at[{name}]"), "expected a time, such as `2024-09-01T10:00:00Z`"));
        }
        read
    };
    let (from, to) = (end("gt"), end("lt"));
    match (from, to) {
        (Some(_), None) => failures.push(Failure::new("created_at[lt]", "is required with `created_at[gt]`")),
        (Some(from), Some(to)) if to.saturating_sub(from) > MONTH_MILLIS => {
            failures.push(Failure::new("created_at[lt]", "is more than a month after `created_at[gt]`"));
        }
        _ => {}
    }
    (from, to)
}

/// Whether a row has these values, at its top or in its group.
fn holds(filters: &Map<String, Value>, row: &Value) -> bool {
    filters.iter().all(|(key, wanted)| {
        let groups = row.as_object().into_iter().flat_map(Map::values).filter(|value| value.is_object());
        let mut values = row.get(key).into_iter().chain(groups.filter_map(|group| group.get(key)));
        values.any(|value| plain_text(value) == plain_text(wanted))
    })
}

/// The row of a request, with its time.
fn of_request(shared: &Shared, of: LogType, seen: &SeenRequest) -> Option<(i64, Value)> {
    let row = match of {
        LogType::Mcp => of_mcp(shared, seen)?,
        _ => of_call(shared, seen)?,
    };
    let mut row = row;
    row.insert("timestamp".to_owned(), Value::from(crate::seed::moment::text(seen.at)));
    row.insert("environment_id".to_owned(), Value::from(ENVIRONMENT));
    row.retain(|_, value| !value.is_null());
    Some((seen.at, Value::Object(row)))
}

fn of_call(shared: &Shared, seen: &SeenRequest) -> Option<Row> {
    let called = Called::of(&seen.method, &seen.path)?;
    let query = parameters(&seen.query).unwrap_or_default();
    let account = query.get(ACCOUNT).and_then(Value::as_str).map(str::to_ascii_lowercase);
    let mut row = account.map(|account| of_account(shared, &account)).unwrap_or_default();
    let status = seen.status.map(Value::from).unwrap_or_default();
    let category = seen.status.map(|status| format!("{}xx", status / 100));
    row.extend([
        ("request_type".to_owned(), json!(called.request_type)),
        ("resource".to_owned(), json!(called.resource)),
        ("method".to_owned(), json!(called.method)),
        ("http_method".to_owned(), json!(seen.method)),
        ("http_url".to_owned(), json!(seen.path)),
        ("http_status_code".to_owned(), status),
        ("http_status_category".to_owned(), json!(category)),
        ("request_id".to_owned(), json!(seen.request_id)),
    ]);
    Some(row)
}

/// The members of a row that name an account.
fn of_account(shared: &Shared, account: &str) -> Row {
    let integration = shared.account(account).map(|account| account.provider().slug());
    let tenant = shared
        .platform
        .with(|tables| tables.get(ACCOUNTS, account).and_then(|row| text(row, "tenant_id")).map(str::to_owned));
    Row::from_iter([
        (ACCOUNT.to_owned(), json!(account)),
        ("integration".to_owned(), json!(integration)),
        ("tenant_id".to_owned(), json!(tenant)),
    ])
}

fn of_mcp(shared: &Shared, seen: &SeenRequest) -> Option<Row> {
    let token = tokens::mcp(shared, seen.path.strip_prefix("/mcp/")?)?;
    let sent = seen.json()?;
    let member = |path: &str| sent.pointer(path).cloned().unwrap_or_default();
    let mut row = of_account(shared, text(&token, ACCOUNT)?);
    // The path holds the token, so no row shows it.
    row.insert("http_status_code".to_owned(), seen.status.map(Value::from).unwrap_or_default());
    let group = json!({
        "mcp_server_id": token.get("id"), "mcp_server_name": token.get("name"), "mcp_method": member("/method"),
        "tool_name": member("/params/name"), "client_name": member("/params/clientInfo/name"),
        "client_version": member("/params/clientInfo/version"), "http_request_id": seen.request_id,
        "request_id": seen.request_id,
    });
    row.insert("mcp".to_owned(), group);
    Some(row)
}
