//! A row as an answer shows it: with the rows that are joined to it, and without secrets.

use serde_json::{Map, Value, json};

use crate::state::platform::events::visible;
use crate::state::platform::ids::ENVIRONMENT;
use crate::state::platform::tables::{Row, Tables, text};

/// What stands for a secret.
pub(super) const REDACTED: &str = "********";
/// The secrets in the context of an account, as paths.
pub(super) const SECRETS: [&[&str]; 10] = [
    &["oauth", "token", "access_token"],
    &["oauth", "token", "refresh_token"],
    &["oauth", "token", "access_token_secret"],
    &["api_key"],
    &["api_token"],
    &["token"],
    &["password"],
    &["secret"],
    &["client_secret"],
    &["access_token"],
];

/// Shows a row of a resource.
pub(super) fn show(tables: &Tables, resource: &str, row: &Row) -> Row {
    let mut shown = visible(row);
    match resource {
        "integrated-account" => {
            redact(&mut shown);
            if let Some(Value::Object(context)) = shown.get_mut("context") {
                // The variables of the environment are shown with every account, and never kept.
                context.insert("environment_variables".to_owned(), json!({}));
            }
            let installed = join(tables, &shown, ("environment_integration_id", "environment-integration"));
            if let Some(installed) = installed {
                let integration = join(tables, &installed, ("integration_id", "integration"));
                shown.insert("integration".to_owned(), integration.map(Value::Object).unwrap_or_default());
                shown.insert("environment_integration".to_owned(), Value::Object(installed));
            }
        }
        "environment-integration" => {
            if let Some(integration) = join(tables, &shown, ("integration_id", "integration")) {
                shown.insert("integration".to_owned(), Value::Object(integration));
            }
        }
        "environment-unified-model" => {
            if let Some(model) = join(tables, &shown, ("unified_model_id", "unified-model")) {
                shown.insert("unified_model".to_owned(), Value::Object(model));
            }
        }
        "integration" | "unified-model" => {
            if let Some(team) = join(tables, &shown, ("team_id", "team")) {
                shown.insert("team".to_owned(), Value::Object(team));
            }
            let (resource, name) = match resource {
                "integration" => ("environment-integration", "integration_id"),
                _ => ("environment-unified-model", "unified_model_id"),
            };
            let is_installed = tables.list(resource).any(|row| text(row, name) == text(&shown, "id"));
            let installed = if is_installed { json!([ENVIRONMENT]) } else { json!([]) };
            shown.insert("installed_environment".to_owned(), installed);
        }
        "sandbox-integrated-account" => {
            let account = text(row, "id").and_then(|id| tables.get("integrated-account", id));
            let account = account.map(|account| show(tables, "integrated-account", account));
            shown.insert("integrated_account".to_owned(), account.map(Value::Object).unwrap_or_default());
        }
        _ => {}
    }
    shown
}

/// The row that a member names.
fn join(tables: &Tables, row: &Row, (name, resource): (&str, &'static str)) -> Option<Row> {
    tables.get(resource, text(row, name)?).map(visible)
}

/// Hides the secrets of an account.
fn redact(account: &mut Row) {
    let Some(Value::Object(context)) = account.get_mut("context") else { return };
    for path in SECRETS {
        if let Some(secret) = at(context, path).filter(|secret| secret.is_string()) {
            *secret = Value::from(REDACTED);
        }
    }
}

/// The value at a path.
pub(super) fn at<'a>(members: &'a mut Map<String, Value>, path: &[&str]) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    let value = members.get_mut(*first)?;
    if rest.is_empty() { Some(value) } else { at(value.as_object_mut()?, rest) }
}
