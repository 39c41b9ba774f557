//! Connects accounts: what happens when a user opens a link token, and the steps from `connecting` to `active`.
//!
//! `GET /connect-account?link_token=…` is the page of the user. `outcome` and `integration` say what the user does there.

use std::sync::Weak;

use http::StatusCode;
use http::header::{HeaderValue, LOCATION};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::new::complete;
use super::pages::parameter;
use super::update;
use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::query::parameters;
use crate::lock::lock;
use crate::provider::Provider;
use crate::state::Shared;
use crate::state::platform::ids::ENVIRONMENT;
use crate::state::platform::secrets::REDACTED;
use crate::state::platform::status::{ACCOUNTS, AccountStatus};
use crate::state::platform::tables::{ENDS, Row, text};

/// The page that a user opens.
pub(crate) const PATH: &str = "/connect-account";
/// The characters of an id that need an escape in a query.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');
/// The rows of the link tokens, which no route shows.
pub(super) const LINK_TOKENS: &str = "link-token";

/// How a connection ends that a user starts with a link token.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_sandbox::{AccountStatus, Outcome, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let client = reqwest::Client::new();
/// let token = || client.post(format!("{}/link-token", sandbox.url())).bearer_auth(sandbox.token());
/// let body = serde_json::json!({ "tenant_id": "acme" });
/// let answer: serde_json::Value = token().json(&body).send().await?.json().await?;
///
/// let account = sandbox.connect(answer["link_token"].as_str().unwrap(), Outcome::Active).unwrap();
/// assert_eq!(sandbox.account_status(&account), Some(AccountStatus::Active));
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The account becomes active.
    #[default]
    Active,
    /// The validation of the connection fails.
    ValidationError,
    /// A step after the connection fails.
    PostInstallError,
    /// The user gives up, or the provider refuses: there is no account.
    ConnectionError,
}

/// The request of the page.
pub(crate) fn open(shared: &Shared, query: &str) -> Result<Answer, Refusal> {
    let query = parameters(query)?;
    let Some(token) = parameter(&query, "link_token") else {
        return Err(Refusal::missing_parameter("link_token"));
    };
    let outcome = match parameter(&query, "outcome") {
        None => Outcome::Active,
        Some(name) => serde_json::from_value(Value::from(name)).map_err(|_| {
            let known = "expected one of `active`, `validation_error`, `post_install_error`, `connection_error`";
            Refusal::invalid(&[Failure::new("outcome", known)])
        })?,
    };
    let provider = match parameter(&query, "integration") {
        None => Provider::Salesforce,
        Some(name) => Provider::of_integration(name).ok_or_else(|| {
            Refusal::invalid(&[Failure::new(
                "integration",
                format!("there is no integration `{}`", name.escape_debug()),
            )])
        })?,
    };
    let redirect = shared
        .platform
        .with(|tables| tables.get(LINK_TOKENS, token).and_then(|row| text(row, "redirect_uri").map(str::to_owned)));
    let account = connect(shared, token, provider, outcome)?;
    let status = account.as_deref().and_then(|id| shared.account_status(id)).map(AccountStatus::name);
    let result = if outcome == Outcome::Active { "success" } else { "error" };
    let Some(redirect) = redirect else {
        return Ok(Answer::ok(json!({ "result": result, "integrated_account_id": account, "status": status })));
    };
    let mut target = format!("{redirect}{}result={result}", if redirect.contains('?') { '&' } else { '?' });
    if let Some(account) = account {
        target.push_str("&integrated_account_id=");
        target.extend(utf8_percent_encode(&account, ESCAPED));
    }
    match HeaderValue::from_str(&target) {
        Ok(target) => Ok(Answer::empty(StatusCode::FOUND).header(LOCATION, target)),
        Err(_) => Err(Refusal::bad_request("The `redirect_uri` of the link token is not a URL")),
    }
}

/// Connects an account with a link token, and returns its id if there is one. The token is used up.
pub(crate) fn connect(
    shared: &Shared,
    token: &str,
    provider: Provider,
    outcome: Outcome,
) -> Result<Option<String>, Refusal> {
    let found = shared.platform.with(|tables| {
        let now = tables.millis();
        tables
            .remove(LINK_TOKENS, token)
            .filter(|row| row.get(ENDS).and_then(Value::as_i64).is_some_and(|ends| now < ends))
    });
    let link =
        found.ok_or_else(|| Refusal::not_found("There is no such link token: it is used, or its time is over"))?;
    if outcome == Outcome::ConnectionError {
        let payload =
            json!({ "tenant_id": link.get("tenant_id"), "integrated_account_id": link.get("integrated_account_id") });
        shared.emit("link_token:connection_error", &payload);
        return Ok(None);
    }
    let id = match text(&link, "integrated_account_id") {
        Some(id) => reconnect(shared, &id.to_ascii_lowercase(), &link)?,
        None => add(shared, row_of(&link, provider)),
    };
    finish(shared, &id, outcome);
    Ok(Some(id))
}

/// The row of an account that a link token asks for.
fn row_of(link: &Row, provider: Provider) -> Row {
    let mut context = link.get("context").and_then(Value::as_object).cloned().unwrap_or_default();
    let credentials = match provider.authentication() {
        "api_key" => json!({ "api_key": "sandbox-key" }),
        _ => json!({ "oauth": { "token": { "access_token": "sandbox-access", "refresh_token": "sandbox-refresh" } } }),
    };
    if let Value::Object(credentials) = credentials {
        context.extend(credentials);
    }
    let mut row = Map::from_iter([
        ("context".to_owned(), Value::Object(context)),
        ("environment_integration_id".to_owned(), Value::from(provider.installation_id())),
        ("authentication_method".to_owned(), Value::from(provider.authentication())),
    ]);
    for name in ["tenant_id", "region", "truto_static_gate_id"] {
        if let Some(value) = link.get(name).filter(|value| !value.is_null()) {
            row.insert(name.to_owned(), value.clone());
        }
    }
    row
}

/// Connects an account again. The event is that of a change, and not of a new account.
fn reconnect(shared: &Shared, id: &str, link: &Row) -> Result<String, Refusal> {
    let keeps = link.get("persist_previous_context") == Some(&Value::Bool(true));
    let known = shared.platform.with(|tables| {
        let row = tables.get_mut(ACCOUNTS, id)?;
        if !keeps && let Some(Value::Object(context)) = row.get_mut("context") {
            context.retain(|name, _| ["oauth", "api_key"].contains(&name.as_str()));
        }
        if let Some(context) = link.get("context") {
            update::merge_context(row, context.clone());
        }
        row.insert("status".to_owned(), Value::from(AccountStatus::Connecting.name()));
        Some(())
    });
    known.ok_or_else(|| Refusal::no_account(id))?;
    shared.emit_account("integrated_account:updated", id);
    Ok(id.to_owned())
}

/// Adds an account with credentials, and connects it.
pub(super) fn import(shared: &Shared, row: Row) -> String {
    let id = add(shared, row);
    finish(shared, &id, Outcome::Active);
    id
}

/// Adds the row of an account that connects.
fn add(shared: &Shared, mut row: Row) -> String {
    row.insert("status".to_owned(), Value::from(AccountStatus::Connecting.name()));
    for (name, value) in [
        ("tenant_id", Value::from("")),
        ("environment_id", Value::from(ENVIRONMENT)),
        ("is_sandbox", Value::Bool(false)),
        ("region", Value::from("wnam")),
        ("last_error", Value::Null),
        ("context", json!({})),
    ] {
        row.entry(name).or_insert(value);
    }
    // A redacted secret is nobody's credential.
    if let Some(Value::Object(context)) = row.get_mut("context") {
        context.remove("environment_variables");
        context.retain(|_, value| *value != *REDACTED);
    }
    let row = shared.platform.with(|tables| {
        complete(ACCOUNTS, tables, &mut row);
        tables.insert(ACCOUNTS, row)
    });
    let id = text(&row, "id").unwrap_or_default().to_owned();
    if let Some(account) = shared.account(&id) {
        lock(&shared.store).connect(account.id(), account.provider());
    }
    shared.emit_account("integrated_account:created", &id);
    id
}

/// Runs the steps after a connection. They take the time of a step, or none.
pub(super) fn finish(shared: &Shared, id: &str, outcome: Outcome) {
    let step = shared.settings.platform.step;
    if step.is_zero() {
        return end(shared, id, outcome);
    }
    let (weak, id) = (Weak::clone(&shared.me), id.to_owned());
    shared.work.start(async move {
        tokio::time::sleep(step).await;
        if let Some(shared) = weak.upgrade() {
            end(&shared, &id, outcome);
        }
    });
}

fn end(shared: &Shared, id: &str, outcome: Outcome) {
    let (status, reason) = match outcome {
        Outcome::Active => (AccountStatus::Active, None),
        Outcome::PostInstallError => (AccountStatus::PostInstallError, Some("A step after the connection failed")),
        Outcome::ValidationError | Outcome::ConnectionError => {
            (AccountStatus::ValidationError, Some("The credentials are not valid"))
        }
    };
    if shared.set_status(id, status, reason) && status == AccountStatus::Active {
        super::workflows::account_is_active(shared, id);
    }
}
