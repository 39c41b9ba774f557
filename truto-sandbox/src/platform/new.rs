//! Creates a row: what the body says, what the platform adds, and the members that every row has.
//!
//! A create answers 201. An installation that exists is answered 200 as it is.

use http::StatusCode;
use serde_json::{Value, json};

use super::body::{self, Writing};
use super::resource::{Field, Kind};
use super::show::show;
use super::table::RESOURCES;
use super::update::is_versioned;
use super::{Call, connect, rows, runs, tokens};
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::state::platform::ids;
use crate::state::platform::status::ACCOUNTS;
use crate::state::platform::tables::{KEY, Row, SECRET, STATE_KEY, Tables, is, text};

pub(super) fn create(call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut row = body::row(call, Writing::New)?;
    match call.name() {
        ACCOUNTS => {
            check_reference(call, &row, ("environment_integration_id", "environment-integration"))?;
            let id = connect::import(call.shared, row);
            let found = call.shared.platform.with(|tables| tables.get(ACCOUNTS, &id).cloned());
            return Ok(rows::shown(call, StatusCode::CREATED, &found.unwrap_or_default()));
        }
        "sandbox-integrated-account" => return sandbox_account(call, &row),
        "environment-integration" => {
            return install(call, row, ("integration_id", "integration"), "environment_integration:created");
        }
        "environment-unified-model" => {
            return install(call, row, ("unified_model_id", "unified-model"), "environment_unified_model:created");
        }
        "mcp-token" => return tokens::create_mcp(call, row),
        "sync-job-run" => {
            check_reference(call, &row, ("sync_job_id", "sync-job"))?;
            check_reference(call, &row, ("integrated_account_id", ACCOUNTS))?;
            row.remove("status");
            let run = runs::create(call.shared, row);
            return Ok(Answer::with_status(StatusCode::CREATED, Value::Object(run)));
        }
        "sync-job-run-state" => {
            let state = rows::required(call, "state_key")?;
            let entry = text(&row, "key").unwrap_or_default().to_owned();
            row.insert(KEY.to_owned(), Value::from(rows::state_key(&state, &entry)));
            row.insert(STATE_KEY.to_owned(), Value::from(state));
        }
        name if is_versioned(name) => {
            row.insert("version".to_owned(), Value::from(1));
        }
        "sync-job" => drop(row.entry("label").or_insert_with(|| Value::from("Untitled"))),
        "webhook" => {
            let secret = call.shared.platform.with(Tables::new_id);
            row.insert(SECRET.to_owned(), Value::from(secret));
        }
        "static-gate" => {
            let sent = row.remove("api_token_secret").filter(Value::is_string);
            let secret = sent.unwrap_or_else(|| Value::from(call.shared.platform.with(Tables::new_id)));
            row.insert(SECRET.to_owned(), secret);
        }
        _ => {}
    }
    let secret = row.get(SECRET).cloned();
    let mut shown = insert(call, row);
    if let Some(secret) = secret {
        // The only answer that shows the secret.
        let name = if call.name() == "webhook" { "secret" } else { "api_token" };
        shown.insert(name.to_owned(), secret);
    }
    Ok(Answer::with_status(StatusCode::CREATED, Value::Object(shown)))
}

/// Adds a row with all members that its resource always has, and returns it as an answer shows it.
pub(super) fn insert(call: &Call<'_>, mut row: Row) -> Row {
    call.shared.platform.with(|tables| {
        complete(call.name(), tables, &mut row);
        let row = tables.insert(call.name(), row);
        show(tables, call.name(), &row)
    })
}

/// Adds the members that every row of a resource has.
pub(super) fn complete(resource: &str, tables: &Tables, row: &mut Row) {
    let fields = RESOURCES.iter().find(|known| known.name == resource).map(|known| known.fields).unwrap_or_default();
    let is_joined = |name: &str| ["integration", "integrated_account", "team"].contains(&name);
    for field in fields.iter().filter(|field| field.required && field.name != "id" && !is_joined(field.name)) {
        row.entry(field.name).or_insert_with(|| default(field, tables));
    }
}

fn default(field: &Field, tables: &Tables) -> Value {
    match (field.name, field.kind) {
        ("environment_id", _) => Value::from(ids::ENVIRONMENT),
        ("team_id", _) => Value::from(ids::TEAM),
        ("created_by", _) => Value::from(ids::USER),
        ("label", _) => Value::from("Untitled"),
        ("sharing", _) => Value::from("deny"),
        ("is_beta", _) => Value::Bool(false),
        (_, Kind::Text | Kind::Uuid | Kind::Any) => Value::from(field.values.first().copied().unwrap_or_default()),
        (_, Kind::Moment) => tables.now(),
        (_, Kind::Number) => Value::from(1),
        (_, Kind::Bool) => Value::Bool(true),
        (_, Kind::Object) => json!({}),
        (_, Kind::List) => json!([]),
    }
}

/// Refuses the id of a row that does not exist.
pub(super) fn check_reference(call: &Call<'_>, row: &Row, (name, of): (&str, &'static str)) -> Result<(), Refusal> {
    let id = text(row, name).unwrap_or_default().to_ascii_lowercase();
    if call.shared.platform.with(|tables| tables.get(of, &id).is_some()) {
        return Ok(());
    }
    Err(Refusal::invalid(&[Failure::new(name, format!("there is no {of} with the id `{}`", id.escape_debug()))]))
}

/// Installs an integration or a model once.
fn install(call: &Call<'_>, row: Row, (name, of): (&str, &'static str), event: &str) -> Result<Answer, Refusal> {
    check_reference(call, &row, (name, of))?;
    let wanted = text(&row, name).unwrap_or_default().to_owned();
    let installed = call.shared.platform.with(|tables| {
        let found = tables.list(call.name()).find(|row| is(row, name, &wanted));
        found.map(|row| show(tables, call.name(), row))
    });
    if let Some(installed) = installed {
        return Ok(Answer::ok(Value::Object(installed)));
    }
    let mut row = row;
    row.entry("override").or_insert_with(|| json!({}));
    let shown = Value::Object(insert(call, row));
    call.shared.emit(event, &shown);
    Ok(Answer::with_status(StatusCode::CREATED, shown))
}

/// Makes a sandbox account, which can only be read, of an account.
fn sandbox_account(call: &Call<'_>, row: &Row) -> Result<Answer, Refusal> {
    check_reference(call, row, ("id", ACCOUNTS))?;
    let source = text(row, "id").unwrap_or_default().to_ascii_lowercase();
    let copy = call.shared.platform.with(|tables| {
        let mut copy = tables.get(ACCOUNTS, &source)?.clone();
        for name in ["id", "created_at", "updated_at"] {
            copy.remove(name);
        }
        copy.insert("is_sandbox".to_owned(), Value::Bool(true));
        Some(copy)
    });
    let id = connect::import(call.shared, copy.unwrap_or_default());
    let shown = call.shared.platform.with(|tables| {
        let row = tables.insert(call.name(), Row::from_iter([("id".to_owned(), Value::from(id))]));
        show(tables, call.name(), &row)
    });
    Ok(Answer::with_status(StatusCode::CREATED, Value::Object(shown)))
}
